#include "core/analysis/population_code.h"

#include <gtest/gtest.h>
#include <array>
#include <cmath>

#include "core/common/parallel.h"
#include "tests/unit/analysis/code_settings.h"
#include "tests/unit/analysis/reference.h"

namespace facespace {
namespace {

using test::codeSet;

PopulationCode must(const Result<PopulationCode>& found) {
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return found.value();
}
PopulationOptions quick() {
    PopulationOptions o;
    o.repeats = 3;
    o.pairs = 2000;
    o.leaveOut = 40;
    return o;
}
PopulationCode codeOf(const test::CodeSet& s, const PopulationOptions& o = quick()) {
    return must(populationCode(s.x, s.identity, {s.sex}, s.yaw, o, {}));
}

TEST(PopulationCode, EtaSquaredIsSciPys) {
    const auto json = test::reference("codes");
    const auto rows = json["x"].get<std::vector<std::vector<double>>>();
    FeatureMatrix x(static_cast<Eigen::Index>(rows.size()), 3);
    std::vector<std::string> identity;
    CodedAttribute sex{"sex", {"a", "b", "c"}, json["sex"].get<std::vector<std::int32_t>>()};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            x(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = static_cast<float>(rows[i][j]);
        identity.push_back(std::to_string(json["identity"][i].get<int>()));
    }
    const auto found = must(populationCode(x, identity, {sex}, std::vector<double>(rows.size(), std::nan("")), quick(), {}));
    for (std::size_t u = 0; u < 3; ++u) {
        EXPECT_NEAR(found.codes[0].etaSquared[u], json["eta_identity"][u].get<double>(), 1e-6);
        EXPECT_NEAR(found.codes[1].etaSquared[u], json["eta_sex"][u].get<double>(), 1e-6);
    }
    EXPECT_EQ(found.subsets.back().yawError.count, 0) << "there is no yaw";
}

TEST(PopulationCode, OneUnitSparseAndDistributedAreToldApart) {
    PopulationOptions o = quick();
    o.repeats = 1;
    for (const auto& [carriers, kind] :
         {std::pair{1, CodeKind::kOneUnit}, std::pair{4, CodeKind::kSparse}, std::pair{64, CodeKind::kDistributed}}) {
        int right = 0;
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            const auto code = codeOf(codeSet(80, 4, carriers, seed), o).codes[1];
            right += code.kind == kind ? 1 : 0;
        }
        EXPECT_EQ(right, 30) << termFor(kind);
    }
    int none = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        auto set = codeSet(40, 4, 64, seed);
        // Labels that have nothing to do with the units.
        for (std::size_t i = 0; i < set.sex.classOf.size(); ++i) set.sex.classOf[i] = static_cast<std::int32_t>(i / 8 % 2);
        none += codeOf(set, o).codes[1].kind == CodeKind::kCannotTell ? 1 : 0;
    }
    EXPECT_GE(none, 27);
}

TEST(PopulationCode, NextToNothingHasNoCodeHoweverSureItIs) {
    auto set = codeSet(60, 12, 64, 5);
    for (std::size_t i = 0; i < set.sex.classOf.size(); ++i) {
        set.sex.classOf[i] = static_cast<std::int32_t>(i % 2);
        if (i % 2 == 1) set.x.row(static_cast<Eigen::Index>(i)).array() += 0.12F;
    }
    const UnitCode code = codeOf(set).codes[1];
    EXPECT_GT(code.total.low, 0);
    EXPECT_LT(code.total.value, 0.006);
    EXPECT_EQ(code.kind, CodeKind::kCannotTell);
}

TEST(PopulationCode, SubsetsTellMoreTheMoreUnitsThereAre) {
    const auto found = codeOf(codeSet(40, 6, 64, 3));
    ASSERT_EQ(found.subsets.size(), 7U);
    EXPECT_EQ(found.subsets.back().units, 64);
    EXPECT_LT(found.subsets.front().auc.mean + 0.1, found.subsets.back().auc.mean);
    EXPECT_GT(found.subsets.back().auc.mean, 0.85);
    EXPECT_NEAR(found.subsets.front().accuracy[0].mean, 0.55, 0.12);
    EXPECT_GT(found.subsets.back().accuracy[0].mean, 0.8);
    EXPECT_LT(found.subsets.back().yawError.mean, 24) << "yaw is in unit 0, with noise";
    // The first component is yaw, which says nothing of identity; what is left then knows no less.
    EXPECT_EQ(found.removed.front().first, 0);
    EXPECT_GT(found.removed[1].second, found.removed[0].second);
    EXPECT_LT(found.removed.back().second, found.removed[1].second);
}

TEST(PopulationCode, DirectionsLieWhereTheyWerePlanted) {
    const auto one = codeOf(codeSet(60, 6, 1, 5));
    ASSERT_EQ(one.directions.size(), 2U);
    EXPECT_EQ(one.directions[0].unit, 63);
    EXPECT_GT(one.directions[0].unitCosine, 0.8);
    EXPECT_LT(one.directions[0].effectiveUnits, 2.2);
    EXPECT_EQ(one.directions[1].attribute, "yaw");
    EXPECT_EQ(one.directions[1].unit, 0);
    EXPECT_EQ(one.directions[1].component, 0);
    EXPECT_GT(codeOf(codeSet(60, 6, 64, 5)).directions[0].effectiveUnits, 10);
}

TEST(PopulationCode, IntervalsHoldTheTruth) {
    constexpr int kSets = 120;
    PopulationOptions o = quick();
    o.repeats = 1;
    std::array<int, 4> covered{};
    const auto covers = [](const Estimate& e, double truth) { return e.low <= truth && truth <= e.high ? 1 : 0; };
    for (std::uint64_t seed = 1; seed <= kSets; ++seed) {
        const auto codes = codeOf(codeSet(40, 4, 4, 200 + seed), o).codes;
        covered[0] += covers(codes[1].total, test::kCodeTotal);
        covered[1] += covers(codes[1].effect[63], test::carrierEffect(4));
        covered[2] += covers(codes[1].effect[30], 0);
        covered[3] += covers(codes[0].effect[30], 0.49 / 1.49);
    }
    for (std::size_t k = 0; k < covered.size(); ++k) EXPECT_NEAR(covered[k] / double{kSets}, 0.95, 0.04) << k;
}

TEST(PopulationCode, TheSameWithAnyNumberOfThreads) {
    const auto set = codeSet(30, 5, 8, 9);
    const int threads = threadCount();
    setThreadCount(1);
    const auto one = codeOf(set);
    setThreadCount(3);
    const auto three = codeOf(set);
    setThreadCount(threads);
    EXPECT_EQ(one.codes[1].total.low, three.codes[1].total.low);
    EXPECT_EQ(one.subsets[2].auc.mean, three.subsets[2].auc.mean);
    EXPECT_EQ(one.subsets[2].accuracy[0].mean, three.subsets[2].accuracy[0].mean);
    EXPECT_EQ(one.removed.back().second, three.removed.back().second);
}

TEST(PopulationCode, SaysWhatIsMissing) {
    const auto set = codeSet(40, 1, 4, 1);
    EXPECT_EQ(populationCode(set.x, set.identity, {set.sex}, set.yaw, quick(), {}).error().code, ErrorCode::kInvalid)
        << "one image each";
    const auto fine = codeSet(8, 4, 4, 1);
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(populationCode(fine.x, fine.identity, {fine.sex}, fine.yaw, quick(), job).error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace facespace
