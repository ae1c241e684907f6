#include "core/charts/probe_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/charts/chart_file.h"
#include "core/common/numbers.h"
#include "core/figure/text_measure.h"
#include "core/view/face_pictures.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr double kNarrowMm = 120, kPageMargin = 2, kGap = 3;  // points but for the first
constexpr double kLeastSide = 42, kMostSide = 66;             ///< Of a face, points.
constexpr std::size_t kMostFaces = 9;
constexpr double kBeyond = 0.035;                    ///< Of an axis, beyond its ends.
constexpr double kCaption = 1.5;                     ///< Letter heights.
constexpr double kWideRow = 0.6, kNarrowRow = 0.55;  ///< Heights of curves beside and below each other.

/// A degradation as the axis says it, and by what its values are multiplied there.
struct Words {
    const char* key;
    Phrase title;
    double factor;
};
constexpr std::array<Words, 6> kWords{{{"rotation", Phrase("Rotation (°)"), 1},
                                       {"occlusion", Phrase("Occlusion (%)"), 100},
                                       {"exposure", Phrase("Exposure (stops)"), 1},
                                       {"blur", Phrase("Blur (px)"), 1},
                                       {"scale", Phrase("Size (%)"), 100},
                                       {"compression", Phrase("Compression"), 1}}};

const Words& termFor(const DegradationField& field) {
    return *std::ranges::find(kWords, std::string_view(field.key), [](const Words& w) { return std::string_view(w.key); });
}

std::string numberText(double value) { return fmt::format("{}{:.3g}", value < 0 ? "−" : "", std::abs(value)); }

/// A step with its value on the axis.
struct At {
    double value;
    const ProbeStep* step;
};

/// In the order of the axis, each value once.
std::vector<At> inOrder(const ProbeSeries& series) {
    const double factor = termFor(*series.field).factor;
    std::vector<At> all;
    for (const auto& step : series.steps) all.push_back({factor * (step->degradation.*series.field->value), step.get()});
    std::ranges::stable_sort(all, {}, &At::value);
    const auto again = std::ranges::unique(all, {}, &At::value);
    all.erase(again.begin(), again.end());
    return all;
}

/// Whether less of the number is worse: the axis then runs from right to left, so that the worst is at the right.
bool worseDownwards(const ProbeSeries& series, const std::vector<At>& steps) {
    const double neutral = termFor(*series.field).factor * series.field->neutral;
    return std::abs(steps.front().value - neutral) > std::abs(steps.back().value - neutral);
}

/// As many as find room, spread evenly over the axis.
std::vector<At> shownFaces(const std::vector<At>& steps, std::size_t most) {
    const std::size_t count = std::min(most, steps.size());
    std::vector<bool> taken(steps.size(), false);
    for (std::size_t i = 0; i < count; ++i) {
        const double part = count == 1 ? 0 : static_cast<double>(i) / static_cast<double>(count - 1);
        const double wanted = steps.front().value + part * (steps.back().value - steps.front().value);
        std::size_t best = steps.size();
        for (std::size_t s = 0; s < steps.size(); ++s)
            if (!taken[s] &&
                (best == steps.size() || std::abs(steps[s].value - wanted) < std::abs(steps[best].value - wanted)))
                best = s;
        taken[best] = true;
    }
    std::vector<At> shown;
    for (std::size_t s = 0; s < steps.size(); ++s)
        if (taken[s]) shown.push_back(steps[s]);
    return shown;
}

struct Face {
    std::shared_ptr<const Image> picture;
    std::string value;
};

void paintFaces(const std::vector<Face>& faces, double side, Drawing& drawing, const Rect& plot, const Style& style) {
    const double em = style.fontPt, unit = plot.width / (static_cast<double>(faces.size()) * (side + kGap) - kGap);
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const Rect box{plot.x + static_cast<double>(i) * (side + kGap) * unit, plot.y, side * unit, side * unit};
        drawing.marks.emplace_back(Picture{faces[i].picture, box, true, {}});
        figure::Text value;
        value.text = faces[i].value;
        value.at = {box.centre().x, box.bottom() + 0.3 * em + TextMeasure::ascent(em)};
        value.align = Align::kCentre;
        value.size = em;
        value.colour = style.ink;
        drawing.marks.emplace_back(std::move(value));
    }
}

Chart facesPanel(const ProbeSeries& series, const std::vector<At>& steps, bool reversed, const ProbeFigureOptions& options) {
    const double width = options.widthMm * kPointsPerMm - 2 * kPageMargin;
    const auto room = static_cast<std::size_t>((width + kGap) / (kLeastSide + kGap));
    std::vector<At> shown = shownFaces(steps, std::clamp<std::size_t>(room, 2, kMostFaces));
    if (reversed) std::ranges::reverse(shown);
    std::vector<Face> faces;
    for (const At& at : shown) {
        Image crop = at.step->crop;
        if (options.privacy && !crop.empty()) crop = blurredBeyondRecognition(crop, std::max(crop.width, 8));
        faces.push_back({std::make_shared<const Image>(std::move(crop)), numberText(at.value)});
    }
    const auto count = static_cast<double>(faces.size());
    const double side = std::min((width + kGap) / count - kGap, kMostSide);
    Chart chart;
    chart.title = termFor(*series.field).title;
    chart.wholeRow = true;
    chart.squareUnits = true;
    chart.x.visible = chart.y.visible = false;
    chart.x.low = chart.y.low = 0;
    chart.x.high = width;
    chart.y.high = side + kCaption * options.style.fontPt;
    const double used = (count * (side + kGap) - kGap) / width;
    chart.layers.emplace_back(
        Custom{[faces = std::move(faces), side, used](Drawing& drawing, const Rect& plot, const Style& style) {
            paintFaces(faces, side, drawing, {plot.x, plot.y, used * plot.width, plot.height}, style);
        }});
    // What else was done to the face at every step.
    const Degradation& base = steps.front().step->degradation;
    std::vector<facespace::Text> notes;
    for (const DegradationField& field : degradationFields()) {
        if (&field == series.field || base.*field.value == field.neutral) continue;
        notes.push_back(say("{} is {} throughout.", facespace::Text(termFor(field).title),
                            numberText(termFor(field).factor * (base.*field.value))));
    }
    chart.footnote = inARow(std::move(notes));
    return chart;
}

