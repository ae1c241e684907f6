// The figures of an analysis page for print.
#include <algorithm>

#include "widgets/pages/analysis_page.h"

namespace facespace {

QString AnalysisPage::imagesTaken() const {
    const auto selected = static_cast<std::int64_t>(workspace_->selection().selected().size());
    switch (scope()) {
        case PageScope::kAll:
            return tr("all");
        case PageScope::kWithoutSelected:
            return tr("without %1 that were selected").arg(selected);
        case PageScope::kOnlySelected:
            return tr("only %1 that were selected").arg(selected);
    }
    return {};
}

ExportSource AnalysisPage::exportSource() const {
    ExportSource source;
    const auto all = std::make_shared<const std::vector<PageDrawing>>(drawings());
    for (const PageDrawing& d : *all) source.figures << tr(report::pageFigure(d.name)->title);
    source.title = all->empty() ? QString() : QString::fromLatin1(report::pageFigure(all->front().name)->analysis);
    source.title.replace(QLatin1Char('_'), QLatin1Char(' '));
    source.hasPeople = false;
    source.draw = [all, snapshot = workspace_->snapshot(), network = computedNetwork_, options = used_,
                   images = usedImages_.toStdString()](const ExportChoices& choices,
                                                       const JobContext&) -> Result<figure::Drawing> {
        const auto at = static_cast<std::size_t>(std::max(0, choices.figure));
        if (at >= all->size()) return fail(ErrorCode::kInvalid, "There is nothing to draw.");
        figure::Figure figure = (*all)[at].draw();
        if (figure.charts.empty()) return fail(ErrorCode::kInvalid, "There is nothing to draw.");
        const report::PageFigure& page = *report::pageFigure((*all)[at].name);
        const FeatureSet* set = snapshot->featureSet(network);
        report::addProvenance(figure, *snapshot, set == nullptr ? std::string() : set->network.name, page, options, images);
        report::fitTo(figure, choices.map.widthMm, choices.map.heightMm, choices.map.style, choices.map.legend);
        if (choices.map.title) figure.title = page.title;
        return figure::layOut(figure);
    };
    return source;
}

}  // namespace facespace
