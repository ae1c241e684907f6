#include "widgets/pages/compare_page.h"

#include <algorithm>
#include <cmath>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <utility>

#include "core/analyses/verify/verify_difference.h"
#include "core/charts/compare_figure.h"
#include "widgets/faces/thumbnail_strip.h"
#include "widgets/look/text_label.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/selected_marks.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr std::size_t kMostListed = 500;

QString differenceName(const NetworkDifference& d) {
    if (d.figure == "auc") return QObject::tr("AUC");
    if (d.figure == "eer") return QObject::tr("Equal error rate");
    if (d.figure == "d_prime") return QObject::tr("d′");
    return QObject::tr("1 − FNMR at FMR %1").arg(digitsText(d.fmrTarget, 3));
}

}  // namespace

ComparePage::ComparePage(Workspace* workspace, QWidget* parent)
    : AnalysisPage(workspace, compareAnalysis(), parent), link_(workspace, &second_), thumbnails_(workspace, 96, 16 << 20) {
    buildBar();
    ranks_ = new PlotView;
    ranksCard_ = new Card(tr("Distance from the origin, in ranks"), ranks_);
    cards()->add(ranksCard_);
    linkPoints(ranks_);
    kept_ = new PlotView;
    keptCard_ = new Card(tr("Neighbours in common"), kept_);
    cards()->add(keptCard_);
    linkBars(kept_, [this](double low, double high) { return rowsKept(low, high); });
    buildNeighbours();
    differences_ = new FiguresTable(tr("Telling identities apart"));
    differences_->wrapNames();
    differencesCard_ = new Card(tr("Telling identities apart"), differences_);
    cards()->add(differencesCard_);
    cards()->add(new Card(tr("Images that changed most"), buildChanged(), 1));
    connect(workspace, &Workspace::snapshotChanged, this, &ComparePage::fillMaps);
    connect(workspace, &Workspace::mapChanged, this, &ComparePage::fillMaps);
    connect(&workspace->selection(), &SelectionModel::currentChanged, this, &ComparePage::showNeighbours);
    fillMaps();
}

void ComparePage::buildBar() {
    maps_ = new QComboBox;
    maps_->setAccessibleName(tr("The map to compare with"));
    maps_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* label = new TextLabel(tr("Compare &with"));
    label->setBuddy(maps_);
    bar()->addWidget(label);
    bar()->addWidget(maps_);
    bar()->addWidget(controls());
    connect(maps_, &QComboBox::activated, this, [this] {
        chosen_ = MapId{maps_->currentData().toLongLong()};
        chooseMap(chosen_);
    });
}

/// As faces, and with their figures.
QWidget* ComparePage::buildChanged() {
    const auto choose = [this](int image) {
        selectNow({image}, {});
        workspace().selection().setCurrent(image);
    };
    changed_ = new ThumbnailStrip(QString(), &thumbnails_);
    connect(changed_, &ThumbnailStrip::chosen, this, choose);
    table_ = new FiguresTable(tr("Images that changed most"));
    table_->setListsImages();
    connect(table_, &FiguresTable::rowChosen, this,
            [this, choose](int row) { choose(listed_[static_cast<std::size_t>(row)]); });
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(changed_);
    layout->addWidget(table_, 1);
    return body;
}

void ComparePage::buildNeighbours() {
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    for (ThumbnailStrip** strip : {&both_, &onlyFirst_, &onlySecond_}) {
        *strip = new ThumbnailStrip(QString(), &thumbnails_);
        layout->addWidget(*strip);
        connect(*strip, &ThumbnailStrip::chosen, this, [this](int row) { workspace().selection().setCurrent(row); });
    }
    layout->addStretch();
    neighboursCard_ = new Card(tr("Neighbours of the image in view"), body);
    cards()->add(neighboursCard_);
}

void ComparePage::fillMaps() {
    const QSignalBlocker block(maps_);
    const auto& snapshot = workspace().snapshot();
    maps_->clear();
    const MapRecord* shown = workspace().mapRecord();
    if (snapshot == nullptr || shown == nullptr) return;
    if (std::exchange(projectFile_, snapshot->projectFile) != snapshot->projectFile) chosen_ = {};
    for (const MapRecord& map : snapshot->maps)
        if (map.id != shown->id) maps_->addItem(QString::fromStdString(map.name), static_cast<qlonglong>(map.id.value));
    if (maps_->count() == 0) return;
    const auto at = [&](MapId map) { return maps_->findData(static_cast<qlonglong>(map.value)); };
    const MapId wanted = chosen_ && at(chosen_) >= 0 ? chosen_ : proposedMap();
    maps_->setCurrentIndex(std::max(0, at(wanted)));
    chooseMap(MapId{maps_->currentData().toLongLong()});
}

