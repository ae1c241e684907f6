#include "widgets/pages/prediction_page.h"

#include <algorithm>
#include <cmath>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

#include "core/workflow/labels.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/confusion_table.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/option_popup.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/prediction_plots.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

const QString kPoseAndMedia = QStringLiteral("*");
constexpr int kNumberCards = 3, kClassCards = 2;

/// The targets of the default choice; more than its cards are in the table only.
const std::vector<std::string> kDefaultTargets{"yaw", "pitch", "abs_yaw", "pitch_centred", "media"};

bool canBeTarget(const Column& column, const Snapshot& snapshot) {
    const auto& names = snapshot.images.metadataColumns;
    if (std::find(names.begin(), names.end(), column.key) == names.end()) return false;
    return column.kind == Column::Kind::kNumber || (column.kind == Column::Kind::kCategory && column.levels.size() == 2);
}

}  // namespace

PredictionPage::PredictionPage(Workspace* workspace, QWidget* parent)
    : AnalysisPage(workspace, tr("What the features say about the image"), parent) {
    targets_ = new QComboBox;
    targets_->setAccessibleName(tr("What is predicted"));
    targets_->setMinimumContentsLength(18);
    auto* label = new QLabel(tr("&Predict"));
    label->setBuddy(targets_);
    bar()->addWidget(label);
    bar()->addWidget(targets_);
    options_ = new OptionPopup;
    folds_ = options_->addNumber(tr("Identity-disjoint folds"), 2, 32, 5);
    repeats_ = options_->addNumber(tr("Random-image splits"), 0, 100, 20);
    train_ = options_->addNumber(tr("Images to train on"), 5, 95, 50, tr(" %"));
    permutations_ = options_->addNumber(tr("Shuffled labels"), 0, 9999, 199);
    centred_ = options_->addNumber(tr("Pitch centred up to"), 1.0, 45.0, kCentredPitchDeg, 0, QStringLiteral("°"));
    seed_ = options_->addNumber(tr("Seed"), 0, 1000000, 1);
    bar()->addWidget(options_);
    connect(options_, &OptionPopup::edited, this, &PredictionPage::optionsChanged);
    connect(targets_, &QComboBox::activated, this, &PredictionPage::optionsChanged);
    connect(&this->workspace(), &Workspace::snapshotChanged, this, &PredictionPage::fillTargets);
    buildCards();
    fillTargets();
}

void PredictionPage::buildCards() {
    for (int i = 0; i < kNumberCards; ++i) targetCards_.push_back(addTargetCard(true));
    for (int i = 0; i < kClassCards; ++i) targetCards_.push_back(addTargetCard(false));
    curve_ = new PlotView;
    curveCard_ = new Card(tr("How many features it takes"), curve_);
    curveCard_->setCaption(tr("Of new identities; dashed: random features, with their range."));
    cards()->add(curveCard_);
    table_ = new FiguresTable(tr("Predictions of all networks"));
    tableCard_ = new Card(tr("All networks"), table_, 2);
    tableCard_->setCaption(
        tr("New identities: none of a fold's images were fitted to (95 % intervals, identities resampled). "
           "Random images leak identity and neighbouring video frames."));
    cards()->add(tableCard_);
    // A row of the table shows the target's card and, if it is another network, brings that into view.
    connect(table_, &FiguresTable::rowChosen, this, [this](int row) {
        for (const TargetReport& r : reports_) {
            const int rows = static_cast<int>(predictionRows(r).size());
            if (row >= rows) {
                row -= rows;
                continue;
            }
            if (const FeatureSet* set = this->workspace().snapshot()->featureSet(r.network))
                this->workspace().setNetwork(set->network.id);
            return;
        }
    });
}

PredictionPage::TargetCard PredictionPage::addTargetCard(bool numbers) {
    TargetCard made;
    const auto index = targetCards_.size();
    if (numbers) {
        made.scatter = new PlotView;
        made.card = new Card(QString(), made.scatter);
        linkPoints(made.scatter);
    } else {
        made.confusion = new ConfusionTable;
        made.card = new Card(QString(), static_cast<QWidget*>(made.confusion));
        connect(made.confusion, &ConfusionTable::cellClicked, this,
                [this, index](int labelled, int said, Qt::KeyboardModifiers modifiers) {
                    selectNow(rowsOfCell(report(targetCards_[index]), labelled, said), modifiers);
                });
    }
    cards()->add(made.card);
    return made;
}

