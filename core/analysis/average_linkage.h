#pragma once
#include <cstddef>
#include <Eigen/Core>
#include <vector>

namespace facespace {

/// Two groups become one. Groups are numbered as SciPy's: leaves 0 … n − 1, the group of merge m is n + m.
struct Merge {
    std::size_t first = 0, second = 0;  ///< first < second.
    double height = 0;                  ///< Mean distance of their leaves.
    std::size_t leaves = 0;             ///< Of both.
};

/// Agglomerative clustering by average linkage (UPGMA; Sokal & Michener 1958): n − 1 merges, the nearest first, the earliest
/// of equals. @param distances  n × n, symmetric. Takes n³ steps; meant for some hundred leaves.
std::vector<Merge> averageLinkage(const Eigen::MatrixXd& distances);

/// Leaves from above to below so that no branches cross; of each group the branch that merged first is above.
std::vector<std::size_t> leafOrder(const std::vector<Merge>& merges);

/// For each merge its leaves, sorted.
std::vector<std::vector<std::size_t>> leavesOf(const std::vector<Merge>& merges);

}  // namespace facespace
