#include "widgets/pages/view_page.h"

#include <algorithm>
#include <cmath>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <unordered_map>

#include "core/charts/charts.h"
#include "widgets/figure/figure_words.h"
#include "widgets/look/text_label.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/models/image_table_model.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/heat_map.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/view_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kColourBarWidth = 90, kColourBarHeight = 8;
constexpr int kFiguresHeight = 150;  // some rows below the words on the method

QLabel* quietLabel() {
    auto* label = new TextLabel;
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

}  // namespace

ViewPage::ViewPage(Workspace* workspace, QWidget* parent) : AnalysisPage(workspace, viewDependenceAnalysis(), parent) {
    buildBar();
    buildCards();
}

void ViewPage::buildBar() {
    for (const char* key : {"cells", "identities-by", "features-by"}) addToBar(key);
    bar()->addWidget(controls());
}

void ViewPage::buildCards() {
    map_ = new HeatMap;
    map_->setAccessibleName(tr("Identities by features"));
    cell_ = quietLabel();
    low_ = quietLabel();
    high_ = quietLabel();
    colourBar_ = new TextLabel;
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(map_, 1);
    layout->addWidget(cell_);
    mapCard_ = new Card(figureTitle(analysis(), "view-dependence"), box, 2);
    explainFigure(mapCard_, analysis(), "view-dependence");
    for (QWidget* w : {low_, colourBar_, high_}) mapCard_->addControl(w);
    cards()->add(mapCard_);

    test_ = new PlotView;
    testCard_ = new Card(tr("Does it belong to identities or to features?"), test_);
    explainFigure(testCard_, analysis(), "view-test");
    cards()->add(testCard_);

    figures_ = new FiguresTable(tr("Figures of view dependence"));
    figures_->wrapNames();
    figures_->setMinimumHeight(kFiguresHeight);
    figuresCard_ = new Card(tr("Figures"), figures_);
    cards()->add(figuresCard_);

    connect(map_, &HeatMap::rowsPressed, this, &ViewPage::beginSelecting);
    connect(map_, &HeatMap::rowsChosen, this, [this](int from, int to) {
        const auto rows = rowsOf(from, to);
        selectRows(rows);
        if (from == to && !rows.empty()) workspace().selection().setCurrent(rows.front());
    });
    connect(map_, &HeatMap::cellHovered, this, &ViewPage::describeCell);
}

void ViewPage::compute() {
    const ViewDependenceOptions options = viewDependenceOptions(controls()->values());
    runAnalysis<ViewDependenceReport>(
        tr("Testing views"), controls()->values(), [this, options](std::shared_ptr<const ViewDependenceReport> report) {
            figures_->setRows({tr("Figure"), tr("Value (95 % interval)")}, viewFigures(report->result, options));
            figuresCard_->setCaption(viewMethod(report->result, options));
            showReport(std::move(report));
        });
}

void ViewPage::showReport(std::shared_ptr<const ViewDependenceReport> report) {
    report_ = std::move(report);
    const ViewDependence& v = report_->result;
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < v.identities.size(); ++i) index.emplace(v.identities[i].identity, i);
    imagesOf_.assign(v.identities.size(), {});
    const auto& images = workspace().snapshot()->images.images;
    for (std::size_t r = 0; r < images.size(); ++r)
        if (const auto at = index.find(images[r].identity); at != index.end())
            imagesOf_[at->second].push_back(static_cast<int>(r));
    showMap();
    showTest();
}

void ViewPage::showMap() {
    if (!report_) return;
    const ViewDependence& v = report_->result;
    const report::ViewMapDrawing drawing = viewMapDrawing(controls()->values());
    rows_ = report::viewRows(v, drawing.identities);
    columns_ = report::viewColumns(v, drawing.features);
    mapChart_ = report::viewHeatMapChart(v, drawing, std::max(v.t.rows(), v.t.cols()));
    sayInWindowLanguage(mapChart_);
    HeatMapData shown = viewMap(mapChart_, v, rows_, columns_);
    mapCard_->setCaption(QString::fromStdString(mapChart_.legend.bar->title));
    low_->setText(fixedNumber(shown.low, shown.low == std::floor(shown.low) ? 0 : 2));
    high_->setText(fixedNumber(shown.high, shown.high == std::floor(shown.high) ? 0 : 2));
    map_->setData(std::move(shown));
    colourBar_->setPixmap(QPixmap::fromImage(map_->colourBar(kColourBarWidth, kColourBarHeight)));
    describeCell(-1, -1);
    markSelected();
}

