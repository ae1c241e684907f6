#include "core/report/report.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/common/parallel.h"
#include "core/report/json_text.h"
#include "core/report/page.h"
#include "tests/unit/workflow/planted_project.h"

namespace facespace {
namespace {

using report::Verdict;
using test::must;
using test::PlantedOptions;

class Report : public test::PlantedProject {
  protected:
    static ReportOptions quick() {
        ReportOptions o;
        auto& e = o.analysis.prediction.experiment;
        e.randomRepeats = 3;
        e.bootstrap = 60;
        e.permutations = 39;
        e.featureRepeats = 1;
        o.analysis.views.permutations = 49;
        o.analysis.quality.relation.statistics = {60, 20, 99, 1};
        o.analysis.verification.verification.bootstrap = 50;
        return o;
    }
    static std::string contentOf(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    ReportSummary written(const Project& project, const std::string& folder) {
        return must(writeReport(*snapshotOf(project), must(project.jobs()), dir / folder, quick(), {}));
    }
    /// The claim that has this word in it.
    static report::Claim claimOf(const ReportSummary& summary, const std::string& word) {
        const auto found =
            std::ranges::find_if(summary.claims, [&](const auto& c) { return c.claim.find(word) != std::string::npos; });
        EXPECT_NE(found, summary.claims.end()) << word;
        return found == summary.claims.end() ? report::Claim{} : *found;
    }
};

TEST_F(Report, SaysOfEveryClaimWhatWasPlanted) {
    const auto summary = written(make({}), "r");
    ASSERT_EQ(summary.claims.size(), 9U);
    EXPECT_EQ(claimOf(summary, "yaw").verdict, Verdict::kSupported);
    EXPECT_EQ(claimOf(summary, "pitch").verdict, Verdict::kSupported);
    EXPECT_EQ(claimOf(summary, "video").verdict, Verdict::kSupported);
    EXPECT_EQ(claimOf(summary, "occluded").verdict, Verdict::kSupported) << claimOf(summary, "occluded").figures;
    EXPECT_EQ(claimOf(summary, "extreme").verdict, Verdict::kNotSupported) << "the length does not depend on yaw";
    EXPECT_EQ(claimOf(summary, "resolution").verdict, Verdict::kCannotTell);
    EXPECT_EQ(claimOf(summary, "blurred").verdict, Verdict::kCannotTell);
    EXPECT_EQ(claimOf(summary, "monotonically").verdict, Verdict::kNotSupported);
}

TEST_F(Report, LeavesOpenWhatTheDataCannotSay) {
    PlantedOptions bare;
    bare.pose = bare.media = false;
    bare.unitLength = true;
    const auto summary = written(make(bare), "r");
    for (const auto& claim : summary.claims) {
        EXPECT_EQ(claim.verdict, Verdict::kCannotTell) << claim.claim;
        EXPECT_FALSE(claim.figures.empty()) << claim.claim;
    }
    const std::string page = contentOf(summary.page);
    EXPECT_NE(page.find("same length"), std::string::npos);
    EXPECT_NE(page.find("import"), std::string::npos);
}

TEST_F(Report, IsCompleteInItselfAndTheSameEachTime) {
    auto project = make({});
    addFeatures(project, FeatureMatrix::Random(480, 8), "<other & one>", 0);
    const auto summary = written(project, "a");
    const std::string page = contentOf(summary.page);
    EXPECT_GE(std::count(page.begin(), page.end(), '\n'), 50);
    for (const char* needed : {"<svg", "&lt;other &amp; one&gt;", "</html>", "SHA-256", "supported", "&quot;seed&quot;: 1"})
        EXPECT_NE(page.find(needed), std::string::npos) << needed;
    for (const char* never : {"src=\"http", "href=\"http", "<script", ">nan<", "<other &"})
        EXPECT_EQ(page.find(never), std::string::npos) << never;
    for (const auto& file : summary.tables) EXPECT_GT(std::filesystem::file_size(file), 0U) << file;
    EXPECT_GT(summary.tables.size(), 30U);  // claims, and those of both networks
    const int threads = threadCount();
    setThreadCount(1);
    EXPECT_EQ(contentOf(written(project, "b").page), page);
    setThreadCount(threads);
}

TEST_F(Report, NeedsFeaturesAndStopsWhenCancelled) {
    auto project = make({});
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(writeReport(*snapshotOf(project), {}, dir / "r", quick(), job).error().code, ErrorCode::kCancelled);
    EXPECT_FALSE(std::filesystem::exists(dir / "r"));
    must(project.removeNetwork(must(project.networks()).front().id));
    EXPECT_EQ(writeReport(*snapshotOf(project), {}, dir / "r", quick(), {}).error().code, ErrorCode::kNotFound);
}

TEST(ReportPage, ClipsOfOneFigureDoNotCutAnother) {
    report::Page page;
    const std::string svg = "<?xml version=\"1.0\"?>\n<svg><clipPath id=\"clip1\"/><g clip-path=\"url(#clip1)\"/></svg>";
    page.figure(svg, "one");
    page.figure(svg, "two");
    const std::string html = page.html("t");
    EXPECT_EQ(html.find("<?xml"), std::string::npos);
    EXPECT_NE(html.find("id=\"f1clip1\""), std::string::npos);
    EXPECT_NE(html.find("url(#f2clip1)"), std::string::npos);
}

TEST(ReportPage, JsonKeepsItsListsOnOneLine) {
    EXPECT_EQ(report::readableJson(R"({"a":[1,2.5,"x ] y"],"b":{"c":[[1,2],[3,4]],"d":[]}})"),
              "{\n  \"a\": [1, 2.5, \"x ] y\"],\n  \"b\": {\n    \"c\": [\n      [1, 2],\n      [3, 4]\n    ],\n"
              "    \"d\": []\n  }\n}");
    EXPECT_EQ(report::readableJson("no json"), "no json");
}

TEST(ReportPage, EscapesEverythingThatComesFromFiles) {
    report::Page page;
    page.paragraph("<script>alert(\"1\")</script> & more");
    Table table{"t", "", {"a"}, {}, false};
    table.add("<b>");
    table.add(-0.5);
    table.add(std::nan(""));
    page.table(table, {{"a", "A"}});
    const std::string html = page.html("a < b");
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("<b>"), std::string::npos);
    EXPECT_NE(html.find("−0.5"), std::string::npos);
    EXPECT_NE(html.find("<title>a &lt; b"), std::string::npos);
}

TEST(ReportPage, NumbersOfAColumnLineUpAndShortNamesDoNotBreak) {
    report::Page page;
    Table table{"t", "", {"network", "auc", "pairs"}, {}, false};
    table.add("rendered-a", 0.7, 17'856'000);
    table.add("rendered-b", 0.74921, 999);
    table.add("none", 0.000012, 1);
    page.table(table, {{"network", "Network"}, {"auc", "AUC"}, {"pairs", "Pairs"}});
    const std::string html = page.html("t");
    for (const char* cell : {"<td class=\"s\">rendered-a</td>", ">0.7000<", ">0.7492<", ">1.2e-05<", ">17,856,000<"})
        EXPECT_NE(html.find(cell), std::string::npos) << cell;
}

TEST_F(Report, OneOfAKindIsSaidInTheSingular) {
    test::PlantedOptions o;
    o.identities = 1;
    const std::string page = contentOf(written(make(o), "r").page);
    EXPECT_NE(page.find("40 images of 1 identity."), std::string::npos);
    EXPECT_EQ(page.find("1 identities"), std::string::npos);
    EXPECT_EQ(page.find("1 images"), std::string::npos);
}

}  // namespace
}  // namespace facespace
