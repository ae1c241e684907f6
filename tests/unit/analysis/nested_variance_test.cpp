#include "core/analysis/nested_variance.h"

#include <gtest/gtest.h>
#include <algorithm>

#include "core/analysis/average_linkage.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/nested_settings.h"
#include "tests/unit/analysis/reference.h"

namespace facespace {
namespace {

using test::nestedSet;

NestedVariance must(const Result<NestedVariance>& found) {
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return found.value();
}
NestedVariance raw(const test::NestedSet& s) {
    NestedVarianceOptions o;
    o.unitLength = false;
    return must(nestedVariance(s.x, s.identity, s.sex, {s.light, s.view}, o, {}));
}

/// The balanced set of nesting.py, in its order of axes.
test::NestedSet referenceSet(const nlohmann::json& json) {
    const auto rows = json["x"].get<std::vector<std::vector<double>>>();
    const auto shape = json["shape"].get<std::vector<std::size_t>>();
    test::NestedSet set;
    set.x.resize(std::ssize(rows), static_cast<Eigen::Index>(shape[5]));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < shape[5]; ++j)
            set.x(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = static_cast<float>(rows[i][j]);
        const std::size_t view = i / shape[4], light = view / shape[3], person = light / shape[2];
        set.view.levelOf.push_back(static_cast<std::int32_t>(view % shape[3]));
        set.light.levelOf.push_back(static_cast<std::int32_t>(light % shape[2]));
        set.sex.levelOf.push_back(static_cast<std::int32_t>(person / shape[1]));
        set.identity.push_back(std::to_string(person));
    }
    return set;
}

TEST(NestedVariance, BalancedSetsHaveTheComponentsOfTheAnalysisOfVariance) {
    const auto json = test::reference("nesting");
    const auto found = raw(referenceSet(json));
    const auto& truth = json["components"];
    const char* names[] = {"class", "identity", "light", "view", "together", "rest"};
    ASSERT_EQ(found.factors.size(), std::size(names));
    double shares = 0;
    for (std::size_t f = 0; f < std::size(names); ++f) {
        EXPECT_NEAR(found.factors[f].component, truth[names[f]].get<double>(), 1e-6) << names[f];
        shares += found.factors[f].share.value;
    }
    EXPECT_NEAR(shares, 1, 1e-12);
}

TEST(NestedVariance, PlantedComponentsAndTheirOrderAreFound) {
    const test::NestedTruth t;
    const auto found = raw(nestedSet(200, t, 3));
    const double truth[] = {t.sex, t.person, t.light, t.view, t.together, t.rest};
    for (std::size_t f = 0; f < found.factors.size(); ++f)
        EXPECT_NEAR(found.factors[f].share.value, truth[f] / t.total(), 0.02) << f;
    EXPECT_EQ(found.order, (std::vector<std::size_t>{0, 1, 2, 3}));
    for (const FactorStep& step : found.steps) EXPECT_TRUE(step.told);
    EXPECT_EQ(found.identities, 200);
    EXPECT_EQ(found.left, 0);
}

TEST(NestedVariance, TheLadderGoesDownAsPlanted) {
    const auto ladder = raw(nestedSet(200, {}, 3)).ladder;
    ASSERT_EQ(ladder.size(), 12U);
    const auto at = [&](PairRelation relation, std::uint32_t differs) {
        return std::ranges::find_if(ladder,
                                    [&](const LadderRung& r) { return r.relation == relation && r.differs == differs; })
            ->cosine;
    };
    // Light is more than view, a person more than both, a class more than a person.
    const double downs[] = {at(PairRelation::kSameIdentity, 0).value,  at(PairRelation::kSameIdentity, 2).value,
                            at(PairRelation::kSameIdentity, 1).value,  at(PairRelation::kSameIdentity, 3).value,
                            at(PairRelation::kOtherIdentity, 0).value, at(PairRelation::kOtherClass, 0).value,
                            at(PairRelation::kOtherClass, 3).value};
    EXPECT_GT(downs[0], downs[1]);
    EXPECT_GT(downs[1], downs[2]);
    EXPECT_GT(downs[2], downs[3]);
    EXPECT_GT(downs[3], downs[4]);
    EXPECT_GT(downs[4], downs[5]);
    EXPECT_GT(downs[5], downs[6]);
    EXPECT_EQ(ladder[0].pairs, 200 * 6) << "two images under each light and view";
}

TEST(NestedVariance, PairsOneByOneGiveTheSame) {
    auto s = nestedSet(6, {}, 5);
    // Unbalanced: some images are not there, and two are frames of one video.
    std::vector<std::string> video(s.identity.size());
    video[0] = video[1] = "v";
    for (const Eigen::Index gone : {3, 17, 18, 40}) s.x.row(gone).setConstant(std::nanf(""));
    const Units units(s.identity, video);
    NestedVarianceOptions o;
    const auto found = must(nestedVariance(s.x, units, s.sex, {s.light, s.view}, o, {}));
    for (const LadderRung& rung : found.ladder) {
        double sum = 0, pairs = 0;
        for (Eigen::Index i = 0; i < s.x.rows(); ++i)
            for (Eigen::Index j = 0; j < i; ++j) {
                const auto a = static_cast<std::size_t>(i), b = static_cast<std::size_t>(j);
                if (!s.x.row(i).allFinite() || !s.x.row(j).allFinite() || units.unitOf()[a] == units.unitOf()[b]) continue;
                const PairRelation relation = s.identity[a] == s.identity[b]         ? PairRelation::kSameIdentity
                                              : s.sex.levelOf[a] == s.sex.levelOf[b] ? PairRelation::kOtherIdentity
                                                                                     : PairRelation::kOtherClass;
                const std::uint32_t differs = (s.light.levelOf[a] != s.light.levelOf[b] ? 1U : 0U) |
                                              (s.view.levelOf[a] != s.view.levelOf[b] ? 2U : 0U);
                if (relation != rung.relation || differs != rung.differs) continue;
                const Eigen::RowVectorXd x = s.x.row(i).cast<double>(), y = s.x.row(j).cast<double>();
                sum += x.dot(y) / x.norm() / y.norm(), pairs += 1;
            }
        EXPECT_NEAR(rung.cosine.value, sum / pairs, 1e-9);
        EXPECT_EQ(static_cast<double>(rung.pairs), pairs);
    }
}

TEST(NestedVariance, AnyNumberOfThreadsGivesTheSame) {
    const auto s = nestedSet(30, {}, 4);
    setThreadCount(1);
    const auto one = raw(s);
    setThreadCount(3);
    const auto three = raw(s);
    setThreadCount(0);
    for (std::size_t f = 0; f < one.factors.size(); ++f) {
        EXPECT_EQ(one.factors[f].share.low, three.factors[f].share.low);
        EXPECT_EQ(one.factors[f].share.value, three.factors[f].share.value);
    }
}

TEST(NestedVariance, SaysWhatIsMissing) {
    auto s = nestedSet(10, {}, 4);
    const auto refused = [&](const ImageFactor& sex, const std::vector<ImageFactor>& conditions) {
        const auto found = nestedVariance(s.x, s.identity, sex, conditions, {}, {});
        return found ? std::string("it is not refused") : found.error().message.english();
    };
    EXPECT_NE(refused(s.light, {}).find("differs between images of “0”"), std::string::npos);
    EXPECT_NE(refused(s.sex, {s.sex}).find("“sex”"), std::string::npos) << "nobody of the other class has it";
    EXPECT_NE(refused(s.sex, {s.light, s.light, s.light, s.light}).find("At most 3"), std::string::npos);
    std::ranges::fill(s.sex.levelOf, -1);
    EXPECT_NE(refused(s.sex, {}).find("there are 0"), std::string::npos);
}

TEST(AverageLinkage, IsSciPys) {
    const auto json = test::reference("nesting");
    const auto rows = json["distances"].get<std::vector<std::vector<double>>>();
    const auto n = std::ssize(rows);
    Eigen::MatrixXd d(n, n);
    for (Eigen::Index i = 0; i < n; ++i)
        for (Eigen::Index j = 0; j < n; ++j) d(i, j) = rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    const auto merges = averageLinkage(d);
    const auto truth = json["linkage"].get<std::vector<std::vector<double>>>();
    ASSERT_EQ(merges.size(), truth.size());
    for (std::size_t m = 0; m < merges.size(); ++m) {
        EXPECT_EQ(static_cast<double>(merges[m].first), truth[m][0]);
        EXPECT_EQ(static_cast<double>(merges[m].second), truth[m][1]);
        EXPECT_NEAR(merges[m].height, truth[m][2], 1e-12);
        EXPECT_EQ(static_cast<double>(merges[m].leaves), truth[m][3]);
    }
    auto order = leafOrder(merges);
    EXPECT_EQ(leavesOf(merges).back().size(), static_cast<std::size_t>(n));
    std::ranges::sort(order);
    for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(order[i], i);
}

}  // namespace
}  // namespace facespace
