#include "core/analyses/ageing/ageing_analysis.h"

#include "core/analyses/mixed/mixed_analysis.h"
#include "core/figure/chart_legend.h"
#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/analyses/with_times.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

class AgeingAnalysis : public test::PlantedProject {
  protected:
    static Result<FindingsPtr> run(const Analysis& analysis, const std::shared_ptr<const Snapshot>& snapshot,
                                   const test::Edits& edits = {}) {
        return analysis.run({snapshot, {"net", {}}, test::edited(analysis, edits), {}}, {});
    }
    static const AgeingReport& found(const FindingsPtr& findings) { return resultOf<AgeingReport>(*findings); }
};

TEST_F(AgeingAnalysis, TheColumnIsFoundByItsNameAndDatesYearsAndAgesAreTold) {
    const auto planted = snapshotOf(make({.stillOnly = true}));
    for (const auto& [column, kind] :
         {std::pair{"capture_date", TimeKind::kDates}, {"year", TimeKind::kYears}, {"Age", TimeKind::kAges}}) {
        const auto findings = must(run(ageingAnalysis(), test::withTimes(*planted, column, kind)));
        EXPECT_EQ(found(findings).column, column);
        EXPECT_EQ(found(findings).kind, kind);
        EXPECT_EQ(found(findings).found.people.size(), 12U);
        EXPECT_NEAR(found(findings).found.years.back(), 13, 0.1) << "40 images, three a year";
        const auto sentences = findings->sentences();
        EXPECT_TRUE(sentences.front().english().starts_with("Ten years change the score")) << sentences.front();
    }
    // When someone was born says nothing of an image.
    const auto born = run(ageingAnalysis(), test::withTimes(*planted, "date_of_birth", TimeKind::kDates));
    EXPECT_NE(born.error().message.english().find("name it (--time), or join one"), std::string::npos);
    const auto named = run(ageingAnalysis(), planted, {{"time", std::string("glasses")}});
    EXPECT_NE(named.error().message.english().find("neither dates"), std::string::npos) << named.error().message;
    const auto none = run(ageingAnalysis(), planted, {{"time", std::string("when")}});
    EXPECT_NE(none.error().message.english().find("there are occlusion, glasses"), std::string::npos);
}

TEST_F(AgeingAnalysis, TheLegendTellsPeopleFromTheirMean) {
    const auto snapshot = test::withTimes(*snapshotOf(make({.stillOnly = true})), "year", TimeKind::kYears);
    const figure::Figure figure = must(test::drawPage(snapshot, "ageing"));
    const figure::Chart& chart = figure.charts.front();
    std::vector<std::string> labels;
    for (const auto& sample : figure::legendSamples(chart, figure.style, false)) labels.push_back(sample.label);
    EXPECT_EQ(labels, (std::vector<std::string>{"two images of one person", "one person each, those followed longest",
                                                "mean line, 95 % interval"}));
}

TEST_F(AgeingAnalysis, DatesOfOnlyAMonthAreItsMiddle) {
    EXPECT_NEAR(yearsOf("2000-01-01"), 2000, 0.01);
    EXPECT_NEAR(yearsOf("2004-07-01T12:00:00Z") - yearsOf("2003-07-01"), 366 / 365.2425, 1e-9);
    EXPECT_EQ(yearsOf("2004-07"), yearsOf("2004-07-15"));
    for (const char* none : {"2004-13-01", "2004-02-30", "04-02-03", "2004", "2004/07/01", "2004-07-1", ""})
        EXPECT_TRUE(std::isnan(yearsOf(none))) << none;
}

TEST_F(AgeingAnalysis, WhatGoesWithTheDistanceIsFoundWithPeopleAtRandom) {
    const auto findings = must(run(mixedAnalysis(), snapshotOf(make({}))));
    const MixedReport& report = resultOf<MixedReport>(*findings);
    ASSERT_FALSE(report.effects.empty());
    EXPECT_EQ(report.effects.front().key, "abs_yaw");
    const auto occlusion = std::ranges::find(report.effects, "occlusion", &MixedEffect::key);
    ASSERT_NE(occlusion, report.effects.end());
    // The length is 12 − 8 · occlusion, whatever else there is.
    EXPECT_NEAR(occlusion->perUnit.value, -8, 0.01);
    EXPECT_NEAR(occlusion->perSd.value, -1, 0.01);
    EXPECT_NEAR(report.effects.front().perSd.value, 0, 0.01);
    EXPECT_EQ(report.identities, 12);
}

TEST_F(AgeingAnalysis, AnyNumberIsExplainedByAnyOther) {
    const auto snapshot = snapshotOf(make({}));
    const auto findings = must(run(mixedAnalysis(), snapshot,
                                   {{"outcome", std::string("abs_yaw")},
                                    {"explained-by", std::vector<std::string>{"yaw", "pitch"}},
                                    {"slopes", false}}));
    const MixedReport& report = resultOf<MixedReport>(*findings);
    EXPECT_EQ(report.effects.size(), 2U);
    EXPECT_TRUE(std::isnan(report.ofSlopes));
    const auto message = [&](const test::Edits& edits) {
        return run(mixedAnalysis(), snapshot, edits).error().message.english();
    };
    EXPECT_NE(message({{"outcome", std::string("glasses")}}).find("no column of numbers “glasses”; there are distance"),
              std::string::npos);
    EXPECT_NE(message({{"explained-by", std::vector<std::string>{"distance"}}}).find("No number that could explain"),
              std::string::npos)
        << "nothing explains itself";
}

}  // namespace
}  // namespace facespace
