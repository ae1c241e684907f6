// What becomes of the face over the slider that was moved last, in the page and for print.
#include "widgets/pages/card.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/probe_controls.h"
#include "widgets/pages/probe_page.h"

namespace facespace {
namespace {

constexpr int kCurvePoints = 13;

}  // namespace

bool ProbePage::unitLength() const {
    const FeatureSet* set = workspace_->featureSet();
    return set != nullptr && set->network.normalised;
}

double ProbePage::figureOf(const ProbeStep& step) const { return unitLength() ? step.cosine : step.distance; }

/// Once the slider rests, the rest of its range is asked for.
void ProbePage::askCurve() {
    if (field_ == nullptr || !isVisible() || !answer_.now || waiting_) return;
    std::vector<Degradation> along;
    for (const double value : ProbeControls::valuesAlong(*field_, kCurvePoints)) {
        if (curve_.contains(value)) continue;
        along.push_back(asked_);
        along.back().*field_->value = value;
    }
    engine_.askCurve(std::move(along));
}

void ProbePage::takeCurvePoint(const std::shared_ptr<const ProbeStep>& step) {
    if (field_ == nullptr || step->row != row_) return;
    curve_[step->degradation.*field_->value] = step;
    showCurve();
}

void ProbePage::showCurve() {
    refreshFigure();
    Plot plot;
    if (field_ == nullptr || !answer_.now) {
        curveCard_->setCaption(tr("Move a slider."));
        return curveCard_->setPlot(std::move(plot));
    }
    curveCard_->setCaption({});
    PlotSeries line, now;
    line.kind = curve_.size() > 1 ? PlotSeries::Kind::kLine : PlotSeries::Kind::kPoints;
    for (const auto& [value, step] : curve_) {
        line.x.push_back(ProbeControls::shownValue(*field_, value));
        line.y.push_back(figureOf(*step));
    }
    now.kind = PlotSeries::Kind::kPoints;
    now.tone = PlotTone::kOrange;
    now.name = tr("now");
    now.x = {ProbeControls::shownValue(*field_, answer_.now->degradation.*field_->value)};
    now.y = {figureOf(*answer_.now)};
    plot.x.title = ProbeControls::titleOf(*field_);
    plot.x.low = ProbeControls::shownValue(*field_, field_->low);
    plot.x.high = ProbeControls::shownValue(*field_, field_->high);
    plot.y.title = unitLength() ? tr("Cosine to the stored feature") : tr("Distance from the origin");
    std::vector<double> all = line.y;
    all.push_back(figureOf(*answer_.stored));
    const auto [low, high] = paddedRange(all, 0.1);
    plot.y.low = low;
    plot.y.high = high;
    plot.marks.push_back({PlotMark::Kind::kHorizontal, figureOf(*answer_.stored), tr("stored"), PlotTone::kText, true});
    plot.series.push_back(std::move(line));
    plot.series.push_back(std::move(now));
    curveCard_->setPlot(std::move(plot));
}

void ProbePage::refreshFigure() {
    figureButton()->setAvailable(field_ != nullptr && answer_.now && answer_.now->row == row_ && curve_.size() > 1);
}

ExportSource ProbePage::exportSource() const {
    ProbeSeries series{field_, answer_.stored, {}, unitLength(), {}};
    for (const auto& [value, step] : curve_) series.steps.push_back(step);
    for (const QString& note : answer_.notes) series.notes.push_back(note.toStdString());
    const auto draw = [series = std::move(series), snapshot = workspace_->snapshot()](const ExportChoices& choices,
                                                                                      const JobContext&) {
        return report::probeFigure(*snapshot, series, {choices.map.widthMm, choices.map.style, choices.map.privacy});
    };
    ExportSource source =
        exportSourceOf({{"probe", draw, true}}, {workspace_->snapshot(), workspace_->network(), {}, QStringLiteral("1")});
    source.hasLegend = false;
    source.start.map.widthMm = figure::kTwoColumnsMm;
    return source;
}

}  // namespace facespace
