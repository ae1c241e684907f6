#include "widgets/figure/map_legend.h"

#include <algorithm>
#include <cmath>
#include <QFontMetricsF>
#include <QPainterPath>

#include "core/figure/colour_maps.h"
#include "core/figure/scales.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kRampSize = 128;
constexpr int kTitleLines = 3;

/// All lengths follow the font, so that a legend looks the same at any size and resolution.
struct Layout {
    QFontMetricsF metrics;
    double em;        ///< Height of a line's letters.
    double line;      ///< From line to line.
    double maxWidth;  ///< Of text.
    Layout(const QFont& font, QPaintDevice* device)
        : metrics(font, device), em(metrics.height()), line(em * 1.25), maxWidth(metrics.averageCharWidth() * 24) {}
    double barWidth() const { return em * 0.9; }
    double barHeight(const LegendStyle& style, double above) const {
        return std::max(em * 4, std::min(em * 11, style.maxHeight - above - em));
    }
    double disc() const { return em * 0.66; }
    double gap() const { return em * 0.45; }
};

/// Breaks at spaces into at most kTitleLines lines, eliding what does not fit.
QStringList titleLines(const QString& title, const Layout& layout) {
    QStringList lines;
    const QStringList words = title.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
        if (!lines.isEmpty() && layout.metrics.horizontalAdvance(longer) <= layout.maxWidth) {
            lines.back() = longer;
        } else if (lines.size() < kTitleLines) {
            lines.push_back(word);
        } else {
            lines.back() = longer;
        }
    }
    for (QString& text : lines) text = layout.metrics.elidedText(text, Qt::ElideRight, layout.maxWidth);
    return lines;
}

struct Row {
    QString label, count;
    QColor colour;
};

std::vector<Row> classRows(const MapLegend& legend, const Layout& layout) {
    std::vector<Row> rows;
    const auto add = [&](const QString& label, int count, QColor colour) {
        rows.push_back({layout.metrics.elidedText(label, Qt::ElideMiddle, layout.maxWidth), countText(count), colour});
    };
    if (legend.scale == ColourModel::Scale::kClasses) {
        for (const auto& entry : legend.entries) add(entry.label, entry.count, entry.colour);
    }
    if (legend.missing > 0) {
        add(QObject::tr("no value"), legend.missing, legend.missingColour);
    }
    return rows;
}

double rowWidth(const Row& row, const Layout& layout) {
    return layout.disc() + layout.gap() + layout.metrics.horizontalAdvance(row.label) + 2 * layout.gap() +
           layout.metrics.horizontalAdvance(row.count);
}

bool hasBar(const MapLegend& legend) {
    return legend.scale == ColourModel::Scale::kSequential || legend.scale == ColourModel::Scale::kDiverging;
}

struct Ticks {
    std::vector<double> values;
    std::vector<QString> texts;
};

Ticks barTicks(const MapLegend& legend) {
    Ticks ticks{figure::niceTicks(legend.minimum, legend.maximum, 5, legend.degrees), {}};
    const double step = ticks.values.size() > 1 ? ticks.values[1] - ticks.values[0] : legend.maximum - legend.minimum;
    for (const double value : ticks.values) ticks.texts.push_back(QString::fromStdString(figure::tickText(value, step)));
    return ticks;
}

double widest(const std::vector<QString>& texts, const Layout& layout) {
    double width = 0;
    for (const QString& text : texts) width = std::max(width, layout.metrics.horizontalAdvance(text));
    return width;
}

/// The bar with pointed ends where values are clipped; its coloured part is `bar`.
QPainterPath barOutline(const QRectF& bar, double point, const MapLegend& legend) {
    QPainterPath path(bar.topLeft());
    if (legend.clipsHigh) path.lineTo(bar.center().x(), bar.top() - point);
    path.lineTo(bar.topRight());
    path.lineTo(bar.bottomRight());
    if (legend.clipsLow) path.lineTo(bar.center().x(), bar.bottom() + point);
    path.lineTo(bar.bottomLeft());
    path.closeSubpath();
    return path;
}

double paintBar(QPainter& painter, QPointF at, double height, const MapLegend& legend, const LegendStyle& style,
                const Layout& layout) {
    const double point = layout.em * 0.5;
    const double top = at.y() + (legend.clipsHigh ? point : 0);
    const QRectF bar(at.x(), top, layout.barWidth(), height - (top - at.y()) - (legend.clipsLow ? point : 0));
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    for (std::size_t i = 0; i < legend.ramp.size(); ++i) {
        gradient.setColorAt(static_cast<double>(i) / static_cast<double>(legend.ramp.size() - 1), legend.ramp[i]);
    }
    painter.setPen(QPen(style.muted, std::max(layout.em / 18, 0.6)));
    painter.setBrush(gradient);
    painter.drawPath(barOutline(bar, point, legend));

    const Ticks ticks = barTicks(legend);
    for (std::size_t i = 0; i < ticks.values.size(); ++i) {
        const double t = (ticks.values[i] - legend.minimum) / (legend.maximum - legend.minimum);
        const double y = bar.bottom() - t * bar.height();
        painter.setPen(QPen(style.muted, std::max(layout.em / 16, 0.7)));
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + layout.em * 0.3, y));
        painter.setPen(style.text);
        painter.drawText(QPointF(bar.right() + layout.em * 0.5, y + layout.metrics.capHeight() / 2), ticks.texts[i]);
    }
    return at.y() + height;
}

