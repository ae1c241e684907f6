#include "widgets/pages/axis_title.h"

#include <vtkAxis.h>
#include <vtkTextProperty.h>
#include <algorithm>
#include <cmath>
#include <QFontMetrics>
#include <QStringList>

namespace facespace {
namespace {

constexpr double kSmaller = 0.86;  // of a title that has no room at the window's size

/// At the blank nearest the middle.
QString inTwoLines(const QString& text) {
    qsizetype best = -1;
    for (qsizetype at = text.indexOf(QLatin1Char(' ')); at >= 0; at = text.indexOf(QLatin1Char(' '), at + 1))
        if (best < 0 || std::abs(2 * at - text.size()) < std::abs(2 * best - text.size())) best = at;
    return best < 0 ? text : text.left(best) + QLatin1Char('\n') + text.mid(best + 1);
}

int widthOf(const QString& text, const QFontMetrics& metrics) {
    int width = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) width = std::max(width, metrics.horizontalAdvance(line));
    return width;
}

}  // namespace

FittedTitle fittedTitle(const figure::Axis& axis, int room, const QFont& font) {
    const QFontMetrics metrics(font);
    const QString title = QString::fromStdString(axis.title);
    // “Sharpness (Laplacian variance)” is still told by its first words.
    const qsizetype remark = title.indexOf(QStringLiteral(" ("));
    const QString brief = !axis.brief.empty() ? QString::fromStdString(axis.brief) : remark > 0 ? title.left(remark) : title;
    for (const QString& text : {title, brief, inTwoLines(brief)})
        for (const double scale : {1.0, kSmaller})
            if (widthOf(text, metrics) * scale <= room) return {text, scale, false};
    return {metrics.elidedText(brief, Qt::ElideRight, static_cast<int>(std::max(room, 40) / kSmaller)), kSmaller, true};
}

void setAxisTitle(vtkAxis* axis, const FittedTitle& title, const char* after) {
    axis->SetTitle(title.text.toStdString() + after);
    vtkTextProperty* text = axis->GetTitleProperties();
    text->SetFontSize(static_cast<int>(std::lround(text->GetFontSize() * title.scale)));
}

}  // namespace facespace
