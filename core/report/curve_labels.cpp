#include "core/report/curve_labels.h"

#include <algorithm>
#include <cmath>

#include "core/figure/text_measure.h"

namespace facespace::report {
namespace {

using namespace figure;

struct Ends {
    double xLow, xHigh, yLow, yHigh;
    bool logarithmic;
    Point at(double x, double y, const Rect& plot) const {
        const double part = logarithmic ? std::log(y / yLow) / std::log(yHigh / yLow) : (y - yLow) / (yHigh - yLow);
        return {plot.x + (x - xLow) / (xHigh - xLow) * plot.width, plot.bottom() - part * plot.height};
    }
};

struct Span {
    double low = INFINITY, high = -INFINITY;
};

}  // namespace

void CurveLabels::addTo(Chart& chart) const {
    if (!chart.x.low || !chart.x.high || !chart.y.low || !chart.y.high) return;
    const Ends ends{*chart.x.low, *chart.x.high, *chart.y.low, *chart.y.high, chart.y.scale == Scale::kLog};
    chart.layers.emplace_back(Custom{[curves = curves_, ends](Drawing& drawing, const Rect& plot, const Style& style) {
        const double em = style.fontPt;
        const TextMeasure measure(style.fontFamily);
        // Where a curve is between `from` and the right end, on the page.
        const auto spanOf = [&](const Curve& curve, double from) {
            Span span;
            for (std::size_t i = 0; i < curve.x.size(); ++i) {
                const Point p = ends.at(curve.x[i], curve.y[i], plot);
                if (!std::isfinite(p.y)) continue;
                span = p.x < from ? Span{p.y, p.y} : Span{std::min(span.low, p.y), std::max(span.high, p.y)};
            }
            return span;
        };
        std::vector<Rect> taken;
        for (std::size_t k = curves.size(); k-- > 0;) {
            const double width = measure.width(curves[k].name, em), left = plot.right() - width - 0.3 * em;
            const Span own = spanOf(curves[k], left);
            if (!(own.low <= own.high)) continue;
            for (const double top : {own.high + 0.25 * em, own.low - 1.35 * em}) {
                const Rect box{left, top, width, 1.1 * em};
                bool free = box.y >= plot.y && box.bottom() <= plot.bottom();
                for (const Rect& other : taken) free = free && !box.overlaps(other);
                for (std::size_t o = 0; o < curves.size() && free; ++o) {
                    const Span span = spanOf(curves[o], left);
                    free = o == k || span.high < box.y - 0.1 * em || span.low > box.bottom() + 0.1 * em;
                }
                if (!free) continue;
                taken.push_back(box);
                drawing.marks.push_back(Text{.text = curves[k].name,
                                             .raised = {},
                                             .at = {plot.right() - 0.3 * em, box.y + TextMeasure::ascent(em)},
                                             .align = Align::kRight,
                                             .size = em,
                                             .colour = darker(curves[k].colour),
                                             .halo = style.background});
                break;
            }
        }
    }});
}

}  // namespace facespace::report
