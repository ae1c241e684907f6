#include "widgets/pages/figure_page.h"

#include <algorithm>
#include <QCoreApplication>

#include "widgets/figure/figure_words.h"
#include "widgets/look/themed_icon.h"

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
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Two spaces of the same images"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "A face made worse"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "How far the map can be trusted")};

QString titleOf(const report::PageFigure& page) {
    return QCoreApplication::translate("facespace::AnalysisPage", page.title);
}

}  // namespace

ExportSource exportSourceOf(std::vector<PageDrawing> drawings, DrawingSource made) {
    ExportSource source;
    const auto all = std::make_shared<const std::vector<PageDrawing>>(std::move(drawings));
    for (const PageDrawing& d : *all) source.figures << titleOf(*report::pageFigure(d.name));
    source.title = all->empty() ? QString() : QString::fromLatin1(report::pageFigure(all->front().name)->analysis);
    source.title.replace(QLatin1Char('_'), QLatin1Char(' '));
    source.hasPeople = std::ranges::any_of(*all, &PageDrawing::people);
    source.draw = [all, made = std::move(made)](const ExportChoices& choices,
                                                const JobContext& job) -> Result<figure::Drawing> {
        const auto at = static_cast<std::size_t>(std::max(0, choices.figure));
        if (at >= all->size()) return fail(ErrorCode::kInvalid, "There is nothing to draw.");
        auto drawn = (*all)[at].draw(choices, job);
        if (!drawn) return forward(drawn);
        figure::Figure& figure = *drawn;
        if (figure.charts.empty()) return fail(ErrorCode::kInvalid, "There is nothing to draw.");
        const report::PageFigure& page = *report::pageFigure((*all)[at].name);
        const FeatureSet* set = made.snapshot->featureSet(made.network);
        report::addProvenance(figure, *made.snapshot, set == nullptr ? std::string() : set->network.name, page, made.options,
                              made.images.toStdString());
        report::fitTo(figure, choices.map.widthMm, choices.map.heightMm, choices.map.style, choices.map.legend);
        if (choices.map.title) figure.title = titleOf(page).toStdString();
        sayInWindowLanguage(figure);
        return figure::layOut(figure);
    };
    return source;
}

FigureButton::FigureButton(QWidget* parent) : QToolButton(parent) {
    setIcon(themedIcon(QStringLiteral("figure")));
    setAutoRaise(true);
    setToolTip(tr("Export the figures of this page: PNG, SVG or PDF"));
    setAccessibleName(tr("Export the figures of this page"));
    hide();
}

void FigureButton::setAvailable(bool available) {
    setVisible(available);
    if (available == available_) return;
    available_ = available;
    Q_EMIT availableChanged();
}

}  // namespace facespace
