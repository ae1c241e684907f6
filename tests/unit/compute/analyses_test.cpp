#include <fmt/format.h>
#include <algorithm>
#include <fstream>
#include <limits>
#include <set>

#include "core/analyses/compare/compare_analysis.h"
#include "core/analyses/suspects/suspects_analysis.h"
#include "core/analyses/verify/verify_difference.h"
#include "core/common/parallel.h"
#include "core/compute/discard_report.h"
#include "core/compute/observation_tables.h"
#include "core/compute/prediction_report.h"
#include "core/compute/quality_report.h"
#include "core/compute/verification_report.h"
#include "core/compute/view_dependence_report.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;
using test::PlantedOptions;

class Analyses : public test::PlantedProject {
  protected:
    static Result<Suspects> suspectsOf(const std::shared_ptr<const Snapshot>& snapshot, const AnalysisScope& scope,
                                       const JobContext& job = {}) {
        const auto found = suspectsAnalysis().run({snapshot, scope, suspectsAnalysis().defaults(), {}}, job);
        if (!found) return forward(found);
        return resultOf<SuspectsReport>(**found);
    }
    static PredictionAnalysisOptions quick() {
        PredictionAnalysisOptions o;
        o.experiment.randomRepeats = 4;
        o.experiment.bootstrap = 50;
        o.experiment.permutations = 39;
        o.experiment.featureRepeats = 1;
        return o;
    }
    static QualityAnalysisOptions quickQuality() {
        QualityAnalysisOptions o;
        o.relation.statistics = {50, 20, 99, 1};
        return o;
    }
};

TEST_F(Analyses, FindWhatWasPlanted) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);

    const auto predictions = must(computePrediction(*snapshot, {}, quick(), {}));
    ASSERT_EQ(predictions.size(), 5U);
    for (const TargetReport& report : predictions) {
        EXPECT_EQ(report.missing, "") << report.target;
        if (report.target == "yaw" || report.target == "pitch") {
            EXPECT_GT(report.regression->r2.value, 0.7) << report.target;
            EXPECT_LE(report.regression->baseline->pValue, 0.03);
            EXPECT_LE(report.regression->r2.low, report.regression->r2.value);
        }
        if (report.target == "media") {
            EXPECT_GT(report.classification->auc.value, 0.95);
            EXPECT_GT(report.classification->randomAuc.mean, 0.95);
        }
    }

    const auto views = must(computeViewDependence(*snapshot, {}, {}, {}));
    EXPECT_EQ(views.yawSource, "manifest");
    ASSERT_GE(views.result.identities.size(), 8U);
    double planted = 0, others = 0;
    int plantedCount = 0;
    for (std::size_t i = 0; i < views.result.identities.size(); ++i) {
        const bool byView = std::stoi(views.result.identities[i].identity.substr(7)) % 3 == 0;
        const double share = views.result.ofIdentity(static_cast<Eigen::Index>(i));
        (byView ? planted : others) += share;
        plantedCount += byView;
        for (const auto row : views.result.identities[i].profile)
            EXPECT_GE(std::abs(*snapshot->images.images[static_cast<std::size_t>(row)].yawDeg), 45);
    }
    EXPECT_GT(planted / plantedCount, 0.1 + others / (static_cast<double>(views.result.identities.size()) - plantedCount));

    const auto quality = must(computeQuality(*snapshot, {}, quickQuality(), {}));
    const auto occlusion = std::ranges::find(quality.relations, "occlusion", &DistanceRelation::measure);
    ASSERT_NE(occlusion, quality.relations.end());
    EXPECT_LT(occlusion->rank->spearman.value, -0.95);
    EXPECT_FALSE(occlusion->trend->increasing);
    EXPECT_LE(*occlusion->trend->pValue, 0.05);
    const auto yaw = std::ranges::find(quality.relations, "abs_yaw", &DistanceRelation::measure);
    EXPECT_LT(std::abs(yaw->rank->spearman.value), 0.15);
    EXPECT_LT(quality.distance[static_cast<std::size_t>(quality.mosaics.front().front())],
              quality.distance[static_cast<std::size_t>(quality.mosaics.back().back())]);

    const auto verified = must(computeVerification(*snapshot, {}, {}, {}));
    EXPECT_GT(verified.result.auc.value, 0.9);
    EXPECT_EQ(verified.result.genuinePairs + verified.result.impostorPairs, 480 * 479 / 2);
    DiscardOptions discard;
    discard.measures = {"occlusion"};
    const auto curves = must(computeDiscard(*snapshot, {}, verified, discard, {}));
    EXPECT_EQ(curves.qualities, (std::vector<std::string>{"distance", "occlusion"}));
    EXPECT_EQ(curves.curves.size(), 3U * 4U);
    Snapshot partly = *snapshot;
    const auto& names = partly.images.metadataColumns;
    const auto column = std::ranges::find(names, "occlusion") - names.begin();
    partly.images.images.front().metadata[static_cast<std::size_t>(column)].clear();
    const auto fewer = must(computeDiscard(partly, {}, verified, discard, {}));
    ASSERT_EQ(fewer.missing.size(), curves.missing.size() + 1);
    EXPECT_EQ(fewer.missing.back().english().find("“occlusion” is known of both images in "), 0U)
        << fewer.missing.back().english();

    EXPECT_EQ(must(suspectsOf(snapshot, {}, {})).judged, 480);
}

