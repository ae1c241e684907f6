#include "core/analysis/edc_gain.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/analysis/folds.h"
#include "core/analysis/jackknife.h"
#include "core/analysis/statistics.h"
#include "core/common/parallel.h"

namespace facespace {

Estimate edcGain(const edc::TurnAreas& of, const edc::TurnAreas& over, double discardLimit, double level) {
    const Estimate none{kNoValue, kNoValue, kNoValue};
    if (of.area.empty() || of.area.size() != over.area.size() || !(of.start.back() > 0)) return none;
    const auto gain = [&](std::size_t turn) { return (over.area[turn] - of.area[turn]) / (of.start[turn] * discardLimit); };
    std::vector<double> leftOut;
    for (std::size_t turn = 0; turn + 1 < of.area.size(); ++turn) leftOut.push_back(gain(turn));
    const Estimate e = jackknifeError(leftOut).interval(gain(leftOut.size()), level);
    // Where no turn changes anything the data do not say how sure the value is.
    return e.high > e.low ? e : Estimate{e.value, kNoValue, kNoValue};
}

std::size_t leastArea(const std::vector<edc::TurnAreas>& areas) {
    std::size_t least = areas.size();
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (!areas[i].area.empty() && (least == areas.size() || areas[i].area.back() < areas[least].area.back())) least = i;
    return least;
}

std::vector<std::size_t> maybeBest(const std::vector<edc::TurnAreas>& areas, double discardLimit) {
    const std::size_t least = leastArea(areas);
    std::vector<std::size_t> may;
    if (least == areas.size()) return may;
    const auto others = std::ranges::count_if(areas, [](const edc::TurnAreas& a) { return !a.area.empty(); }) - 1;
    const double level = 1 - 0.05 / static_cast<double>(std::max<std::ptrdiff_t>(1, others));
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (i == least || (!areas[i].area.empty() && !(edcGain(areas[i], areas[least], discardLimit, level).high < 0)))
            may.push_back(i);
    return may;
}

std::vector<double> likenessToOwn(const FeatureMatrix& x, const std::vector<std::string>& identity) {
    std::vector<std::int64_t> rows;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (x.row(i).allFinite() && x.row(i).cast<double>().squaredNorm() > 0) rows.push_back(i);
    const IdentityGroups groups = groupIdentities(identity, rows);
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(x.cols(), groups.count);
    std::vector<double> count(static_cast<std::size_t>(groups.count), 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        sums.col(groups.groupOf[i]) += x.row(rows[i]).cast<double>().normalized().transpose();
        count[static_cast<std::size_t>(groups.groupOf[i])] += 1;
    }
    std::vector<double> likeness(identity.size(), kNoValue);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double others = count[static_cast<std::size_t>(groups.groupOf[i])] - 1;
        if (others < 1) continue;
        const Eigen::VectorXd unit = x.row(rows[i]).cast<double>().normalized().transpose();
        likeness[static_cast<std::size_t>(rows[i])] = (unit.dot(sums.col(groups.groupOf[i])) - 1) / others;
    }
    return likeness;
}

std::vector<double> directedOutOfFold(const std::vector<double>& quality, const std::vector<double>& target,
                                      const std::vector<std::string>& identity, int folds, std::uint64_t seed) {
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < identity.size(); ++i) rows.push_back(static_cast<std::int64_t>(i));
    const IdentityGroups groups = groupIdentities(identity, rows);
    const auto foldOf = groupedFolds(groups.groupOf, groups.count, folds, seed);
    std::vector<double> directed = quality;
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<double> x, y;
        for (std::size_t i = 0; i < quality.size(); ++i)
            if (foldOf[i] != fold && std::isfinite(quality[i]) && std::isfinite(target[i]))
                x.push_back(quality[i]), y.push_back(target[i]);
        if (x.size() < 3 || !(spearmanRho(x, y) < 0)) continue;
        for (std::size_t i = 0; i < quality.size(); ++i)
            if (foldOf[i] == fold) directed[i] = -quality[i];
    }
    return directed;
}

}  // namespace facespace