void paintRows(QPainter& painter, QPointF at, double width, const std::vector<Row>& rows, const LegendStyle& style,
               const Layout& layout) {
    double y = at.y();
    for (const Row& row : rows) {
        const double middle = y + layout.line / 2;
        painter.setPen(QPen(row.colour.darker(140), std::max(layout.em / 18, 0.6)));
        painter.setBrush(row.colour);
        painter.drawEllipse(QPointF(at.x() + layout.disc() / 2, middle), layout.disc() / 2, layout.disc() / 2);
        const double base = middle + layout.metrics.capHeight() / 2;
        painter.setPen(style.text);
        painter.drawText(QPointF(at.x() + layout.disc() + layout.gap(), base), row.label);
        painter.setPen(style.muted);
        painter.drawText(QPointF(at.x() + width - layout.metrics.horizontalAdvance(row.count), base), row.count);
        y += layout.line;
    }
}

}  // namespace

namespace {

/// Halfway into the background, light or dark: hundreds of grey points must not outshine the coloured ones.
QColor receded(const QColor& background) {
    const auto mix = [](int a, int b) { return (a + b) / 2; };
    return {mix(kMissingColour.r, background.red()), mix(kMissingColour.g, background.green()),
            mix(kMissingColour.b, background.blue())};
}

bool isMissing(const QColor& colour) { return colour == QColor(kMissingColour.r, kMissingColour.g, kMissingColour.b); }

}  // namespace

std::vector<std::uint8_t> captureColours(const ColourModel& colours, const QColor& background) {
    std::vector<std::uint8_t> rgb = colours.rgb();
    const QColor grey = receded(background);
    for (std::size_t at = 0; at + 2 < rgb.size(); at += 3) {
        if (Rgb{rgb[at], rgb[at + 1], rgb[at + 2]} != kMissingColour) continue;
        rgb[at] = static_cast<std::uint8_t>(grey.red());
        rgb[at + 1] = static_cast<std::uint8_t>(grey.green());
        rgb[at + 2] = static_cast<std::uint8_t>(grey.blue());
    }
    return rgb;
}

MapLegend captureLegend(const ColourModel& colours, const QColor& background) {
    MapLegend legend;
    legend.scale = colours.scale();
    legend.title = colours.title();
    legend.minimum = colours.minimum();
    legend.maximum = colours.maximum();
    legend.clipsLow = colours.clipsLow();
    legend.clipsHigh = colours.clipsHigh();
    legend.degrees = colours.inDegrees();
    legend.missingColour = receded(background);
    legend.entries = colours.legend();
    for (auto& entry : legend.entries) {
        if (isMissing(entry.colour)) entry.colour = legend.missingColour;
    }
    legend.missing = colours.missingCount();
    if (hasBar(legend)) {
        for (int i = 0; i < kRampSize; ++i) {
            legend.ramp.push_back(
                colours.colourAt(legend.minimum + (legend.maximum - legend.minimum) * i / (kRampSize - 1)));
        }
    }
    return legend;
}

QSizeF legendSize(const MapLegend& legend, const LegendStyle& style, QPaintDevice* device) {
    if (legend.empty()) return {0, 0};
    const Layout layout(style.font, device);
    const QStringList title = titleLines(legend.title, layout);
    double width = 0;
    for (const QString& text : title) width = std::max(width, layout.metrics.horizontalAdvance(text));
    const std::vector<Row> rows = classRows(legend, layout);
    for (const Row& row : rows) width = std::max(width, rowWidth(row, layout));
    double height = static_cast<double>(title.size()) * layout.line + layout.em * 0.35;
    const double rowsHeight = static_cast<double>(rows.size()) * layout.line;
    if (hasBar(legend)) {
        width = std::max(width, layout.barWidth() + layout.em * 0.5 + widest(barTicks(legend).texts, layout));
        height += layout.barHeight(style, height + rowsHeight) + layout.em * 0.5;
    }
    return {std::ceil(width + 1), std::ceil(height + rowsHeight)};
}

void paintLegend(QPainter& painter, QPointF origin, const MapLegend& legend, const LegendStyle& style) {
    if (legend.empty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const Layout layout(style.font, painter.device());
    const QSizeF size = legendSize(legend, style, painter.device());
    const QStringList title = titleLines(legend.title, layout);
    double y = origin.y();
    painter.setPen(style.text);
    for (const QString& text : title) {
        painter.drawText(QPointF(origin.x(), y + layout.metrics.ascent()), text);
        y += layout.line;
    }
    y += layout.em * 0.35;
    const std::vector<Row> rows = classRows(legend, layout);
    if (hasBar(legend)) {
        const double above = y - origin.y() + static_cast<double>(rows.size()) * layout.line;
        y = paintBar(painter, {origin.x(), y}, layout.barHeight(style, above), legend, style, layout) + layout.em * 0.5;
    }
    paintRows(painter, {origin.x(), y}, size.width(), rows, style, layout);
    painter.restore();
}

}  // namespace facespace
