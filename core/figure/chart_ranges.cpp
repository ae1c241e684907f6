// The ends of axes from the data.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/figure/chart_frame.h"

namespace facespace::figure {
namespace {

constexpr double kPadding = 0.035;
constexpr double kNone = std::numeric_limits<double>::infinity();

struct Extent {
    double low = kNone, high = -kNone;
    void add(double v, Scale scale) {
        if (!std::isfinite(onScale(scale, v))) return;
        low = std::min(low, v);
        high = std::max(high, v);
    }
    void add(const std::vector<double>& values, Scale scale) {
        for (const double v : values) add(v, scale);
    }
    bool empty() const { return low > high; }
};

/// What the layers need of both axes.
struct Needs {
    Extent x, y;
    bool xTight = false, yTight = false;  ///< No room beyond the data.
    bool yFromZero = false;
    std::size_t columns = 0, rows = 0;
};

void need(Needs& needs, const Chart& chart, const Line& line) {
    needs.x.add(line.x, chart.x.scale);
    needs.y.add(line.y, chart.y.scale);
    needs.y.add(line.low, chart.y.scale);
    needs.y.add(line.high, chart.y.scale);
}
void need(Needs& needs, const Chart& chart, const Scatter& scatter) {
    needs.x.add(scatter.x, chart.x.scale);
    needs.y.add(scatter.y, chart.y.scale);
}
void need(Needs& needs, const Chart& chart, const Bars& bars) {
    needs.columns = std::max(needs.columns, bars.heights.size());
    for (const auto* values : {&bars.heights, &bars.low, &bars.high}) needs.y.add(*values, chart.y.scale);
    needs.yFromZero = true;
}
void need(Needs& needs, const Chart& chart, const Histogram& histogram) {
    needs.x.add(histogram.edges, chart.x.scale);
    needs.y.add(histogram.counts, chart.y.scale);
    needs.yFromZero = true;
}
void need(Needs& needs, const Chart&, const HeatMap& map) {
    needs.columns = std::max(needs.columns, map.columns);
    needs.rows = std::max(needs.rows, map.rows);
    needs.xTight = needs.yTight = true;
    needs.x.add(-0.5, Scale::kLinear);
    needs.x.add(static_cast<double>(map.columns) - 0.5, Scale::kLinear);
    needs.y.add(-0.5, Scale::kLinear);
    needs.y.add(static_cast<double>(map.rows) - 0.5, Scale::kLinear);
}
void need(Needs& needs, const Chart& chart, const Rule& rule) {
    rule.vertical ? needs.x.add(rule.at, chart.x.scale) : needs.y.add(rule.at, chart.y.scale);
}
void need(Needs&, const Chart&, const Diagonal&) {}
void need(Needs&, const Chart&, const Note&) {}
void need(Needs&, const Chart&, const Custom&) {}

AxisRange settle(const Axis& axis, const Extent& extent, bool tight, bool fromZero, std::size_t categories) {
    AxisRange range;
    range.scale = axis.scale;
    range.reversed = axis.reversed;
    if (axis.scale == Scale::kCategory) {
        const auto count = static_cast<double>(std::max({axis.names.size(), categories, std::size_t{1}}));
        range.low = range.rawLow = -0.5;
        range.high = range.rawHigh = count - 0.5;
        return range;
    }
    const bool zero = fromZero && axis.scale == Scale::kLinear;
    double low = extent.empty() ? (axis.scale == Scale::kLinear ? 0 : 0.1) : extent.low;
    double high = extent.empty() ? (axis.scale == Scale::kLinear ? 1 : 0.5) : extent.high;
    if (zero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    range.low = onScale(axis.scale, axis.low.value_or(low));
    range.high = onScale(axis.scale, axis.high.value_or(high));
    if (!(range.high > range.low)) {
        const double half = axis.scale == Scale::kLinear ? std::max(std::abs(range.low) * 0.1, 0.5) : 0.5;
        if (!axis.low || axis.high) range.low -= zero && range.low == 0 ? 0 : half;
        range.high = std::max(range.high, range.low) + half;
    } else if (!tight) {
        const double room = kPadding * range.span();
        if (!axis.low && !(zero && low == 0)) range.low -= room;
        if (!axis.high && !(zero && high == 0)) range.high += room;
    }
    range.rawLow = offScale(axis.scale, range.low);
    range.rawHigh = offScale(axis.scale, range.high);
    return range;
}

double lettersOf(const std::string& text) {
    return static_cast<double>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Names that would touch become bare ticks: the rates of a probit axis crowd towards its ends, and long names beside a plot
/// can leave it little width. Powers of ten stay first there, elsewhere 0 and the first.
void thinOut(std::vector<Tick>& ticks, Scale scale, const AxisRange& range, double length, double fontPt, bool horizontal) {
    const auto staysFirst = [&](const Tick& t) {
        if (scale != Scale::kProbit) return t.value == 0 || &t == ticks.data();
        const double power = std::log10(t.value);
        return std::abs(power - std::round(power)) < 1e-9;
    };
    const auto half = [&](const Tick& t) {
        if (!horizontal) return 0.65 * fontPt;
        const double letters = lettersOf(t.text) + 0.7 * lettersOf(t.raised);
        return (0.3 * letters + 0.35) * fontPt;
    };
    std::vector<const Tick*> kept;
    std::vector<bool> keeps(ticks.size(), false);
    for (const bool first : {true, false})
        for (std::size_t i = 0; i < ticks.size(); ++i) {
            if (ticks[i].minor || staysFirst(ticks[i]) != first) continue;
            const double at = range.part(ticks[i].value) * length;
            keeps[i] = std::none_of(kept.begin(), kept.end(), [&](const Tick* other) {
                return std::abs(range.part(other->value) * length - at) < half(*other) + half(ticks[i]);
            });
            if (keeps[i]) kept.push_back(&ticks[i]);
        }
    for (std::size_t i = 0; i < ticks.size(); ++i)
        if (!keeps[i]) ticks[i].minor = true;
}

}  // namespace

double AxisRange::part(double value) const {
    const double t = (onScale(scale, value) - low) / span();
    return reversed ? 1 - t : t;
}

Point Frame::at(double xValue, double yValue) const {
    return {plot.x + x.part(xValue) * plot.width, plot.bottom() - y.part(yValue) * plot.height};
}

Ranges rangesOf(const Chart& chart) {
    Needs needs;
    for (const Layer& layer : chart.layers) {
        std::visit([&](const auto& l) { need(needs, chart, l); }, layer);
    }
    return {settle(chart.x, needs.x, needs.xTight, chart.x.fromZero, needs.columns),
            settle(chart.y, needs.y, needs.yTight, chart.y.fromZero || needs.yFromZero, needs.rows)};
}

std::vector<Tick> ticksOf(const Axis& axis, const AxisRange& range, double length, double fontPt, bool horizontal) {
    if (!axis.visible) return {};
    std::vector<Tick> ticks;
    if (axis.scale == Scale::kCategory) {
        // Names that would touch are thinned out.
        const double each = length / static_cast<double>(std::max<std::size_t>(axis.names.size(), 1));
        const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(1.1 * fontPt / each)));
        for (std::size_t i = 0; i < axis.names.size(); i += every)
            ticks.push_back({static_cast<double>(i), axis.names[i], {}});
        return ticks;
    }
    TickOptions options = axis.ticks;
    const int fit = static_cast<int>(length / (fontPt * (horizontal ? 4.5 : 3.2)));
    options.count = std::clamp(fit, 2, options.count);
    ticks = makeTicks(axis.scale, range.rawLow, range.rawHigh, options);
    if (axis.scale == Scale::kProbit || horizontal) thinOut(ticks, axis.scale, range, length, fontPt, horizontal);
    return ticks;
}

}  // namespace facespace::figure
