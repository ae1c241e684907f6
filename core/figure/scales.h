#pragma once
#include <string>
#include <vector>

namespace facespace::figure {

enum class Scale {
    kLinear,
    kLog,       ///< Base 10; values ≤ 0 are not shown.
    kProbit,    ///< Normal deviates of rates in (0, 1), as in DET plots.
    kCategory,  ///< Whole numbers 0, 1, … stand for names.
};

/// Where a value goes on its scale, before it is fitted to an axis; NaN if it has no place there.
double onScale(Scale scale, double value);
/// The value at a place on a scale.
double offScale(Scale scale, double place);

/// A mark on an axis. `raised` is an exponent.
struct Tick {
    double value = 0;
    std::string text, raised;
    bool minor = false;  ///< Shorter, without text.
};

struct TickOptions {
    int count = 5;         ///< About so many.
    bool degrees = false;  ///< Steps of 15, 30, 45, 90.
    bool percent = false;  ///< 0.1 is “10”; the axis' title says “%”.
    bool whole = false;    ///< Of things that are counted: no halves of images.
};

/// Round numbers within [low, high], ascending; on a log scale powers of ten with minor ticks between.
std::vector<Tick> makeTicks(Scale scale, double low, double high, const TickOptions& options = {});
/// Round numbers within [minimum, maximum], ascending, about `count` of them; whole ones if asked.
std::vector<double> niceTicks(double minimum, double maximum, int count, bool degrees = false, bool whole = false);
/// “−12.5”: as many digits as the step needs, a true minus sign, and the marks of setNumberMarks().
std::string tickText(double value, double step);
/// “24,000”.
std::string grouped(long long number);

}  // namespace facespace::figure
