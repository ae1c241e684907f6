#include "widgets/pages/suspects_page.h"

#include <algorithm>
#include <cmath>
#include <QHBoxLayout>
#include <QSpinBox>

#include "core/common/number_text.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/option_popup.h"
#include "widgets/pages/pair_view.h"
#include "widgets/pages/plot_view.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr std::size_t kMostShown = 1000, kMostDrawn = 12;
constexpr int kBins = 60;

QString count(std::int64_t n) { return QString::fromStdString(groupedNumber(n)); }

}  // namespace

SuspectsPage::SuspectsPage(Workspace* workspace, QWidget* parent)
    : AnalysisPage(workspace, tr("Which labels look wrong"), parent), thumbnails_(workspace, 96, 16 << 20) {
    options_ = new OptionPopup;
    minimum_ = options_->addNumber(tr("Images that an identity must have"), 1, 1000, 2);
    bar()->addWidget(options_);
    connect(options_, &OptionPopup::edited, this, &SuspectsPage::optionsChanged);

    faces_ = new PairView(tr("Suspected labels as faces"), &thumbnails_, isSelected());
    facesCard_ = new Card(tr("Image, and a face of the nearer identity"), static_cast<QWidget*>(faces_));
    cards()->add(facesCard_);
    table_ = new FiguresTable(tr("Suspected labels"));
    cards()->add(new Card(tr("Suspected labels"), static_cast<QWidget*>(table_), 1));
    histogram_ = new PlotView;
    histogramCard_ = new Card(tr("How much nearer to another identity"), histogram_);
    cards()->add(histogramCard_);

    connect(faces_, &PairView::pairChosen, this, [this](int pair, Qt::KeyboardModifiers modifiers) {
        choose(static_cast<int>(faces_->pairs()->pair(pair).a), modifiers);
    });
    connect(table_, &FiguresTable::rowChosen, this,
            [this](int row) { choose(static_cast<int>(suspects_.list[static_cast<std::size_t>(row)].row), {}); });
    histogram_->setBrush(PlotView::Brush::kRange);
    connect(histogram_, &PlotView::brushStarted, this, &SuspectsPage::beginSelecting);
    connect(histogram_, &PlotView::brushMoved, this,
            [this](const QRectF& area) { selectRows(rowsInRange(area.left(), area.right())); });
    connect(histogram_, &PlotView::pointClicked, this, [this](int series, int bar, Qt::KeyboardModifiers modifiers) {
        const PlotSeries& s = histogram_->plot().series[static_cast<std::size_t>(series)];
        const auto i = static_cast<std::size_t>(bar);
        selectNow(rowsInRange(s.x[i], s.x[i + 1]), modifiers);
    });
    connect(histogram_, &PlotView::emptyClicked, this, [this](Qt::KeyboardModifiers modifiers) {
        if (selectionModeFor(modifiers) == SelectionMode::kReplace) this->workspace().selection().clear();
    });
}

void SuspectsPage::compute() {
    SuspectOptions options;
    options.minimum = minimum_->value();
    used().suspects = options;
    run<Suspects>(
        tr("Looking for wrong labels"),
        [options](const PageInput& input, const JobContext& job) {
            return suspectsOf(*input.snapshot, input.scope, options, job);
        },
        [this](Suspects suspects) { showReport(std::move(suspects)); });
}

void SuspectsPage::showReport(Suspects suspects) {
    suspects_ = std::move(suspects);
    showList();
    showHistogram();
}

void SuspectsPage::showList() {
    const auto& images = workspace().snapshot()->images.images;
    std::vector<ScoredPair> pairs;
    QStringList names;
    QList<QStringList> rows;
    for (const Suspect& s : suspects_.list) {
        if (pairs.size() == kMostShown) break;
        const QString labelled = QString::fromStdString(s.identity), nearest = QString::fromStdString(s.nearest);
        pairs.push_back({s.row, s.nearestExample, static_cast<float>(s.margin())});
        names << QStringLiteral("%1 → %2").arg(labelled, nearest);
        rows << QStringList{labelled,
                            nearest,
                            fixedNumber(s.margin(), 3),
                            fixedNumber(s.own, 3),
                            fixedNumber(s.other, 3),
                            QString::fromStdString(images[static_cast<std::size_t>(s.row)].path)};
    }
    faces_->setPairs(std::move(pairs), names);
    table_->setRows({tr("Labelled"), tr("Nearer to"), tr("Margin"), tr("Cosine, own"), tr("other"), tr("Image")}, rows);
    QStringList words{tr("%1 of %2 images are nearer to another identity's centroid than to their own, taken without them.")
                          .arg(count(static_cast<std::int64_t>(suspects_.list.size())), count(suspects_.judged))};
    if (suspects_.list.size() > kMostShown) words << tr("The first %1 are listed.").arg(count(kMostShown));
    for (const std::string& note : suspects_.notes) words << coreText(note);
    facesCard_->setCaption(words.join(QLatin1Char(' ')));
}