TEST_F(Analyses, DiscardingGoesByTheMetricAndTheProtocolOfTheVerification) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    DiscardOptions discard;
    discard.measures = {"occlusion"};
    VerificationAnalysisOptions pairs;
    const auto cosine = must(verifyAndDiscard(*snapshot, {}, pairs, discard, {}));
    EXPECT_TRUE(cosine.verification.result.worstGenuine.empty());
    const auto verified = must(computeVerification(*snapshot, {}, {}, {}));
    const auto twice = must(computeDiscard(*snapshot, {}, verified, discard, {}));
    ASSERT_EQ(cosine.discard.curves.size(), twice.curves.size());
    for (std::size_t i = 0; i < twice.curves.size(); ++i) {
        EXPECT_EQ(cosine.discard.curves[i].threshold, twice.curves[i].threshold);
        EXPECT_EQ(cosine.discard.curves[i].pAucStepwise, twice.curves[i].pAucStepwise);
    }
    pairs.verification.metric = Metric::kEuclidean;
    const auto euclidean = must(verifyAndDiscard(*snapshot, {}, pairs, discard, {}));
    EXPECT_GT(cosine.discard.curves.front().threshold, 0);
    EXPECT_LT(euclidean.discard.curves.front().threshold, 0) << "minus a distance";

    pairs.protocol = dir / "pairs.txt";
    std::ofstream(pairs.protocol) << "1\t2\nP0\t1\t2\nP1\t3\t4\nP0\t1\tP1\t1\nP2\t1\tP3\t1\n";
    Snapshot named = *snapshot;
    for (std::size_t i = 0; i < named.images.images.size(); ++i)
        named.images.images[i].path = fmt::format("P{}_{:04}.jpg", i / 40, i % 40 + 1);
    discard.recomputed = true;
    const auto listed = verifyAndDiscard(named, {}, pairs, discard, {});
    ASSERT_TRUE(listed) << listed.error().message;
    EXPECT_EQ(listed->discard.curves.front().pairs, 2);
    EXPECT_TRUE(listed->discard.recomputed.empty());
    EXPECT_NE(listed->discard.missing.back().find("protocol"), std::string::npos);

    pairs.protocol.clear();
    pairs.templates = "glasses";
    EXPECT_EQ(verifyAndDiscard(*snapshot, {}, pairs, discard, {}).error().code, ErrorCode::kInvalid);
}

