#include "core/figure/chart_axes.h"

#include <algorithm>
#include <cmath>

#include "core/figure/text_measure.h"

namespace facespace::figure {
namespace {

constexpr double kTick = 2.5, kMinorTick = 1.4, kGap = 1.8;
constexpr double kLongestName = 16;  ///< In letter heights.
constexpr std::size_t kTitleLines = 3;

double tickWidth(const TextMeasure& measure, const Tick& tick, double size) {
    return measure.width(tick.text, size) + measure.width(tick.raised, size * kRaisedSize);
}

double widest(const TextMeasure& measure, const std::vector<Tick>& ticks, double size) {
    double width = 0;
    for (const Tick& tick : ticks) width = std::max(width, tickWidth(measure, tick, size));
    return std::min(width, kLongestName * size);
}

/// Names of categories that do not fit side by side are written upwards.
bool upright(const TextMeasure& measure, const Chart& chart, const std::vector<Tick>& ticks, double length, double size) {
    if (chart.x.scale != Scale::kCategory || ticks.empty()) return false;
    return widest(measure, ticks, size) + 0.4 * size > length / static_cast<double>(ticks.size());
}

/// Room of the lines of a title: the first beside the ticks' words, the others below it.
double titleRoom(const std::vector<std::string>& lines, double first, double em) {
    return lines.empty() ? 0 : first + static_cast<double>(lines.size() - 1) * TextMeasure::line(em);
}

/// Lines as even as can be, for a last one of one word looks forgotten.
std::vector<std::string> evenly(const TextMeasure& measure, const std::string& title, double em, double most) {
    const auto lines = measure.wrapped(title, em, most, kTitleLines);
    if (lines.size() < 2) return lines;
    for (double narrower = most / static_cast<double>(lines.size()); narrower < most; narrower += em) {
        const auto even = measure.wrapped(title, em, narrower, lines.size());
        const bool whole = std::none_of(even.begin(), even.end(), [](const std::string& l) { return l.ends_with("…"); });
        if (whole) return even;
    }
    return lines;
}

class AxisPainter {
  public:
    AxisPainter(Drawing& drawing, const Chart& chart, const Frame& frame, const Rect& panel, const Style& style)
        : drawing_(drawing),
          chart_(chart),
          frame_(frame),
          panel_(panel),
          style_(style),
          measure_(style.fontFamily),
          em_(style.fontPt) {}

    void paintX(const std::vector<std::string>& title) {
        const Rect& plot = frame_.plot;
        const auto ticks = ticksOf(chart_.x, frame_.x, plot.width, em_, true);
        const bool up = upright(measure_, chart_, ticks, plot.width, em_);
        const bool marks = chart_.x.scale != Scale::kCategory;
        drawing_.line({plot.x, plot.bottom()}, {plot.right(), plot.bottom()}, stroke());
        for (const Tick& tick : ticks) {
            const double x = plot.x + frame_.x.part(tick.value) * plot.width, y = plot.bottom();
            if (marks) drawing_.line({x, y}, {x, y + (tick.minor ? kMinorTick : kTick)}, stroke());
            Text text = label(tick);
            text.at = {x, y + kTick + kGap + TextMeasure::capHeight(em_)};
            text.align = Align::kCentre;
            if (up) {
                text.at = {x + TextMeasure::capHeight(em_) / 2, y + kTick + kGap};
                text.align = Align::kRight;
                text.angleDeg = 90;
            }
            if (!tick.minor) drawing_.marks.push_back(std::move(text));
        }
        const double below = up ? widest(measure_, ticks, em_) : ticks.empty() ? -kGap : TextMeasure::capHeight(em_);
        double y = plot.bottom() + kTick + kGap + below + 0.45 * em_ + TextMeasure::capHeight(em_);
        for (const std::string& line : title) {
            Text text = word(line);
            text.at = {inside(plot.centre().x, line, panel_.x, panel_.right()), y};
            text.align = Align::kCentre;
            drawing_.marks.push_back(std::move(text));
            y += TextMeasure::line(em_);
        }
    }

