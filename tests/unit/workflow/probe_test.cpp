// The probe gives the extraction's own feature for an undegraded image, and moves it as the image is made worse.
#include "core/compute/prober.h"

#include <cmath>

#include "core/analyses/draw.h"
#include "core/analyses/made_tables.h"
#include "core/analyses/probe/probe_analysis.h"
#include "core/analysis/fold_predictors.h"
#include "core/analysis/predictor.h"
#include "core/compute/predictors.h"
#include "core/compute/probe_tables.h"
#include "core/figure/write.h"
#include "core/workflow/workflow.h"
#include "tests/support/environment.h"
#include "tests/unit/extraction/extraction_fixture.h"

namespace facespace {
namespace {

using namespace test;

constexpr int kPeople = 4, kEach = 6;

/// A picture of a person: each has a pattern, each image its own grain, and a little more light than the one before.
Image portrait(int person, int i) {
    Image image = noise(160, 150, static_cast<unsigned>(100 * person + i));
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int c = 0; c < 3; ++c) {
                auto& p = image.row(y)[3 * x + c];
                const double pattern =
                    110 + 6 * i + 90 * std::sin(0.05 * (1 + person) * x + c) * std::cos(0.04 * (1 + person % 2) * y);
                p = static_cast<std::uint8_t>(std::clamp(pattern + 0.15 * (p - 128.0), 0.0, 255.0));
            }
    return image;
}

class ProbeTest : public ExtractionTest {
  protected:
    void SetUp() override {
        // A descriptor as a user has it: the extraction notes where it was.
        fs::copy_file(builtNetwork("blocks"), folder_ / "blocks.pt");
        writeText(folder_ / "blocks.json", R"({"name": "blocks", "file": "blocks.pt",
            "input": {"width": 112, "height": 112, "channel_order": "RGB", "mean": [0, 0, 0], "std": [255, 255, 255]},
            "alignment": {"points": [[38.3, 51.7], [73.5, 51.5], [56.0, 71.7], [41.5, 92.4], [70.7, 92.2]]},
            "output": {"dim": 48, "l2_normalised": false}})");
    }

    /// Images with landmarks and pose labels, features, predictions where asked, and maps.
    void make(const std::vector<std::string>& maps, bool labels = true) {
        for (int person = 0; person < kPeople; ++person) {
            for (int i = 0; i < kEach; ++i) {
                addImage("p" + std::to_string(person) + "_" + std::to_string(i) + ".png", portrait(person, i));
                ImageRecord& record = set_.images.back();
                record.identity = "person " + std::to_string(person);
                record.landmarks = Landmarks{
                    {{60.F, 62.F}, {97.F + static_cast<float>(i), 61.F}, {79.F, 82.F}, {63.F, 104.F}, {95.F, 103.F}}};
                if (labels) record.yawDeg = 6 * i - 15, record.pitchDeg = 2 * person;
            }
        }
        const auto read = readDescriptor(folder_ / "blocks.json");
        ASSERT_TRUE(read) << read.error().message;
        descriptor_ = *read;
        Project project = makeProject();
        const auto extracted = storeFeatures(project, descriptor_, extractOptions(), {});
        ASSERT_TRUE(extracted) << extracted.error().message;
        for (const std::string& method : maps) {
            MapOptions options;
            options.method = method;
            options.iterations = 150;
            const auto map = storeMap(project, options, {});
            ASSERT_TRUE(map) << map.error().message;
        }
        reload(project);
    }
    void reload(const Project& project) {
        auto snapshot = loadSnapshot(project);
        ASSERT_TRUE(snapshot) << snapshot.error().message;
        snapshot_ = *snapshot;
    }

    ProbeOptions options() const {
        ProbeOptions o;
        o.host = hostOptions();
        o.batchSize = extractOptions().batchSize;
        o.neighbours = 5;
        return o;
    }
    std::unique_ptr<Prober> open(const ProbeOptions& o) {
        auto prober = Prober::open(snapshot_, o, {});
        EXPECT_TRUE(prober) << (prober ? "" : prober.error().message);
        return prober ? std::move(*prober) : nullptr;
    }
    Error refusal(const ProbeOptions& o) {
        const auto prober = Prober::open(snapshot_, o, {});
        EXPECT_FALSE(prober);
        return prober ? Error{} : prober.error();
    }

    NetworkDescriptor descriptor_;
    std::shared_ptr<const Snapshot> snapshot_;
};

ProbeStep must(Result<ProbeStep> step) {
    EXPECT_TRUE(step) << (step ? "" : step.error().message);
    return step ? std::move(*step) : ProbeStep{};
}

}  // namespace

