#include "core/analysis/name_means.h"

#include <algorithm>
#include <functional>

#include "core/analysis/folds.h"
#include "core/analysis/resampling.h"

namespace facespace {
namespace {
constexpr std::size_t kMostHalved = 2000;
}

Eigen::VectorXd NameMeans::meanOf(const std::vector<Eigen::Index>& entries) const {
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(unit.cols());
    for (const Eigen::Index i : entries) sum += unit.row(i).cast<double>().transpose();
    const double length = sum.norm();
    return length > 0 ? Eigen::VectorXd(sum / length) : sum;
}

std::vector<std::int64_t> NameMeans::typicalFirst(std::vector<Eigen::Index> entries) const {
    const Eigen::VectorXd mean = meanOf(entries);
    std::ranges::stable_sort(entries, std::greater<>(),
                             [&](Eigen::Index i) { return unit.row(i).cast<double>().dot(mean); });
    std::vector<std::int64_t> rows;
    for (const Eigen::Index i : entries) rows.push_back(row[static_cast<std::size_t>(i)]);
    return rows;
}

NameMeans nameMeans(const FeatureMatrix& x, const std::vector<std::string>& identity) {
    NameMeans n;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (x.row(i).allFinite() && x.row(i).cast<double>().squaredNorm() > 0) n.row.push_back(i);
    const IdentityGroups groups = groupIdentities(identity, n.row);
    n.of.resize(static_cast<std::size_t>(groups.count));
    n.name.resize(n.of.size());
    n.unit.resize(static_cast<Eigen::Index>(n.row.size()), x.cols());
    for (std::size_t i = 0; i < n.row.size(); ++i) {
        n.unit.row(static_cast<Eigen::Index>(i)) = x.row(n.row[i]).cast<double>().normalized().cast<float>();
        const auto group = static_cast<std::size_t>(groups.groupOf[i]);
        n.of[group].push_back(static_cast<Eigen::Index>(i));
        n.name[group] = identity[static_cast<std::size_t>(n.row[i])];
    }
    n.centre.resize(groups.count, x.cols());
    for (std::size_t g = 0; g < n.of.size(); ++g)
        n.centre.row(static_cast<Eigen::Index>(g)) = n.meanOf(n.of[g]).cast<float>().transpose();
    return n;
}

std::vector<double> randomHalves(const NameMeans& names, std::uint64_t seed) {
    std::vector<double> cosines;
    for (std::size_t g = 0; g < names.of.size() && cosines.size() < kMostHalved; ++g) {
        if (names.of[g].size() < 2) continue;
        const auto order = shuffledIndices(static_cast<std::int64_t>(names.of[g].size()), streamSeed(seed, g));
        std::vector<Eigen::Index> first, second;
        for (std::size_t i = 0; i < order.size(); ++i)
            (i % 2 == 0 ? first : second).push_back(names.of[g][static_cast<std::size_t>(order[i])]);
        cosines.push_back(names.meanOf(first).dot(names.meanOf(second)));
    }
    return cosines;
}

}  // namespace facespace
