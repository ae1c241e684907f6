#include "core/compute/score_report.h"

#include <algorithm>
#include <cmath>

#include "tests/unit/analysis/score_settings.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

class Scores : public test::PlantedProject {
  protected:
    /// Features of which three columns tell how good they are, and two more say nothing or are known of half of them only.
    Snapshot planted(bool unitLength) {
        const test::ScoreSet set(150, 8, 7);
        Snapshot snapshot;
        auto features = std::make_shared<FeatureSet>();
        features->network.id = NetworkId{1};
        features->network.name = "net";
        features->features = unitLength ? FeatureMatrix(set.x.rowwise().normalized()) : set.x;
        snapshot.featureSets = {features};
        snapshot.images.metadataColumns = {"good", "fair", "half"};
        for (std::size_t i = 0; i < set.identity.size(); ++i) {
            ImageRecord image;
            image.path = std::to_string(i);
            image.identity = set.identity[i];
            image.metadata = {std::to_string(-set.good[i]), std::to_string(set.fair[i]),
                              i % 2 == 0 ? std::to_string(i) : ""};
            snapshot.images.images.push_back(std::move(image));
        }
        return snapshot;
    }
    static Result<ScoreReport> compared(const Snapshot& snapshot, ScoreOptions options = {}) {
        options.edc.fmrTargets = {1e-2};
        VerificationAnalysisOptions pairs;
        pairs.verification.fmrTargets = options.edc.fmrTargets;
        return compareScores(snapshot, {}, must(computeVerification(snapshot, {}, pairs, {})), options, {});
    }
};

TEST_F(Scores, AreHeldAgainstTheDistanceOverTheSamePairs) {
    const ScoreReport report = must(compared(planted(false)));
    std::vector<std::string> keys;
    for (const Score& score : report.scores) keys.push_back(score.key);
    EXPECT_EQ(keys, (std::vector<std::string>{"distance", "good", "fair", "measures", "measures_and_distance"}));
    ASSERT_EQ(report.notes.size(), 1U);
    EXPECT_NE(report.notes[0].find("“half” is left out"), std::string::npos);
    EXPECT_EQ(report.pairs, 150 * 28);
    EXPECT_EQ(report.scores[1].kind, ScoreKind::kDirected);
    ASSERT_EQ(report.rates.size(), 1U);
    const ScoresAtRate& rate = report.rates[0];
    EXPECT_TRUE(std::isnan(rate.scores[0].gain.value));
    EXPECT_GT(rate.scores[1].gain.low, 0) << "whose direction had to be learned";
    EXPECT_LT(rate.scores[1].area, rate.scores[2].area);
    EXPECT_LT(rate.scores[3].area, rate.scores[2].area) << "all together are no worse than the poorer of them";
    EXPECT_TRUE(rate.scores[rate.best].mayBeBest);
    EXPECT_FALSE(rate.scores[0].mayBeBest);
    EXPECT_EQ(report.curves.curves.size(), 5U + 2U);
}

TEST_F(Scores, WithoutDistanceOrIntervalsSayWhatCannotBeTold) {
    const ScoreReport report = must(compared(planted(true)));
    EXPECT_EQ(report.scores.front().key, "good");
    EXPECT_NE(report.notes.front().find("one length"), std::string::npos);
    for (const ScoreFigures& f : report.rates[0].scores) EXPECT_TRUE(std::isnan(f.gain.value));
    EXPECT_LT(report.rates[0].best, report.scores.size());
    ScoreOptions options;
    options.measures = {"nobody"};
    EXPECT_EQ(compared(planted(false), options).error().code, ErrorCode::kNotFound);
    options.measures = {"good"};
    EXPECT_EQ(must(compared(planted(false), options)).scores.size(), 2U) << "one measure is not combined";
    EXPECT_EQ(compared(planted(true), options).error().code, ErrorCode::kInvalid) << "one score";
}

}  // namespace
}  // namespace facespace
