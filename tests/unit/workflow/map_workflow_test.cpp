// Maps and their trust as whole steps on a project file.
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/project/data_table.h"
#include "core/view/map_data.h"
#include "core/workflow/follow_up.h"
#include "core/workflow/workflow.h"
#include "tests/unit/projection/planted_faces.h"

namespace facespace {
namespace {

constexpr int kPeople = 20, kEach = 12, kImages = kPeople * kEach;

class MapWorkflow : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("facespace-map-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + "-" +
                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        auto made = Project::create(folder_ / "p.facespace");
        ASSERT_TRUE(made) << made.error().message;
        project.emplace(std::move(*made));
        faces = testing::plantedFaces(kPeople, kEach, 24);
        ImageSet set;
        for (int i = 0; i < kImages; ++i) {
            ImageRecord r;
            r.path = std::to_string(i) + ".jpg";
            r.identity = "person " + std::to_string(faces.identity[static_cast<std::size_t>(i)]);
            set.images.push_back(r);
        }
        ASSERT_TRUE(project->addImages(set));
        NetworkRecord network;
        network.name = "net";
        network.dimension = 24;
        const auto id = project->addNetwork(network);
        ASSERT_TRUE(id);
        networkId = *id;
        ids = project->imageIds().value();
    }
    void TearDown() override {
        project.reset();
        std::filesystem::remove_all(folder_);
    }
    /// Features of the images begin … end − 1.
    void put(int begin, int end) {
        std::vector<Project::FeatureRow> rows;
        for (int i = begin; i < end; ++i)
            rows.push_back({ids[static_cast<std::size_t>(i)],
                            {faces.features.data() + static_cast<std::ptrdiff_t>(i) * 24, std::size_t{24}}});
        ASSERT_TRUE(project->putFeatures(networkId, rows, {}));
    }
    static nlohmann::json parameters(const MapRecord& map) { return nlohmann::json::parse(map.parametersJson); }

    std::filesystem::path folder_;
    std::optional<Project> project;
    testing::PlantedFaces faces;
    NetworkId networkId;
    std::vector<ImageId> ids;
};

TEST_F(MapWorkflow, EveryMethodMetricAndPresetMakesAMapThatCanBeMadeAgain) {
    put(0, kImages);
    std::vector<MapOptions> all(8);
    all[0].method = "pca";
    all[1].method = "umap";
    all[1].neighbours = 8;
    all[1].metric = "cosine";
    all[2].metric = "centred-cosine";
    all[2].perplexities = {5, 20};
    all[3].preset = "vandermaaten-2014";
    all[4].preset = "belkina-2019";
    all[5].preset = "kobak-berens-2019";
    all[6].preset = "opentsne";
    all[7].lateExaggeration = 4;
    all[7].dims = 3;
    for (std::size_t i = 1; i < all.size(); ++i) all[i].iterations = 40;
    for (const MapOptions& options : all) {
        const auto map = storeMap(*project, options, {});
        ASSERT_TRUE(map) << map.error().message;
        EXPECT_TRUE(map->coordinates.allFinite());
        EXPECT_EQ(map->coordinates.cols(), options.dims);
        const auto again = readMapOptions(*map);
        ASSERT_TRUE(again) << again.error().message;
        EXPECT_EQ(again->metric, options.metric);
        EXPECT_EQ(again->lateExaggeration, options.lateExaggeration);
        const auto second = storeMap(*project, *again, {});
        ASSERT_TRUE(second) << second.error().message;
        EXPECT_EQ(second->coordinates, map->coordinates) << map->parametersJson;
        EXPECT_EQ(second->id, map->id);
    }
}

/// Images on a circle, in the order of their first value; one lap a slice.
class RingState : public MapState {
  public:
    RingState(const FeatureMatrix& x, double radius, int laps) : map_(x.rows(), 2), radius_(radius), laps_(laps) {
        for (Eigen::Index i = 0; i < x.rows(); ++i)
            map_.row(i) << static_cast<float>(radius) * std::cos(x(i, 0)), static_cast<float>(radius) * std::sin(x(i, 0));
    }
    bool done() const override { return lap_ >= laps_; }
    Result<void> advance(const JobContext&) override { return ++lap_, Result<void>(); }
    MapFrame frame() const override { return {lap_, laps_, 1}; }
    Embedding embedding() const override { return map_; }
    nlohmann::json parameters() override { return {{"minDistance", radius_}, {"iterations", lap_}}; }

