#include "core/report/report.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/common/parallel.h"
#include "core/report/blocks.h"
#include "core/report/chapters.h"
#include "core/report/claims.h"
#include "core/report/json_text.h"
#include "core/report/page.h"
#include "tests/unit/analyses/counts_analysis.h"
#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using report::Verdict;
using test::must;
using test::PlantedOptions;

class Report : public test::PlantedProject {
  protected:
    static ReportOptions quick() {
        ReportOptions o;
        test::Edits edits = test::quickEdits();
        edits["bootstrap"] = std::int64_t{60};
        edits["permutations"] = std::int64_t{99};
        for (const Analysis* analysis : analyses()) o.values.emplace(analysis->key, test::edited(*analysis, edits));
        return o;
    }
    static std::string contentOf(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    ReportSummary written(const Project& project, const std::string& folder) {
        return must(writeReport(snapshotOf(project), must(project.jobs()), dir / folder, quick(), {}));
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
    EXPECT_NE(claimOf(summary, "monotonically").verdict, Verdict::kSupported) << "|yaw| does not fall";
}

TEST_F(Report, NetworksAreComparedOverTheSamePairs) {
    auto project = make({});
    addFeatures(project, FeatureMatrix::Random(480, 8), "chance", 0);
    const std::string page = contentOf(written(project, "r").page);
    for (const char* said :
         {"Networks compared", "“net” is better, strong difference", "each identity is left out in turn in both networks",
          "a difference above 0 is weak", "1 − FNMR at FMR 0.01", "Bands, of the distance and the best measure, are 95 %",
          "of the null that"})
        EXPECT_NE(page.find(said), std::string::npos) << said;
    EXPECT_NE(contentOf(dir / "r" / "tables" / "verification_differences.csv").find("net,chance,auc"), std::string::npos);
    EXPECT_EQ(page.find("rendered faces"), std::string::npos) << "neither network nor images say so";
    // Networks that have other images are not compared.
    auto other = make({}, "q");
    addFeatures(other, FeatureMatrix::Random(480, 8), "fewer", 7);
    EXPECT_NE(contentOf(written(other, "s").page).find("were not compared over the same pairs"), std::string::npos);
}

TEST_F(Report, SaysWhereFacesAreRendered) {
    const auto project = make({});
    auto snapshot = std::make_shared<Snapshot>(*snapshotOf(project));
    auto set = std::make_shared<FeatureSet>(*snapshot->featureSets.front());
    set->network.descriptorJson = R"({"name":"net","training_set":"Rendered faces: facespace-cli synth"})";
    snapshot->featureSets = {set};
    snapshot->images.metadataColumns = {"light_share", "masculinity", "beard_style"};
    for (ImageRecord& image : snapshot->images.images) image.metadata = {"", "", ""};
    const std::string page = contentOf(must(writeReport(snapshot, {}, dir / "r", quick(), {})).page);
    EXPECT_NE(page.find("These images are rendered faces"), std::string::npos);
    EXPECT_NE(page.find("“net” was trained on rendered faces"), std::string::npos);
}

TEST_F(Report, SaysWhetherTheShufflesAreEnough) {
    const std::string page = contentOf(written(make({}), "r").page);
    EXPECT_NE(page.find("With 99 shuffles p can be no less than 0.01"), std::string::npos);
    EXPECT_NE(page.find("in up to 5 tests; here are 5."), std::string::npos);
    EXPECT_NE(page.find("p ≤ 0.010 (99 shuffles)"), std::string::npos);
    EXPECT_NE(page.find("Unit of both"), std::string::npos) << "of MAE and RMSE";
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

TEST_F(Report, AChapterAloneIsWrittenWithItsAnalysesOnly) {
    const auto project = make({});
    ReportOptions o = quick();
    o.chapters = {"parde2021"};
    const auto summary = must(writeReport(snapshotOf(project), {}, dir / "one", o, {}));
    const std::string page = contentOf(summary.page);
    for (const char* said : {"Single units and populations", "Journal of Vision 21(8)", "<b>Here.</b>", "<b>Mind.</b>",
                             "&quot;chapters&quot;: [&quot;parde2021&quot;]", "--chapters parde2021"})
        EXPECT_NE(page.find(said), std::string::npos) << said;
    for (const char* never : {"The image in the features", "The claims of the paper", "class=\"contents\""})
        EXPECT_EQ(page.find(never), std::string::npos) << never;
    EXPECT_TRUE(summary.claims.empty());
    EXPECT_FALSE(std::filesystem::exists(dir / "one" / "tables" / "net" / "verification.csv")) << "it was not run";
    EXPECT_FALSE(std::filesystem::exists(dir / "one" / "tables" / "claims.csv"));
    o.chapters = {"parde2020"};
    const auto none = writeReport(snapshotOf(project), {}, dir / "none", o, {});
    EXPECT_EQ(none.error().code, ErrorCode::kNotFound);
    EXPECT_NE(none.error().message.english().find("no chapter “parde2020”; there are parde2017, parde2021"),
              std::string::npos)
        << none.error().message;
    EXPECT_FALSE(std::filesystem::exists(dir / "none"));
}

TEST_F(Report, WhatTheDataLackIsLeftOutAndSaidInALine) {
    const auto project = make({});
    const std::string page = contentOf(written(project, "r").page);
    for (const char* left : {"<b>Left out: Score and time.</b> No column says when images were taken",
                             "<b>Left out: Spaces, and what people see.</b> "})
        EXPECT_NE(page.find(left), std::string::npos) << left;
    EXPECT_EQ(page.find("<h2 id=\"ageing\""), std::string::npos);
    for (const char* there : {"<h2 id=\"parde2017\"", "<h2 id=\"verification\"", "<a href=\"#groups\">"})
        EXPECT_NE(page.find(there), std::string::npos) << there;
}

TEST(ReportChapters, EveryAnalysisOfTheReportIsInOneChapter) {
    std::map<std::string, int> times;
    for (const report::Chapter& chapter : report::chaptersOf(analyses())) {
        EXPECT_FALSE(chapter.claim.empty()) << chapter.key;
        for (const std::string& key : chapter.analyses) ++times[key];
    }
    for (const Analysis* analysis : analyses()) EXPECT_EQ(times[analysis->key], analysis->reported ? 1 : 0) << analysis->key;
    // One that no chapter names has its own.
    const auto chapters = report::chaptersOf(test::withCounts());
    EXPECT_EQ(chapters.back().key, "counts");
    EXPECT_EQ(chapters.back().claim, "Count the images of each identity.");
    EXPECT_EQ(must(report::chaptersNamed(analyses(), {"groups", "parde2017"})).front().key, "parde2017") << "their order";
}

TEST_F(Report, NeedsFeaturesAndStopsWhenCancelled) {
    auto project = make({});
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(writeReport(snapshotOf(project), {}, dir / "r", quick(), job).error().code, ErrorCode::kCancelled);
    EXPECT_FALSE(std::filesystem::exists(dir / "r"));
    must(project.removeNetwork(must(project.networks()).front().id));
    EXPECT_EQ(writeReport(snapshotOf(project), {}, dir / "r", quick(), {}).error().code, ErrorCode::kNotFound);
}

TEST_F(Report, SaysHowTheClaimsAreJudgedAndWhatFewIdentitiesMean) {
    const auto summary = written(make({}), "r");
    const std::string page = contentOf(summary.page);
    for (const char* said : {"p ≤ 0.05 against", "R² above 0 is weak, from 0.13 moderate", "12 identities are few for that",
                             "<td class=\"s\">Absolute yaw</td>", "R² below 0 is not drawn", "without the part that"})
        EXPECT_NE(page.find(said), std::string::npos) << said;
    EXPECT_EQ(page.find(">abs_yaw<"), std::string::npos);
    EXPECT_NE(claimOf(summary, "occluded").figures.find("with |yaw| and |pitch| held fixed"), std::string::npos)
        << claimOf(summary, "occluded").figures;
}

TEST_F(Report, SaysOnceWhatAllNetworksLack) {
    PlantedOptions bare;
    bare.media = false;
    auto project = make(bare);
    addFeatures(project, FeatureMatrix::Random(480, 8), "other", 0);
    const std::string page = contentOf(written(project, "r").page);
    const std::string note = "<p class=\"note\">Still or video: No image is known";
    const auto first = page.find(note);
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(page.find(note, first + 1), std::string::npos);
}

/// A quality report with one measure, its shares near the origin and its partial correlation.
report::NetworkFindings oneMeasure(const std::string& key, const std::string& unit, Estimate ratio) {
    report::NetworkFindings f;
    f.quality.value.emplace();
    QualityReport& q = *f.quality.value;
    q.measures = {{key, "Measure", unit, -1, {0, 1}}};
    DistanceRelation r;
    r.measure = key;
    r.rank.emplace().spearman = {-0.2, -0.3, -0.1};
    r.rank->images = 90, r.rank->identities = 9;
    NearOrigin near;
    near.share = 0.05;
    near.units = 20, near.identities = 8;
    near.poorNear.value = 0.37, near.poorRest.value = 0.36;
    near.ratio = ratio;
    near.difference = {0.2, 0.1, 0.3};
    r.nearest = {near};
    q.relations = {r};
    return f;
}

TEST(ReportClaims, ImagesNearTheOriginAreHeldAgainstTheRest) {
    const auto occlusion = [](Estimate ratio) { return report::judgeClaims(oneMeasure("occluded", "", ratio), {})[5]; };
    EXPECT_EQ(termFor(occlusion({4, 2.6, 6})), "strong support");
    EXPECT_EQ(termFor(occlusion({1.3, 1.1, 1.6})), "weak support");
    EXPECT_EQ(termFor(occlusion({1.03, 0.9, 1.2})), "not supported") << "37 % and 36 % are the same";
    EXPECT_EQ(termFor(occlusion({1.5, 0.7, 4})), "cannot tell") << "the interval holds both none and an effect that counts";
    EXPECT_EQ(termFor(occlusion({0.5, 0.3, 0.8})), "not supported");
    EXPECT_NE(occlusion({0.5, 0.3, 0.8}).figures.find("opposite of the claim"), std::string::npos);
    EXPECT_EQ(
        occlusion({1.03, 0.9, 1.2}).figures,
        "Measure at a value of 1 or more: nearest 5 % (20 videos and stills of 8 identities) 37 %, rest 36 %, ratio 1.03 "
        "(95 % interval 0.90 to 1.20). Mean of the nearest 5 % less that of the rest: 0.20 (95 % interval 0.10 to "
        "0.30). Spearman's ρ with distance from the origin: −0.200 (95 % interval −0.300 to −0.100) (90 images, 9 "
        "identities).");
    EXPECT_FALSE(occlusion({4, 2.6, 6}).ours);
    EXPECT_TRUE(report::judgeClaims(oneMeasure("blur", "", {4, 2.6, 6}), {})[7].ours) << "no word of the abstract";
}

TEST(ReportClaims, WhatPoseExplainsIsNoSupport) {
    auto f = oneMeasure("occluded", "", {4, 2.6, 6});
    auto& partial = f.quality.value->relations[0].partial.emplace();
    partial.controls = {"abs_yaw"};
    partial.rho = {-0.01, -0.1, 0.1};
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[5]), "explained by pose");
    partial.rho = {-0.2, -0.3, -0.1};
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[5]), "strong support");
    partial.controls = {"measured_face_size"};
    partial.rho = {-0.01, -0.1, 0.1};
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[5]), "explained by size");
    auto views = oneMeasure("abs_yaw", "deg", {4, 2.6, 6});
    views.quality.value->relations[0].partial = partial;
    EXPECT_EQ(termFor(report::judgeClaims(views, {})[4]), "strong support") << "it is pose itself";
}

