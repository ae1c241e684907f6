// The figures of an analysis page for print.
#include <algorithm>

#include "widgets/figure/figure_words.h"
#include "widgets/pages/analysis_page.h"

namespace facespace {
namespace {

/// The figures' names, which the core has in English, for the translators.
[[maybe_unused]] constexpr const char* kFigureNames[] = {
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Labelled against predicted"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "New identities beside random splits"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "How many features it takes"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Identities by features"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Shares of significant cells"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Identities against features"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Quality over distance"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Rank correlations with the distance"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Error versus discard"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Scores"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "ROC"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "DET"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Labels that look wrong"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Two spaces of the same images")};

}  // namespace

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
    source.hasPeople = std::ranges::any_of(*all, &PageDrawing::people);
    source.draw = [all, snapshot = workspace_->snapshot(), network = computedNetwork_, options = used_,
                   images = usedImages_.toStdString()](const ExportChoices& choices,
                                                       const JobContext& job) -> Result<figure::Drawing> {
        const auto at = static_cast<std::size_t>(std::max(0, choices.figure));
        if (at >= all->size()) return fail(ErrorCode::kInvalid, "There is nothing to draw.");
        auto drawn = (*all)[at].draw(choices, job);
        if (!drawn) return forward(drawn);
        figure::Figure& figure = *drawn;
        if (figure.charts.empty()) return fail(ErrorCode::kInvalid, "There is nothing to draw.");
        const report::PageFigure& page = *report::pageFigure((*all)[at].name);
        const FeatureSet* set = snapshot->featureSet(network);
        report::addProvenance(figure, *snapshot, set == nullptr ? std::string() : set->network.name, page, options, images);
        report::fitTo(figure, choices.map.widthMm, choices.map.heightMm, choices.map.style, choices.map.legend);
        if (choices.map.title) figure.title = tr(page.title).toStdString();
        sayInWindowLanguage(figure);
        return figure::layOut(figure);
    };
    return source;
}

}  // namespace facespace
