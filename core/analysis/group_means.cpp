#include <cmath>

#include "core/analysis/folds.h"
#include "core/analysis/group_rates.h"
#include "core/analysis/jackknife.h"

namespace facespace {
namespace {

std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

}  // namespace

Result<std::vector<GroupMean>> groupMeans(const std::vector<double>& values, const std::vector<std::string>& identity,
                                          const std::vector<std::int32_t>& group, std::int32_t groups,
                                          const GroupRateOptions& o, const JobContext& job) {
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i]) && group[i] >= 0) rows.push_back(static_cast<std::int64_t>(i));
    const IdentityGroups people = groupIdentities(identity, rows);
    std::vector<std::vector<double>> sum(at(people.count), std::vector<double>(at(groups), 0)), count = sum;
    std::vector<GroupMean> means(at(groups));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<std::size_t>(rows[i]);
        sum[at(people.groupOf[i])][at(group[row])] += values[row];
        count[at(people.groupOf[i])][at(group[row])] += 1;
        ++means[at(group[row])].images;
    }
    // Of each group its mean, then how much more that is than the mean of all others.
    const auto figures = [&](const std::vector<std::int32_t>& weight, double* out) {
        std::vector<double> sums(at(groups), 0), counts(at(groups), 0);
        double allSum = 0, allCount = 0;
        for (std::size_t p = 0; p < sum.size(); ++p)
            for (std::size_t g = 0; weight[p] > 0 && g < sums.size(); ++g) sums[g] += sum[p][g], counts[g] += count[p][g];
        for (std::size_t g = 0; g < sums.size(); ++g) allSum += sums[g], allCount += counts[g];
        for (std::size_t g = 0; g < sums.size(); ++g) {
            out[2 * g] = sums[g] / counts[g];
            out[2 * g + 1] = out[2 * g] - (allSum - sums[g]) / (allCount - counts[g]);
        }
    };
    std::vector<double> whole(2 * means.size());
    figures(std::vector<std::int32_t>(sum.size(), 1), whole.data());
    const auto errors = clusteredJackknife(people.count, whole.size(), figures, {o.leaveOut, o.seed}, job);
    if (!errors) return forward(errors);
    for (std::size_t g = 0; g < means.size(); ++g) {
        means[g].mean = (*errors)[2 * g].interval(whole[2 * g]);
        means[g].toOthers = (*errors)[2 * g + 1].interval(whole[2 * g + 1]);
    }
    return means;
}

}  // namespace facespace