TEST(ReportClaims, SharesAloneAreNoSupportWhereTheMeansDoNotDiffer) {
    auto f = oneMeasure("occluded", "", {4, 2.6, 6});
    f.quality.value->relations[0].nearest[0].difference = {0.1, -0.1, 0.3};
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[5]), "cannot tell");
    EXPECT_NE(report::judgeClaims(f, {})[5].figures.find("means do not differ beyond chance"), std::string::npos);
    f.quality.value->measures[0].better = 1;
    f.quality.value->relations[0].nearest[0].difference = {-0.2, -0.3, -0.1};
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[5]), "strong support");
}

TEST(ReportClaims, FacesLargerThanTheNetworksInputAreNotOfLowResolution) {
    auto f = oneMeasure("inter_eye_by_cos_yaw", "px", {std::nan(""), std::nan(""), std::nan("")});
    auto& measure = f.quality.value->measures[0];
    measure.better = 1;
    measure.poorLimit = 35.25;
    measure.values.assign(90, 54);
    measure.values[7] = 30;
    const auto claim = report::judgeClaims(f, {})[6];
    EXPECT_EQ(termFor(claim), "cannot tell");
    EXPECT_NE(claim.figures.find("of 35.2 px or less, which the network takes in"), std::string::npos) << claim.figures;
    EXPECT_NE(claim.figures.find("only 1 image has fewer pixels between the eyes than the network takes in"),
              std::string::npos)
        << claim.figures;
}