TEST_F(Analyses, RowsAreInImportOrderWhateverIsMissingOrLeftOut) {
    PlantedOptions holes;
    holes.missingEvery = 7;
    const auto project = make(holes);
    const auto snapshot = snapshotOf(project);
    AnalysisScope scope;
    scope.rows.emplace();
    for (std::int64_t row = 0; row < 480; ++row)
        if (row % 5 != 0) scope.rows->push_back(row);
    const auto allowed = [](std::int64_t row) { return row % 7 != 0 && row % 5 != 0; };

    const auto views = must(computeViewDependence(*snapshot, scope, {}, {}));
    for (const auto& identity : views.result.identities)
        for (const auto* rows : {&identity.frontal, &identity.profile})
            for (const auto row : *rows) {
                EXPECT_TRUE(allowed(row));
                EXPECT_EQ(snapshot->images.images[static_cast<std::size_t>(row)].identity, identity.identity);
            }
    const auto quality = must(computeQuality(*snapshot, scope, quickQuality(), {}));
    for (std::int64_t row = 0; row < 480; ++row)
        EXPECT_EQ(std::isfinite(quality.distance[static_cast<std::size_t>(row)]), allowed(row));
    for (const auto& relation : quality.relations)
        for (const auto& bin : relation.medians)
            for (const auto row : bin.rows) EXPECT_TRUE(allowed(row));
    const auto verified = must(computeVerification(*snapshot, scope, {}, {}));
    for (const auto* pairs : {&verified.result.worstGenuine, &verified.result.worstImpostor, &verified.result.genuine})
        for (const ScoredPair& pair : *pairs) {
            EXPECT_TRUE(allowed(pair.a) && allowed(pair.b));
            const auto& images = snapshot->images.images;
            EXPECT_EQ(images[static_cast<std::size_t>(pair.a)].identity == images[static_cast<std::size_t>(pair.b)].identity,
                      pairs != &verified.result.worstImpostor);
        }
    const auto suspects = must(suspectsOf(snapshot, scope, {}));
    for (std::int64_t row = 0; row < 480; ++row)
        EXPECT_EQ(std::isfinite(suspects.margins[static_cast<std::size_t>(row)]), allowed(row));
    scope.rows->push_back(480);
    EXPECT_EQ(suspectsOf(snapshot, scope, {}).error().code, ErrorCode::kInvalid);
}

TEST_F(Analyses, WhatIsMissingIsSaidAndTheOthersStillRun) {
    PlantedOptions bare;
    bare.pose = bare.media = false;
    const auto project = make(bare);
    const auto snapshot = snapshotOf(project);
    auto options = quick();
    options.targets.push_back("occlusion");
    options.targets.push_back("shoe_size");
    const auto predictions = must(computePrediction(*snapshot, {}, options, {}));
    ASSERT_EQ(predictions.size(), 7U);
    for (const auto& report : predictions) {
        EXPECT_EQ(report.missing.empty(), report.target == "occlusion") << report.target << ": " << report.missing;
        EXPECT_EQ(report.missing.empty(), report.regression.has_value() || report.classification.has_value());
        EXPECT_TRUE((report.target != "media" && report.target != "yaw") ||
                    report.missing.find("import") != std::string::npos)
            << report.missing;
    }
    const auto views = computeViewDependence(*snapshot, {}, {}, {});
    ASSERT_FALSE(views);
    EXPECT_NE(views.error().message.find("yaw"), std::string::npos) << views.error().message;
    const auto quality = must(computeQuality(*snapshot, {}, quickQuality(), {}));
    EXPECT_EQ(quality.missing.size(), 2U);  // neither pixels nor yaw
    EXPECT_EQ(quality.relations.size(), 1U);
}

