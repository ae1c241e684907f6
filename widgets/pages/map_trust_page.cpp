#include "widgets/pages/map_trust_page.h"

#include <algorithm>
#include <cmath>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/analyses/trust/trust_analysis.h"
#include "core/charts/trust_figure.h"
#include "core/projection/map_method.h"
#include "widgets/look/empty_state.h"
#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/plot_view.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kMostSeeds = 20;

QString shownFigure(double value, int decimals) {
    return std::isfinite(value) ? numberText(value, decimals) : QStringLiteral("–");
}

/// Where in a report the images' own k is.
std::size_t columnOf(const TrustReport& r) {
    const auto at = std::ranges::find(r.neighbours, r.columnNeighbours);
    return at == r.neighbours.end() ? 0 : static_cast<std::size_t>(at - r.neighbours.begin());
}

}  // namespace

MapTrustPage::MapTrustPage(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), chart_(new PlotView), tree_(new QTreeWidget) {
    tree_->setAccessibleName(tr("Figures of the maps that were measured"));
    tree_->setHeaderLabels({tr("Map"), tr("KL divergence"), tr("Trustworthy"), tr("Continuous"), tr("Preserved"),
                            tr("ρ distances"), tr("ρ identities"), tr("Neighbours alike")});
    auto* header = tree_->headerItem();
    header->setToolTip(0, tr("A map that was measured; of the one in view the curves are shown"));
    header->setToolTip(1, tr("Comparable between maps of the same features and perplexity"));
    header->setToolTip(2, tr("1 if all neighbours on the map are neighbours in the features"));
    header->setToolTip(3, tr("1 if all neighbours in the features are neighbours on the map"));
    header->setToolTip(4, tr("Share of each image's nearest that are the same in the features and on the map"));
    header->setToolTip(5, tr("Rank correlation of distances in the features and on the map, over all pairs of images"));
    header->setToolTip(6, tr("The same of the distances between the identities' centroids"));
    header->setToolTip(7, tr("Share of neighbours that the map with another seed has in common with this one"));
    tree_->setUniformRowHeights(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->header()->setStretchLastSection(false);
    curves_ = new Card(tr("Over the number of neighbours"), chart_);
    auto* cards = new CardGrid;
    cards->setAbout(coreText(trustAnalysis().meaning), QString::fromStdString(trustAnalysis().manual));
    cards->add(curves_);
    cards->add(new Card(tr("Maps that were measured"), static_cast<QWidget*>(tree_), 2));
    empty_ = new EmptyState(cards);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(empty_, 1);
    connect(workspace_, &Workspace::snapshotChanged, this, &MapTrustPage::follow);
    connect(workspace_, &Workspace::mapChanged, this, &MapTrustPage::follow);
    follow();
}

QWidget* MapTrustPage::buildBar() {
    title_ = new TextLabel;
    title_->setForegroundRole(QPalette::PlaceholderText);
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    title_->setAccessibleName(tr("The map that is measured"));
    measure_ = new QPushButton(themedIcon(QStringLiteral("trust")), tr("&Measure this map"));
    colour_ = new QPushButton(tr("&Colour by preservation"));
    colour_->setToolTip(tr("Colour each image by the share of its neighbours that the map keeps"));
    export_ = new QPushButton(themedIcon(QStringLiteral("export")), tr("E&xport…"));
    seeds_ = new QSpinBox;
    seeds_->setRange(0, kMostSeeds);
    seeds_->setSpecialValueText(tr("none"));
    seeds_->setAccessibleName(tr("Other seeds to compare"));
    seeds_->setToolTip(tr("Make the map again with so many other seeds and compare"));
    auto* label = new TextLabel(tr("Other &seeds"));
    label->setBuddy(seeds_);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 10, 6);
    layout->setSpacing(8);
    auto* controls = new WrappingRow;
    controls->setSpacing(8);
    for (QWidget* control : std::initializer_list<QWidget*>{label, seeds_, measure_, colour_, export_})
        controls->addWidget(control);
    layout->addWidget(title_, 1);
    layout->addLayout(controls);
    layout->addWidget(figureButton());
    connect(measure_, &QPushButton::clicked, this, &MapTrustPage::measure);
    connect(colour_, &QPushButton::clicked, this, [this] { workspace_->colours().setKey(preservationKey()); });
    connect(export_, &QPushButton::clicked, this, &MapTrustPage::exportRequested);
    return bar;
}

/// A map that is the same for every seed is not made again.
bool MapTrustPage::random() const {
    const MapMethod* method = mapMethod(workspace_->mapRecord()->method);
    return method != nullptr && method->random;
}

void MapTrustPage::setBusy(bool busy) {
    busy_ = busy;
    refreshButtons();
}

void MapTrustPage::measure() {
    const MapRecord* map = workspace_->mapRecord();
    if (map == nullptr || busy_) return;
    TrustOptions options;
    options.map = map->name;
    options.seeds = random() ? seeds_->value() : 0;
    Q_EMIT measureRequested(options);
}