TEST(ReportClaims, SupportIsGradedByTheEffect) {
    report::NetworkFindings f;
    TargetReport yaw;
    yaw.target = "yaw";
    auto& r = yaw.regression.emplace();
    r.r2 = {0.05, 0.03, 0.08};
    r.baseline.emplace().pValue = 1.0 / 200;
    r.baseline->permutations = 199;
    yaw.labels = {-60, 60, -30, 30};
    f.prediction = {yaw};
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[0]), "weak support");
    EXPECT_NE(report::judgeClaims(f, {})[0].figures.find("p ≤ 0.005 (199 shuffles)"), std::string::npos);
    GradeOptions lenient;
    lenient.r2 = {0, 0.01, 0.02};
    EXPECT_EQ(termFor(report::judgeClaims(f, lenient)[0]), "strong support");
    f.prediction[0].regression->baseline->pValue = 0.2;
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[0]), "not supported");
}

TEST(ReportClaims, ViewDependenceIsGradedByTheIdentitiesPartOfTheVariance) {
    report::NetworkFindings f;
    ViewDependence& v = f.views.value.emplace().result;
    v.identities.resize(40);
    v.t = Eigen::MatrixXd::Zero(40, 8);
    v.pValue = 0.005;
    v.effects.mean = {0.5, 0.4, 0.6};
    v.effects.difference = {0.04, 0.02, 0.06};
    v.owner = ViewOwner::kIdentities;
    for (const auto& [share, said] : {std::pair{Estimate{0.6, 0.52, 0.7}, "weak support"},
                                      {Estimate{0.8, 0.7, 0.88}, "moderate support"},
                                      {Estimate{0.97, 0.9, 1}, "strong support"},
                                      {Estimate{0.8, 0.5, 1}, "cannot tell"}}) {
        v.effects.share = share;
        EXPECT_EQ(termFor(report::judgeClaims(f, {})[3]), said);
    }
    v.owner = ViewOwner::kFeatures;
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[3]), "not supported");
}