TEST_F(Analyses, LowResolutionIsLessThanTheNetworkTakesIn) {
    Project project = must(Project::create(dir / "eyes.facespace"));
    ImageSet set;
    set.metadataColumns = {"inter_eye_px"};
    FeatureMatrix x(60, 3);
    for (int i = 0; i < 60; ++i) {
        ImageRecord image;
        image.path = fmt::format("{}.jpg", i);
        image.identity = std::to_string(i / 6);
        image.metadata = {std::to_string(10 + i)};
        set.images.push_back(std::move(image));
        x.row(i) << static_cast<float>(1 + i % 7), 1, 2;
    }
    must(project.addImages(set));
    const auto limitOf = [&](const std::string& name, const std::string& descriptor, const std::string& settings) {
        NetworkRecord network;
        network.name = name;
        network.dimension = 3;
        network.descriptorJson = descriptor;
        network.settingsJson = settings;
        const NetworkId id = must(project.addNetwork(network));
        const auto ids = must(project.imageIds());
        std::vector<Project::FeatureRow> rows;
        for (std::size_t i = 0; i < ids.size(); ++i)
            rows.push_back({ids[i], {x.row(static_cast<Eigen::Index>(i)).data(), 3}});
        must(project.putFeatures(id, rows, {}));
        const auto quality = must(computeQuality(*snapshotOf(project), {name, {}}, quickQuality(), {}));
        return quality.measures.at(0).poorLimit;
    };
    const std::string aligned = R"({"alignment": {"points": [[10, 20], [34, 27], [22, 35], [12, 50], [32, 50]]}})";
    ASSERT_TRUE(limitOf("aligned", aligned, R"({"alignment": "auto"})"));
    EXPECT_DOUBLE_EQ(*limitOf("again", aligned, ""), 25) << "a face with more pixels between the eyes is made smaller";
    EXPECT_FALSE(limitOf("cropped", aligned, R"({"alignment": "none"})"));
    for (const char* broken : {"", "[]", R"({"alignment": "none"})", R"({"alignment": {"points": [[1], 2]}})",
                               R"({"alignment": {"points": [[1, 1], [1, 1]]}})"})
        EXPECT_FALSE(limitOf(std::string("broken") + broken, broken, broken));
}

TEST_F(Analyses, OneMediumOnlyAndTooFewProfiles) {
    PlantedOptions narrow;
    narrow.stillOnly = narrow.frontalOnly = true;
    const auto project = make(narrow);
    const auto snapshot = snapshotOf(project);
    for (const auto& report : must(computePrediction(*snapshot, {}, quick(), {})))
        EXPECT_EQ(report.missing.find("video") != std::string::npos, report.target == "media")
            << report.target << ": " << report.missing;
    const auto views = computeViewDependence(*snapshot, {}, {}, {});
    ASSERT_FALSE(views);
    EXPECT_NE(views.error().message.find("profile"), std::string::npos) << views.error().message;
}

TEST_F(Analyses, UnitLengthFeaturesAreToldSo) {
    PlantedOptions unit;
    unit.unitLength = true;
    const auto project = make(unit);
    const auto snapshot = snapshotOf(project);
    const auto quality = must(computeQuality(*snapshot, {}, quickQuality(), {}));
    EXPECT_TRUE(quality.unitLength && quality.relations.empty());
    EXPECT_NE(quality.missing.back().find("same length"), std::string::npos);
    auto options = quickQuality();
    options.distance = DistanceKind::kCentroid;
    const auto centroid = must(computeQuality(*snapshot, {}, options, {}));
    EXPECT_FALSE(centroid.unitLength || centroid.relations.empty());
    EXPECT_TRUE(computeVerification(*snapshot, {}, {}, {}));
}

