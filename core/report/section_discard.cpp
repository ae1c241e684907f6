// Error versus discard in the report.
#include <fmt/format.h>
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

}  // namespace

void addDiscard(Page& page, const NetworkFindings& f, const SectionContext& context) {
    page.heading(3, "Quality that matters: error versus discard");
    if (!f.discard) return page.note(f.discard.missing);
    for (const auto& sentence : f.discard->missing) page.note(sentence);
    const double limit = context.options.discard.edc.discardLimit;
    page.figure(
        svg(discardFigure(*f.discard, {.limit = limit, .fmr = {}, .quality = {}})),
        "False non-match rate as the genuine pairs of lowest quality are discarded; a pair's quality is that of its poorer "
        "image, the threshold stays. In colour: the distance and the measures with the least area; grey: all others; bold: "
        "the least area of a measure.");
    addAreas(page, *f.discard);
}

}  // namespace facespace::report