  private:
    Embedding map_;
    double radius_;
    int laps_, lap_ = 0;
};

class RingMethod : public MapMethod {
  public:
    RingMethod() {
        name = "ring";
        title = "Ring";
        iterates = continues = true;
        fields = {{.option = "--min-distance", .help = "radius", .member = &MapSettings::minDistance},
                  {.option = "--iterations", .help = "laps", .member = &MapSettings::iterations}};
    }
    Result<std::unique_ptr<MapState>> create(const FeatureMatrix& x, const MapSettings& settings, const Embedding* start,
                                             const MapFrameShown&, const JobContext&) const override {
        return std::make_unique<RingState>(x, settings.minDistance, start != nullptr ? 1 : settings.iterations);
    }
    Text note(const nlohmann::json& parameters) const override {
        return "A ring of radius " + parameters["minDistance"].dump() + ".";
    }
    std::vector<std::string> axisLabels(int) const override { return {"east", "north"}; }
};

TEST_F(MapWorkflow, AMethodAddedToTheListIsMadeWatchedContinuedPlacedOnAndDrawn) {
    put(0, kImages - 5);
    if (mapMethod("ring") == nullptr) addMapMethod(std::make_unique<RingMethod>());
    MapOptions options;
    options.method = "ring";
    options.minDistance = 3;
    options.iterations = 400;
    options.name = "r";
    int frames = 0;
    MapControl control;
    const auto map = storeMap(
        *project, options, {}, [&](const MapMoment& m) { frames += m.last == 400 ? 1 : 0; }, &control);
    ASSERT_TRUE(map) << map.error().message;
    EXPECT_EQ(map->method, "ring");
    EXPECT_GT(frames, 0);
    EXPECT_EQ(readMapOptions(*map)->iterations, 400) << "enough to make it again";
    const auto again = storeMap(*project, *readMapOptions(*map), {});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->coordinates.topRows(kImages - 5), map->coordinates.topRows(kImages - 5)) << "the rest has no feature";

    options.startFrom = "r";
    options.name = "continued";
    const auto continued = storeMap(*project, options, {});
    ASSERT_TRUE(continued) << continued.error().message;
    EXPECT_EQ(parameters(*continued)["iterations"], 1);
    options.method = "tsne";
    EXPECT_NE(storeMap(*project, options, {}).error().message.find("another method"), std::string::npos);

    put(kImages - 5, kImages);
    const auto placed = placeImages(*project, {.map = "r"}, {});
    ASSERT_TRUE(placed) << placed.error().message;
    EXPECT_EQ(placed->placed, 5);
    EXPECT_TRUE(placed->map.coordinates.allFinite());

    const auto snapshot = loadSnapshot(*project);
    ASSERT_TRUE(snapshot);
    MapRequest request;
    request.name = "r";
    const auto drawn = mapFigureData(**snapshot, buildDataTable(**snapshot), request);
    ASSERT_TRUE(drawn) << drawn.error().message;
    EXPECT_EQ(drawn->scaleNote, "A ring of radius 3.0.");
    EXPECT_EQ(drawn->axisLabels, (std::vector<std::string>{"east", "north"}));
    EXPECT_NE(mapMethodNamed("isomap").error().message.find("ring"), std::string::npos) << "what there is";
}

TEST_F(MapWorkflow, AMapOfAnUnknownMethodIsNotTakenForTsne) {
    put(0, kImages);
    MapOptions options;
    options.method = "pca";
    auto map = storeMap(*project, options, {});
    ASSERT_TRUE(map) << map.error().message;
    map->method = "of tomorrow";
    map->name = "other";
    ASSERT_TRUE(project->putMap(*map));
    const auto snapshot = loadSnapshot(*project);
    MapRequest request;
    request.name = "other";
    const auto drawn = mapFigureData(**snapshot, buildDataTable(**snapshot), request);
    ASSERT_TRUE(drawn) << drawn.error().message;
    EXPECT_TRUE(drawn->scaleNote.empty());
    EXPECT_TRUE(drawn->axisLabels.empty());
}

