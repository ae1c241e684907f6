#include "widgets/pages/figure_page.h"

#include <algorithm>

#include "core/analyses/draw.h"
#include "widgets/figure/figure_words.h"
#include "widgets/look/themed_icon.h"
#include "widgets/pages/card.h"
#include "widgets/words/core_text.h"

namespace facespace {

QString figureTitle(const Analysis& analysis, const std::string& figure) {
    return coreText(std::ranges::find(analysis.figures, figure, &FigureKind::name)->title);
}

void explainFigure(Card* card, const Analysis& analysis, const std::string& figure) {
    card->setAbout(coreText(analysis.meaningOfFigure(figure)), QString::fromStdString(analysis.manual));
}

std::vector<PageDrawing> drawingsOf(const FindingsPtr& findings) {
    std::vector<PageDrawing> drawings;
    if (findings)
        for (const FigureKind& kind : findings->analysis().figures) drawings.push_back({kind, findings, findings->values()});
    return drawings;
}

ExportSource exportSourceOf(std::vector<PageDrawing> drawings, const QString& images, const ColouringOptions& colouring) {
    ExportSource source;
    const auto all = std::make_shared<const std::vector<PageDrawing>>(std::move(drawings));
    for (const PageDrawing& d : *all) source.figures << coreText(d.kind.title);
    source.title = all->empty() ? QString() : QString::fromStdString(all->front().findings->analysis().key);
    source.title.replace(QLatin1Char('-'), QLatin1Char(' '));
    source.hasPeople = std::ranges::any_of(*all, [](const PageDrawing& d) { return d.kind.people; });
    source.draw = [all, colouring, images = images.toStdString()](const ExportChoices& choices,
                                                                  const JobContext& job) -> Result<figure::Drawing> {
        const auto at = static_cast<std::size_t>(std::max(0, choices.figure));
        if (at >= all->size()) return forward(drawnOr({}, {}));
        const PageDrawing& d = (*all)[at];
        const MapFigureSpec& wanted = choices.map;
        auto drawn = d.findings->figure(
            {d.kind.name, wanted.widthMm, choices.dpi, wanted.style, wanted.privacy, colouring, d.values}, job);
        if (!drawn) return forward(drawn);
        addProvenance(*drawn, *d.findings, d.values, d.kind.name, images, wanted.privacy);
        fitTo(*drawn, wanted.widthMm, wanted.heightMm, wanted.style, wanted.legend);
        if (wanted.title) drawn->title = d.kind.title;
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
