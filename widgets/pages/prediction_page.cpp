#include "widgets/pages/prediction_page.h"

#include <algorithm>
#include <cmath>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include "core/charts/charts.h"
#include "core/compute/labels.h"
#include "widgets/look/text_label.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/confusion_table.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/prediction_rows.h"
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
    : AnalysisPage(workspace, predictionAnalysis(), parent) {
    targets_ = new QComboBox;
    targets_->setAccessibleName(tr("What is predicted"));
    targets_->setMinimumContentsLength(18);
    auto* label = new TextLabel(tr("&Predict"));
    label->setBuddy(targets_);
    bar()->addWidget(label);
    bar()->addWidget(targets_);
    bar()->addWidget(controls());
    connect(targets_, &QComboBox::activated, this, &PredictionPage::optionsChanged);
    connect(&this->workspace(), &Workspace::snapshotChanged, this, &PredictionPage::fillTargets);
    buildCards();
    fillTargets();
}

void PredictionPage::buildCards() {
    for (int i = 0; i < kNumberCards; ++i) targetCards_.push_back(addTargetCard(true));
    for (int i = 0; i < kClassCards; ++i) targetCards_.push_back(addTargetCard(false));
    for (std::size_t i = 0; i < kCurves; ++i) {
        curves_[i] = new PlotView;
        curveCards_[i] = new Card(figureTitle(analysis(), "feature-curve"), curves_[i]);
        explainFigure(curveCards_[i], analysis(), "feature-curve");
        cards()->add(curveCards_[i]);
    }
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
    explainFigure(made.card, analysis(), "agreement");
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
    const QString chosen = targets_->currentData().toString();
    controls()->set("target", chosen == kPoseAndMedia ? kDefaultTargets : std::vector<std::string>{chosen.toStdString()});
    run<std::vector<FindingsPtr>>(
        tr("Predicting from features"),
        [values = controls()->values()](const PageInput& input, const JobContext& job) -> Result<std::vector<FindingsPtr>> {
            std::vector<FindingsPtr> all;
            for (const auto& set : input.snapshot->featureSets) {
                AnalysisScope scope = input.scope;
                scope.network = set->network.name;
                auto found = predictionAnalysis().run({input.snapshot, std::move(scope), values, {}}, job);
                if (!found) return forward(found);
                all.push_back(std::move(*found));
            }
            return all;
        },
        [this](std::vector<FindingsPtr> all) { showReport(std::move(all)); });
}

QString PredictionPage::titleOf(const TargetReport& r) const {
    QString title = targetTitle(r.target);
    if (r.labelSource.english().starts_with("landmarks")) title += tr(" (labels from landmarks)");
    return title;
}

void PredictionPage::showReport(std::vector<FindingsPtr> all) {
    all_ = std::move(all);
    reports_.clear();
    for (const FindingsPtr& found : all_) {
        const auto& own = resultOf<TargetReports>(*found);
        reports_.insert(reports_.end(), own.begin(), own.end());
    }
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
    to.card->setCaption(heldOutText(r) + figuresText(r));
    if (to.scatter != nullptr) {
        to.card->setChart(report::agreementChart(r));
        const auto snapshot = workspace().snapshot();
        to.scatter->setDescription([view = to.scatter, snapshot](int layer, int point) {
            const auto& points = std::get<figure::Scatter>(view->chart().layers[static_cast<std::size_t>(layer)]);
            const auto i = static_cast<std::size_t>(point);
            const auto row = static_cast<std::size_t>(points.rows.of(i).front());
            return tr("%1\nlabelled %2, predicted %3")
                .arg(QString::fromStdString(snapshot->images.images[row].identity), fixedNumber(points.x[i], 1),
                     fixedNumber(points.y[i], 1));
        });
    } else {
        to.confusion->setCounts(coreText(classText(r.target, r.classes[0])), coreText(classText(r.target, r.classes[1])),
                                r.classification->confusion);
    }
}

void PredictionPage::showCurves() {
    const FeatureSet* set = workspace().featureSet();
    std::vector<const TargetReport*> shown;
    for (const TargetReport& r : reports_)
        if (set != nullptr && r.network == set->network.name) shown.push_back(&r);
    const auto charts = report::featureCurveCharts(shown);
    for (std::size_t i = 0; i < kCurves; ++i) {
        cards()->setShown(curveCards_[i], i < charts.size());
        if (i >= charts.size()) continue;
        curveCards_[i]->setCaption(coreText(charts[i].footnote));
        curveCards_[i]->setChart(charts[i]);
    }
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

void PredictionPage::forget() {
    all_.clear();
    reports_.clear();
}

std::vector<PageDrawing> PredictionPage::drawings() const {
    const FeatureSet* set = workspace().featureSet();
    const auto found = std::ranges::find_if(
        all_, [&](const FindingsPtr& f) { return set != nullptr && f->network() == set->network.name; });
    if (found == all_.end()) return {};
    bool numbers = false, classes = false;
    for (const TargetReport& r : resultOf<TargetReports>(**found)) {
        numbers = numbers || r.regression;
        classes = classes || r.classification;
    }
    if (!numbers && !classes) return {};
    auto drawings = drawingsOf(*found);
    if (!numbers) std::erase_if(drawings, [](const PageDrawing& d) { return d.kind.name == "agreement"; });
    return drawings;
}

std::vector<figure::Chart> PredictionPage::charts() const {
    std::vector<figure::Chart> charts;
    for (const TargetCard& card : targetCards_)
        if (card.report >= 0 && card.scatter != nullptr) charts.push_back(card.scatter->chart());
    for (std::size_t i = 0; i < kCurves; ++i)
        if (!curveCards_[i]->isHidden()) charts.push_back(curves_[i]->chart());
    return charts;
}

}  // namespace facespace