TEST(FollowUp, OfAnExtractionAreTheFirstMapsThenPredictionsUnlessTheyAreThere) {
    NetworkRecord network;
    network.id = NetworkId{3};
    network.name = "net";
    const FollowUp all = planFollowUp(network, {}, {});
    ASSERT_EQ(all.maps.size(), firstMapMethods().size());
    EXPECT_EQ(all.maps.front().method, firstMapMethods().front()->name);
    EXPECT_EQ(all.maps.front().network, "net");
    ASSERT_TRUE(all.predictions);
    EXPECT_EQ(all.predictions->network, "net");
    std::vector<MapRecord> maps(2);
    maps[0].network = network.id;
    maps[1].network = NetworkId{4};  // of another network
    for (MapRecord& map : maps) map.method = all.maps.front().method;
    std::vector<PredictionRecord> predictions(1);
    predictions[0].network = network.id;
    const FollowUp rest = planFollowUp(network, std::span(maps).first(1), predictions);
    EXPECT_EQ(rest.maps.size(), all.maps.size() - 1);
    EXPECT_FALSE(rest.predictions);
    EXPECT_EQ(planFollowUp(network, std::span(maps).last(1), {}).maps.size(), all.maps.size());
    const FollowUp again = planFollowUp(network, maps, predictions, true);
    EXPECT_EQ(again.maps.size(), all.maps.size());
    EXPECT_TRUE(again.predictions);
}

TEST(MapMethods, SayWhatTheyAreToWhoeverAsks) {
    std::vector<std::string> first;
    for (const MapMethod* method : firstMapMethods()) first.push_back(method->name);
    EXPECT_EQ(first, (std::vector<std::string>{"pca", "tsne"}));
    EXPECT_EQ(mapMethods().front()->name, MapOptions().method) << "the default first";
    const MapMethod* tsne = mapMethod("tsne");
    EXPECT_TRUE(tsne->steerable && tsne->continues && tsne->random && tsne->iterates);
    EXPECT_FALSE(mapMethod("pca")->iterates || mapMethod("pca")->random);
    EXPECT_EQ(mapMethod("isomap"), nullptr);
    MapSettings settings;
    for (const MapField& field : tsne->fields) {
        if (std::string(field.option) == "--perplexity") {
            EXPECT_EQ(tsne->standsFor(field, settings, 1000), "30");
        }
    }
    settings.perplexities = {120};
    EXPECT_NE(tsne->advice(settings, 301).find("at most 100"), std::string::npos);
    // Every field is a number in its range, or one of its choices, where it is left alone.
    for (const MapMethod* method : mapMethods())
        for (const MapField& field : method->fields) {
            if (method->name == "ring") continue;
            const MapSettings defaults;
            if (const auto* count = std::get_if<int MapSettings::*>(&field.member)) {
                EXPECT_GE(defaults.**count, field.low) << field.option;
                EXPECT_LE(defaults.**count, field.high) << field.option;
            } else if (const auto* number = std::get_if<double MapSettings::*>(&field.member)) {
                EXPECT_GE(defaults.**number, field.low) << field.option;
                EXPECT_LE(defaults.**number, field.high) << field.option;
            } else if (const auto* text = std::get_if<std::string MapSettings::*>(&field.member)) {
                EXPECT_TRUE(std::ranges::any_of(field.choices, [&](const auto& c) { return c.first == defaults.**text; }))
                    << field.option;
            }
        }
}

TEST_F(MapWorkflow, WrongWordsAreToldInOneSentence) {
    put(0, kImages);
    const auto message = [&](auto change) {
        MapOptions options;
        change(options);
        const auto map = storeMap(*project, options, {});
        EXPECT_FALSE(map);
        return map ? std::string() : map.error().message.english();
    };
    EXPECT_NE(message([](MapOptions& o) { o.method = "isomap"; }).find("isomap"), std::string::npos);
    EXPECT_NE(message([](MapOptions& o) { o.metric = "manhattan"; }).find("manhattan"), std::string::npos);
    EXPECT_NE(message([](MapOptions& o) { o.preset = "best"; }).find("belkina-2019"), std::string::npos);
    EXPECT_NE(message([](MapOptions& o) { o.perplexities = {30, 0.5}; }).find("perplexity"), std::string::npos);
    EXPECT_NE(message([](MapOptions& o) { o.startFrom = "nothing"; }).find("no map"), std::string::npos);
    EXPECT_NE(message([](MapOptions& o) { o.method = "umap", o.startFrom = "x"; }).find("UMAP"), std::string::npos);
}

TEST_F(MapWorkflow, APerplexityTooHighIsLoweredAndSaidSo) {
    put(0, kImages);
    MapOptions options;
    options.perplexities = {500};
    options.iterations = 20;
    const auto map = storeMap(*project, options, {});
    ASSERT_TRUE(map) << map.error().message;
    EXPECT_NEAR(parameters(*map)["effectivePerplexity"].get<double>(), (kImages - 1) / 3.0, 1e-9);
    EXPECT_NE(parameters(*map)["note"].get<std::string>().find("500"), std::string::npos);
}