namespace {
QString ownerText(const ViewDependence& v) {
    if (v.effects.differences.empty()) return ViewPage::tr("Not tested: there is one identity, or no resamples.");
    switch (v.owner) {
        case ViewOwner::kIdentities:
            return ViewPage::tr("Identities differ more than features.");
        case ViewOwner::kFeatures:
            return ViewPage::tr("Features differ more than identities.");
        case ViewOwner::kCannotTell:
            break;
    }
    return ViewPage::tr("Cannot tell.");
}
}  // namespace

void ViewPage::showTest() {
    const ViewDependence& v = report_->result;
    testCard_->setCaption(ownerText(v));
    testCard_->setChart(report::viewTestChart(v));
}

const ViewIdentity& ViewPage::identityAt(int row) const {
    return report_->result.identities[static_cast<std::size_t>(rows_[static_cast<std::size_t>(row)])];
}

std::vector<int> ViewPage::rowsOf(int from, int to) const {
    std::vector<int> rows;
    for (int r = from; r <= to; ++r) {
        const auto& images = imagesOf_[static_cast<std::size_t>(rows_[static_cast<std::size_t>(r)])];
        rows.insert(rows.end(), images.begin(), images.end());
    }
    return rows;
}

void ViewPage::describeCell(int row, int column) {
    if (row < 0 || !report_)
        return cell_->setText(tr("Hover for the values of a cell; click on a row to select the identity."));
    const ViewDependence& v = report_->result;
    const ViewIdentity& identity = identityAt(row);
    const Eigen::Index i = rows_[static_cast<std::size_t>(row)];
    if (column < 0) {
        return cell_->setText(tr("%1 · %2 frontal, %3 profile images · %4 % of features significant")
                                  .arg(QString::fromStdString(identity.identity))
                                  .arg(identity.frontal.size())
                                  .arg(identity.profile.size())
                                  .arg(numberText(v.ofIdentity(i) * 100, 1)));
    }
    const Eigen::Index f = columns_[static_cast<std::size_t>(column)];
    cell_->setText(tr("%1 · feature %2 · t = %3 (df %4) · adjusted p = %5 · g = %6")
                       .arg(QString::fromStdString(identity.identity))
                       .arg(f)
                       .arg(fixedNumber(v.t(i, f), 2), fixedNumber(v.df(i, f), 1), shownNumber(v.adjusted(i, f)),
                            fixedNumber(v.hedgesG(i, f), 2)));
}

void ViewPage::markSelected() {
    if (!report_) return;
    const auto selected = isSelected();
    std::vector<bool> marked;
    for (const Eigen::Index i : rows_) {
        const auto& images = imagesOf_[static_cast<std::size_t>(i)];
        marked.push_back(std::any_of(images.begin(), images.end(), selected));
    }
    map_->setMarkedRows(std::move(marked));
}

std::vector<PageDrawing> ViewPage::drawings() const {
    auto drawings = AnalysisPage::drawings();
    for (PageDrawing& drawing : drawings) drawing.values = controls()->values();
    if (report_ && report_->result.effects.differences.empty())
        std::erase_if(drawings, [](const PageDrawing& d) { return d.kind.name == "view-test"; });
    return drawings;
}

std::vector<figure::Chart> ViewPage::charts() const {
    if (!report_) return {};
    std::vector<figure::Chart> charts{mapChart_};
    if (!test_->chart().layers.empty()) charts.push_back(test_->chart());
    return charts;
}

}  // namespace facespace
