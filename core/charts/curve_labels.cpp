#include "core/charts/curve_labels.h"

#include <algorithm>
#include <cmath>

#include "core/figure/chart_frame.h"
#include "core/figure/text_measure.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr double kStep = 0.2;  ///< Letter heights between places that are tried.

struct Ends {
    double xLow, xHigh, yLow, yHigh;
    bool xLogarithmic, yLogarithmic;
    static double part(double v, double low, double high, bool logarithmic) {
        return logarithmic ? std::log(v / low) / std::log(high / low) : (v - low) / (high - low);
    }
    Point at(double x, double y, const Rect& plot) const {
        return {plot.x + part(x, xLow, xHigh, xLogarithmic) * plot.width,
                plot.bottom() - part(y, yLow, yHigh, yLogarithmic) * plot.height};
    }
};

struct Span {
    double low = INFINITY, high = -INFINITY;
};

}  // namespace

void CurveLabels::addTo(Chart& chart, bool all) const {
    if (!chart.x.low || !chart.x.high || !chart.y.low || !chart.y.high) return;
    const Ends ends{*chart.x.low,
                    *chart.x.high,
                    *chart.y.low,
                    *chart.y.high,
                    chart.x.scale == Scale::kLog,
                    chart.y.scale == Scale::kLog};
    chart.layers.emplace_back(Custom{[curves = curves_, ends, all](Drawing& drawing, const Rect& plot, const Style& style) {
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
            const double width = measure.width(style.say(curves[k].name), em), left = plot.right() - width - 0.3 * em;
            const Span own = spanOf(curves[k], left);
            if (!(own.low <= own.high)) continue;
            std::vector<double> tops{own.high + 0.25 * em, own.low - 1.35 * em};
            for (double farther = kStep * em; all && farther < plot.height; farther += kStep * em)
                tops.insert(tops.end(), {own.high + 0.25 * em + farther, own.low - 1.35 * em - farther});
            for (const double top : tops) {
                const Rect box{left, top, width, 1.1 * em};
                bool free = box.y >= plot.y && box.bottom() <= plot.bottom();
                for (const Rect& other : taken) free = free && !box.overlaps(other);
                for (std::size_t o = 0; o < curves.size() && free; ++o) {
                    const Span span = spanOf(curves[o], left);
                    free = o == k || span.high < box.y - 0.1 * em || span.low > box.bottom() + 0.1 * em;
                }
                if (!free) continue;
                taken.push_back(box);
                drawing.marks.push_back(figure::Text{.text = style.say(curves[k].name),
                                                     .raised = {},
                                                     .at = {plot.right() - 0.3 * em, box.y + TextMeasure::ascent(em)},
                                                     .align = Align::kRight,
                                                     .size = em,
                                                     .colour = darker(resolved(curves[k].colour, style)),
                                                     .halo = style.background});
                break;
            }
        }
    }});
}

}  // namespace facespace::report
