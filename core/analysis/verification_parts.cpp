#include "core/analysis/verification_parts.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <Eigen/Core>
#include <tuple>

#include "core/common/number_text.h"

namespace facespace::verification {
namespace {
constexpr int kThresholds = 512;  // for the EER's interval

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

Result<void> checkCounts(const Verification& v) {
    if (v.genuinePairs == 0)
        return fail(ErrorCode::kInvalid,
                    fmt::format("None of the {} identities has two images with features, so there is no genuine pair; "
                                "import more images per identity.",
                                v.identities));
    if (v.impostorPairs == 0)
        return fail(ErrorCode::kInvalid,
                    "All images with features show one identity, so there is no impostor pair; import images of "
                    "other identities.");
    return {};
}

void addFigures(Verification& v, const VerificationOptions& options) {
    const ScoreCounts& counts = v.counts;
    v.auc = {counts.auc(), std::nan(""), std::nan("")};
    v.eer = {counts.eer(&v.eerThreshold), std::nan(""), std::nan("")};
    for (const double target : options.fmrTargets) {
        OperatingPoint point;
        point.fmrTarget = target;
        const std::int32_t level = counts.thresholdFor(target);
        point.threshold = counts.scale().value(level);
        point.fmr = counts.fmr(level);
        point.tar = {1 - counts.fnmr(level), std::nan(""), std::nan("")};
        point.resolved = static_cast<double>(v.impostorPairs) * target >= 10;
        if (!point.resolved)
            v.notes.push_back(fmt::format("An FMR of {:g} rests on fewer than 10 of {} impostor pairs.", target,
                                          groupedNumber(v.impostorPairs)));
        v.operatingPoints.push_back(point);
    }
    const bool noneRejected =
        !v.operatingPoints.empty() &&
        std::ranges::all_of(v.operatingPoints, [](const OperatingPoint& p) { return p.tar.value >= 1; });
    // Resamples of pairs without an error have no error either: the intervals are points (Hanley and Lippman-Hand 1983).
    if (noneRejected && v.genuinePairs > 0)
        v.notes.push_back(
            fmt::format("None of {} genuine pairs is rejected, so resampling gives no interval; up to {:.2g} % of all pairs "
                        "could be and "
                        "none be seen (rule of three).",
                        groupedNumber(v.genuinePairs), 100 * std::min(1.0, 3 / static_cast<double>(v.genuinePairs))));
    for (const std::int32_t level : curveLevels(counts, options.curvePoints))
        v.curve.push_back({counts.scale().value(level), counts.fmr(level), counts.fnmr(level)});
}

Result<void> addIntervals(Verification& v, const std::vector<std::int32_t>& level, const std::vector<std::int32_t>& group,
                          std::int32_t groups, const VerificationOptions& options, const JobContext& job) {
    // Thresholds, equally spaced from an FMR of nearly 1 to one of 10⁻⁶; the EER is interpolated between them.
    const std::int32_t first = v.counts.thresholdFor(0.95),
                       last = std::max(v.counts.thresholdFor(1e-6), first + kThresholds);
    std::vector<double> fmr(kThresholds);
    std::vector<std::int32_t> threshold(kThresholds);
    for (int k = 0; k < kThresholds; ++k) {
        threshold[static_cast<std::size_t>(k)] =
            std::min(ScoreScale::kLevels,
                     static_cast<std::int32_t>(first + static_cast<std::int64_t>(last - first) * k / (kThresholds - 1)));
        fmr[static_cast<std::size_t>(k)] = v.counts.fmr(threshold[static_cast<std::size_t>(k)]);
    }
    const auto targets = static_cast<Eigen::Index>(v.operatingPoints.size());
    std::vector<std::int32_t> accept;
    for (const auto& point : v.operatingPoints) accept.push_back(v.counts.thresholdFor(point.fmrTarget));
    // Per group: pairs, AUC sum, accepted per target, and rejected per threshold.
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(2 + targets, groups);
    Eigen::MatrixXf rejected = Eigen::MatrixXf::Zero(kThresholds, groups);
    for (std::size_t i = 0; i < level.size(); ++i) {
        auto s = sums.col(group[i]);
        s(0) += 1;
        s(1) += v.counts.impostorsBelow(level[i]);
        for (Eigen::Index t = 0; t < targets; ++t) s(2 + t) += level[i] >= accept[static_cast<std::size_t>(t)] ? 1 : 0;
        const auto from = std::upper_bound(threshold.begin(), threshold.end(), level[i]) - threshold.begin();
        if (from < kThresholds) rejected(from, group[i]) += 1;
    }
    for (Eigen::Index g = 0; g < groups; ++g)
        for (int k = 1; k < kThresholds; ++k) rejected(k, g) += rejected(k - 1, g);
    const auto statistics = [&](const std::vector<std::int32_t>& weights, double* out) {
        Eigen::VectorXd total = Eigen::VectorXd::Zero(2 + targets);
        Eigen::VectorXf below = Eigen::VectorXf::Zero(kThresholds);
        for (std::size_t g = 0; g < weights.size(); ++g) {
            if (weights[g] == 0) continue;
            total += weights[g] * sums.col(static_cast<Eigen::Index>(g));
            below += static_cast<float>(weights[g]) * rejected.col(static_cast<Eigen::Index>(g));
        }
        for (Eigen::Index s = 0; s <= targets; ++s) out[s] = total(0) > 0 ? total(1 + s) / total(0) : std::nan("");
        std::vector<double> fnmr(kThresholds);
        for (int k = 0; k < kThresholds; ++k) fnmr[static_cast<std::size_t>(k)] = static_cast<double>(below(k)) / total(0);
        out[targets + 1] = total(0) > 0 ? equalErrorRate(fmr, fnmr) : std::nan("");
    };
    const auto bounds = clusteredBootstrap(groups, static_cast<std::size_t>(targets) + 2, statistics,
                                           {options.bootstrap, 0.95, options.seed}, job, "verification intervals");
    if (!bounds) return forward(bounds);
    std::tie(v.auc.low, v.auc.high) = bounds->front();
    for (std::size_t t = 0; t < v.operatingPoints.size(); ++t)
        std::tie(v.operatingPoints[t].tar.low, v.operatingPoints[t].tar.high) = (*bounds)[1 + t];
    std::tie(v.eer.low, v.eer.high) = bounds->back();
    return {};
}

}  // namespace facespace::verification