TEST_F(Analyses, SeveralNetworksNeedAName) {
    auto project = make({});
    addFeatures(project, FeatureMatrix::Random(480, 8), "other", 0);
    const auto snapshot = snapshotOf(project);
    EXPECT_EQ(suspectsOf(snapshot, {}, {}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(suspectsOf(snapshot, {"third", {}}, {}).error().code, ErrorCode::kNotFound);
    EXPECT_TRUE(suspectsOf(snapshot, {"other", {}}, {}));
}

TEST_F(Analyses, TemplatesPointBackToTheirImages) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    VerificationAnalysisOptions options;
    options.templates = "glasses";  // two templates, of many identities each: only the rows matter here
    const auto refused = computeVerification(*snapshot, {}, options, {});
    EXPECT_FALSE(refused);
    options.templates = "none";
    EXPECT_EQ(computeVerification(*snapshot, {}, options, {}).error().code, ErrorCode::kNotFound);
}

TEST_F(Analyses, ConstantAndBrokenFeaturesLeaveTheOthersRunning) {
    auto project = make({});
    FeatureMatrix x = snapshotOf(project)->featureSets.front()->features;
    x.col(3).setConstant(2.5F);
    x.col(20).setZero();
    x.row(7).setConstant(std::numeric_limits<float>::quiet_NaN());
    x(90, 2) = std::numeric_limits<float>::infinity();
    addFeatures(project, x, "broken", 0);
    addFeatures(project, FeatureMatrix::Constant(480, 6, 1.5F), "flat", 0);
    const auto snapshot = snapshotOf(project);
    for (const auto& report : must(computePrediction(*snapshot, {"broken", {}}, quick(), {}))) {
        EXPECT_TRUE(report.missing.empty()) << report.target << ": " << report.missing;
        if (report.target == "yaw") {
            EXPECT_GT(report.regression->r2.value, 0.7);
        }
    }
    const auto views = must(computeViewDependence(*snapshot, {"broken", {}}, {}, {}));
    EXPECT_TRUE(views.result.significant.any());
    EXPECT_FALSE(views.result.significant.col(20).any()) << "what is the same everywhere depends on nothing";
    EXPECT_TRUE(std::isnan(views.result.ofFeature(20))) << "and has no share";
    EXPECT_TRUE(std::isnan(views.result.ofFeature(3)));
    EXPECT_EQ(views.result.ofFeature.array().isNaN().count(), 2);
    EXPECT_TRUE(views.result.ofIdentity.allFinite());
    EXPECT_FALSE(must(computeQuality(*snapshot, {"broken", {}}, quickQuality(), {})).relations.empty());
    EXPECT_TRUE(computeVerification(*snapshot, {"broken", {}}, {}, {}));
    EXPECT_TRUE(suspectsOf(snapshot, {"broken", {}}, {}));
    // Features that are all the same: a sentence or figures that say so, never NaN without a word.
    for (const auto& report : must(computePrediction(*snapshot, {"flat", {}}, quick(), {}))) {
        EXPECT_TRUE(!report.missing.empty() || report.regression || report.classification) << report.target;
        if (report.regression) {
            EXPECT_LT(report.regression->r2.value, 0.05) << report.target;
        }
        if (report.classification) {
            EXPECT_NEAR(report.classification->auc.value, 0.5, 0.1) << report.target;
        }
    }
    const auto flat = must(computeQuality(*snapshot, {"flat", {}}, quickQuality(), {}));
    EXPECT_TRUE(flat.unitLength);
    EXPECT_FALSE(flat.missing.empty());
}

TEST_F(Analyses, PairsOfARegionAreThoseThatAreCompared) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    const VerificationAnalysisOptions options;
    const auto images = must(computeVerification(*snapshot, {}, options, {}));
    const double low = static_cast<double>(images.result.worstImpostor[9].score);
    const auto pairs = must(pairsInRangeOf(*snapshot, {}, options, false, low, 2, 100, {}));
    ASSERT_EQ(pairs.size(), 10U);
    for (std::size_t i = 0; i < pairs.size(); ++i) EXPECT_EQ(pairs[i].a, images.result.worstImpostor[i].a) << i;
    EXPECT_EQ(imagesOf(images, 7), std::vector<std::int64_t>{7});
}

TEST_F(Analyses, StopWhenCancelled) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(computePrediction(*snapshot, {}, quick(), job).error().code, ErrorCode::kCancelled);
    EXPECT_EQ(computeViewDependence(*snapshot, {}, {}, job).error().code, ErrorCode::kCancelled);
    EXPECT_EQ(computeQuality(*snapshot, {}, quickQuality(), job).error().code, ErrorCode::kCancelled);
    EXPECT_EQ(computeVerification(*snapshot, {}, {}, job).error().code, ErrorCode::kCancelled);
    EXPECT_EQ(suspectsOf(snapshot, {}, job).error().code, ErrorCode::kCancelled);
}

