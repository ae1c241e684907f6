// What becomes of the face over the slider that was moved last, in the page and for print.
#include <fmt/format.h>

#include "core/analyses/probe/probe_analysis.h"
#include "core/charts/probe_figure.h"
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

/// What the curve shows and export draws, as far as it is known.
ProbeSeries ProbePage::series() const {
    ProbeSeries series{field_, answer_.stored, {}, unitLength(), {}};
    for (const auto& [value, step] : curve_) series.steps.push_back(step);
    for (const QString& note : answer_.notes) series.notes.push_back(note.toStdString());
    return series;
}

void ProbePage::showCurve() {
    refreshFigure();
    if (field_ == nullptr || !answer_.now) {
        curveCard_->setCaption(tr("Move a slider."));
        return curveCard_->setChart({});
    }
    curveCard_->setCaption({});
    figure::Chart chart = report::probeChart(series(), true);
    // Where the slider is now is a matter of the screen.
    ProbeSeries now = series();
    now.steps = {answer_.now};
    if (const figure::Chart single = report::probeChart(now); !single.layers.empty()) {
        const auto& line = std::get<figure::Line>(single.layers.front());
        chart.layers.emplace_back(
            figure::Scatter{line.x, line.y, {}, tr("now").toStdString(), figure::Tone::kSelected, 1.6, 1});
    }
    curveCard_->setChart(std::move(chart));
}

void ProbePage::refreshFigure() {
    figureButton()->setAvailable(field_ != nullptr && answer_.now && answer_.now->row == row_ && curve_.size() > 1);
}

/// What a command would take for the same curve.
Values ProbePage::figureValues() const {
    Values values = probeAnalysis().defaults();
    const auto take = [&values](const std::string& key, const Value& value) { (void)values.set(key, value); };
    take("image", workspace_->snapshot()->images.images[static_cast<std::size_t>(row_)].path);
    if (!curve_.empty())
        take("sweep",
             fmt::format("{}={:g}:{:g}:{}", field_->key, curve_.begin()->first, curve_.rbegin()->first, curve_.size()));
    for (const DegradationField& field : degradationFields())
        if (&field != field_) take(field.key, asked_.*field.value);
    take("side", std::string(toString(asked_.side)));
    return values;
}

std::vector<PageDrawing> ProbePage::drawings() const {
    if (!figureButton()->available()) return {};
    AnalysisRequest request{workspace_->snapshot(), {}, figureValues(), {}};
    const FeatureSet* set = workspace_->featureSet();
    return drawingsOf(probeFindings(request, set == nullptr ? std::string() : set->network.name, {series(), {}}));
}

ExportSource ProbePage::exportSource() const {
    ExportSource source = exportSourceOf(drawings(), QStringLiteral("1"));
    source.hasLegend = false;
    source.start.map.widthMm = figure::kTwoColumnsMm;
    return source;
}

}  // namespace facespace
