#include "core/analysis/verification_parts.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/common/number_text.h"
#include "core/common/numbers.h"

namespace facespace::verification {
namespace {
/// Thresholds where the curve changes: equal steps in log FMR and in FNMR.
std::vector<std::int32_t> curveLevels(const ScoreCounts& counts, int points) {
    std::vector<std::int32_t> levels{0, ScoreScale::kLevels};
    const int half = std::max(2, points / 2);
    const double least = std::log10(0.5 / static_cast<double>(counts.impostorPairs()));
    for (int k = 0; k < half; ++k) levels.push_back(counts.thresholdFor(std::pow(10.0, least * k / (half - 1))));
    for (int k = 0; k < half; ++k) {
        std::int32_t low = 0, high = ScoreScale::kLevels;
        while (low < high) {  // first level with this FNMR
            const std::int32_t middle = low + (high - low) / 2;
            if (counts.fnmr(middle) >= static_cast<double>(k) / (half - 1))
                high = middle;
            else
                low = middle + 1;
        }
        levels.push_back(low);
    }
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}
}  // namespace

std::uint64_t marked(std::uint64_t mark, std::int64_t value) {
    auto bits = static_cast<std::uint64_t>(value);
    for (int byte = 0; byte < 8; ++byte, bits >>= 8U) mark = (mark ^ (bits & 0xFFU)) * 0x100000001b3ULL;
    return mark;
}

std::uint64_t markOf(const PairStream& stream) {
    std::uint64_t mark = 0xcbf29ce484222325ULL;
    for (std::size_t p = 0; p < stream.images(); ++p) mark = marked(marked(mark, stream.row(p)), stream.group(p));
    return mark;
}

Result<void> checkCounts(const Verification& v) {
    if (v.genuinePairs == 0)
        return fail(ErrorCode::kInvalid,
                    say("None of the {} identities has two images with features, so there is no genuine pair; "
                        "import more images per identity.",
                        v.identities));
    if (v.impostorPairs == 0)
        return fail(ErrorCode::kInvalid,
                    say("All images with features show one identity, so there is no impostor pair; import images of "
                        "other identities."));
    return {};
}

void addFigures(Verification& v, const VerificationOptions& options) {
    const ScoreCounts& counts = v.counts;
    v.auc = {counts.auc(), kNoValue, kNoValue};
    v.eer = {counts.eer(&v.eerThreshold), kNoValue, kNoValue};
    v.dPrime = {counts.dPrime(), kNoValue, kNoValue};
    for (const double target : options.fmrTargets) {
        OperatingPoint point;
        point.fmrTarget = target;
        const std::int32_t level = counts.thresholdFor(target);
        point.threshold = counts.scale().value(level);
        point.fmr = counts.fmr(level);
        point.tar = {1 - counts.fnmr(level), kNoValue, kNoValue};
        point.resolved = static_cast<double>(v.impostorPairs) * target >= 10;
        if (!point.resolved)
            v.notes.push_back(
                say("An FMR of {:g} rests on fewer than 10 of {} impostor pairs.", target, groupedNumber(v.impostorPairs)));
        v.operatingPoints.push_back(point);
    }
    const bool noneRejected =
        !v.operatingPoints.empty() &&
        std::ranges::all_of(v.operatingPoints, [](const OperatingPoint& p) { return p.tar.value >= 1; });
    // What is left of pairs without an error has no error either (Hanley and Lippman-Hand 1983).
    if (noneRejected && v.genuinePairs > 0)
        v.notes.push_back(
            say("None of {} genuine pairs is rejected, so there is no interval; up to {:.3g} % of all pairs "
                "could be and "
                "none be seen (rule of three).",
                groupedNumber(v.genuinePairs), 100 * std::min(1.0, 3 / static_cast<double>(v.genuinePairs))));
    for (const std::int32_t level : curveLevels(counts, options.curvePoints))
        v.curve.push_back({counts.scale().value(level), counts.fmr(level), counts.fnmr(level)});
}

}  // namespace facespace::verification