TEST_F(ProbeTest, AnUndegradedImageGivesTheExtractionsBits) {
    make({});
    const auto prober = open(options());
    ASSERT_TRUE(prober);
    const FeatureSet& set = *snapshot_->featureSets.front();
    for (const std::size_t row : {0U, 7U, 23U}) {
        const ProbeStep step = must(prober->step(row, {}));
        ASSERT_EQ(step.feature.size(), 48);
        EXPECT_EQ(std::memcmp(step.feature.data(), set.features.row(static_cast<Eigen::Index>(row)).data(), 48 * 4), 0);
        EXPECT_NEAR(step.distance, static_cast<double>(set.distance[row]), 1e-5);
        EXPECT_NEAR(step.cosine, 1, 1e-12);
        EXPECT_TRUE(probeMismatch(step).empty());
        EXPECT_EQ(step.crop.pixels, must(prober->stored(row)).crop.pixels);
        EXPECT_TRUE(step.place.empty());
    }
}

TEST_F(ProbeTest, LessLightIsASmallerFeatureOfTheSameDirection) {
    make({});
    const auto prober = open(options());
    ASSERT_TRUE(prober);
    // The network averages pixels, so that the distance falls with the light, and the percentile with it.
    double distance = must(prober->stored(20)).distance, percentile = must(prober->stored(20)).percentile;
    for (const double stops : {-0.5, -1.0, -2.0, -4.0}) {
        const ProbeStep step = must(prober->step(20, {.exposure = stops}));
        EXPECT_LT(step.distance, distance);
        EXPECT_LE(step.percentile, percentile);
        distance = step.distance, percentile = step.percentile;
    }
    EXPECT_EQ(percentile, 0);
}

TEST_F(ProbeTest, NeighboursAreThoseOfAFullSearch) {
    make({});
    const auto prober = open(options());
    ASSERT_TRUE(prober);
    const FeatureMatrix& x = snapshot_->featureSets.front()->features;
    for (const Degradation& d : {Degradation{}, Degradation{.occlusion = 0.8}, Degradation{.blur = 15}}) {
        const ProbeStep step = must(prober->step(9, d));
        std::vector<std::pair<double, std::int64_t>> order;
        for (Eigen::Index r = 0; r < x.rows(); ++r)
            if (r != 9)
                order.emplace_back(-static_cast<double>(x.row(r).dot(step.feature)) /
                                       static_cast<double>(x.row(r).norm() * step.feature.norm()),
                                   r);
        std::ranges::sort(order);
        ASSERT_EQ(step.neighbours.size(), 5U);
        int same = 0;
        for (std::size_t n = 0; n < 5; ++n) {
            EXPECT_NEAR(step.neighbours[n].cosine, -order[n].first, 1e-5);
            EXPECT_EQ(step.neighbours[n].sameIdentity, step.neighbours[n].row / kEach == 1);
            same += step.neighbours[n].sameIdentity ? 1 : 0;
        }
        EXPECT_EQ(step.sameAmong, same);
        const auto own = std::ranges::find_if(order, [](const auto& o) { return o.second / kEach == 1; });
        EXPECT_NEAR(static_cast<double>(step.ownRank), static_cast<double>(own - order.begin() + 1), 1);
    }
    EXPECT_EQ(must(prober->stored(9)).ownRank, 1);
    EXPECT_GT(must(prober->step(9, {.occlusion = 1})).ownRank, 0);
}

TEST_F(ProbeTest, TheImageLeavesItsPointOnEveryKindOfMap) {
    make({"pca", "tsne", "umap"});
    for (const MapRecord& map : snapshot_->maps) {
        ProbeOptions o = options();
        o.map = map.name;
        const auto prober = open(o);
        ASSERT_TRUE(prober && prober->map());
        EXPECT_EQ(prober->map()->name, map.name);
        const ProbeStep stored = must(prober->stored(3)), neutral = must(prober->step(3, {}));
        ASSERT_EQ(stored.place.size(), 2U);
        ASSERT_EQ(neutral.place.size(), 2U);
        const double size =
            static_cast<double>((map.coordinates.rowwise() - map.coordinates.colwise().mean()).rowwise().norm().maxCoeff());
        for (std::size_t axis = 0; axis < 2; ++axis)
            EXPECT_NEAR(neutral.place[axis], stored.place[axis], 1e-3 * size) << map.name;
        const ProbeStep far = must(prober->step(3, {.occlusion = 0.9}));
        EXPECT_GT(std::hypot(far.place[0] - stored.place[0], far.place[1] - stored.place[1]), 0.02 * size) << map.name;
    }
}