std::vector<TrustReport> MapTrustPage::reports() const {
    std::vector<TrustReport> all;
    const auto& snapshot = workspace_->snapshot();
    if (!snapshot) return all;
    for (const TrustRecord& record : snapshot->trust)
        if (auto report = trustFromJson(record.reportJson)) all.push_back(std::move(*report));
    return all;
}

std::optional<TrustReport> MapTrustPage::shownReport() const {
    const MapRecord* map = workspace_->mapRecord();
    if (map == nullptr) return std::nullopt;
    for (TrustReport& report : reports())
        if (report.map == map->name) return report;
    return std::nullopt;
}

QString MapTrustPage::preservationKey() const {
    const MapRecord* map = workspace_->mapRecord();
    return map == nullptr ? QString() : QStringLiteral("preserved[%1]").arg(QString::fromStdString(map->name));
}

void MapTrustPage::refreshButtons() {
    const bool map = workspace_->mapRecord() != nullptr;
    measure_->setEnabled(map && !busy_);
    seeds_->setEnabled(map && !busy_ && random());
    colour_->setEnabled(map && workspace_->table() && workspace_->table()->find(preservationKey().toStdString()) != nullptr);
    export_->setEnabled(!reports().empty());
    figureButton()->setAvailable(shownReport().has_value());
}

void MapTrustPage::follow() {
    const MapRecord* map = workspace_->mapRecord();
    const auto report = shownReport();
    if (map == nullptr) {
        title_->clear();
        empty_->setHint(workspace_->hasLiveMap() ? tr("The map is still being computed; it can be measured when it is done.")
                                                 : tr("A map is measured here once there is one."));
    } else if (!report) {
        title_->setText(QString::fromStdString(map->name));
        empty_->setHint(
            tr("Not measured yet. Measuring compares the map with the features it was made from, over all pairs of images: "
               "which neighbours are real, which are lost, and how each image fares."));
    } else {
        title_->setText(tr("%1 · %2 images · shares at k = %3")
                            .arg(QString::fromStdString(map->name), countText(report->images))
                            .arg(report->columnNeighbours));
        empty_->setHint({});
    }
    fillTree();
    drawChart();
    refreshButtons();
}

void MapTrustPage::fillTree() {
    tree_->clear();
    const MapRecord* shown = workspace_->mapRecord();
    bool seeds = false;
    for (const TrustReport& r : reports()) {
        seeds = seeds || !r.seeds.empty();
        const std::size_t c = columnOf(r);
        auto* item = new QTreeWidgetItem(
            tree_, {QString::fromStdString(r.map), shownFigure(r.klDivergence, 3), shownFigure(r.trustworthiness[c], 4),
                    shownFigure(r.continuity[c], 4), shownFigure(r.preservation[c], 4),
                    shownFigure(r.distanceCorrelation, 3), shownFigure(r.centroidCorrelation, 3), QString()});
        for (const auto& s : r.seeds)
            new QTreeWidgetItem(item, {tr("seed %1").arg(s.seed),
                                       shownFigure(s.klDivergence, 3),
                                       shownFigure(s.trustworthiness, 4),
                                       shownFigure(s.continuity, 4),
                                       shownFigure(s.preservation, 4),
                                       {},
                                       {},
                                       tr("%1 %").arg(shownFigure(100 * s.agreement, 1))});
        item->setExpanded(true);
        if (shown == nullptr || r.map != shown->name) continue;
        QFont bold = item->font(0);
        bold.setBold(true);
        for (int column = 0; column < tree_->columnCount(); ++column) item->setFont(column, bold);
    }
    tree_->setColumnHidden(tree_->columnCount() - 1, !seeds);  // of other seeds only
    for (int column = 0; column < tree_->columnCount(); ++column) {
        if (column > 0) {
            tree_->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
            for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
                auto* item = tree_->topLevelItem(i);
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
                for (int s = 0; s < item->childCount(); ++s)
                    item->child(s)->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
            }
        }
        tree_->resizeColumnToContents(column);
    }
}

void MapTrustPage::drawChart() {
    const auto shown = shownReport();
    curves_->setChart(shown && !shown->neighbours.empty() ? report::trustChart(*shown) : figure::Chart());
}

std::vector<PageDrawing> MapTrustPage::drawings() const {
    const MapRecord* map = workspace_->mapRecord();
    if (map == nullptr || !shownReport()) return {};
    AnalysisRequest request{workspace_->snapshot(), {}, trustAnalysis().defaults(), {}};
    (void)request.values.set("map", map->name);
    const auto found = trustAnalysis().run(request, {});
    return drawingsOf(found ? *found : nullptr);
}

ExportSource MapTrustPage::exportSource() const { return exportSourceOf(drawings(), tr("all")); }

QByteArray MapTrustPage::exported(Table table) const {
    const auto all = reports();
    if (table == Table::kFigures) return QByteArray::fromStdString(trustAsCsv(all));
    if (table == Table::kSeeds) return QByteArray::fromStdString(trustSeedsAsCsv(all));
    std::string json;
    for (const TrustReport& r : all) json += (json.empty() ? "[" : ",\n") + trustAsJson(r);
    return QByteArray::fromStdString((json.empty() ? "[" : json) + "]\n");
}

}  // namespace facespace