/// The same kind of map of another network tells most, then any of another network, then the same kind of this one.
MapId ComparePage::proposedMap() const {
    const MapRecord& shown = *workspace().mapRecord();
    MapId best;
    int most = -1;
    for (const MapRecord& map : workspace().snapshot()->maps) {
        if (map.id == shown.id) continue;
        const bool alike = map.method == shown.method, dims = map.coordinates.cols() == shown.coordinates.cols();
        const int fit = (map.network != shown.network ? 4 : 0) + (alike ? 2 : 0) + (dims ? 1 : 0);
        if (fit < most) continue;  // the newest of those that fit as well
        most = fit;
        best = map.id;
    }
    return best;
}

void ComparePage::chooseMap(MapId map) {
    const auto& maps = workspace().snapshot()->maps;
    const auto found = std::find_if(maps.begin(), maps.end(), [&](const MapRecord& m) { return m.id == map; });
    if (found == maps.end()) return;
    second_.setNetwork(found->network);
    second_.setMap(map);
    optionsChanged();
}

QString ComparePage::lacking() const {
    if (const QString lacks = AnalysisPage::lacking(); !lacks.isEmpty()) return lacks;
    if (workspace().mapRecord() == nullptr) return tr("Maps are compared here once the one in view is done.");
    if (maps_->count() == 0)
        return tr("There is one map only. Extract features with a second network, or make another map, to compare.");
    return {};
}

void ComparePage::compute() {
    CompareOptions options;
    options.first = {workspace().map(), workspace().network()};
    options.second = {second_.map(), second_.network()};
    options.k = controls()->values().whole("k");
    if (const MapRecord* map = workspace().mapRecord()) controls()->set("first", map->name);
    controls()->set("second", maps_->currentText().toStdString());
    run<FindingsPtr>(
        tr("Comparing"),
        [options, values = controls()->values()](const PageInput& input, const JobContext& job) -> Result<FindingsPtr> {
            CompareOptions scoped = options;
            scoped.rows = input.scope.rows;
            auto comparison = compareSpaces(*input.snapshot, scoped, job);
            if (!comparison) return forward(comparison);
            return compareFindings({input.snapshot, input.scope, values, {}}, std::move(*comparison));
        },
        [this](FindingsPtr found) {
            setFindings(found);
            showResult(resultOf<Comparison>(*found));
            if (result_.ofNetworks) verify();
        });
}

/// All pairs of two networks take longer than the rest, which is in view meanwhile.
void ComparePage::verify() {
    run<FindingsPtr>(
        tr("Verifying both networks"),
        [comparison = result_, values = controls()->values()](const PageInput& input,
                                                              const JobContext& job) -> Result<FindingsPtr> {
            const AnalysisRequest request{input.snapshot, input.scope, values, {}};
            Comparison verified = comparison;
            if (const auto done = verifyComparison(request, verified, job); !done) return forward(done);
            return compareFindings(request, std::move(verified));
        },
        [this](FindingsPtr found) {
            setFindings(found);
            result_ = resultOf<Comparison>(*found);
            showDifferences();
        });
}

void ComparePage::showDifferences() {
    cards()->setShown(differencesCard_, result_.ofNetworks);
    const bool there = result_.verified.size() == 2;
    const QString first = QString::fromStdString(result_.first), second = QString::fromStdString(result_.second);
    QList<QStringList> rows;
    QStringList firstBetter, secondBetter, open;
    if (there)
        for (const NetworkDifference& d : differencesOf(result_.verified[0], result_.verified[1])) {
            const QString name = differenceName(d);
            rows << QStringList{name, fixedNumber(d.first, 4), fixedNumber(d.second, 4), estimateText(d.difference, 4)};
            (d.better.empty() ? open : d.better == result_.first ? firstBetter : secondBetter) << name;
        }
    differences_->setRows({tr("Figure"), first, second, tr("Difference (95 % interval)")}, rows);
    if (!result_.verifiedLacking.empty()) return differencesCard_->setCaption(coreText(result_.verifiedLacking));
    if (!there) return differencesCard_->setCaption(tr("Computed after the comparison."));
    const QString between = QStringLiteral(", ");
    QStringList sentences;
    if (!firstBetter.isEmpty()) sentences << tr("“%1” is better by %2.").arg(first, firstBetter.join(between));
    if (!secondBetter.isEmpty()) sentences << tr("“%1” is better by %2.").arg(second, secondBetter.join(between));
    if (!open.isEmpty()) sentences << tr("These images cannot tell by %1.").arg(open.join(between));
    differencesCard_->setCaption(sentences.join(QLatin1Char(' ')));
}

void ComparePage::showResult(Comparison result) {
    result_ = std::move(result);
    cards()->setShown(ranksCard_, result_.ofNetworks);
    showRanks();
    showDifferences();
    showKept();
    showList();
    showNeighbours();
}

