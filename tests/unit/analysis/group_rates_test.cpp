#include "core/analysis/group_rates.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <array>
#include <cmath>

#include "core/analysis/group_rates_counts.h"
#include "core/analysis/jackknife.h"
#include "core/analysis/verification.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/group_settings.h"

namespace facespace {
namespace {

using test::groupNames;
using test::groupSet;

GroupRates must(const Result<GroupRates>& found) {
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return found.value();
}
bool covers(const Estimate& e, double truth) { return e.low <= truth && truth <= e.high; }

double cosine(const FeatureMatrix& x, Eigen::Index a, Eigen::Index b) {
    const Eigen::RowVectorXd p = x.row(a).cast<double>(), q = x.row(b).cast<double>();
    return p.dot(q) / p.norm() / q.norm();
}

/// FMR and FNMR of groups by going over all pairs, at a threshold.
struct Plain {
    double fmr[3][3] = {}, fnmr[3] = {};
    Plain(const test::GroupSet& set, double threshold, int without = -1) {
        double impostor[3][3] = {}, genuine[3] = {};
        for (Eigen::Index a = 0; a < set.x.rows(); ++a)
            for (Eigen::Index b = a + 1; b < set.x.rows(); ++b) {
                const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
                if (set.identity[i] == std::to_string(without) || set.identity[j] == std::to_string(without)) continue;
                const bool accepted = cosine(set.x, a, b) >= threshold;
                const int g = std::min(set.group[i], set.group[j]), h = std::max(set.group[i], set.group[j]);
                if (set.identity[i] == set.identity[j]) {
                    genuine[g] += 1;
                    fnmr[g] += accepted ? 0 : 1;
                } else {
                    impostor[g][h] += 1;
                    fmr[g][h] += accepted ? 1 : 0;
                }
            }
        for (int g = 0; g < 3; ++g) {
            fnmr[g] /= genuine[g];
            for (int h = g; h < 3; ++h) fmr[g][h] /= impostor[g][h];
        }
    }
};

TEST(GroupRates, AreThoseOfGoingOverAllPairs) {
    const auto set = groupSet(8, 4, 1, 1.5, 5);
    GroupRateOptions o;
    o.fmrTargets = {0.05};
    const auto found = must(groupRates(set.x, set.identity, set.group, groupNames(), o, {}));
    const GroupsAtThreshold& point = found.points[0];
    EXPECT_LE(point.fmr, 0.05);
    EXPECT_GT(point.fmr, 0.045);
    const Plain plain(set, point.threshold - 1e-6);
    for (const GroupRate& g : point.groups) {
        EXPECT_NEAR(g.fmr.value, plain.fmr[g.group][g.group], 1e-12) << g.group;
        EXPECT_NEAR(g.fnmr.value, plain.fnmr[g.group], 1e-12) << g.group;
    }
    ASSERT_EQ(point.across.size(), 6U);
    for (const GroupPairRate& c : point.across) EXPECT_NEAR(c.fmr.value, plain.fmr[c.first][c.second], 1e-12);
    // d′ of a group is that of verifying its images alone.
    for (std::size_t g = 0; g < 3; ++g) {
        std::vector<std::int64_t> rows;
        std::vector<std::string> identity;
        for (std::size_t i = 0; i < set.group.size(); ++i)
            if (set.group[i] == static_cast<std::int32_t>(g))
                rows.push_back(static_cast<std::int64_t>(i)), identity.push_back(set.identity[i]);
        const auto alone = verifyAllPairs(set.x(rows, Eigen::all), identity, {}, {});
        EXPECT_NEAR(found.scores[g].dPrime.value, alone->dPrime.value, 2e-3);
        EXPECT_NEAR(found.scores[g].dPrime.low, alone->dPrime.low, 0.1);
    }
}

/// With the threshold found again in each turn by hand; less what pairs of identities have of their own, half at most.
TEST(GroupRates, IntervalsAreThoseOfDoingItAgainWithoutEachIdentity) {
    const auto set = groupSet(10, 4, 1, 1.5, 6);
    GroupRateOptions o;
    o.fmrTargets = {0.1};
    const auto found = must(groupRates(set.x, set.identity, set.group, groupNames(), o, {}));
    std::array<std::vector<double>, 2> leftOut;
    o.leaveOut = 0;
    for (int out = 0; out < 30; ++out) {
        std::vector<std::int64_t> rows;
        test::GroupSet rest;
        for (std::size_t i = 0; i < set.group.size(); ++i)
            if (set.identity[i] != std::to_string(out)) {
                rows.push_back(static_cast<std::int64_t>(i));
                rest.identity.push_back(set.identity[i]);
                rest.group.push_back(set.group[i]);
            }
        rest.x = set.x(rows, Eigen::all);
        const auto again = must(groupRates(rest.x, rest.identity, rest.group, groupNames(), o, {}));
        leftOut[0].push_back(std::log(again.points[0].groups[0].fmrToMean.value));
        leftOut[1].push_back(again.points[0].groups[1].fnmr.value);
    }
    constexpr double kStudent = 2.262;  // of nine degrees of freedom
    const auto& groups = found.points[0].groups;
    const double ratioError = jackknifeError(leftOut[0]).value;
    const double width = std::log(groups[0].fmrToMean.high / groups[0].fmrToMean.low) / 2 / kStudent;
    EXPECT_LT(width, 1.02 * ratioError);
    EXPECT_GT(width, 0.98 * std::sqrt(0.5) * ratioError);
    const double p = groups[1].fnmr.value;
    const double logit =
        std::log(groups[1].fnmr.high / (1 - groups[1].fnmr.high)) - std::log(groups[1].fnmr.low / (1 - groups[1].fnmr.low));
    EXPECT_NEAR(logit / 2 / kStudent * p * (1 - p), jackknifeError(leftOut[1]).value,
                0.15 * jackknifeError(leftOut[1]).value);
}

/// Pairs that were kept while scores were counted, in place of comparing all again.
TEST(GroupRates, ErrorsOfKeptPairsAreThoseOfComparingAgain) {
    const auto set = groupSet(60, 8, 1, 1, 3);
    const PairStream stream(set.x, set.identity, Metric::kCosine);
    const LeaveOutTurns turns = leaveOutTurns(stream.identities(), {20, 1});
    groups::Layout l{stream, {}, {}, 3, turns.count};
    for (std::size_t p = 0; p < stream.images(); ++p) {
        l.groupAt.push_back(set.group[static_cast<std::size_t>(stream.row(p))]);
        l.turnAt.push_back(static_cast<std::int32_t>(turns.of[static_cast<std::size_t>(stream.group(p))]));
    }
    groups::NearPairs near{groups::keptFrom(l, 0.05, 1), {}, {}};
    ASSERT_LT(near.from, ScoreScale::kLevels);
    const auto scores = groups::countScores(l, near, {});
    ASSERT_TRUE(scores);
    std::uint64_t all = 0, kept = 0, found = 0;
    for (std::size_t level = 0; level < scores->impostorLevels.size(); ++level) {
        all += scores->impostorLevels[level];
        if (static_cast<std::int32_t>(level) >= near.from) kept += scores->impostorLevels[level];
    }
    for (const auto& part : near.impostors) found += part.size();
    EXPECT_EQ(found, kept);
    EXPECT_GT(static_cast<double>(kept), 0.05 * static_cast<double>(all)) << "with room";
    EXPECT_LT(static_cast<double>(kept), 0.1 * static_cast<double>(all));
    const std::vector<groups::Levels> levels{{near.from, near.from + 2000, near.from + 5000}};
    const auto of = groups::countErrors(l, levels, near, {}), again = groups::countErrors(l, levels, {}, {});
    ASSERT_TRUE(of && again);
    for (int k = 0; k < 3; ++k) {
        EXPECT_EQ((*of)[0].impostor[k], (*again)[0].impostor[k]);
        EXPECT_EQ((*of)[0].genuine[k], (*again)[0].genuine[k]);
    }
    EXPECT_EQ((*of)[0].impostorOfTurn, (*again)[0].impostorOfTurn);
    EXPECT_EQ((*of)[0].genuineOfTurn, (*again)[0].genuineOfTurn);
    EXPECT_EQ((*of)[0].impostorOfTurns, (*again)[0].impostorOfTurns);
    EXPECT_EQ(groups::keptFrom(l, 0.9, 1), ScoreScale::kLevels) << "nearly all";
}

/// What two identities have only together, by going over all pairs.
TEST(GroupRates, ProductsOfTurnsAreThoseOfGoingOverAllPairs) {
    auto set = groupSet(4, 3, 1, 1, 8);
    set.group[4] = 2;  // One person in two groups.
    const PairStream stream(set.x, set.identity, Metric::kCosine);
    const LeaveOutTurns turns = leaveOutTurns(stream.identities(), {5, 1});
    groups::Layout l{stream, {}, {}, 3, turns.count};
    for (std::size_t p = 0; p < stream.images(); ++p) {
        l.groupAt.push_back(set.group[static_cast<std::size_t>(stream.row(p))]);
        l.turnAt.push_back(static_cast<std::int32_t>(turns.of[static_cast<std::size_t>(stream.group(p))]));
    }
    const std::int32_t level = ScoreScale::kLevels / 2;
    const auto errors = groups::countErrors(l, {{level, level, level}}, {}, {});
    ASSERT_TRUE(errors);
    const groups::TurnProducts products = groups::turnProducts(l, errors->front());
    Eigen::MatrixXd wrong[5][5], all[5][5];
    for (int t = 0; t < 5; ++t)
        for (int u = 0; u < 5; ++u) wrong[t][u] = all[t][u] = Eigen::VectorXd::Zero(6);
    const double threshold = stream.scale().value(level);
    for (std::size_t p = 0; p < stream.images(); ++p)
        for (std::size_t q = p + 1; q < stream.images(); ++q) {
            const auto [t, u] = std::minmax(l.turnAt[p], l.turnAt[q]);
            if (t == u) continue;
            const auto cell = static_cast<Eigen::Index>(groups::cellOf(l.groupAt[p], l.groupAt[q]));
            all[t][u](cell) += 1;
            wrong[t][u](cell) += cosine(set.x, stream.row(p), stream.row(q)) >= threshold ? 1 : 0;
        }
    const Eigen::VectorXd a = Eigen::VectorXd::LinSpaced(6, -1, 2), b = Eigen::VectorXd::LinSpaced(6, 3, 1);
    double squares = 0;
    for (int t = 0; t < 5; ++t)
        for (int u = t + 1; u < 5; ++u)
            squares += std::pow((a.transpose() * wrong[t][u] + b.transpose() * all[t][u]).value(), 2);
    EXPECT_NEAR(products.squares(a, b), squares, 1e-9 * squares);
}

TEST(GroupRates, AThreefoldRateIsFoundAndItsIntervalsHoldTheTruth) {
    constexpr int kSets = 60;
    const test::Threefold truth;
    EXPECT_NEAR(truth.maxToMin, 3, 0.35) << "planted";
    GroupRateOptions o;
    o.fmrTargets = {0.02};
    std::array<int, 5> covered{};
    int found = 0;
    for (int s = 0; s < kSets; ++s) {
        const auto set = groupSet(30, 4, test::kThreefold, 1, 100 + static_cast<std::uint64_t>(s));
        const auto p = must(groupRates(set.x, set.identity, set.group, groupNames(), o, {})).points[0];
        covered[0] += covers(p.groups[0].fmr, truth.fmr);
        covered[1] += covers(p.groups[0].fmrToMean, truth.fmrToMean);
        covered[2] += covers(p.groups[2].fnmr, truth.fnmr);
        covered[3] += covers(p.fmrSpread.maxToMin, truth.maxToMin);
        covered[4] += covers(p.fmrSpread.maxToMean, truth.fmrToMean);
        found += p.fmrSpread.most == 0 && p.fmrSpread.maxToMin.low > 1 ? 1 : 0;
    }
    for (std::size_t k = 0; k < covered.size(); ++k) EXPECT_NEAR(covered[k] / double{kSets}, 0.96, 0.04) << k;
    EXPECT_GE(found, kSets / 2) << "with 30 people each";
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto set = groupSet(120, 4, test::kThreefold, 1, seed);
        const auto p = must(groupRates(set.x, set.identity, set.group, groupNames(), o, {})).points[0];
        EXPECT_EQ(p.fmrSpread.most, 0);
        EXPECT_GT(p.fmrSpread.maxToMin.low, 1) << "with 120 people each";
    }
}

/// Of equal groups one is always the largest; that is not taken for a difference.
TEST(GroupRates, EqualGroupsAreNotToldApart) {
    constexpr int kSets = 30;
    GroupRateOptions o;
    o.fmrTargets = {0.05};
    int apart = 0;
    for (int s = 0; s < kSets; ++s) {
        const auto set = groupSet(20, 4, 0, 1, 900 + static_cast<std::uint64_t>(s));
        const auto p = must(groupRates(set.x, set.identity, set.group, groupNames(), o, {})).points[0];
        EXPECT_GT(p.fmrSpread.maxToMin.value, 1);
        apart += p.fmrSpread.maxToMin.low > 1 || p.fnmrSpread.maxToMin.low > 1 ? 1 : 0;
    }
    EXPECT_LE(apart, 7) << "two rates, 5 % of each";
}

TEST(GroupRates, TheSameWithAnyNumberOfThreads) {
    const auto set = groupSet(40, 6, 1, 1.3, 7);
    const int threads = threadCount();
    setThreadCount(1);
    const auto one = must(groupRates(set.x, set.identity, set.group, groupNames(), {}, {}));
    setThreadCount(3);
    const auto three = must(groupRates(set.x, set.identity, set.group, groupNames(), {}, {}));
    setThreadCount(threads);
    for (std::size_t g = 0; g < 3; ++g) {
        EXPECT_EQ(one.points[0].groups[g].fmr.low, three.points[0].groups[g].fmr.low);
        EXPECT_EQ(one.scores[g].dPrime.high, three.scores[g].dPrime.high);
    }
}

TEST(GroupRates, SmallGroupsAreSaidAndLeftOut) {
    auto set = groupSet(8, 4, 0, 1, 3);
    for (std::size_t i = 0; i < set.group.size(); ++i)
        if (set.group[i] == 2 && set.identity[i] != "2") set.group[i] = -1;
    const auto found = must(groupRates(set.x, set.identity, set.group, groupNames(), {}, {}));
    EXPECT_EQ(found.names, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(found.notes.size(), 3U);
    EXPECT_NE(found.notes[2].english().find("“c” is left out"), std::string::npos) << found.notes[2].english();
    for (std::int32_t& g : set.group) g = g == 1 ? -1 : g;
    EXPECT_EQ(groupRates(set.x, set.identity, set.group, groupNames(), {}, {}).error().code, ErrorCode::kInvalid);
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(groupRates(set.x, set.identity, groupSet(8, 4, 0, 1, 3).group, groupNames(), {}, job).error().code,
              ErrorCode::kCancelled);
}

TEST(GroupMeans, ADifferenceIsFoundByIdentities) {
    const auto set = groupSet(20, 6, 0, 1, 4);
    std::vector<double> values;
    for (std::size_t i = 0; i < set.group.size(); ++i)
        values.push_back(i % 7 == 0 ? std::nan("")
                                    : (set.group[i] == 1 ? 2.0 : 0.0) +
                                          static_cast<double>(set.x(static_cast<Eigen::Index>(i), 3)));
    const auto means = groupMeans(values, set.identity, set.group, 3, {}, {});
    ASSERT_TRUE(means);
    EXPECT_TRUE(covers((*means)[1].toOthers, 2));
    EXPECT_GT((*means)[1].toOthers.low, 0);
    // The features of a person's images agree, so that the error is that of 20 people, not of 103 images.
    EXPECT_GT((*means)[1].mean.high - (*means)[1].mean.low, 0.6);
}

}  // namespace
}  // namespace facespace