/// What is drawn over the degradation.
struct Measured {
    Phrase title;
    double (*of)(const ProbeStep&);
};
constexpr Measured kDistance{Phrase("Distance from the origin"), [](const ProbeStep& s) { return s.distance; }};
constexpr Measured kCosine{Phrase("Cosine to the stored feature"), [](const ProbeStep& s) { return s.cosine; }};
constexpr Measured kYaw{Phrase("Predicted yaw (°)"), [](const ProbeStep& s) { return s.yawDeg; }};
constexpr Measured kRank{Phrase("Rank of the own identity"),
                         [](const ProbeStep& s) { return s.ownRank > 0 ? static_cast<double>(s.ownRank) : kNoValue; }};

/// A chart without layers if it is not known.
Chart curveChart(const ProbeSeries& series, const std::vector<At>& steps, const Measured& measured) {
    Line line;
    for (const At& at : steps) {
        line.x.push_back(at.value);
        line.y.push_back(measured.of(*at.step));
    }
    if (std::ranges::none_of(line.y, [](double v) { return std::isfinite(v); })) return {};
    line.dots = true;
    line.width = 1.1;
    line.colour = Tone::kAccent;
    line.pointing.picks = true;
    Chart chart;
    chart.x.title = termFor(*series.field).title;
    chart.x.ticks.degrees = std::string_view(series.field->key) == "rotation";
    chart.x.reversed = worseDownwards(series, steps);
    chart.y.title = measured.title;
    chart.legend.place = LegendPlace::kNone;
    chart.layers.emplace_back(std::move(line));
    if (const double stored = measured.of(*series.stored); std::isfinite(stored))
        chart.layers.emplace_back(Rule{false, stored, say("stored"), {3, 2}});
    return chart;
}

/// Ranks begin at 1 and span powers of ten.
void setRankAxis(Chart& chart, const std::vector<At>& steps) {
    double most = 10;
    for (const At& at : steps) most = std::max(most, static_cast<double>(at.step->ownRank));
    chart.y.scale = Scale::kLog;
    chart.y.low = 0.8;
    chart.y.high = most * 1.3;
}

void addSources(Figure& figure, const Snapshot& snapshot, const ProbeSeries& series, const std::vector<At>& steps,
                bool privacy) {
    nlohmann::ordered_json parameters{{"degradation", series.field->key}};
    for (const At& at : steps) parameters["values"].push_back(at.step->degradation.*series.field->value);
    for (const DegradationField& field : degradationFields())
        if (const double value = steps.front().step->degradation.*field.value;
            &field != series.field && value != field.neutral)
            parameters[field.key] = value;
    if (steps.back().step->degradation.occlusion > 0) parameters["side"] = toString(steps.back().step->degradation.side);
    const auto row = static_cast<std::size_t>(series.stored->row);
    figure.provenance = {
        {"Parameters", parameters.dump()},
        {"Image", privacy ? fmt::format("image {}", grouped(series.stored->row + 1)) : snapshot.images.images[row].path}};
    for (const std::string& note : series.notes) figure.provenance.emplace_back("Note", note);
}

}  // namespace

figure::Chart probeChart(const ProbeSeries& series, bool whole) {
    if (series.field == nullptr || !series.stored || series.steps.empty()) return {};
    Chart chart = curveChart(series, inOrder(series), series.unitLength ? kCosine : kDistance);
    if (!whole) return chart;
    const double factor = termFor(*series.field).factor, low = factor * series.field->low,
                 high = factor * series.field->high;
    chart.x.low = low - kBeyond * (high - low);
    chart.x.high = high + kBeyond * (high - low);
    chart.x.reversed = low + high < 2 * factor * series.field->neutral;
    return chart;
}

Result<figure::Figure> probeFigure(const Snapshot& snapshot, const ProbeSeries& series, const ProbeFigureOptions& options) {
    if (series.field == nullptr || !series.stored) return fail(ErrorCode::kInvalid, say("There is nothing to draw."));
    const std::vector<At> steps = inOrder(series);
    if (steps.size() < 2)
        return fail(ErrorCode::kInvalid, say("What becomes of a face needs two values of its degradation or more."));
    const bool reversed = worseDownwards(series, steps);
    const bool wide = options.widthMm >= kNarrowMm;
    Figure figure = newFigure(wide ? 2 : 1, 0);
    figure.widthMm = options.widthMm;
    figure.style = options.style;
    figure.letters = true;
    figure.charts.push_back(facesPanel(series, steps, reversed, options));
    figure.rowHeights = {1};
    for (const Measured* measured : {&kDistance, &kCosine, &kYaw, &kRank}) {
        if (series.unitLength && measured == &kDistance) continue;
        Chart chart = curveChart(series, steps, *measured);
        if (chart.layers.empty()) continue;
        if (measured == &kRank) setRankAxis(chart, steps);
        figure.charts.push_back(std::move(chart));
        figure.rowHeights.push_back(wide ? kWideRow : kNarrowRow);
    }
    addSources(figure, snapshot, series, steps, options.privacy);
    return figure;
}

}  // namespace facespace::report
