#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace facespace {

/// Group number (0 … groups-1, in order of first appearance) of each row's identity.
struct IdentityGroups {
    std::vector<std::int32_t> groupOf;
    std::int32_t count = 0;
};
IdentityGroups groupIdentities(const std::vector<std::string>& identity, const std::vector<std::int64_t>& rows);

/// How the rows were cut, for whoever computes the same again.
struct FoldsUsed {
    std::vector<std::int32_t> foldOf;  ///< N, from 0; -1: took no part.
    /// With two folds: in which half of its fold, from 0, the penalty of the other one being chosen on halves. Empty: the
    /// inner test sets are the other folds.
    std::vector<std::int32_t> halfOf;
    std::vector<double> penaltiesTried;
};

/// Folds of about equal size that never split a group: groups in an order drawn from the seed, the largest first, each to
/// the fold with fewest rows. Returns the fold of each row. Fewer groups than folds leave the last folds empty.
std::vector<std::int32_t> groupedFolds(const std::vector<std::int32_t>& groupOf, std::int32_t groups, int folds,
                                       std::uint64_t seed);

/// 0 … n-1 shuffled (Fisher–Yates, Mersenne twister, Boost's portable distribution): the same on every machine.
std::vector<std::int64_t> shuffledIndices(std::int64_t n, std::uint64_t seed);

}  // namespace facespace
