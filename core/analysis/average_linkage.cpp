#include "core/analysis/average_linkage.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace facespace {

std::vector<Merge> averageLinkage(const Eigen::MatrixXd& distances) {
    const auto n = static_cast<std::size_t>(distances.rows());
    Eigen::MatrixXd d = distances;
    std::vector<std::size_t> group(n), size(n, 1);
    std::vector<Eigen::Index> open;
    for (std::size_t i = 0; i < n; ++i) group[i] = i, open.push_back(static_cast<Eigen::Index>(i));
    std::vector<Merge> merges;
    while (open.size() > 1) {
        std::size_t a = 0, b = 1;
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < open.size(); ++i)
            for (std::size_t j = i + 1; j < open.size(); ++j)
                if (d(open[i], open[j]) < nearest) nearest = d(open[i], open[j]), a = i, b = j;
        const auto pa = static_cast<std::size_t>(open[a]), pb = static_cast<std::size_t>(open[b]);
        const auto na = static_cast<double>(size[pa]), nb = static_cast<double>(size[pb]);
        merges.push_back({std::min(group[pa], group[pb]), std::max(group[pa], group[pb]), nearest, size[pa] + size[pb]});
        for (const Eigen::Index k : open)
            if (k != open[a] && k != open[b])
                d(open[a], k) = d(k, open[a]) = (na * d(open[a], k) + nb * d(open[b], k)) / (na + nb);
        size[pa] += size[pb];
        group[pa] = n + merges.size() - 1;
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(b));
    }
    return merges;
}

std::vector<std::size_t> leafOrder(const std::vector<Merge>& merges) {
    const std::size_t n = merges.size() + 1;
    std::vector<std::size_t> order, open{n + merges.size() - 1};
    if (merges.empty()) return {0};
    while (!open.empty()) {
        const std::size_t group = open.back();
        open.pop_back();
        if (group < n) {
            order.push_back(group);
            continue;
        }
        open.push_back(merges[group - n].second);
        open.push_back(merges[group - n].first);
    }
    return order;
}

std::vector<std::vector<std::size_t>> leavesOf(const std::vector<Merge>& merges) {
    const std::size_t n = merges.size() + 1;
    std::vector<std::vector<std::size_t>> all;
    for (const Merge& m : merges) {
        std::vector<std::size_t> leaves;
        for (const std::size_t g : {m.first, m.second})
            if (g < n)
                leaves.push_back(g);
            else
                leaves.insert(leaves.end(), all[g - n].begin(), all[g - n].end());
        std::ranges::sort(leaves);
        all.push_back(std::move(leaves));
    }
    return all;
}

}  // namespace facespace