    void paintY(const std::vector<std::string>& title) {
        const Rect& plot = frame_.plot;
        const auto ticks = ticksOf(chart_.y, frame_.y, plot.height, em_, false);
        const bool marks = chart_.y.scale != Scale::kCategory;
        drawing_.line({plot.x, plot.y}, {plot.x, plot.bottom()}, stroke());
        for (const Tick& tick : ticks) {
            const double y = plot.bottom() - frame_.y.part(tick.value) * plot.height;
            if (marks) drawing_.line({plot.x - (tick.minor ? kMinorTick : kTick), y}, {plot.x, y}, stroke());
            Text text = label(tick);
            text.at = {plot.x - kTick - kGap, y + TextMeasure::capHeight(em_) / 2};
            text.align = Align::kRight;
            if (!tick.minor) drawing_.marks.push_back(std::move(text));
        }
        double x = plot.x - kTick - kGap - widest(measure_, ticks, em_) - titleRoom(title, 0.55 * em_, em_);
        for (const std::string& line : title) {
            Text text = word(line);
            text.at = {x, inside(plot.centre().y, line, panel_.y, panel_.bottom())};
            text.align = Align::kCentre;
            text.angleDeg = 90;
            drawing_.marks.push_back(std::move(text));
            x += TextMeasure::line(em_);
        }
    }

  private:
    Stroke stroke() const { return Stroke{style_.line, style_.axisWidth, 1, {}}; }
    /// The middle for a line of a title, so that it does not end outside the panel.
    double inside(double middle, const std::string& line, double low, double high) const {
        const double half = measure_.width(line, em_) / 2;
        return std::max(std::min(middle, high - half), low + half);
    }
    Text word(std::string text) const {
        return Text{.text = std::move(text), .raised = {}, .at = {}, .size = em_, .colour = style_.ink, .halo = {}};
    }
    Text label(const Tick& tick) const {
        // Names that begin alike still differ at their end.
        Text text = word(measure_.elided(tick.text, em_, kLongestName * em_, TextMeasure::Cut::kMiddle));
        text.raised = tick.raised;
        return text;
    }

    Drawing& drawing_;
    const Chart& chart_;
    const Frame& frame_;
    const Rect& panel_;
    const Style& style_;
    TextMeasure measure_;
    double em_;
};

}  // namespace

AxisTitles axisTitles(const Chart& chart, const Rect& panel, const Style& style) {
    const TextMeasure measure(style.fontFamily);
    AxisTitles titles;
    if (chart.x.visible) titles.x = evenly(measure, chart.x.title, style.fontPt, panel.width);
    if (chart.y.visible) titles.y = evenly(measure, chart.y.title, style.fontPt, panel.height);
    return titles;
}

Margins axisMargins(const Chart& chart, const AxisTitles& titles, const Ranges& ranges, const Rect& size,
                    const Style& style) {
    const TextMeasure measure(style.fontFamily);
    const double em = style.fontPt;
    Margins margins;
    if (!chart.title.empty()) margins.top += TextMeasure::line(em) + 0.3 * em;
    const auto xTicks = ticksOf(chart.x, ranges.x, size.width, em, true);
    const auto yTicks = ticksOf(chart.y, ranges.y, size.height, em, false);
    if (chart.y.visible) {
        margins.left = kTick + kGap + widest(measure, yTicks, em);
        margins.left += titleRoom(titles.y, 0.55 * em + TextMeasure::ascent(em), em);
        margins.top += 0.4 * em;
    }
    if (chart.x.visible) {
        const bool up = upright(measure, chart, xTicks, size.width, em);
        if (!xTicks.empty()) {
            margins.bottom = kTick + kGap + (up ? widest(measure, xTicks, em) : TextMeasure::capHeight(em) + 0.1 * em);
        } else {
            margins.bottom = kTick;
        }
        margins.bottom += titleRoom(titles.x, 0.45 * em + TextMeasure::ascent(em) + TextMeasure::descent(em), em);
        // Half of the last tick's text may stand beyond the end of the axis.
        if (!xTicks.empty() && !up && chart.x.scale != Scale::kCategory) {
            const double beyond = (1 - ranges.x.part(xTicks.back().value)) * size.width;
            margins.right = std::max(0.0, tickWidth(measure, xTicks.back(), em) / 2 - std::max(beyond, 0.0));
        }
    }
    return margins;
}

void paintAxes(Drawing& drawing, const Chart& chart, const AxisTitles& titles, const Frame& frame, const Rect& panel,
               const Style& style) {
    AxisPainter painter(drawing, chart, frame, panel, style);
    if (chart.x.visible) painter.paintX(titles.x);
    if (chart.y.visible) painter.paintY(titles.y);
}

}  // namespace facespace::figure
