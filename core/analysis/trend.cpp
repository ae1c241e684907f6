#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/experiment1_parts.h"
#include "core/analysis/monotone_fit.h"
#include "core/analysis/ranks.h"
#include "core/analysis/statistics.h"
#include "core/analysis/statistics_parts.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {
using namespace statistics;

/// Means of y at each distinct x, and how many there are.
struct Steps {
    std::vector<double> mean, weight;
};
Steps stepsOf(const RankedValues& x, const double* y) {
    Steps s{std::vector<double>(static_cast<std::size_t>(x.distinct()), 0),
            std::vector<double>(static_cast<std::size_t>(x.distinct()), 0)};
    for (std::size_t i = 0; i < x.size(); ++i) {
        const auto level = static_cast<std::size_t>(x.levels()[i]);
        s.mean[level] += y[i];
        s.weight[level] += 1;
    }
    for (std::size_t k = 0; k < s.mean.size(); ++k) s.mean[k] /= s.weight[k];
    return s;
}

/// Pools of the monotone fit.
class Pools {
  public:
    void fit(const Steps& s, bool increasing) {
        pools_.clear();
        sign_ = increasing ? 1 : -1;
        for (std::size_t i = 0; i < s.mean.size(); ++i) {
            Pool pool{sign_ * s.mean[i] * s.weight[i], s.weight[i], sign_ * s.mean[i], 1};
            while (!pools_.empty() && pools_.back().mean >= pool.mean) {
                const Pool& last = pools_.back();
                pool = {last.sum + pool.sum, last.weight + pool.weight, 0, last.count + pool.count};
                pool.mean = pool.sum / pool.weight;
                pools_.pop_back();
            }
            pools_.push_back(pool);
        }
    }
    std::vector<double> values() const {
        std::vector<double> values;
        for (const Pool& p : pools_) values.insert(values.end(), p.count, sign_ * p.mean);
        return values;
    }

  private:
    struct Pool {
        double sum, weight, mean;
        std::size_t count;
    };
    std::vector<Pool> pools_;
    double sign_ = 1;
};

/// Median of weighted values in ascending order: the middle, or the mean of the two middle ones.
double weightedMedian(const std::vector<std::pair<double, std::int32_t>>& sorted) {
    std::int64_t total = 0;
    for (const auto& [v, w] : sorted) total += w;
    if (total == 0) return std::numeric_limits<double>::quiet_NaN();
    const std::int64_t low = (total - 1) / 2, high = total / 2;
    double first = 0;
    std::int64_t seen = 0;
    bool found = false;
    for (const auto& [v, w] : sorted) {
        seen += w;
        if (!found && seen > low) {
            first = v;
            found = true;
        }
        if (seen > high) return (first + v) / 2;
    }
    return first;
}
}  // namespace

std::vector<double> poolAdjacentViolators(const std::vector<double>& y, const std::vector<double>& weight, bool increasing) {
    Pools pools;
    pools.fit({y, weight}, increasing);
    return pools.values();
}

Result<IsotonicFit> isotonicTrend(const std::vector<double>& x, const std::vector<double>& y,
                                  const std::vector<std::string>& identity, const StatisticsOptions& o,
                                  const JobContext& job) {
    const auto data = complete({&x, &y}, identity, "x", "y");
    if (!data) return forward(data);
    const RankedValues ranked(data->values[0]);
    const Eigen::Map<const Eigen::VectorXd> values(data->values[1].data(), static_cast<Eigen::Index>(data->rows.size()));
    const double mean = values.mean(), total = (values.array() - mean).square().sum();
    const auto explained = MonotoneFit(ranked).of(values.data(), mean, total);
    IsotonicFit fit;
    fit.images = static_cast<std::int64_t>(data->rows.size());
    fit.increasing = explained.rising >= explained.falling;
    fit.r2 = std::max(explained.rising, explained.falling);
    Pools pools;
    pools.fit(stepsOf(ranked, values.data()), fit.increasing);
    fit.y = pools.values();
    fit.x.resize(fit.y.size());
    for (std::size_t i = 0; i < data->rows.size(); ++i)
        fit.x[static_cast<std::size_t>(ranked.levels()[i])] = data->values[0][i];
    if (o.permutations == 0) return fit;
    const auto scheme = experiment1::schemeFor(values, data->groups);
    std::vector<std::int64_t> asGood(static_cast<std::size_t>(o.permutations), 0);
    parallelChunks(asGood.size(), 16, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        const Eigen::MatrixXd shuffled = experiment1::permutedLabels(
            values, data->groups, scheme, static_cast<int>(end - begin), streamSeed(o.seed, chunk));
        MonotoneFit own(ranked);
        for (std::size_t b = begin; b < end; ++b) {
            // Whole-identity shuffles can repeat labels, which changes mean and variance.
            const auto column = shuffled.col(static_cast<Eigen::Index>(b - begin));
            const double m = column.mean(), t = (column.array() - m).square().sum();
            const auto shuffledFit = t > 0 ? own.of(column.data(), m, t) : MonotoneFit::Explained{1, 1};
            asGood[b] = std::max(shuffledFit.rising, shuffledFit.falling) < fit.r2 ? 0 : 1;
        }
        job.progress("monotone trend", static_cast<std::int64_t>(end), o.permutations);
    });
    if (job.cancelled()) return cancelled();
    std::int64_t count = 0;
    for (const std::int64_t a : asGood) count += a;
    fit.pValue = static_cast<double>(1 + count) / static_cast<double>(1 + o.permutations);
    return fit;
}

