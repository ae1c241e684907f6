// Error versus discard: a panel for each false match rate with all curves, and their areas as one table that is the legend.
#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/charts/chart_file.h"
#include "core/charts/charts.h"
#include "core/charts/curve_labels.h"
#include "core/common/numbers.h"
#include "core/figure/chart_frame.h"
#include "core/figure/text_measure.h"

namespace facespace::report {
namespace {

using namespace figure;
constexpr std::size_t kForemost = 5;
constexpr std::ptrdiff_t kBands = 2;  // More bands hide each other.
constexpr double kAreaWidth = 4.6;    ///< Of a column of areas, in letter heights.
bool sameRate(double a, double b) { return std::abs(a - b) <= 1e-6 * b; }

/// How a curve is drawn, the same in every panel and in the table.
struct Pen {
    Tone tone = Tone::kMuted;
    double width = 0.5;
    std::vector<double> dash;
    bool standsOut = false;
};

Pen penOf(const std::string& quality, const std::vector<std::string>& foremost) {
    if (quality == "random") return {Tone::kText, 0.8, {0.8, 1.6}, true};
    if (quality == "oracle") return {Tone::kAlert, 0.8, {4, 2}, true};
    const auto at = std::ranges::find(foremost, quality) - foremost.begin();
    if (at == std::ssize(foremost)) return {};
    return {seriesTone(static_cast<std::size_t>(at)), at == 0 ? 1.4 : 1.1, {}, true};
}

/// Held between points, as the areas are taken.
Line steps(const EdcCurve& c, double limit, bool logarithmic, bool band) {
    Line line;
    const auto percent = [&](double fnmr) { return logarithmic && fnmr <= 0 ? kNoValue : 100 * fnmr; };
    const auto add = [&](double discarded, const EdcPoint& p) {
        line.x.push_back(100 * discarded);
        line.y.push_back(percent(p.fnmr));
        // A band that has no end keeps to the line.
        if (band) line.low.push_back(std::isnan(percent(p.low)) ? line.y.back() : percent(p.low));
        if (band) line.high.push_back(std::isnan(p.high) ? line.y.back() : percent(p.high));
    };
    const EdcPoint* last = nullptr;
    for (const EdcPoint& p : c.points) {
        if (p.discarded > limit) break;
        if (last != nullptr) add(p.discarded, *last);
        add(p.discarded, p);
        last = &p;
    }
    if (last != nullptr) add(limit, *last);
    return line;
}

bool hasBand(const EdcCurve& c) {
    return std::ranges::any_of(c.points, [](const EdcPoint& p) { return !std::isnan(p.high); });
}

/// Ends of the error axis: from 0 unless that would press all curves together at the top.
void setErrorAxis(Chart& chart, const DiscardDrawing& drawing) {
    double low = INFINITY, high = -INFINITY;
    for (const Layer& layer : chart.layers) {
        const Line& line = std::get<Line>(layer);
        for (const auto* values : {&line.y, &line.low, &line.high})
            for (const double v : *values)
                if (std::isfinite(v)) low = std::min(low, v), high = std::max(high, v);
    }
    if (!(high > 0)) return;
    if (drawing.logarithmic) {
        chart.y.scale = Scale::kLog;
        chart.y.low = low / 1.15;
        chart.y.high = high * 1.15;
    } else {
        const double room = low > 0.4 * high ? 0.06 * (high - low) : 0;
        chart.y.low = room > 0 ? low - room : 0;
        chart.y.high = high + (room > 0 ? room : 0.06 * high);
    }
}

/// What stands out lies above the rest, the distance above all.
std::vector<std::pair<Pen, const EdcCurve*>> inOrder(const std::vector<EdcCurve>& curves,
                                                     const std::vector<std::string>& foremost, double fmr) {
    std::vector<std::pair<int, const EdcCurve*>> order;
    for (const EdcCurve& c : curves) {
        if (!sameRate(c.fmrTarget, fmr)) continue;
        const auto at = std::ranges::find(foremost, c.quality) - foremost.begin();
        const bool bound = c.quality == "random" || c.quality == "oracle";
        order.emplace_back(at < std::ssize(foremost) ? 100 - static_cast<int>(at) : bound ? 1 : 0, &c);
    }
    std::ranges::stable_sort(order, {}, [](const auto& entry) { return entry.first; });
    std::vector<std::pair<Pen, const EdcCurve*>> drawn;
    for (const auto& [rank, c] : order) drawn.emplace_back(penOf(c->quality, foremost), c);
    return drawn;
}

Chart discardPanel(const DiscardReport& report, const DiscardDrawing& drawing, const std::vector<std::string>& foremost,
                   double fmr) {
    Chart chart;
    chart.title = drawing.recomputed ? say("FMR {:g}, threshold recomputed", fmr) : say("FMR {:g}", fmr);
    chart.x.title = say("Genuine pairs discarded (%)");
    chart.y.title = say("FNMR of the rest (%)");
    chart.y.brief = say("FNMR (%)");
    chart.x.low = 0;
    chart.x.high = 100 * drawing.limit;
    chart.legend.place = LegendPlace::kNone;
    CurveLabels labels;
    const auto curves = inOrder(drawing.recomputed ? report.recomputed : report.curves, foremost, fmr);
    const auto others = std::ranges::count_if(curves, [](const auto& entry) { return !entry.first.standsOut; });
    for (const auto& [pen, c] : curves) {
        const facespace::Text name = titleOfQuality(report, c->quality);
        const auto place = std::ranges::find(foremost, c->quality) - foremost.begin();
        Line line = steps(*c, drawing.limit, drawing.logarithmic, place < kBands && hasBand(*c));
        line.colour = pen.tone;
        line.width = pen.width;
        line.dash = pen.dash;
        line.pointing = {true, name};
        // The many others are one entry of the legend; pointing at one names it.
        if (pen.standsOut || others == 1) {
            line.label = name;
            line.figure = fmt::format("{:.4f}", c->pAucStepwise);
        } else if (chart.layers.empty()) {
            line.label = say("{} other measures", others);
        }
        if (pen.standsOut) labels.add(name, line);
        chart.layers.emplace_back(std::move(line));
    }
    setErrorAxis(chart, drawing);
    labels.addTo(chart);
    return chart;
}

struct AreaTable {
    facespace::Text title;
    std::vector<std::string> head;
    struct Row {
        facespace::Text name;
        Pen pen;
        std::vector<std::string> areas;
        std::vector<bool> best;
    };
    std::vector<Row> rows;
};

AreaTable tableOf(const DiscardReport& report, const DiscardAreas& areas, const std::vector<std::string>& foremost,
                  double limit) {
    AreaTable table;
    table.title = say("Area under the curve to {:g} % (less is better)", 100 * limit);
    for (const double fmr : areas.fmrTargets) table.head.push_back(fmt::format("{:g}", fmr));
    const auto measure = [](const DiscardAreas::Row& r) { return r.quality != "random" && r.quality != "oracle"; };
    for (const DiscardAreas::Row& row : areas.rows) {
        AreaTable::Row line{titleOfQuality(report, row.quality), penOf(row.quality, foremost), {}, {}};
        for (std::size_t t = 0; t < row.area.size(); ++t) {
            double least = INFINITY;
            for (const DiscardAreas::Row& other : areas.rows)
                if (measure(other) && other.area[t] < least) least = other.area[t];
            line.areas.push_back(std::isnan(row.area[t]) ? "–" : fmt::format("{:.4f}", row.area[t]));
            line.best.push_back(measure(row) && row.area[t] <= least);
        }
        table.rows.push_back(std::move(line));
    }
    return table;
}

/// Lines as drawn, names, and areas at each false match rate.
void paintTable(const AreaTable& table, Drawing& drawing, const Rect& plot, const Style& style) {
    const double lines = static_cast<double>(table.rows.size()) + 2.3;
    const double em = std::min(style.fontPt, plot.height / lines / 1.12), step = std::min(1.3 * em, plot.height / lines);
    const double columns = static_cast<double>(table.head.size()) * kAreaWidth * em;
    const double right = std::min(plot.right(), plot.x + 22 * em + columns), left = plot.x;
    const TextMeasure measure(style.fontFamily);
    const auto write = [&](const std::string& text, double x, double y, Align align, Rgb colour, bool bold = false) {
        figure::Text word;
        word.text = text;
        word.at = {x, y};
        word.align = align;
        word.size = em;
        word.bold = bold;
        word.colour = colour;
        drawing.marks.emplace_back(std::move(word));
    };
    const auto columnAt = [&](std::size_t c) {
        return right - static_cast<double>(table.head.size() - 1 - c) * kAreaWidth * em;
    };
    double y = plot.y + TextMeasure::ascent(em);
    write(measure.elided(style.say(table.title), em, plot.width), left, y, Align::kLeft, style.ink);
    y += step;
    write(style.say(say("FMR")), right - columns, y, Align::kRight, style.muted);
    for (std::size_t c = 0; c < table.head.size(); ++c) write(table.head[c], columnAt(c), y, Align::kRight, style.muted);
    drawing.line({left, y + 0.35 * em}, {right, y + 0.35 * em}, Stroke{style.line, style.axisWidth, 1, {}});
    y += 0.2 * step;
    for (const AreaTable::Row& row : table.rows) {
        y += step;
        const double middle = y - TextMeasure::capHeight(em) / 2;
        drawing.line({left, middle}, {left + 1.8 * em, middle},
                     Stroke{resolved(row.pen.tone, style), row.pen.width, 1, row.pen.dash});
        const double room = right - columns - left - 2.3 * em + (kAreaWidth - 3.6) * em;
        write(measure.elided(style.say(row.name), em, room), left + 2.3 * em, y, Align::kLeft,
              row.pen.standsOut ? style.ink : style.muted);
        for (std::size_t c = 0; c < row.areas.size(); ++c)
            write(row.areas[c], columnAt(c), y, Align::kRight, row.pen.standsOut ? style.ink : style.muted, row.best[c]);
    }
}

Chart tablePanel(AreaTable table) {
    Chart chart;
    chart.x.visible = chart.y.visible = false;
    chart.x.low = chart.y.low = 0;
    chart.x.high = chart.y.high = 1;
    chart.legend.place = LegendPlace::kNone;
    chart.layers.emplace_back(Custom{[table = std::move(table)](Drawing& drawing, const Rect& plot, const Style& style) {
        paintTable(table, drawing, plot, style);
    }});
    return chart;
}

}  // namespace

figure::Chart discardChart(const DiscardReport& report, const DiscardDrawing& drawing, double fmr) {
    const auto& curves = drawing.recomputed ? report.recomputed : report.curves;
    return discardPanel(report, drawing, foremostQualities(areasOf(curves), drawing.quality, kForemost), fmr);
}

figure::Figure discardFigure(const DiscardReport& report, const DiscardDrawing& drawing) {
    std::vector<EdcCurve> curves;
    for (const EdcCurve& c : drawing.recomputed ? report.recomputed : report.curves)
        if (!drawing.fmr || sameRate(c.fmrTarget, *drawing.fmr)) curves.push_back(c);
    if (curves.empty()) return {};
    const DiscardAreas areas = areasOf(curves);
    const auto foremost = foremostQualities(areas, drawing.quality, kForemost);
    const std::size_t panels = areas.fmrTargets.size();
    const double tableLines = static_cast<double>(areas.rows.size()) + 3.5;
    Figure figure = newFigure(2, std::max(62.0, 3.6 * tableLines) * static_cast<double>(panels / 2 + 1));
    for (const double fmr : areas.fmrTargets) figure.charts.push_back(discardPanel(report, drawing, foremost, fmr));
    figure.charts.push_back(tablePanel(tableOf(report, areas, foremost, drawing.limit)));
    // Below each other the table is as high as it needs to be.
    figure.rowHeights.assign(panels, 1.0);
    figure.rowHeights.push_back(std::max(0.4, 0.06 * tableLines));
    return figure;
}

}  // namespace facespace::report