void SuspectsPage::showHistogram() {
    Plot plot;
    std::vector<double> margins;
    for (const float m : suspects_.margins)
        if (std::isfinite(m)) margins.push_back(static_cast<double>(m));
    std::tie(plot.x.low, plot.x.high) = paddedRange(margins, 0.02);
    plot.x.title = tr("Margin (cosine)");
    plot.y = {tr("Images"), true, false, 0.8, 1, true};
    PlotSeries all, chosen;
    all.kind = chosen.kind = PlotSeries::Kind::kBars;
    all.name = tr("images judged");
    chosen.name = tr("selected");
    all.tone = PlotTone::kAccent;
    chosen.tone = PlotTone::kOrange;
    all.picks = chosen.strong = true;
    for (int i = 0; i <= kBins; ++i) all.x.push_back(plot.x.low + (plot.x.high - plot.x.low) * i / kBins);
    chosen.x = all.x;
    all.y.assign(kBins, 0);
    chosen.y.assign(kBins, 0);
    const auto selected = isSelected();
    for (std::size_t r = 0; r < suspects_.margins.size(); ++r) {
        const auto m = static_cast<double>(suspects_.margins[r]);
        if (!std::isfinite(m)) continue;
        const double at = (m - plot.x.low) / (plot.x.high - plot.x.low) * kBins;
        const auto bin = static_cast<std::size_t>(std::clamp(static_cast<int>(at), 0, kBins - 1));
        all.y[bin] += 1;
        if (!selected(static_cast<int>(r))) continue;
        chosen.y[bin] += 1;
    }
    plot.y.high = 1.4 * std::max(1.0, *std::max_element(all.y.begin(), all.y.end()));
    plot.series.push_back(std::move(all));
    // Always there, so that the legend keeps its height.
    plot.series.push_back(std::move(chosen));
    if (plot.x.low < 0 && plot.x.high > 0)
        plot.marks.push_back({PlotMark::Kind::kVertical, 0, tr("as near to both"), PlotTone::kText, true});
    const QRectF brushed = histogram_->brushed();
    histogramCard_->setPlot(std::move(plot));
    histogram_->setBrushed(brushed);
}

std::vector<int> SuspectsPage::rowsInRange(double low, double high) const {
    std::vector<int> rows;
    for (std::size_t r = 0; r < suspects_.margins.size(); ++r) {
        const auto m = static_cast<double>(suspects_.margins[r]);
        if (m >= low && m <= high) rows.push_back(static_cast<int>(r));
    }
    return rows;
}

void SuspectsPage::choose(int row, Qt::KeyboardModifiers modifiers) {
    selectNow({row}, modifiers);
    workspace().selection().setCurrent(row);
}

void SuspectsPage::markSelected() {
    showHistogram();
    faces_->viewport()->update();
}

std::vector<PageDrawing> SuspectsPage::drawings() const {
    if (!hasResult() || suspects_.list.empty()) return {};
    const auto draw = [suspects = std::make_shared<const Suspects>(suspects_), snapshot = workspace().snapshot()](
                          const ExportChoices& choices, const JobContext& job) {
        return report::suspectsFigure(*snapshot, *suspects,
                                      {.most = kMostDrawn,
                                       .widthMm = choices.map.widthMm,
                                       .dpi = choices.dpi,
                                       .style = choices.map.style,
                                       .privacy = choices.map.privacy},
                                      job);
    };
    return {{"suspects", draw, true}};
}

std::vector<Plot> SuspectsPage::plots() const {
    return hasResult() ? std::vector<Plot>{histogram_->plot()} : std::vector<Plot>{};
}

}  // namespace facespace
