#include "core/analysis/verdict_words.h"

#include <fmt/format.h>
#include <cmath>

namespace facespace {

std::string pValueText(double p, int shuffles) {
    if (std::isnan(p)) return "–";
    if (shuffles <= 0) return p < 0.001 ? "p < 0.001" : fmt::format("p = {:.3f}", p);
    const double least = 1.0 / (1 + shuffles);
    const int digits = least < 0.001 ? 4 : 3;
    return fmt::format("p {} {:.{}f} ({} shuffle{})", p <= least * (1 + 1e-9) ? "≤" : "=", p, digits, shuffles,
                       shuffles == 1 ? "" : "s");
}

const char* wordsOf(ViewOwner owner) {
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