void PredictionPage::fillTargets() {
    const QString before = targets_->currentData().toString();
    targets_->clear();
    targets_->addItem(tr("Pose and media type"), kPoseAndMedia);
    for (const std::string& target : kDefaultTargets) targets_->addItem(targetTitle(target), QString::fromStdString(target));
    const auto& snapshot = workspace().snapshot();
    if (snapshot && workspace().table()) {
        for (const Column& column : workspace().table()->columns)
            if (canBeTarget(column, *snapshot))
                targets_->addItem(coreText(column.title), QString::fromStdString(column.key));
    }
    targets_->setCurrentIndex(std::max(0, targets_->findData(before)));
}

void PredictionPage::compute() {
    PredictionAnalysisOptions options;
    const QString chosen = targets_->currentData().toString();
    options.targets = chosen == kPoseAndMedia ? kDefaultTargets : std::vector<std::string>{chosen.toStdString()};
    options.centredPitchDeg = centred_->value();
    options.experiment.folds = folds_->value();
    options.experiment.randomRepeats = repeats_->value();
    options.experiment.trainShare = train_->value() / 100.0;
    options.experiment.permutations = permutations_->value();
    options.experiment.seed = static_cast<std::uint64_t>(seed_->value());
    used().prediction = options;
    used().setSeed(options.experiment.seed);
    run<std::vector<TargetReport>>(
        tr("Predicting from features"),
        [options](const PageInput& input, const JobContext& job) -> Result<std::vector<TargetReport>> {
            std::vector<TargetReport> all;
            for (const auto& set : input.snapshot->featureSets) {
                AnalysisScope scope = input.scope;
                scope.network = set->network.name;
                auto reports = predictionOf(*input.snapshot, scope, options, job);
                if (!reports) return forward(reports);
                all.insert(all.end(), std::make_move_iterator(reports->begin()), std::make_move_iterator(reports->end()));
            }
            return all;
        },
        [this](std::vector<TargetReport> reports) { showReport(std::move(reports)); });
}

QString PredictionPage::titleOf(const TargetReport& r) const {
    QString title = targetTitle(r.target);
    if (r.labelSource.rfind("landmarks", 0) == 0) title += tr(" (labels from landmarks)");
    return title;
}

void PredictionPage::showReport(std::vector<TargetReport> reports) {
    reports_ = std::move(reports);
    showNetwork();
    showTable();
    setProblem(whatIsMissing());
}

/// Why there is nothing to see; empty if any target could be read.
QString PredictionPage::whatIsMissing() const {
    QStringList sentences;
    for (const TargetReport& r : reports_) {
        if (r.regression || r.classification) return {};
        const QString sentence = coreText(r.missing);
        if (!sentences.contains(sentence)) sentences << sentence;
    }
    return sentences.join(QLatin1Char('\n'));
}

bool PredictionPage::showNetwork() {
    const FeatureSet* set = workspace().featureSet();
    const std::string network = set != nullptr ? set->network.name : std::string();
    auto number = targetCards_.begin();
    auto classes = targetCards_.begin() + kNumberCards;
    for (TargetCard& card : targetCards_) card.report = -1;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
        if (reports_[i].network != network) continue;
        if (reports_[i].regression && number != targetCards_.begin() + kNumberCards) {
            showTarget(*number++, static_cast<int>(i));
        } else if (reports_[i].classification && classes != targetCards_.end()) {
            showTarget(*classes++, static_cast<int>(i));
        }
    }
    for (const TargetCard& card : targetCards_) cards()->setShown(card.card, card.report >= 0);
    showCurves();
    return std::any_of(reports_.begin(), reports_.end(), [&](const TargetReport& r) { return r.network == network; });
}

