#include <fmt/format.h>
#include <algorithm>

#include "core/analysis/ranks.h"
#include "core/analysis/statistics.h"
#include "core/analysis/statistics_parts.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {
using namespace statistics;
}

Result<std::vector<MedianBin>> binnedMedians(const std::vector<double>& x, const std::vector<double>& y, const Units& units,
                                             int bins, const StatisticsOptions& o, const JobContext& job) {
    if (bins < 1) return fail(ErrorCode::kInvalid, say("{} bins are not possible; choose at least 1.", bins));
    const auto data = complete({&x, &y}, units, "x", "y");
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
        bin.xMedian = median(xs);
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
            out[b] = countedMedian(sorted);
        }
    };
    std::vector<double> values(members.size());
    medians(data->ones(), values.data());
    const auto bounds = clusteredBootstrap(
        data->groups.clusters().count, members.size(),
        [&](const auto& weights, double* out) { medians(data->weightOf(weights), out); }, {o.bootstrap, 0.95, o.seed}, job,
        say("binned medians"));
    if (!bounds) return forward(bounds);
    for (std::size_t b = 0; b < result.size(); ++b) result[b].median = {values[b], (*bounds)[b].first, (*bounds)[b].second};
    return result;
}

}  // namespace facespace
