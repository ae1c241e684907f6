#include "core/synthesis/exact_math.h"

namespace facespace::synthesis {

double exactExp(double x) {
    if (x < -700.0) return 0.0;
    if (x > 700.0) x = 700.0;
    constexpr double kLn2 = 0.693147180559945309417;
    const double k = std::floor(x / kLn2 + 0.5);
    const double r = x - k * kLn2;
    double term = 1.0, sum = 1.0;
    for (int i = 1; i < 15; ++i) {
        term = term * r / static_cast<double>(i);
        sum += term;
    }
    return std::ldexp(sum, static_cast<int>(k));
}

double exactLog(double x) {
    constexpr double kLn2 = 0.693147180559945309417;
    int exponent = 0;
    double m = std::frexp(x, &exponent);  // in [0.5, 1)
    if (m < 0.70710678118654752) {
        m *= 2.0;
        --exponent;
    }
    const double t = (m - 1.0) / (m + 1.0), t2 = t * t;
    double power = t, sum = 0.0;
    for (int i = 1; i < 28; i += 2) {
        sum += power / static_cast<double>(i);
        power *= t2;
    }
    return 2.0 * sum + static_cast<double>(exponent) * kLn2;
}

double exactSin(double x) {
    const double turns = std::floor(x / kPi + 0.5);
    const double r = x - turns * kPi;
    double term = r, sum = r;
    for (int i = 1; i < 11; ++i) {
        term = -term * r * r / static_cast<double>((2 * i) * (2 * i + 1));
        sum += term;
    }
    return std::fmod(turns, 2.0) == 0.0 ? sum : -sum;
}

double exactCos(double x) { return exactSin(x + kPi / 2.0); }

double exactPow(double x, double p) {
    if (x <= 0.0) return 0.0;
    return exactExp(p * exactLog(x));
}

}  // namespace facespace::synthesis