void PredictionPage::showTarget(TargetCard& to, int index) {
    to.report = index;
    const TargetReport& r = report(to);
    to.card->setTitle(titleOf(r));
    to.card->setCaption(figuresText(r));
    if (to.scatter != nullptr) {
        to.card->setPlot(predictedPlot(r));
        const auto snapshot = workspace().snapshot();
        to.scatter->setDescription([this, card = &to, snapshot](int series, int point) {
            const PlotSeries& s = card->scatter->plot().series[static_cast<std::size_t>(series)];
            const auto i = static_cast<std::size_t>(point);
            const ImageRecord& image = snapshot->images.images[static_cast<std::size_t>(s.rows[i])];
            return tr("%1\nlabelled %2, predicted %3")
                .arg(QString::fromStdString(image.identity), fixedNumber(s.x[i], 1), fixedNumber(s.y[i], 1));
        });
    } else {
        to.confusion->setCounts(coreText(r.classes[0]), coreText(r.classes[1]), r.classification->confusion);
    }
}

void PredictionPage::showCurves() {
    std::vector<const TargetReport*> shown;
    for (const TargetCard& card : targetCards_)
        if (card.report >= 0) shown.push_back(&report(card));
    cards()->setShown(curveCard_, !shown.empty());
    if (!shown.empty()) curveCard_->setPlot(featureCurvePlot(shown));
}

void PredictionPage::showTable() {
    QList<QStringList> rows;
    for (const TargetReport& r : reports_) rows += predictionRows(r);
    table_->setRows(predictionHeader(), rows);
    // A sentence of what is missing goes over the empty cells beside it.
    for (int r = 0; r < rows.size(); ++r)
        if (rows[r].size() == 3) {
            table_->setSpan(r, 2, 1, table_->columnCount() - 2);
            table_->item(r, 2)->setTextAlignment(Qt::AlignVCenter | Qt::AlignLeft);
        }
    // Figures of a kind that no target has are not shown.
    for (int c = 3; c < table_->columnCount(); ++c) {
        const bool any = std::any_of(rows.begin(), rows.end(), [c](const QStringList& row) {
            return row.size() > c && row[c] != QStringLiteral("–");
        });
        table_->setColumnHidden(c, !any);
    }
}

std::vector<int> PredictionPage::rowsOfCell(const TargetReport& r, int labelled, int said) const {
    std::vector<int> rows;
    const auto& odds = r.classification->outOfFold;
    for (std::size_t i = 0; i < odds.size(); ++i)
        if (std::isfinite(r.labels[i]) && std::isfinite(odds[i]) && static_cast<int>(r.labels[i]) == labelled &&
            (odds[i] > 0 ? 1 : 0) == said)
            rows.push_back(static_cast<int>(i));
    return rows;
}

void PredictionPage::markSelected() {
    const auto selected = isSelected();
    for (TargetCard& card : targetCards_) {
        if (card.report < 0) continue;
        if (card.scatter != nullptr) {
            card.scatter->setMarked(selected);
            continue;
        }
        std::int64_t counts[2][2];
        for (int i = 0; i < 2; ++i)
            for (int j = 0; j < 2; ++j) {
                const auto rows = rowsOfCell(report(card), i, j);
                counts[i][j] = std::count_if(rows.begin(), rows.end(), selected);
            }
        card.confusion->setSelected(counts);
    }
}

void PredictionPage::forget() { reports_.clear(); }

std::vector<PageDrawing> PredictionPage::drawings() const {
    const FeatureSet* set = workspace().featureSet();
    auto reports = std::make_shared<std::vector<TargetReport>>();
    bool numbers = false;
    for (const TargetReport& r : reports_) {
        if (set == nullptr || r.network != set->network.name || (!r.regression && !r.classification)) continue;
        reports->push_back(r);
        numbers = numbers || r.regression.has_value();
    }
    if (reports->empty()) return {};
    std::vector<PageDrawing> drawings;
    for (const char* name : {"agreement", "prediction", "feature-curve"})
        if (numbers || std::string(name) != "agreement")
            drawings.push_back(drawingOf(name, [reports, name] { return report::figureOf(name, *reports); }));
    return drawings;
}

std::vector<Plot> PredictionPage::plots() const {
    std::vector<Plot> plots;
    for (const TargetCard& card : targetCards_)
        if (card.report >= 0 && card.scatter != nullptr) plots.push_back(card.scatter->plot());
    if (hasResult()) plots.push_back(curve_->plot());
    return plots;
}

}  // namespace facespace
