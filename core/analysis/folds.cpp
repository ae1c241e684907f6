#include "core/analysis/folds.h"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <numeric>
#include <unordered_map>

namespace facespace {

IdentityGroups groupIdentities(const std::vector<std::string>& identity, const std::vector<std::int64_t>& rows) {
    IdentityGroups groups;
    std::unordered_map<std::string, std::int32_t> numbers;
    groups.groupOf.reserve(rows.size());
    for (const std::int64_t row : rows) {
        const auto [entry, isNew] = numbers.try_emplace(identity[static_cast<std::size_t>(row)], groups.count);
        if (isNew) ++groups.count;
        groups.groupOf.push_back(entry->second);
    }
    return groups;
}

std::vector<std::int64_t> shuffledIndices(std::int64_t n, std::uint64_t seed) {
    std::vector<std::int64_t> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), std::int64_t{0});
    boost::random::mt19937_64 random(seed);
    for (std::int64_t i = n - 1; i > 0; --i) {
        boost::random::uniform_int_distribution<std::int64_t> pick(0, i);
        std::swap(order[static_cast<std::size_t>(i)], order[static_cast<std::size_t>(pick(random))]);
    }
    return order;
}

std::vector<std::int32_t> groupedFolds(const std::vector<std::int32_t>& groupOf, std::int32_t groups, int folds,
                                       std::uint64_t seed) {
    std::vector<std::int64_t> size(static_cast<std::size_t>(groups), 0);
    for (const std::int32_t g : groupOf) ++size[static_cast<std::size_t>(g)];
    std::vector<std::int64_t> order = shuffledIndices(groups, seed);
    std::stable_sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) {
        return size[static_cast<std::size_t>(a)] > size[static_cast<std::size_t>(b)];
    });
    std::vector<std::int64_t> load(static_cast<std::size_t>(folds), 0);
    std::vector<std::int32_t> foldOfGroup(static_cast<std::size_t>(groups), 0);
    for (const std::int64_t g : order) {
        const auto lightest = std::min_element(load.begin(), load.end());
        *lightest += size[static_cast<std::size_t>(g)];
        foldOfGroup[static_cast<std::size_t>(g)] = static_cast<std::int32_t>(lightest - load.begin());
    }
    std::vector<std::int32_t> foldOf;
    foldOf.reserve(groupOf.size());
    for (const std::int32_t g : groupOf) foldOf.push_back(foldOfGroup[static_cast<std::size_t>(g)]);
    return foldOf;
}

}  // namespace facespace
