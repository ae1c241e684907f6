#include "core/analyses/nesting/nesting_analysis.h"

#include <algorithm>

#include "core/analyses/identify/identify_analysis.h"
#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

class NestingAnalysis : public test::PlantedProject {
  protected:
    static Result<FindingsPtr> run(const std::shared_ptr<const Snapshot>& snapshot, const test::Edits& edits) {
        return nestingAnalysis().run({snapshot, {"net", {}}, test::edited(nestingAnalysis(), edits), {}}, {});
    }
    /// Twenty people of two sexes; sex shifts all features, and light, a number that differs within people, some.
    std::shared_ptr<const Snapshot> nested() {
        auto project = make({.identities = 20, .perIdentity = 24});
        auto snapshot = std::make_shared<Snapshot>(*snapshotOf(project));
        auto features = std::make_shared<FeatureSet>(*snapshot->featureSets[0]);
        snapshot->images.metadataColumns.insert(snapshot->images.metadataColumns.end(), {"sex", "weight", "illumination"});
        for (std::size_t i = 0; i < snapshot->images.images.size(); ++i) {
            const std::size_t person = i / 24;
            auto& metadata = snapshot->images.images[i].metadata;
            const double light = static_cast<double>((7 * i + 3 * person) % 24);
            metadata.emplace_back(person % 2 == 0 ? "f" : "m");
            metadata.push_back(std::to_string((person % 2 == 0 ? 50 : 70) + 0.01 * static_cast<double>(i % 24)));
            metadata.push_back(std::to_string(light));
            auto row = features->features.row(static_cast<Eigen::Index>(i));
            row.tail(8).array() += person % 2 == 0 ? 12.0F : -12.0F;
            row(3) += static_cast<float>(light) / 3;
        }
        snapshot->featureSets[0] = std::move(features);
        return snapshot;
    }
    static const NestingReport& reportOf(const FindingsPtr& found) { return resultOf<NestingReport>(*found); }
};

TEST_F(NestingAnalysis, TheUsualColumnsAreTakenAndTheOrderIsTold) {
    const auto found = must(run(nested(), {}));
    const NestingReport& report = reportOf(found);
    EXPECT_EQ(report.classes.name, "sex");
    ASSERT_EQ(report.conditions.size(), 2U);
    EXPECT_EQ(report.conditions[0].name, "illumination");
    EXPECT_EQ(report.conditions[0].levels, (std::vector<std::string>{"≤ 7.67", "7.67 … 15.3", "> 15.3"}));
    EXPECT_EQ(report.conditions[1].name, "view");
    const auto& order = report.variance.order;
    EXPECT_EQ(report.variance.factors[order[0]].name, "sex");
    EXPECT_EQ(report.variance.factors[order[1]].kind, FactorKind::kIdentity);
    double shares = 0;
    for (const FactorShare& f : report.variance.factors) shares += f.share.value;
    EXPECT_NEAR(shares, 1, 1e-9);
    EXPECT_EQ(report.tree.identities.size(), 8U);
    EXPECT_EQ(report.tree.ofClasses.own, 2) << "sexes are the first two branches";
    const std::string said = found->summary().front();
    EXPECT_NE(said.find("variance: sex > identity "), std::string::npos) << said;
    for (const Table& table : found->tables())
        for (const std::string& column : table.columns)
            EXPECT_NE(nestingAnalysis().meaningOf(table.name, column), nullptr) << table.name << " " << column;
}

TEST_F(NestingAnalysis, ColumnsAreChosenAndNumbersOfPeopleAreHalved) {
    const auto snapshot = nested();
    const auto halves =
        must(run(snapshot, {{"class", std::string("weight")}, {"conditions", std::vector<std::string>{"none"}}}));
    EXPECT_EQ(reportOf(halves).classes.levels.size(), 2U);
    EXPECT_TRUE(reportOf(halves).conditions.empty());
    EXPECT_EQ(reportOf(halves).variance.ladder.size(), 3U);
    const auto none =
        must(run(snapshot, {{"class", std::string("none")}, {"conditions", std::vector<std::string>{"media"}}}));
    EXPECT_TRUE(reportOf(none).classes.levels.empty());
    EXPECT_EQ(reportOf(none).variance.factors[0].kind, FactorKind::kIdentity);
    const auto unknown = run(snapshot, {{"class", std::string("nobody")}});
    ASSERT_FALSE(unknown);
    EXPECT_NE(unknown.error().message.find("“nobody”"), std::string::npos) << unknown.error().message;
    const auto within = run(snapshot, {{"class", std::string("media")}});
    ASSERT_FALSE(within);
    EXPECT_NE(within.error().message.find("Take it as a condition"), std::string::npos) << within.error().message;
}

TEST_F(NestingAnalysis, FiguresAreDrawnWithAndWithoutNames) {
    const auto snapshot = nested();
    for (const char* page : {"nesting-shares", "nesting-ladder", "nesting-tree"})
        EXPECT_TRUE(test::drawPage(snapshot, page)) << page;
    FigureRequest privacy;
    privacy.privacy = true;
    const auto tree = must(test::drawPage(snapshot, "nesting-tree", {}, {"net", {}}, privacy));
    const auto namesIn = [](const figure::Figure& drawn) {
        int names = 0;
        for (const auto& mark : figure::layOut(drawn).marks)
            if (const auto* text = std::get_if<figure::Text>(&mark)) names += text->text.starts_with("person") ? 1 : 0;
        return names;
    };
    EXPECT_EQ(namesIn(tree), 0);
    EXPECT_GE(namesIn(must(test::drawPage(snapshot, "nesting-tree"))), 8);
}

TEST_F(NestingAnalysis, IdentificationIsToldWithinTheValuesOfAColumn) {
    const auto snapshot = nested();
    const auto found = must(identifyAnalysis().run(
        {snapshot, {"net", {}}, test::edited(identifyAnalysis(), {{"by", std::string("media")}}), {}}, {}));
    const auto& within = resultOf<IdentificationReport>(*found).within;
    ASSERT_EQ(within.size(), 2U);
    EXPECT_EQ(within[0].value, "still");
    EXPECT_EQ(within[0].searches, 240);
    const auto stills = must(identifyAnalysis().run({snapshot,
                                                     {"net",
                                                      [&] {
                                                          std::vector<std::int64_t> rows;
                                                          for (const int row : within[0].rows) rows.push_back(row);
                                                          return rows;
                                                      }()},
                                                     identifyAnalysis().defaults(),
                                                     {}},
                                                    {}));
    const Identification& alone = resultOf<IdentificationReport>(*stills).result;
    EXPECT_EQ(within[0].first.value, alone.cmc[0].value) << "as over these images alone";
    EXPECT_EQ(within[0].byChance, alone.byChance[0]);
}

}  // namespace
}  // namespace facespace
