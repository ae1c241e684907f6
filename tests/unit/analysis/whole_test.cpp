#include <gtest/gtest.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>

#include "core/analysis/distance_quality.h"
#include "core/analysis/experiment1.h"
#include "core/analysis/group_rates.h"
#include "core/analysis/identification.h"
#include "core/analysis/population_code.h"
#include "core/analysis/space_similarity.h"
#include "core/analysis/suspects.h"
#include "core/analysis/verification.h"
#include "core/analysis/view_dependence.h"
#include "tests/unit/analysis/planted.h"

namespace facespace {
namespace {

class Laps {
  public:
    void lap(const char* what) {
        const auto now = std::chrono::steady_clock::now();
        std::printf("  %-28s %6.2f s\n", what, std::chrono::duration<double>(now - last_).count());
        last_ = now;
    }
    double total() const { return std::chrono::duration<double>(last_ - start_).count(); }

  private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now(), last_ = start_;
};

TEST(Whole, AllAnalysesOf24000ImagesInTime) {
    auto d = test::planted(500, 48, 512, 5);
    std::vector<double> yaw, pitch, absYaw, distance;
    ClassTarget media{{}, {"still", "video"}};
    for (std::size_t i = 0; i < d.labels.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        yaw.push_back(std::clamp(1.2 * d.labels[i], -90.0, 90.0));
        pitch.push_back(10 * static_cast<double>(d.x(row, 0)));
        absYaw.push_back(std::abs(yaw.back()));
        distance.push_back(static_cast<double>(d.x.row(row).norm()));
        media.classOf.push_back(d.x(row, 1) > 1 ? 1 : 0);
    }
    std::vector<QualityColumn> measures{{"|yaw|", absYaw}, {"pitch", pitch}};
    for (int q = 0; q < 10; ++q) {
        measures.push_back({std::to_string(q), {}});
        for (Eigen::Index i = 0; i < d.x.rows(); ++i) measures.back().values.push_back(static_cast<double>(d.x(i, 10 + q)));
    }
    Laps laps;
    for (const auto* label : {&yaw, &pitch, &absYaw}) {
        EXPECT_TRUE(regressionExperiment(d.x, *label, d.identity, {}, {}));
        laps.lap("experiment 1, a number");
    }
    for (const ClassTarget& target : {centredPitch(pitch), media}) {
        EXPECT_TRUE(classificationExperiment(d.x, target, d.identity, {}, {}));
        laps.lap("experiment 1, two classes");
    }
    EXPECT_TRUE(viewDependence(d.x, yaw, d.identity, {}, {}));
    laps.lap("experiment 2");
    DistanceQualityOptions o;
    o.heldFixed = {"|yaw|", "0", "1"};
    EXPECT_TRUE(relateToDistance(distance, measures, d.identity, o, {}));
    laps.lap("experiment 3, 12 measures");
    const auto v = verifyAllPairs(d.x, d.identity, {}, {});
    ASSERT_TRUE(v);
    laps.lap("verification, all pairs");
    EXPECT_TRUE(edcCurves(*v, measures, {}, {}));
    laps.lap("error versus discard");
    EXPECT_TRUE(findSuspects(d.x, d.identity, {}, {}));
    laps.lap("suspects");
    std::printf("  all %.1f s, of processor time %.1f s\n", laps.total(),
                static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
    EXPECT_LT(laps.total(), 280);  // a loaded machine; two free cores need about 30 s
}

TEST(Whole, PeopleGroupsSpacesAndCodesOf24000ImagesInTime) {
    auto d = test::planted(500, 48, 512, 5);
    CodedAttribute sex{"sex", {"f", "m"}, {}};
    std::vector<double> yaw;
    for (std::size_t i = 0; i < d.labels.size(); ++i) {
        sex.classOf.push_back(static_cast<std::int32_t>(i / 48 % 2));
        yaw.push_back(std::clamp(1.2 * d.labels[i], -90.0, 90.0));
    }
    Laps laps;
    EXPECT_TRUE(populationCode(d.x, d.identity, {sex}, yaw, {}, {}));
    laps.lap("codes");
    EXPECT_TRUE(identify(d.x, d.identity, {}, {}, {}));
    laps.lap("identification");
    EXPECT_TRUE(groupRates(d.x, d.identity, sex.classOf, sex.classes, {}, {}));
    laps.lap("errors by group");
    const FeatureMatrix other = d.x.rowwise().reverse();
    EXPECT_TRUE(spaceSimilarity(d.x, other, d.identity, {}, {}));
    laps.lap("spaces");
    EXPECT_LT(laps.total(), 280);  // a loaded machine; two free cores need a minute
}

}  // namespace
}  // namespace facespace