TEST(ReportClaims, RisesThroughoutIsSaidOfEveryMeasureTested) {
    auto f = oneMeasure("occluded", "", {4, 2.6, 6});
    Trend& trend = f.quality.value->relations[0].trend.emplace();
    trend.pValue = 0.0005;
    trend.shape = TrendShape::kFalls;  // less occlusion is better
    // As strong as the rank correlation bears out, whatever the p-value.
    auto& rho = f.quality.value->relations[0].rank->spearman;
    rho = {-0.09, -0.12, -0.06};
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[8]), "weak support");
    rho = {-0.6, -0.7, -0.55};
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[8]), "strong support");
    rho = {-0.01, -0.03, 0.01};
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[8]), "cannot tell");
    rho = {-0.4, -0.45, -0.35};
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[8]), "moderate support");
    EXPECT_NE(report::judgeClaims(f, {})[8].figures.find("Better throughout in 1 of 1 measure tested"), std::string::npos);
    trend.shape = TrendShape::kFallsThenRises;
    trend.turn = 60;
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[8]), "not supported");
    trend.shape = TrendShape::kCannotTell;
    EXPECT_EQ(termFor(report::judgeClaims(f, {})[8]), "cannot tell");
}

TEST(ReportClaims, PosesThatHardlyVaryLeaveTheClaimsOpen) {
    report::NetworkFindings f = oneMeasure("abs_yaw", "deg", {1, std::nan(""), std::nan("")});
    TargetReport yaw;
    yaw.target = "yaw";
    yaw.labelSource = "landmarks (solvePnP)";
    auto& r = yaw.regression.emplace();
    r.identityFolds.labelled = 4;
    r.r2 = {0.01, -0.1, 0.1};
    r.baseline.emplace().pValue = 0.4;
    yaw.labels = {-2, 2, -1, 1};
    f.prediction = {yaw};
    EXPECT_EQ(report::judgeClaims(f, {})[0].verdict, Verdict::kCannotTell);
    EXPECT_NE(report::judgeClaims(f, {})[0].figures.find("hardly varies (standard deviation 1.8°, 4 images"),
              std::string::npos)
        << report::judgeClaims(f, {})[0].figures;
    EXPECT_EQ(report::judgeClaims(f, {})[4].verdict, Verdict::kCannotTell);
    EXPECT_NE(report::judgeClaims(f, {})[4].figures.find("only 0 images are turned 45° or more"), std::string::npos)
        << report::judgeClaims(f, {})[4].figures;
    f.prediction[0].labels = {-60, 60, -30, 30};
    EXPECT_EQ(report::judgeClaims(f, {})[0].verdict, Verdict::kNotSupported);
}