TEST_F(MapWorkflow, PausedAndWatchedItIsTheSameMap) {
    put(0, kImages);
    MapOptions options;
    options.iterations = 300;
    const auto plain = storeMap(*project, options, {});
    ASSERT_TRUE(plain);
    MapControl control;
    int first = -1;
    int paused = 0;
    std::thread waker;
    const MapObserver watch = [&](const MapMoment& moment) {
        if (first < 0) first = moment.iteration;
        EXPECT_EQ(moment.last, 300);
        EXPECT_EQ(moment.coordinates.rows(), kImages);
        if (moment.iteration == 0 || paused++ > 0) return;
        control.pause(true);
        waker = std::thread([&control] {
            std::this_thread::sleep_for(std::chrono::milliseconds(80));
            control.pause(false);
        });
    };
    const auto watched = storeMap(*project, options, {}, watch, &control);
    if (waker.joinable()) waker.join();
    ASSERT_TRUE(watched) << watched.error().message;
    EXPECT_EQ(first, 0);
    EXPECT_EQ(watched->coordinates, plain->coordinates);
}

TEST_F(MapWorkflow, CancelledWhilePausedItStops) {
    put(0, kImages);
    MapControl control;
    control.pause(true);
    JobContext job;
    std::thread stopper([&job] {
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        job.cancel.cancel();
    });
    const auto map = storeMap(*project, {}, job, {}, &control);
    stopper.join();
    ASSERT_FALSE(map);
    EXPECT_EQ(map.error().code, ErrorCode::kCancelled);
    EXPECT_TRUE(project->maps()->empty());
}

TEST_F(MapWorkflow, ExaggerationChangesAndTheEndCanBeAskedForWhileItRuns) {
    put(0, kImages);
    MapControl control;
    control.setExaggeration(3);
    MapOptions options;
    options.iterations = 1000000;
    double seen = 0;
    const auto map = storeMap(
        *project, options, {},
        [&](const MapMoment& moment) {
            if (moment.iteration == 0) return;
            seen = moment.exaggeration;
            control.finish();
        },
        &control);
    ASSERT_TRUE(map) << map.error().message;
    EXPECT_EQ(seen, 3);
    EXPECT_LT(parameters(*map)["iterations"].get<int>(), 1000000);
    EXPECT_EQ(parameters(*map)["exaggerationChanges"][0][1].get<double>(), 3);
}

TEST_F(MapWorkflow, NewImagesArePlacedWithoutMovingTheOthers) {
    put(0, kImages - 30);
    for (const char* method : {"pca", "tsne"}) {
        MapOptions options;
        options.method = method;
        options.name = method;
        ASSERT_TRUE(storeMap(*project, options, {}));
    }
    put(kImages - 30, kImages);
    for (const char* method : {"pca", "tsne"}) {
        PlaceOptions place;
        place.map = method;
        const auto maps = project->maps();
        const MapRecord before = maps->at(method == std::string("pca") ? 0 : 1);
        EXPECT_FALSE(before.coordinates.allFinite());
        const auto report = placeImages(*project, place, {});
        ASSERT_TRUE(report) << report.error().message;
        EXPECT_EQ(report->placed, 30);
        EXPECT_TRUE(report->map.coordinates.allFinite());
        EXPECT_EQ(report->map.coordinates.topRows(kImages - 30), before.coordinates.topRows(kImages - 30));
        EXPECT_EQ(report->map.id, before.id);
    }
    PlaceOptions again;
    again.map = "tsne";
    EXPECT_EQ(placeImages(*project, again, {})->placed, 0);
    again.map = "none";
    EXPECT_NE(placeImages(*project, again, {}).error().message.find("“tsne”"), std::string::npos);
}

TEST_F(MapWorkflow, AWarmStartGoesOnFromTheEarlierMap) {
    put(0, kImages - 30);
    MapOptions options;
    options.name = "first";
    options.perplexities = {10};
    const auto first = storeMap(*project, options, {});
    ASSERT_TRUE(first);
    put(kImages - 30, kImages);
    options.name = "second";
    options.startFrom = "first";
    const auto second = storeMap(*project, options, {});
    ASSERT_TRUE(second) << second.error().message;
    ASSERT_TRUE(second->coordinates.allFinite());
    EXPECT_LT(parameters(*second)["iterations"].get<int>(), parameters(*first)["iterations"].get<int>());
    // It is still the same picture.
    double moved = 0;
    for (Eigen::Index i = 0; i < kImages - 30; ++i)
        moved += static_cast<double>((second->coordinates.row(i) - first->coordinates.row(i)).norm());
    const double radius = static_cast<double>(second->coordinates.norm()) / std::sqrt(kImages);
    EXPECT_LT(moved / (kImages - 30), 0.4 * radius);
    options.dims = 3;
    EXPECT_NE(storeMap(*project, options, {}).error().message.find("dimensions"), std::string::npos);
}

