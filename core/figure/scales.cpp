#include "core/figure/scales.h"

#include <fmt/format.h>
#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>

#include "core/common/number_text.h"
#include "core/common/numbers.h"

namespace facespace::figure {
namespace {

std::string plainText(double value) { return withNumberMarks(fmt::format("{:g}", value)); }

/// 1 to 1,000 and 0.001 to 1 are plain numbers, others powers of ten.
Tick powerOfTen(int exponent, bool plain, const TickOptions& options) {
    Tick tick{std::pow(10.0, exponent), {}, {}};
    if (options.percent) {
        tick.text = plainText(tick.value * 100);
    } else if (plain) {
        tick.text = plainText(tick.value);
    } else {
        tick.text = "10";
        tick.raised = withTrueMinus(fmt::format("{}", exponent));
    }
    return tick;
}

std::vector<Tick> logTicks(double low, double high, const TickOptions& options) {
    std::vector<Tick> ticks;
    const int first = static_cast<int>(std::floor(std::log10(low) - 1e-9));
    const int last = static_cast<int>(std::ceil(std::log10(high) + 1e-9));
    const bool plain = first >= -3 && last <= 3;
    const int every = std::max(1, (last - first) / std::max(options.count, 1));
    for (int exponent = first; exponent <= last; ++exponent) {
        for (int digit = 1; digit <= 9; ++digit) {
            const double value = digit * std::pow(10.0, exponent);
            if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
            Tick tick{value, {}, {}, true};
            if (digit == 1 && (exponent % every == 0)) tick = powerOfTen(exponent, plain, options);
            if (digit == 1 || every == 1) ticks.push_back(tick);
        }
    }
    const auto named = std::count_if(ticks.begin(), ticks.end(), [](const Tick& t) { return !t.minor; });
    // Two powers of ten say little of what lies between and beyond: 2 and 5 are named too.
    if (named == 2 && plain) {
        for (Tick& tick : ticks) {
            const double digit = tick.value / std::pow(10, std::floor(std::log10(tick.value) + 1e-9));
            tick.minor = std::abs(digit - 1) > 1e-9 && std::abs(digit - 2) > 1e-9 && std::abs(digit - 5) > 1e-9;
            if (!tick.minor) tick.text = plainText(options.percent ? tick.value * 100 : tick.value);
        }
    }
    // Less than a decade: powers of ten alone would leave the axis bare.
    if (named < 2) {
        ticks.clear();
        for (const double value : niceTicks(low, high, options.count)) {
            if (value > 0) ticks.push_back({value, plainText(options.percent ? value * 100 : value), {}});
        }
    }
    return ticks;
}

std::vector<Tick> probitTicks(double low, double high, const TickOptions& options) {
    std::vector<Tick> ticks;
    for (const double rate :
         {1e-6, 1e-5, 1e-4, 1e-3, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99, 0.999}) {
        if (rate < low * (1 - 1e-9) || rate > high * (1 + 1e-9)) continue;
        ticks.push_back({rate, plainText(options.percent ? rate * 100 : rate), {}});
        if (rate < 5e-4 && !options.percent)
            ticks.back() = powerOfTen(static_cast<int>(std::lround(std::log10(rate))), false, options);
    }
    return ticks;
}

}  // namespace

double onScale(Scale scale, double value) {
    switch (scale) {
        case Scale::kLinear:
        case Scale::kCategory:
            return value;
        case Scale::kLog:
            return value > 0 ? std::log10(value) : kNoValue;
        case Scale::kProbit:
            // Φ⁻¹(p) = −√2 erfc⁻¹(2p).
            return value > 0 && value < 1 ? -std::sqrt(2.0) * boost::math::erfc_inv(2 * value) : kNoValue;
    }
    return kNoValue;
}

double offScale(Scale scale, double place) {
    if (scale == Scale::kLog) return std::pow(10.0, place);
    if (scale == Scale::kProbit) return 0.5 * std::erfc(-place / std::sqrt(2.0));
    return place;
}

std::vector<Tick> makeTicks(Scale scale, double low, double high, const TickOptions& options) {
    if (scale == Scale::kLog) return low > 0 && high > low ? logTicks(low, high, options) : std::vector<Tick>{};
    if (scale == Scale::kProbit) return probitTicks(low, high, options);
    std::vector<Tick> ticks;
    const double factor = options.percent ? 100 : 1;
    const auto values = niceTicks(low * factor, high * factor, options.count, options.degrees, options.whole);
    const double step = values.size() > 1 ? values[1] - values[0] : (high - low) * factor;
    for (const double value : values) ticks.push_back({value / factor, tickText(value, step), {}});
    return ticks;
}

std::vector<double> niceTicks(double minimum, double maximum, int count, bool degrees, bool whole) {
    std::vector<double> ticks;
    const double span = maximum - minimum;
    if (!(span > 0) || !std::isfinite(span)) return ticks;
    const double raw = span / count, power = std::pow(10, std::floor(std::log10(raw)));
    std::vector<double> steps;
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) steps.push_back(factor * power);
    if (degrees && span > 20 && span < 800) steps = {5, 15, 30, 45, 90, 180};
    if (whole) {
        std::erase_if(steps, [](double some) { return some != std::round(some); });
        if (steps.empty()) steps.push_back(1);
    }
    auto step = std::find_if(steps.begin(), steps.end(), [&](double some) { return some >= raw * 0.8; });
    if (step == steps.end()) --step;
    const double slack = span * 1e-9;
    const auto fill = [&] {
        ticks.clear();
        for (double k = std::ceil((minimum - slack) / *step); k * *step <= maximum + slack; ++k) ticks.push_back(k * *step);
    };
    fill();
    // One number alone says nothing of an axis, nor how far apart numbers are.
    while (ticks.size() < 2 && step != steps.begin()) {
        --step;
        fill();
    }
    return ticks;
}

std::string tickText(double value, double step) {
    int decimals = 0;
    while (decimals < 9 && std::abs(step * std::pow(10, decimals) - std::round(step * std::pow(10, decimals))) > 1e-6)
        ++decimals;
    if (std::abs(value) < step * 1e-6) value = 0;
    if (decimals == 0 && std::abs(value) >= 10'000 && std::abs(value) < 1e15)
        return withNumberMarks(withTrueMinus(grouped(std::llround(value))));
    return withNumberMarks(
        withTrueMinus(std::abs(value) >= 1e15 ? fmt::format("{:.4g}", value) : fmt::format("{:.{}f}", value, decimals)));
}

std::string grouped(long long number) {
    std::string text = fmt::format("{}", std::llabs(number));
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return number < 0 ? fmt::format("-{}", text) : text;
}

}  // namespace facespace::figure
