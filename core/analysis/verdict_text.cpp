#include "core/analysis/verdict_text.h"

#include <fmt/format.h>
#include <cmath>

#include "core/common/text.h"

namespace facespace {

std::string pValueText(double p, int shuffles) {
    if (std::isnan(p)) return "–";
    if (shuffles <= 0) return p < 0.001 ? "p < 0.001" : fmt::format("p = {:.3f}", p);
    const double least = 1.0 / (1 + shuffles);
    const int digits = least < 0.001 ? 4 : 3;
    return fmt::format("p {} {:.{}f} ({} shuffle{})", p <= least * (1 + 1e-9) ? "≤" : "=", p, digits, shuffles,
                       shuffles == 1 ? "" : "s");
}

std::string resolvedText(int tests, int shuffles) {
    const int most = (shuffles + 1) / 20;
    std::string text = say(
        "With {} shuffles p can be no less than {:.2g}, so that 5 % corrected for the number of tests (Bonferroni) can be "
        "reached in up to {} tests; here are {}.",
        shuffles, 1.0 / (shuffles + 1), most, tests);
    if (tests > most)
        text += " " + say("For all of them, ask for {0} shuffles (--permutations {0}).", 20 * tests - 1).english();
    return text;
}

const char* termFor(ViewOwner owner) {
    switch (owner) {
        case ViewOwner::kIdentities:
            return "identities differ more than features";
        case ViewOwner::kFeatures:
            return "features differ more than identities";
        default:
            return "cannot tell";
    }
}

namespace {
std::string ordinal(double percentile) {
    const int n = static_cast<int>(std::lround(percentile)), last = n % 10, lastTwo = n % 100;
    const bool teen = lastTwo > 10 && lastTwo < 20;
    return fmt::format("{}{}", n, teen || last > 3 || last == 0 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
}
}  // namespace

std::string shapeText(const Trend& trend) {
    switch (trend.shape) {
        case TrendShape::kFlat:
            return "no trend";
        case TrendShape::kRises:
            return "rises throughout";
        case TrendShape::kFalls:
            return "falls throughout";
        case TrendShape::kRisesThenFalls:
            return fmt::format("rises, then falls (from the {} percentile on)", ordinal(trend.turn.value_or(0)));
        case TrendShape::kFallsThenRises:
            return fmt::format("falls, then rises (from the {} percentile on)", ordinal(trend.turn.value_or(0)));
        default:
            return "cannot tell";
    }
}

}  // namespace facespace