Result<std::vector<MedianBin>> binnedMedians(const std::vector<double>& x, const std::vector<double>& y,
                                             const std::vector<std::string>& identity, int bins, const StatisticsOptions& o,
                                             const JobContext& job) {
    if (bins < 1) return fail(ErrorCode::kInvalid, fmt::format("{} bins are not possible; choose at least 1.", bins));
    const auto data = complete({&x, &y}, identity, "x", "y");
    if (!data) return forward(data);
    const RankedValues ranked(data->values[0]);
    const std::size_t n = data->rows.size();
    const auto at = [&](std::size_t v, std::int64_t i) { return data->values[v][static_cast<std::size_t>(i)]; };
    std::vector<MedianBin> result;
    std::vector<std::vector<std::int64_t>> members;  // entries, by y
    for (std::size_t begin = 0, b = 0; begin < n; ++b) {
        std::size_t end = std::max(begin + 1, (b + 1) * n / static_cast<std::size_t>(bins));
        end = std::min(end, n);
        while (end < n && at(0, ranked.order()[end]) == at(0, ranked.order()[end - 1])) ++end;
        std::vector<std::int64_t> in(ranked.order().begin() + static_cast<std::ptrdiff_t>(begin),
                                     ranked.order().begin() + static_cast<std::ptrdiff_t>(end));
        MedianBin bin;
        bin.xLow = at(0, in.front());
        bin.xHigh = at(0, in.back());
        std::vector<double> xs;
        for (const std::int64_t i : in) {
            xs.push_back(at(0, i));
            bin.rows.push_back(data->rows[static_cast<std::size_t>(i)]);
        }
        bin.xMedian = quantile(xs, 0.5);
        std::sort(in.begin(), in.end(), [&](std::int64_t a, std::int64_t c) { return at(1, a) < at(1, c); });
        members.push_back(std::move(in));
        result.push_back(std::move(bin));
        begin = end;
        while (b + 2 <= static_cast<std::size_t>(bins) && (b + 2) * n / static_cast<std::size_t>(bins) <= begin) ++b;
    }
    const auto medians = [&](const std::vector<std::int32_t>& weight, double* out) {
        std::vector<std::pair<double, std::int32_t>> sorted;
        for (std::size_t b = 0; b < members.size(); ++b) {
            sorted.clear();
            for (const std::int64_t i : members[b]) sorted.emplace_back(at(1, i), weight[static_cast<std::size_t>(i)]);
            out[b] = weightedMedian(sorted);
        }
    };
    std::vector<double> values(members.size());
    medians(data->ones(), values.data());
    const auto bounds = clusteredBootstrap(
        data->groups.count, members.size(), [&](const auto& weights, double* out) { medians(data->weightOf(weights), out); },
        {o.bootstrap, 0.95, o.seed}, job, "binned medians");
    if (!bounds) return forward(bounds);
    for (std::size_t b = 0; b < result.size(); ++b) result[b].median = {values[b], (*bounds)[b].first, (*bounds)[b].second};
    return result;
}

}  // namespace facespace
