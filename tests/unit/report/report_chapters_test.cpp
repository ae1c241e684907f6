// Chapters of analyses that look at more than one network, at a map, or at an image that is named.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/report/chapters.h"
#include "core/report/project_report.h"
#include "core/workflow/store_trust.h"
#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

class ReportChapter : public test::PlantedProject {
  protected:
    static ReportOptions chapter(const std::vector<std::string>& keys, const test::Edits& edits = {}) {
        ReportOptions o;
        test::Edits all = test::quickEdits();
        for (const auto& [key, value] : edits) all[key] = value;
        for (const Analysis* analysis : analyses()) o.values.emplace(analysis->key, test::edited(*analysis, all));
        o.chapters = keys;
        return o;
    }
    static std::string contentOf(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::string page(const std::shared_ptr<const Snapshot>& snapshot, const ReportOptions& options) {
        return contentOf(must(writeReport(snapshot, {}, dir / "r", options, {})).page);
    }
    void addNoisy(Project& project, const std::string& name, int missingEvery) {
        FeatureMatrix x = snapshotOf(project)->featureSets.front()->features;
        x += FeatureMatrix::Random(x.rows(), x.cols()) * 8;
        addFeatures(project, x, name, missingEvery);
    }
};

TEST_F(ReportChapter, TwoNetworksStandBesideEachOther) {
    auto project = make({});
    addNoisy(project, "noisy", 0);
    const std::string alone = page(snapshotOf(project), chapter({"compare"}));
    for (const char* said :
         {"<h2 id=\"compare\">Two networks, or two maps, beside each other", "neighbours of an image",
          "are the same in “net” and “noisy”", "480 images are in both", "Spearman's ρ", "by its percentile", "<svg",
          "Most changed", "id=\"differences\"", "“net” is better", "<b>Mind.</b>"})
        EXPECT_NE(alone.find(said), std::string::npos) << said;
    EXPECT_TRUE(std::filesystem::exists(dir / "r" / "tables" / "net" / "compare_identities.csv"));
    EXPECT_NE(contentOf(dir / "r" / "tables" / "net" / "verification_differences.csv").find("net,noisy,auc"),
              std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(dir / "r" / "tables" / "net" / "verification.csv")) << "it was not run";
    // The grades of the report hold here, too.
    ReportOptions lenient = chapter({"compare"});
    lenient.grades.difference = {0, 1e-6, 2e-6};
    EXPECT_NE(page(snapshotOf(project), lenient).find("strong difference"), std::string::npos);
    EXPECT_NE(contentOf(dir / "r" / "tables" / "net" / "verification_differences.csv").find("strong difference"),
              std::string::npos);
}

TEST_F(ReportChapter, WhatTheVerificationTellsOfTheSameImagesIsNotToldAgain) {
    auto project = make({});
    addNoisy(project, "noisy", 0);
    const std::string both = page(snapshotOf(project), chapter({"compare", "verification"}));
    const auto first = both.find("id=\"differences\"");
    ASSERT_NE(first, std::string::npos);
    EXPECT_GT(first, both.find("<h2 id=\"verification\""));
    EXPECT_EQ(both.find("id=\"differences\"", first + 1), std::string::npos);
    EXPECT_NE(both.find("&quot;verification&quot;: true"), std::string::npos) << "what was asked for";
    // Of other images the comparison takes those that both have.
    auto other = make({}, "q");
    addNoisy(other, "fewer", 7);
    const std::string fewer = page(snapshotOf(other), chapter({"compare", "verification"}));
    const auto own = fewer.find("id=\"differences\"");
    ASSERT_NE(own, std::string::npos);
    EXPECT_LT(own, fewer.find("<h2 id=\"verification\""));
    EXPECT_NE(fewer.find("“net” is better"), std::string::npos);
    EXPECT_NE(fewer.find("left out: “"), std::string::npos);
}

TEST_F(ReportChapter, TheNetworkAskedForIsComparedWithTheNext) {
    auto project = make({});
    addNoisy(project, "noisy", 0);
    ReportOptions options = chapter({"compare"});
    options.network = "noisy";
    EXPECT_NE(page(snapshotOf(project), options).find("are the same in “noisy” and “net”"), std::string::npos);
    // Without a second network or map there is nothing to compare.
    const std::string one = page(snapshotOf(make({}, "q")), chapter({"compare"}));
    EXPECT_NE(one.find("<b>Left out: Two networks, or two maps, beside each other.</b> There is one network only"),
              std::string::npos);
}

TEST_F(ReportChapter, NoNameIsInAComparisonWithPrivacy) {
    auto project = make({});
    addNoisy(project, "noisy", 0);
    const auto file = project.file();
    ReportOptions options = chapter({"compare"}, {{"image", std::string("person 3/1.jpg")}});
    options.filter = "identity != \"person 1\"";
    const auto summary = must(writeProjectReport({file, dir / "hidden", options, true}, {}));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(dir / "hidden"))
        if (entry.is_regular_file()) {
            EXPECT_EQ(contentOf(entry.path()).find("person "), std::string::npos) << entry.path();
        }
    EXPECT_NE(contentOf(summary.page).find("440 images are in both"), std::string::npos) << "the filter holds";
    options.filter = "identity ==";
    const auto wrong = writeProjectReport({file, dir / "wrong", options, true}, {});
    EXPECT_EQ(wrong.error().code, ErrorCode::kInvalid);
    EXPECT_NE(wrong.error().message.find("The filter is not understood at character"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(dir / "wrong"));
}

TEST_F(ReportChapter, LayersOfANetworkAreRead) {
    auto snapshot = std::make_shared<Snapshot>(*snapshotOf(make({})));
    auto own = std::make_shared<FeatureSet>(*snapshot->featureSets[0]);
    own->network.sha256 = "a1";
    auto layer = std::make_shared<FeatureSet>(*own);
    layer->network.name = "net conv1";
    layer->network.id = NetworkId{own->network.id.value + 1000};
    layer->network.settingsJson = R"({"output": {"inner_layer": "conv1"}})";
    layer->features += FeatureMatrix::Random(layer->features.rows(), layer->features.cols()) * 6;
    snapshot->featureSets = {own, layer};
    const std::string there = page(snapshot, chapter({"dhar2020"}));
    for (const char* said : {"<h2 id=\"dhar2020\">From layer to layer", "P. Dhar et al.", "2 layers of “net”", "Best layer",
                             "Over the layers, from the input on"})
        EXPECT_NE(there.find(said), std::string::npos) << said;
    EXPECT_TRUE(std::filesystem::exists(dir / "r" / "tables" / "net" / "layers.csv"));
}

TEST_F(ReportChapter, MapsAreAsTrustworthyAsTheyWereMeasured) {
    auto project = make({});
    EXPECT_NE(page(snapshotOf(project), chapter({"maps"})).find("No map has been measured"), std::string::npos);
    for (const char* name : {"first", "second"}) {
        MapRecord map;
        map.network = snapshotOf(project)->featureSets.front()->network.id;
        map.name = name;
        map.method = "pca";
        map.parametersJson = R"({"seed": 1})";
        map.coordinates = snapshotOf(project)->featureSets.front()->features.leftCols(2);
        must(project.putMap(map));
        must(storeTrust(project, {.map = map.name, .neighbours = {5, 30}}, {}));
    }
    const std::string newest = page(snapshotOf(project), chapter({"maps"}));
    for (const char* said : {"<h2 id=\"maps\">How far the map can be trusted", "the map “second” keeps", "Neighbours kept",
                             "<td class=\"s\">first</td>", "<td class=\"s\">second</td>", "<svg"})
        EXPECT_NE(newest.find(said), std::string::npos) << said;
    EXPECT_NE(page(snapshotOf(project), chapter({"maps"}, {{"map", std::string("first")}})).find("the map “first” keeps"),
              std::string::npos);
}

TEST_F(ReportChapter, AFaceIsProbedOnlyWhereItIsNamed) {
    const auto project = make({});
    EXPECT_NE(page(snapshotOf(project), chapter({"probe"}))
                  .find("<b>Left out: A face made worse.</b> It was not asked for: --image says what to look at."),
              std::string::npos);
    // These features were imported: there is no network that could be run.
    const std::string named = page(snapshotOf(project), chapter({"probe"}, {{"image", std::string("person 3/1.jpg")}}));
    EXPECT_NE(named.find("<b>Left out: A face made worse.</b> "), std::string::npos);
    EXPECT_EQ(named.find("It was not asked for"), std::string::npos);
    EXPECT_NE(named.find("&quot;image&quot;: &quot;person 3/1.jpg&quot;"), std::string::npos) << "to be made again";
}

TEST(ReportChapters, EveryAnalysisIsAPartOfTheReport) {
    for (const Analysis* analysis : analyses()) EXPECT_TRUE(analysis->reported) << analysis->key;
}

}  // namespace
}  // namespace facespace