TEST(ReportPage, SettingsOfAStepAreOneLineWithoutFolders) {
    EXPECT_EQ(report::settingsText(R"({"folder":"/home/me/faces/","manifest":"/home/me/labels.csv","map":"yaw=-pan",)"
                                   R"("noImages":false,"targets":[],"seed":1,"list":["a","b"]})"),
              "folder: faces; manifest: labels.csv; map: yaw=-pan; seed: 1; list: a, b");
    EXPECT_EQ(report::settingsText("no json"), "");
}

TEST(ReportPage, NumbersInSentencesHaveTheTrueMinus) {
    report::Page page;
    report::addBlocks(page, {Paragraph{"It is -0.19 (-0.44 to -0.02) by --least in video-2."}, Caution{"From -3 on."}}, {},
                      false);
    const std::string html = page.html("t");
    EXPECT_NE(html.find("It is −0.19 (−0.44 to −0.02) by --least in video-2."), std::string::npos);
    EXPECT_NE(html.find("From −3 on."), std::string::npos);
}

TEST(ReportPage, ShortTablesStayOnOneSheet) {
    report::Page page;
    Table table{"t", "", {"a"}, {}, false};
    table.add("x");
    page.table(table, {{"a", "A"}});
    EXPECT_NE(page.html("t").find("<table class=\"short\">"), std::string::npos);
    for (int i = 0; i < 20; ++i) table.add("x");
    report::Page longer;
    longer.table(table, {{"a", "A"}});
    EXPECT_EQ(longer.html("t").find("class=\"short\""), std::string::npos);
}

