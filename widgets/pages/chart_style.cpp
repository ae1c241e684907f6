#include "widgets/pages/chart_style.h"

#include <fontconfig/fontconfig.h>
#include <vtkAxis.h>
#include <vtkDoubleArray.h>
#include <vtkNew.h>
#include <vtkPen.h>
#include <vtkRenderer.h>
#include <vtkStringArray.h>
#include <vtkTextProperty.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <QFont>
#include <QFontInfo>
#include <QFontMetrics>

#include "widgets/look/theme.h"

namespace facespace {
namespace {

unsigned char byte(int value) { return static_cast<unsigned char>(value); }

void setColour(vtkTextProperty* text, const QColor& c) { text->SetColor(c.redF(), c.greenF(), c.blueF()); }

/// VTK brings fonts of its own; charts have the window's. "" if there is no such file.
std::string fontFile(const QFont& font) {
    static std::map<QString, std::string> known;
    const QString family = QFontInfo(font).family();
    const auto [entry, isNew] = known.try_emplace(family);
    if (!isNew) return entry->second;
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> wanted(FcPatternCreate(), FcPatternDestroy);
    const std::string name = family.toStdString();
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(name.c_str()));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, FC_WEIGHT_REGULAR);
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultMatch;
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> found(FcFontMatch(nullptr, wanted.get(), &result),
                                                                        FcPatternDestroy);
    FcChar8* file = nullptr;
    if (found && FcPatternGetString(found.get(), FC_FILE, 0, &file) == FcResultMatch)
        entry->second = reinterpret_cast<const char*>(file);
    return entry->second;
}

/// “10⁻⁵” where the font has such signs.
QString withRaised(const figure::Tick& tick, const QFont& font) {
    const QString text = QString::fromStdString(tick.text);
    if (tick.raised.empty()) return text;
    constexpr char16_t kRaised[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString raised;
    for (const QChar c : QString::fromStdString(tick.raised))
        raised += c.isDigit() ? QChar(kRaised[c.digitValue()]) : QChar(u'⁻');
    const QFontMetrics metrics(font);
    const bool has = std::all_of(raised.begin(), raised.end(), [&](QChar c) { return metrics.inFont(c); });
    return has ? text + raised : QString::number(tick.value, 'g', 1);
}

bool isPowerOfTen(double value) {
    const double power = std::log10(value);
    return std::abs(power - std::round(power)) < 1e-9;
}

constexpr int kBetweenNames = 8, kLeastName = 64;  // pixels

/// Names of categories below an axis, which print writes upwards: side by side where they fit, else in two or three lines by
/// turns, shortened in the middle, and left out where they would say nothing. None goes beyond the view.
QStringList namesBelow(const std::vector<figure::Tick>& ticks, const QFont& font, double each) {
    const QFontMetrics metrics(font);
    int widest = 0;
    for (const figure::Tick& tick : ticks)
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(tick.text)));
    const auto fitsIn = [&](int lines) { return widest + kBetweenNames <= lines * each; };
    const int every =
        fitsIn(2) ? 1
                  : std::max(1, static_cast<int>(std::ceil((std::min(widest, kLeastName) + kBetweenNames) / (2 * each))));
    const int lines = fitsIn(1) ? 1 : every == 1 && !fitsIn(2) ? 3 : 2;
    const double length = each * static_cast<double>(ticks.size());
    const auto roomOf = [&](int k) {
        const double before = (k + 0.5) * each;
        const double toEdges = 2 * (std::min(before, length - before) + kPlotBorder) - 2;
        return static_cast<int>(std::min(lines * every * each - kBetweenNames, toEdges));
    };
    QStringList names;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const auto k = static_cast<int>(i);
        const QString name =
            metrics.elidedText(QString::fromStdString(ticks[i].text), Qt::ElideMiddle, std::max(roomOf(k), 1));
        names << (k % every != 0 ? QString() : QString(k / every % lines, QLatin1Char('\n')) + name);
    }
    return names;
}

}  // namespace