TEST_F(Analyses, TwoNetworksAreComparedWithAPairedDifference) {
    auto project = make({});
    FeatureMatrix noisy = snapshotOf(project)->featureSets.front()->features;
    noisy.rowwise().normalize();
    noisy += 0.35F * FeatureMatrix::Random(noisy.rows(), noisy.cols());
    noisy.row(5).setZero();
    addFeatures(project, noisy, "noisy", 9);
    Values values = compareAnalysis().defaults();
    const auto found = must(compareAnalysis().run({snapshotOf(project), {}, values, {}}, {}));
    const Comparison& c = resultOf<Comparison>(*found);
    ASSERT_EQ(c.verified.size(), 2U);
    EXPECT_EQ(c.verified[0].figures.images, 480 - 54 - 1) << "what both have, with a direction";
    const auto differences = differencesOf(c.verified[0], c.verified[1]);
    ASSERT_GE(differences.size(), 4U);
    EXPECT_EQ(differences[0].figure, "auc");
    EXPECT_EQ(differences[0].better, "net");
    EXPECT_GT(differences[0].difference.low, 0);
    EXPECT_LT(differences[1].difference.high, 0) << "less error is better";
    EXPECT_EQ(differences[1].better, "net");
    EXPECT_EQ(differences[2].figure, "d_prime");
    EXPECT_FALSE(differences[2].grade) << "no share";
    const auto tables = found->tables();
    EXPECT_TRUE(std::ranges::any_of(tables, [](const Table& t) { return t.name == "verification_differences"; }));
    EXPECT_TRUE(std::ranges::any_of(
        found->summary(), [](const std::string& line) { return line.find("“net” is better") != std::string::npos; }));
    must(values.set("verification", false));
    EXPECT_TRUE(
        resultOf<Comparison>(*must(compareAnalysis().run({snapshotOf(project), {}, values, {}}, {}))).verified.empty());
}

TEST_F(Analyses, ObservationsAreWrittenForWhoeverComputesAgain) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    const auto reports = must(computePrediction(*snapshot, {}, quick(), {}));
    const auto tables = makeObservationTables(reports, *snapshot);
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[0].rows.size(), 5U * 480U);
    EXPECT_EQ(tables[1].rows.size(), 5U * 5U) << "five folds of five targets";
    const auto quality = must(computeQuality(*snapshot, {}, quickQuality(), {}));
    EXPECT_EQ(makeObservationTables(quality, *snapshot).rows.size(), 480U);
    EXPECT_EQ(makeObservationTables(quality, *snapshot).columns.size(), 6 + quality.measures.size());
    const auto views = must(computeViewDependence(*snapshot, {}, {}, {}));
    std::size_t images = 0;
    for (const ViewIdentity& person : views.result.identities) images += person.frontal.size() + person.profile.size();
    EXPECT_EQ(makeObservationTables(views, *snapshot).rows.size(), images);
}

TEST_F(Analyses, ViewsAreOfVideosNotOfTheirFrames) {
    const auto project = make({});
    auto snapshot = std::make_shared<Snapshot>(*snapshotOf(project));
    for (std::size_t i = 0; i < snapshot->images.images.size(); ++i)
        snapshot->images.images[i].video = "video " + std::to_string(i / 2);
    const auto frames = must(computeViewDependence(*snapshotOf(project), {}, {}, {})),
               videos = must(computeViewDependence(*snapshot, {}, {}, {}));
    for (const ViewIdentity& person : frames.result.identities)
        EXPECT_EQ(person.frontalUnits, static_cast<int>(person.frontal.size()));
    for (const ViewIdentity& person : videos.result.identities) {
        EXPECT_LE(person.frontalUnits + person.profileUnits, 20) << "40 frames of 20 videos";
        EXPECT_LT(person.frontalUnits, static_cast<int>(person.frontal.size()) + 1);
    }
}

}  // namespace
}  // namespace facespace