TEST_F(ProbeTest, PoseIsThatOfTheProjectsPredictor) {
    make({});
    {
        auto project = Project::open(folder_ / "p.facespace");
        ASSERT_TRUE(project);
        PredictOptions predict;
        predict.targets = {"yaw"};
        predict.folds = 2;
        const auto done = storePredictions(*project, predict, {});
        ASSERT_TRUE(done) << done.error().message;
        reload(*project);
    }
    const auto prober = open(options());
    ASSERT_TRUE(prober);
    // The unchanged face has the value that the project has for it, which no fit saw with an image of that person.
    const PredictionRecord& own = *snapshot_->prediction(prober->network().id, "yaw");
    for (const std::size_t row : {std::size_t{0}, std::size_t{5}, snapshot_->imageCount() - 1}) {
        EXPECT_NEAR(must(prober->stored(row)).yawDeg, static_cast<double>(own.values[row]), 1e-2) << row;
        const ProbeStep unchanged = must(prober->step(row, {}));
        EXPECT_NEAR(unchanged.yawDeg, static_cast<double>(own.values[row]), 1e-1) << row;
        EXPECT_TRUE(posesDiffer(*snapshot_, prober->network().id, unchanged).empty());
    }
    const auto predictor = LinearPredictor::fromJson(own.predictorJson);
    ASSERT_TRUE(predictor);
    EXPECT_EQ(foldsIn(own.predictorJson, *predictor).size(), 2U);
    const ProbeStep step = must(prober->step(5, {.blur = 3}));
    const auto used = predictorOfRow(*predictor, own, *snapshot_->featureSets.front(), 5);
    EXPECT_TRUE(used.givesBack);
    EXPECT_NEAR(step.yawDeg, static_cast<double>(used.predictor.predict(FeatureMatrix(step.feature))->front()), 1e-4);
    EXPECT_TRUE(std::isfinite(step.pitchDeg));  // Fitted on the spot to the manifest's labels.
    // Of a project from before folds were kept, the page says which value it shows.
    PredictionRecord old = own;
    old.predictorJson = predictor->toJson();
    for (float& value : old.values) value += 3;
    EXPECT_FALSE(predictorOfRow(*predictor, old, *snapshot_->featureSets.front(), 5).givesBack);
    Snapshot before = *snapshot_;
    before.predictions = {old};
    EXPECT_NE(posesDiffer(before, prober->network().id, must(prober->stored(5))).find("predict head pose again"),
              std::string::npos);
}

TEST_F(ProbeTest, WhatIsLackingIsSaidInASentence) {
    make({}, false);
    ProbeOptions o = options();
    o.network = "other";
    EXPECT_EQ(refusal(o).code, ErrorCode::kNotFound);
    o = options();
    o.map = "none";
    EXPECT_EQ(refusal(o).code, ErrorCode::kNotFound);
    o = options();
    o.descriptor = folder_ / "gone.json";
    EXPECT_NE(refusal(o).message.find("gone.json"), std::string::npos);

    const auto prober = open(options());
    ASSERT_TRUE(prober);
    EXPECT_FALSE(prober->step(99, {}));
    EXPECT_EQ(prober->step(0, {.blur = 99}).error().code, ErrorCode::kInvalid);
    fs::remove(folder_ / "p0_1.png");
    EXPECT_EQ(prober->step(1, {}).error().code, ErrorCode::kIo);
    // The next image is none the worse.
    EXPECT_TRUE(prober->step(2, {}));
    ASSERT_TRUE(writePng(portrait(3, 3), folder_ / "p0_3.png"));
    EXPECT_FALSE(probeMismatch(must(prober->step(3, {}))).empty());

    fs::copy_file(builtNetwork("unit"), folder_ / "blocks.pt", fs::copy_options::overwrite_existing);
    EXPECT_NE(refusal(options()).message.find("weights"), std::string::npos);
    fs::remove(folder_ / "blocks.pt");
    EXPECT_NE(refusal(options()).message.find("blocks.pt"), std::string::npos);
}

