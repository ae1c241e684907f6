#include "widgets/pages/figure_page.h"

#include <algorithm>
#include <QCoreApplication>

#include "core/analyses/draw.h"
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
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "How much nearer to another identity"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "Two spaces of the same images"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "A face made worse"),
    QT_TRANSLATE_NOOP("facespace::AnalysisPage", "How far the map can be trusted")};

QString titleOf(const FigureKind& kind) {
    return QCoreApplication::translate("facespace::AnalysisPage", kind.title.c_str());
}

}  // namespace

std::vector<PageDrawing> drawingsOf(const FindingsPtr& findings) {
    std::vector<PageDrawing> drawings;
    if (findings)
        for (const FigureKind& kind : findings->analysis().figures) drawings.push_back({kind, findings, findings->values()});
    return drawings;
}

ExportSource exportSourceOf(std::vector<PageDrawing> drawings, const QString& images, const ColouringOptions& colouring) {
    ExportSource source;
    const auto all = std::make_shared<const std::vector<PageDrawing>>(std::move(drawings));
    for (const PageDrawing& d : *all) source.figures << titleOf(d.kind);
    source.title = all->empty() ? QString() : QString::fromStdString(all->front().findings->analysis().key);
    source.title.replace(QLatin1Char('-'), QLatin1Char(' '));
    source.hasPeople = std::ranges::any_of(*all, [](const PageDrawing& d) { return d.kind.people; });
    source.draw = [all, colouring, images = images.toStdString()](const ExportChoices& choices,
                                                                  const JobContext& job) -> Result<figure::Drawing> {
        const auto at = static_cast<std::size_t>(std::max(0, choices.figure));
        if (at >= all->size()) return fail(ErrorCode::kInvalid, "There is nothing to draw.");
        const PageDrawing& d = (*all)[at];
        const MapFigureSpec& wanted = choices.map;
        auto drawn = d.findings->figure(
            {d.kind.name, wanted.widthMm, choices.dpi, wanted.style, wanted.privacy, colouring, d.values}, job);
        if (!drawn) return forward(drawn);
        addProvenance(*drawn, *d.findings, d.values, d.kind.name, images, wanted.privacy);
        fitTo(*drawn, wanted.widthMm, wanted.heightMm, wanted.style, wanted.legend);
        if (wanted.title) drawn->title = titleOf(d.kind).toStdString();
        sayInWindowLanguage(*drawn);
        return figure::layOut(*drawn);
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
