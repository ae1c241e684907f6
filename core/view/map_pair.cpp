// Two maps beside each other.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/figure/text_measure.h"
#include "core/view/map_marks.h"

namespace facespace {
namespace {

using figure::Drawing;
using figure::Rect;
using figure::TextMeasure;

constexpr double kFlattest = 0.6, kTallest = 1.0;  // Height by width of one map.
constexpr double kBetween = 1.5, kTitle = 1.6;     // Letter heights.

double heightByWidth(const MapFigureData& data) {
    const MapBounds bounds = boundsOf(*data.coordinates);
    if (bounds.empty() || data.coordinates->cols() > 2) return kTallest;
    const Eigen::Vector3d extent = bounds.upper - bounds.lower;
    return extent.x() > 0 ? std::clamp(extent.y() / extent.x(), kFlattest, kTallest) : kTallest;
}

}  // namespace

figure::Chart mapPairChart(std::shared_ptr<const MapFigureData> first, std::shared_ptr<const MapFigureData> second,
                           const MapFigureSpec& spec, double& shape) {
    shape = std::max(heightByWidth(*first), heightByWidth(*second)) / 2;
    figure::Chart chart;
    chart.x.visible = chart.y.visible = false;
    chart.x.low = chart.y.low = 0;
    chart.x.high = chart.y.high = 1;
    chart.wholeRow = true;
    if (spec.note)
        chart.footnote =
            first->scaleNote == second->scaleNote ? first->scaleNote : inARow({first->scaleNote, second->scaleNote});
    chart.legend = legendOf(first->colouring, spec.privacy && isPersonal(first->colouring.key));
    if (chart.legend.place != figure::LegendPlace::kNone) chart.legend.place = figure::LegendPlace::kBelow;
    chart.layers.emplace_back(figure::Custom{[maps = std::array{std::move(first), std::move(second)}, spec](
                                                 Drawing& drawing, const Rect& plot, const figure::Style& style) {
        const double em = style.fontPt, width = (plot.width - kBetween * em) / 2;
        const TextMeasure measure(style.fontFamily);
        for (std::size_t i = 0; i < maps.size(); ++i) {
            const double left = plot.x + static_cast<double>(i) * (width + kBetween * em);
            drawing.marks.push_back(
                figure::Text{.text = measure.elided(maps[i]->title, em, width, TextMeasure::Cut::kMiddle),
                             .raised = {},
                             .at = {left + width / 2, plot.y + TextMeasure::ascent(em)},
                             .align = figure::Align::kCentre,
                             .size = em,
                             .colour = style.ink,
                             .halo = {}});
            const Rect box{left, plot.y + kTitle * em, width, std::max(plot.height - kTitle * em, 1.0)};
            MapMarks(*maps[i], spec, box, style).paint(drawing, {});
        }
    }});
    return chart;
}

}  // namespace facespace