TEST_F(MapWorkflow, TrustIsMeasuredKeptAndAColumn) {
    put(0, kImages - 1);  // one image has no feature
    MapOptions options;
    options.perplexities = {10};
    options.iterations = 250;
    const auto map = storeMap(*project, options, {});
    ASSERT_TRUE(map);
    TrustOptions trust;
    trust.columnNeighbours = 10;
    trust.seeds = 2;
    const auto report = storeTrust(*project, trust, {});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->images, kImages - 1);
    EXPECT_EQ(report->neighbours, (std::vector<int>{5, 10, 20, 30, 50, 100}));
    EXPECT_NEAR(report->klDivergence, parameters(*map)["kl"].get<double>(), 2e-3);
    EXPECT_GT(report->trustworthiness[1], 0.9);
    EXPECT_GT(report->preservation[1], 5 * report->byChance[1]);
    ASSERT_EQ(report->seeds.size(), 2U);
    EXPECT_EQ(report->seeds[1].seed, 3U);
    EXPECT_GT(report->seeds[0].agreement, 0.3);
    EXPECT_NEAR(report->seeds[0].klDivergence, report->klDivergence, 0.2 * report->klDivergence);

    const auto snapshot = loadSnapshot(*project);
    ASSERT_TRUE(snapshot);
    const DataTable table = buildDataTable(**snapshot);
    const Column* column = table.find("preserved[tsne 2-D net]");
    ASSERT_NE(column, nullptr);
    EXPECT_TRUE(std::isnan(column->numbers.back()));
    double mean = 0;
    for (int i = 0; i < kImages - 1; ++i) mean += column->numbers[static_cast<std::size_t>(i)];
    EXPECT_NEAR(mean / (kImages - 1), report->preservation[1], 1e-5);

    const auto kept = trustFromJson((*snapshot)->trust.at(0).reportJson);
    ASSERT_TRUE(kept) << kept.error().message;
    EXPECT_EQ(kept->trustworthiness, report->trustworthiness);
    EXPECT_EQ(kept->seeds[1].agreement, report->seeds[1].agreement);
    const std::string csv = trustAsCsv({*kept});
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 7);
    EXPECT_NE(trustSeedsAsCsv({*kept}).find("\"tsne 2-D net\",3,10,"), std::string::npos);
    EXPECT_FALSE(trustFromJson("{}"));

    // A map that changes is not what was measured.
    options.seed = 9;
    ASSERT_TRUE(storeMap(*project, options, {}));
    EXPECT_TRUE(project->trust()->empty());
}

TEST_F(MapWorkflow, AMapOfUnknownMakingCanBeMeasuredButNotMadeAgain) {
    put(0, kImages);
    MapRecord map;
    map.network = networkId;
    map.name = "from elsewhere";
    map.method = "pca";
    map.coordinates = faces.features.leftCols(2);
    ASSERT_TRUE(project->putMap(map));
    EXPECT_TRUE(storeTrust(*project, {}, {}));
    TrustOptions seeds;
    seeds.seeds = 1;
    EXPECT_EQ(storeTrust(*project, seeds, {}).error().code, ErrorCode::kFormat);
}

TEST_F(MapWorkflow, TrustOfFewImagesAndWrongNames) {
    put(0, 6);
    MapOptions options;
    options.method = "pca";
    ASSERT_TRUE(storeMap(*project, options, {}));
    const auto few = storeTrust(*project, {}, {});
    ASSERT_TRUE(few) << few.error().message;
    EXPECT_EQ(few->neighbours, std::vector<int>{2});
    TrustOptions other;
    other.map = "none";
    EXPECT_EQ(storeTrust(*project, other, {}).error().code, ErrorCode::kNotFound);
    options.name = "second";
    ASSERT_TRUE(storeMap(*project, options, {}));
    EXPECT_EQ(storeTrust(*project, {}, {}).error().code, ErrorCode::kInvalid);
    other.map = "second";
    other.neighbours = {3};
    EXPECT_EQ(storeTrust(*project, other, {}).error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace facespace