TEST_F(ProbeTest, AProjectRunsNoNetworkThatWasNotAllowedHere) {
    make({});
    const test::Environment list("FACESPACE_TRUSTED_NETWORKS", (folder_ / "list.json").string());
    ProbeOptions o = options();
    o.host.consent = Consent::kListed;
    o.host.program = folder_ / "host.sh";
    writeText(o.host.program, "#!/bin/sh\ntouch '" + (folder_ / "ran").string() + "'\n");
    fs::permissions(o.host.program, fs::perms::owner_all);
    const Error error = refusal(o);
    EXPECT_EQ(error.code, ErrorCode::kInvalid);
    EXPECT_NE(error.message.find("never allowed to run here"), std::string::npos) << error.message;
    EXPECT_FALSE(fs::exists(folder_ / "ran"));
    // The user's yes, not the project's, lets it run.
    const auto network = probedNetwork(*snapshot_, o);
    ASSERT_TRUE(network);
    ASSERT_TRUE(trustNetwork(*openQuestion(*network)));
    o.host.program = builtHost();
    EXPECT_TRUE(open(o));
}

TEST_F(ProbeTest, FeaturesWithoutTheirNetworkCannotBeProbed) {
    addImage("a.png", portrait(0, 0));
    Project project = makeProject();
    NetworkRecord record;
    record.name = "imported";
    record.dimension = 2;
    const auto id = project.addNetwork(record);
    ASSERT_TRUE(id);
    const std::vector<float> values{1, 2};
    const std::vector<Project::FeatureRow> rows{{project.imageIds()->front(), values}};
    ASSERT_TRUE(project.putFeatures(*id, rows, {}));
    reload(project);
    const Error error = refusal(options());
    EXPECT_EQ(error.code, ErrorCode::kInvalid);
    EXPECT_NE(error.message.find("imported"), std::string::npos);
}

TEST_F(ProbeTest, TablesHoldEveryStep) {
    make({"pca"});
    const auto prober = open(options());
    ASSERT_TRUE(prober);
    const auto sweep = probeSweepFromString("blur=0:8:5");
    ASSERT_TRUE(sweep) << sweep.error().message;
    std::vector<ProbeStep> steps{must(prober->stored(4))};
    for (const Degradation& d : sweep->over({.exposure = -1})) {
        EXPECT_EQ(d.exposure, -1);
        steps.push_back(must(prober->step(4, d)));
    }
    EXPECT_EQ(steps.back().degradation.blur, 8);
    EXPECT_EQ(steps[2].degradation.blur, 2);
    const auto tables = makeTables(steps, *prober);
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(tables[0].rows.size(), 6U);
    for (const auto& row : tables[0].rows) EXPECT_EQ(row.size(), tables[0].columns.size());
    EXPECT_EQ(tables[1].rows.size(), 6U * 5);
    for (const char* wrong : {"blur", "blur=1", "blur=0:8", "blur=0:8:1", "blur=0:8:2x", "blur=0:99:3", "fog=0:1:2"})
        EXPECT_FALSE(probeSweepFromString(wrong)) << wrong;
}

TEST_F(ProbeTest, FigureAndTablesAreMadeAgainFromTheParametersThatTheyCarry) {
    make({"pca"});
    const Analysis& analysis = probeAnalysis();
    Values values = analysis.defaults();
    ASSERT_TRUE(values.set("image", set_.images[7].path));
    ASSERT_TRUE(values.set("sweep", std::string("blur=0:4:3")));
    ASSERT_TRUE(values.set("occlusion", 0.2));
    const auto made = [&](const Values& from) {
        const AnalysisRequest request{snapshot_, {"blocks", {}}, from, {}, hostOptions()};
        const auto found = analysis.run(request, {});
        EXPECT_TRUE(found) << (found ? "" : found.error().message);
        MadeTables tables("all", {});
        for (const Table& table : (*found)->tables())
            for (const std::string& column : table.columns)
                EXPECT_NE(analysis.meaningOf(table.name, column), nullptr) << table.name << "." << column;
        tables.add(**found);
        auto figure = (*found)->figure({.name = "probe"}, {});
        EXPECT_TRUE(figure) << (figure ? "" : figure.error().message);
        addProvenance(*figure, **found, from, "probe", "all", false);
        const auto svg = figure::encode(figure::layOut(*figure), figure::Format::kSvg);
        return std::tuple{tables.json(true), tables.parameters(), svg ? *svg : std::string()};
    };
    const auto [json, parameters, svg] = made(values);
    EXPECT_GT(svg.size(), 1000U);
    Values again = analysis.defaults();
    const auto read = setRecorded(again, analysis.key, parameters);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(again, values);
    const auto [jsonAgain, parametersAgain, svgAgain] = made(again);
    EXPECT_EQ(jsonAgain, json);
    EXPECT_EQ(svgAgain, svg);
}

}  // namespace facespace
