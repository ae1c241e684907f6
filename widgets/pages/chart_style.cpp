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

#include "core/common/number_text.h"
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
QString powerOfTen(int exponent, const QFont& font) {
    constexpr char16_t kRaised[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString raised = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent))) raised += QChar(kRaised[digit.digitValue()]);
    const QFontMetrics metrics(font);
    const bool has = std::all_of(raised.begin(), raised.end(), [&](QChar c) { return metrics.inFont(c); });
    return has ? QStringLiteral("10") + raised : QStringLiteral("1e%1").arg(exponent);
}

QString tickText(const PlotAxis& axis, double value) {
    const double shown = axis.percent ? value * 100 : value;
    if (shown >= 1000) return QString::fromStdString(groupedNumber(std::llround(shown)));
    return QString::number(shown, 'g', 3).replace(u'-', QChar(0x2212));
}

/// The finest of 1, 2, 2.5 and 5 times a power of ten of which at most most + 1 multiples (three at least) lie in a range; 0
/// without a range.
double niceStep(double low, double high, int most) {
    const double range = high - low;
    if (!(range > 0) || !std::isfinite(range)) return 0;
    const int ticks = std::clamp(most, 2, 20) + 1;
    double power = std::pow(10, std::floor(std::log10(range / ticks)));
    for (;; power *= 10)
        for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
            const double step = factor * power;
            if (std::floor(high / step + 1e-9) - std::ceil(low / step - 1e-9) < ticks) return step;
        }
}

}  // namespace

QColor toneColour(PlotTone tone, const QPalette& palette) {
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    // Okabe and Ito (2008), the darker ones lightened on a dark background.
    switch (tone) {
        case PlotTone::kText:
            return palette.color(QPalette::Text);
        case PlotTone::kGrey:
            return dark ? QColor(0x7d, 0x86, 0x90) : QColor(0x9a, 0xa1, 0xa9);
        case PlotTone::kAccent:
            return dark ? QColor(0x5a, 0xa9, 0xe6) : QColor(0x00, 0x72, 0xb2);
        case PlotTone::kOrange:
            return dark ? QColor(0xf0, 0x8a, 0x3c) : QColor(0xd5, 0x5e, 0x00);
        case PlotTone::kGreen:
            return dark ? QColor(0x2f, 0xc2, 0x98) : QColor(0x00, 0x9e, 0x73);
        case PlotTone::kPurple:
            return dark ? QColor(0xe0, 0x98, 0xc4) : QColor(0xb9, 0x5a, 0x93);
        case PlotTone::kSky:
            return dark ? QColor(0x8f, 0xd0, 0xf5) : QColor(0x3d, 0x9c, 0xd6);
        case PlotTone::kRed:
            return dark ? QColor(0xf2, 0x6d, 0x6d) : QColor(0xb8, 0x1f, 0x2f);
    }
    return palette.color(QPalette::Text);
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

void setTicks(vtkAxis* axis, const PlotAxis& spec, const QFont& font, int most) {
    axis->SetGridVisible(spec.grid);
    vtkNew<vtkDoubleArray> positions;
    vtkNew<vtkStringArray> labels;
    if (!spec.logarithmic) {
        // VTK would take as many as find room in device pixels: too many where those are small.
        const double step = niceStep(spec.low, spec.high, most);
        PlotAxis asNumbers = spec;
        asNumbers.percent = false;
        for (double at = std::ceil(spec.low / step - 1e-9); step > 0 && at * step <= spec.high + 1e-9 * step; ++at) {
            const double value = at * step + 0.0;  // no “-0”
            positions->InsertNextValue(value);
            labels->InsertNextValue(tickText(asNumbers, value).toStdString());
        }
        axis->SetCustomTickPositions(positions, labels);
        return;
    }
    const double low = std::log10(spec.low), high = std::log10(spec.high);
    const int first = static_cast<int>(std::ceil(low - 1e-9)), last = static_cast<int>(std::floor(high + 1e-9));
    const bool few = high - low < 2, plain = spec.percent || (first >= -3 && last <= 4);
    // Lines at all powers of ten; words at as many as find room, one at 1 if it is there.
    const int every = std::max(1, (last - first + std::max(most, 1)) / std::max(most, 1));
    for (int power = first - 1; power <= last; ++power) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (factor > 1 && !few) continue;
            const double at = power + std::log10(factor);
            if (at < low - 1e-9 || at > high + 1e-9) continue;
            positions->InsertNextValue(at);
            const QString text = plain || factor > 1 ? tickText(spec, std::pow(10, at)) : powerOfTen(power, font);
            labels->InsertNextValue(power % every == 0 ? text.toStdString() : std::string());
        }
    }
    axis->SetCustomTickPositions(positions, labels);
}

double plotted(const PlotAxis& axis, double value) {
    return axis.logarithmic ? std::log10(std::max(value, axis.low)) : value;
}

double unplotted(const PlotAxis& axis, double position) { return axis.logarithmic ? std::pow(10, position) : position; }

}  // namespace facespace
