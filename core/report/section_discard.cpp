// Error versus discard in the report.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

#include "core/report/chart_file.h"
#include "core/report/charts.h"
#include "core/report/sections.h"

namespace facespace::report {
namespace {

/// Areas of error versus discard, a line for each quality.
void addAreas(Page& page, const DiscardReport& report) {
    const DiscardAreas areas = areasOf(report.curves);
    Table table{"", "", {"title"}, {}, false};
    std::vector<Page::Shown> shown{{"title", "Area under the curve"}};
    for (std::size_t t = 0; t < areas.fmrTargets.size(); ++t) {
        const std::string fmr = fmt::format("{:g}", areas.fmrTargets[t]);
        table.columns.insert(table.columns.end(), {"stepwise " + fmr, "linear " + fmr});
        shown.push_back({"stepwise " + fmr, fmt::format("FMR {}, stepwise", fmr)});
        shown.push_back({"linear " + fmr, "linear"});
    }
    for (const DiscardAreas::Row& row : areas.rows) {
        auto& cells = table.rows.emplace_back();
        cells.push_back(Table::cell(titleOfQuality(report, row.quality)));
        for (const double fmr : areas.fmrTargets) {
            const auto curve = std::ranges::find_if(
                report.curves, [&](const EdcCurve& c) { return c.quality == row.quality && c.fmrTarget == fmr; });
            const bool known = curve != report.curves.end();
            cells.push_back(known ? Table::cell(curve->pAucStepwise) : Table::Cell{});
            cells.push_back(known ? Table::cell(curve->pAucLinear) : Table::Cell{});
        }
    }
    page.table(table, shown);
}

/// Measures that so many pairs share at their worst that none can be set aside within the limit: their stepwise curve is
/// flat, which says nothing of the measure.
std::vector<std::string> tiedQualities(const DiscardReport& report, double limit) {
    std::vector<std::string> tied;
    for (const EdcCurve& curve : report.curves) {
        if (std::ranges::find(report.qualities, curve.quality) == report.qualities.end()) continue;  // random, oracle
        const bool steps =
            std::ranges::any_of(curve.points, [&](const EdcPoint& p) { return p.discarded > 0 && p.discarded <= limit; });
        std::string title = titleOfQuality(report, curve.quality);
        if (!steps && std::ranges::find(tied, title) == tied.end()) tied.push_back(std::move(title));
    }
    return tied;
}

}  // namespace

void addDiscard(Page& page, const NetworkFindings& f, const SectionContext& context) {
    page.heading(3, "Quality that matters: error versus discard");
    if (!f.discard) return page.note(f.discard.missing);
    if (std::ranges::all_of(f.discard->curves, [](const EdcCurve& c) { return c.startFnmr == 0; }))
        return page.note(
            "No genuine pair is rejected at these false match rates: there is no error for discarding to lower.");
    for (const auto& sentence : f.discard->missing) page.note(sentence);
    const double limit = context.options.discard.edc.discardLimit;
    if (const auto tied = tiedQualities(*f.discard, limit); !tied.empty())
        page.note(
            fmt::format("More than {:g} % of the pairs share the worst value of {}: none of them can be set aside alone, so "
                        "only the area by straight lines says something of it.",
                        100 * limit, fmt::join(tied, ", ")));
    page.figure(
        svg(discardFigure(*f.discard, {.limit = limit, .fmr = {}, .quality = {}})),
        "False non-match rate as the genuine pairs of lowest quality are discarded; a pair's quality is that of its poorer "
        "image, the threshold stays. In colour: the distance and the measures with the least area; grey: all others; bold: "
        "the least area of a measure.");
    addAreas(page, *f.discard);
}

}  // namespace facespace::report