void ComparePage::showRanks() {
    if (!result_.ofNetworks) return;
    ranksCard_->setCaption(
        std::isnan(result_.rho)
            ? tr("The features of one network have unit length: its distances tell nothing.")
            : tr("Spearman ρ %1, Kendall τ %2").arg(fixedNumber(result_.rho, 3), fixedNumber(result_.tau, 3)));
    ranksCard_->setChart(std::isnan(result_.rho) ? figure::Chart() : report::ranksChart(result_));
}

void ComparePage::showKept() {
    keptCard_->setCaption(tr("%1 % in common on average, %2 % by chance; %3 images")
                              .arg(fixedNumber(result_.meanShared * 100, 0), fixedNumber(result_.byChance * 100, 1),
                                   countText(result_.images)));
    const QRectF brushed = kept_->brushed();
    keptCard_->setChart(withSelected(report::sharedChart(result_), isSelected()));
    kept_->setBrushed(brushed);
}

std::vector<int> ComparePage::rowsKept(double low, double high) const {
    std::vector<int> rows;
    for (std::size_t row = 0; row < result_.shared.size(); ++row) {
        const auto share = static_cast<double>(result_.shared[row]);
        // The last bar holds what is wholly in common, as it is drawn.
        if (share >= low && (share < high || (share >= 1 && high >= 1))) rows.push_back(static_cast<int>(row));
    }
    return rows;
}

void ComparePage::showList() {
    const auto& images = workspace().snapshot()->images.images;
    listed_ = mostChanged(result_);
    if (listed_.size() > kMostListed) listed_.resize(kMostListed);
    QList<QStringList> rows;
    for (const int row : listed_) {
        const auto r = static_cast<std::size_t>(row);
        QStringList line{QString::fromStdString(images[r].identity),
                         fixedNumber(static_cast<double>(result_.shared[r]) * 100, 0)};
        if (result_.ofNetworks)
            line << fixedNumber(result_.firstRank[r], 0) << fixedNumber(result_.secondRank[r], 0)
                 << fixedNumber(result_.shift(r), 0);
        rows << (line << QString::fromStdString(images[r].path));
    }
    QStringList heads{tr("Identity"), tr("In common, %")};
    if (result_.ofNetworks)
        heads << tr("Percentile in %1").arg(QString::fromStdString(result_.first))
              << tr("Percentile in %1").arg(QString::fromStdString(result_.second)) << tr("Shift of the percentile");
    table_->setRows(heads << tr("Image"), rows);
    QStringList tips;
    for (const QStringList& line : rows) tips << tr("%1 · %2 % in common").arg(line[0], line[1]);
    changed_->setRows(listed_, tips);
}

void ComparePage::showNeighbours() {
    const int row = workspace().selection().current();
    const auto k = static_cast<std::size_t>(std::max(0, result_.k));
    std::vector<int> both, first, second;
    if (row >= 0 && (static_cast<std::size_t>(row) + 1) * k <= result_.firstNeighbours.size()) {
        const auto begin = static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row) * k);
        const auto end = begin + static_cast<std::ptrdiff_t>(k);
        const std::vector<int> a(result_.firstNeighbours.begin() + begin, result_.firstNeighbours.begin() + end);
        const std::vector<int> b(result_.secondNeighbours.begin() + begin, result_.secondNeighbours.begin() + end);
        const auto in = [](const std::vector<int>& rows, int r) {
            return std::find(rows.begin(), rows.end(), r) != rows.end();
        };
        for (const int r : a) {
            if (r >= 0) (in(b, r) ? both : first).push_back(r);
        }
        for (const int r : b) {
            if (r >= 0 && !in(a, r)) second.push_back(r);
        }
    }
    const auto show = [this](ThumbnailStrip* strip, const QString& title, const std::vector<int>& rows) {
        QStringList tips;
        for (const int r : rows)
            tips << QString::fromStdString(workspace().snapshot()->images.images[static_cast<std::size_t>(r)].identity);
        strip->setTitle(tr("%1: %2").arg(title).arg(rows.size()));
        strip->setRows(rows, tips);
    };
    const QString a = QString::fromStdString(result_.first), b = QString::fromStdString(result_.second);
    show(both_, tr("In both"), both);
    show(onlyFirst_, tr("Only in %1").arg(a), first);
    show(onlySecond_, tr("Only in %1").arg(b), second);
    neighboursCard_->setCaption(row < 0 ? tr("Click an image on a map.") : QString());
}

void ComparePage::markSelected() {
    ranks_->setMarked(isSelected());
    showKept();
}

std::vector<PageDrawing> ComparePage::drawings() const {
    return hasResult() ? AnalysisPage::drawings() : std::vector<PageDrawing>{};
}

std::vector<figure::Chart> ComparePage::charts() const {
    if (!hasResult()) return {};
    std::vector<figure::Chart> charts{kept_->chart()};
    if (result_.ofNetworks && !std::isnan(result_.rho)) charts.insert(charts.begin(), ranks_->chart());
    return charts;
}

}  // namespace facespace