figure::Style chartStyle(const QPalette& palette) {
    const auto rgb = [](const QColor& c) {
        return Rgb{static_cast<std::uint8_t>(c.red()), static_cast<std::uint8_t>(c.green()),
                   static_cast<std::uint8_t>(c.blue())};
    };
    figure::Style style;
    style.ink = rgb(palette.color(QPalette::Text));
    style.muted = rgb(secondaryTextColour(palette));
    style.background = rgb(palette.color(QPalette::Base));
    style.dark = palette.color(QPalette::Base).lightness() < 128;
    return style;
}

QColor toneColour(figure::Tone tone, const QPalette& palette) {
    const Rgb c = figure::resolved(tone, chartStyle(palette));
    return {c.r, c.g, c.b};
}

void styleAxis(vtkAxis* axis, const QPalette& palette, const QFont& font, double ratio) {
    const QColor secondary = secondaryTextColour(palette), border = borderColour(palette);
    const int size = static_cast<int>(std::lround((QFontInfo(font).pixelSize() - 1) * ratio));
    axis->GetLabelProperties()->SetFontSize(size);
    axis->GetTitleProperties()->SetFontSize(size);
    axis->GetTitleProperties()->SetBold(false);
    if (const std::string file = fontFile(font); !file.empty()) {
        for (vtkTextProperty* text : {axis->GetLabelProperties(), axis->GetTitleProperties()}) {
            text->SetFontFamily(VTK_FONT_FILE);
            text->SetFontFile(file.c_str());
        }
    }
    setColour(axis->GetLabelProperties(), secondary);
    setColour(axis->GetTitleProperties(), palette.color(QPalette::Text));
    for (vtkPen* pen : {axis->GetPen(), axis->GetGridPen()}) {
        pen->SetColor(byte(border.red()), byte(border.green()), byte(border.blue()));
        pen->SetWidth(static_cast<float>(ratio));
    }
    // VTK puts the axis' title 15 device pixels below the labels' height whatever the ratio, so their offset has to stay
    // below.
    axis->SetTickLength(static_cast<float>(std::min(4 * ratio, 6.0)));
    axis->SetLabelOffset(static_cast<float>(std::min(8 * ratio, 9.0)));
}

void styleBackground(vtkRenderer* renderer, const QPalette& palette) {
    const QColor c = palette.color(QPalette::Base);
    renderer->SetBackground(c.redF(), c.greenF(), c.blueF());
}

void setTicks(vtkAxis* axis, const figure::Axis& spec, const figure::AxisRange& range, const QFont& font, double length) {
    const bool upright = axis->GetPosition() == vtkAxis::LEFT;
    axis->SetGridVisible(upright || spec.scale != figure::Scale::kLinear);
    vtkNew<vtkDoubleArray> positions;
    vtkNew<vtkStringArray> labels;
    const double pixels = QFontInfo(font).pixelSize();
    const auto ticks = figure::ticksOf(spec, range, std::max(length, 1.0), pixels, !upright);
    const bool below = spec.scale == figure::Scale::kCategory && !upright && !ticks.empty();
    const QStringList names =
        below ? namesBelow(ticks, font, std::max(length, 1.0) / static_cast<double>(ticks.size())) : QStringList();
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const figure::Tick& tick = ticks[i];
        // A line at each of the marks between powers of ten would be a hatching.
        if (tick.minor && spec.scale == figure::Scale::kLog && !isPowerOfTen(tick.value)) continue;
        positions->InsertNextValue(plotted(range, tick.value));
        const QString text = below ? names[static_cast<qsizetype>(i)] : withRaised(tick, font);
        labels->InsertNextValue(tick.minor ? std::string() : text.toStdString());
    }
    axis->SetCustomTickPositions(positions, labels);
}

double plotted(const figure::AxisRange& range, double value) {
    const double place = figure::onScale(range.scale, value);
    return range.reversed ? -place : place;
}

double unplotted(const figure::AxisRange& range, double place) {
    return figure::offScale(range.scale, range.reversed ? -place : place);
}

}  // namespace facespace