TEST(ReportPage, TablesAreAsSmallAsTheyNeedToFit) {
    const auto classOf = [](int columns, const std::string& word) {
        Table table{"t", "", {}, {}, false};
        std::vector<report::Page::Shown> shown;
        table.rows.emplace_back();
        for (int c = 0; c < columns; ++c) {
            table.columns.push_back("c" + std::to_string(c));
            table.rows[0].emplace_back(word);
            shown.push_back({table.columns.back(), "H"});
        }
        report::Page page;
        page.table(table, shown);
        const std::string html = page.html("t");
        const std::size_t at = html.find("<div class=\"scroll");
        return html.substr(at, html.find("><thead>", at) - at);
    };
    const auto div = [](const char* outer, const char* table) {
        return std::string("<div class=\"") + outer + "\"><table class=\"" + table + "\"";
    };
    EXPECT_EQ(classOf(4, "ten letter"), div("scroll", "short")) << "one column of the page";
    EXPECT_EQ(classOf(6, "ten letter"), div("scroll wide", "short"));
    EXPECT_EQ(classOf(10, "ten letter"), div("scroll wide", "short dense"));
    EXPECT_EQ(classOf(14, "ten letter"), div("scroll wide", "short tight"));
}

TEST(ReportPage, WhatIsNarrowStandsBesideAnotherOrBesideText) {
    const auto bodyOf = [](const std::string& what) {
        report::Page page;
        page.beginColumns();
        for (const char c : what)
            if (c == 't')
                page.paragraph("words");
            else if (c == 'l')
                page.paragraph(std::string(2000, 'x'));
            else
                page.figure("<svg/>", "", c == 'W');
        page.endColumns();
        std::string kinds;
        const std::string html = page.html("");
        for (std::size_t at = html.find("<body>"); (at = html.find("class=\"", at)) != std::string::npos;) {
            at += 7;
            const std::string kind = html.substr(at, html.find('"', at) - at);
            if (kind != "narrow") kinds += kind + ";";
        }
        return kinds;
    };
    EXPECT_EQ(bodyOf("tn"), "row pair;") << "text beside its figure";
    EXPECT_EQ(bodyOf("tnn"), "line;row pair;") << "two figures side by side below the text";
    EXPECT_EQ(bodyOf("ttnnn"), "row pair;row pair;");
    EXPECT_EQ(bodyOf("nt"), "row pair;");
    EXPECT_EQ(bodyOf("ln"), "text;row pair;") << "too long to stand beside it, so in columns";
    EXPECT_EQ(bodyOf("Wn"), "wide;row pair;");
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

TEST(ReportPage, WhatRoundingLeavesIsZero) {
    report::Page page;
    Table table{"t", "", {"a"}, {}, false};
    table.add(-1e-21);
    table.add(3e-18);
    table.add(0.25);
    page.table(table, {{"a", "A"}});
    const std::string html = page.html("t");
    for (const char* dust : {"e-18", "e-21"}) EXPECT_EQ(html.find(dust), std::string::npos);
    EXPECT_EQ(html.find("−0"), std::string::npos);
    EXPECT_NE(html.find(">0.00<"), std::string::npos);
    EXPECT_EQ(toCsv(table).find("e-21"), std::string::npos) << "nor in files";
}

TEST(ReportPage, NumbersOfAColumnLineUpAndShortNamesDoNotBreak) {
    report::Page page;
    Table table{"t", "", {"network", "auc", "pairs"}, {}, false};
    table.add("rendered-a", 0.7, 17'856'000);
    table.add("rendered-b", 0.74921, 999);
    table.add("none", 0.000012, 1);
    page.table(table, {{"network", "Network"}, {"auc", "AUC"}, {"pairs", "Pairs"}});
    const std::string html = page.html("t");
    for (const char* cell : {"<td class=\"s\">rendered-a</td>", ">0.7000<", ">0.7492<", ">1.2e−05<", ">17,856,000<"})
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
