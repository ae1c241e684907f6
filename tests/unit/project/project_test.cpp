#include "core/project/project.h"

#include <array>
#include <cmath>

#include "core/project/data_table.h"
#include "core/project/snapshot.h"
#include "tests/unit/project/project_fixture.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using test::must;
using test::ProjectTest;

TEST_F(ProjectTest, DetectedFacesServeImagesWithoutLandmarksOfTheirOwn) {
    auto project = Project::create(file).value();
    ImageSet set = makeSet(dir, 3);
    Landmarks own{};
    own[0] = {1, 2};
    set.images[1].landmarks = own;
    ASSERT_TRUE(project.addImages(set));
    const auto ids = project.imageIds().value();
    DetectedFaceRecord face{{}, FaceBox{1.5F, 2, 30, 40}, {}, 0.9F};
    face.landmarks.emplace();
    for (std::size_t i = 0; i < 5; ++i) (*face.landmarks)[i] = {static_cast<float>(i), 0.1F};
    for (const int i : {0, 1}) {
        face.image = ids[static_cast<std::size_t>(i)];
        ASSERT_TRUE(project.putDetectedFaces({&face, 1}));
    }
    auto later = face;
    later.image = ids[0];
    later.box.x = 99;
    ASSERT_TRUE(project.putDetectedFaces({&later, 1}));

    const auto images = project.images().value().images;
    EXPECT_TRUE(images[0].detected);
    EXPECT_EQ(images[0].box, face.box) << "the first face found stays";
    EXPECT_EQ(images[0].landmarks, face.landmarks);
    EXPECT_FALSE(images[1].detected);
    EXPECT_EQ(images[1].landmarks, own);
    EXPECT_FALSE(images[2].landmarks.has_value());
}

TEST_F(ProjectTest, PosesOfLandmarksAreKeptOnceAndNoneIsKeptToo) {
    auto project = Project::create(file).value();
    ImageSet set = makeSet(dir, 4);
    set.images[0].landmarks = set.images[1].landmarks = Landmarks{};
    ASSERT_TRUE(project.addImages(set));
    const auto ids = project.imageIds().value();
    EXPECT_EQ(project.imagesWithoutPose().value(), (std::vector<ImageId>{ids[0], ids[1]}));
    const std::array<DetectedFaceRecord, 2> faces{DetectedFaceRecord{ids[2], {1, 2, 30, 40}, Landmarks{}, 0.9F},
                                                  DetectedFaceRecord{ids[3], {1, 2, 30, 40}, std::nullopt, 0.75F}};
    ASSERT_TRUE(project.putDetectedFaces(faces));
    EXPECT_EQ(project.imagesWithoutPose().value(), (std::vector<ImageId>{ids[0], ids[1], ids[2]})) << "boxes have no pose";

    const std::array<LandmarkPoseRecord, 2> poses{LandmarkPoseRecord{ids[0], -30.5, 4.25}, LandmarkPoseRecord{ids[1]}};
    ASSERT_TRUE(project.putLandmarkPoses(poses));
    const LandmarkPoseRecord again{ids[0], 1, 1};
    ASSERT_TRUE(project.putLandmarkPoses({&again, 1}));
    EXPECT_EQ(project.imagesWithoutPose().value(), (std::vector<ImageId>{ids[2]}));
    const auto images = project.images().value().images;
    EXPECT_EQ(images[0].landmarkYawDeg, -30.5F);
    EXPECT_EQ(images[0].landmarkRollDeg, 4.25F);
    EXPECT_FALSE(images[1].landmarkYawDeg) << "no pose fits";
    EXPECT_EQ(images[2].detectorScore, 0.9F);
    EXPECT_EQ(images[3].detectorScore, 0.75F);
    EXPECT_FALSE(images[0].detectorScore) << "of the manifest";
}

TEST_F(ProjectTest, ADetectorMayGiveBoxesOnly) {
    auto project = Project::create(file).value();
    ImageSet set = makeSet(dir, 2);
    set.images[1].box = FaceBox{5, 6, 7, 8};
    ASSERT_TRUE(project.addImages(set));
    const std::vector<ImageId> ids = project.imageIds().value();
    for (const ImageId id : ids) {
        const DetectedFaceRecord face{id, {1.5F, 2, 30, 40}, std::nullopt, 0.9F};
        ASSERT_TRUE(project.putDetectedFaces({&face, 1}));
    }
    const auto images = project.images().value().images;
    EXPECT_TRUE(images[0].detected);
    EXPECT_EQ(images[0].box, (FaceBox{1.5F, 2, 30, 40}));
    EXPECT_FALSE(images[0].landmarks);
    EXPECT_FALSE(images[1].detected) << "its own box stands";
    EXPECT_EQ(images[1].box, (FaceBox{5, 6, 7, 8}));
}

TEST_F(ProjectTest, OneFileMayHoldSeveralFacesToldApartByTheirBoxes) {
    auto project = Project::create(file).value();
    ImageSet set = makeSet(dir, 2);
    set.images[1].path = set.images[0].path;
    set.images[0].box = FaceBox{1, 2, 30, 40};
    set.images[1].box = FaceBox{50, 2, 30, 40};
    ASSERT_TRUE(project.addImages(set));
    EXPECT_EQ(project.images().value().images, set.images);
    set.images.pop_back();
    EXPECT_EQ(project.addImages(set).error().code, ErrorCode::kExists);
}

TEST_F(ProjectTest, ImagesReadBackAsTheyWere) {
    ImageSet set = makeSet(dir / "images", 3);
    set.metadataColumns = {"age", "camera"};
    set.images[0].path = "dir with space/\xff\xfe \"quoted\" é.jpg";  // not UTF-8
    set.images[0].yawDeg = 0.1;
    set.images[0].pitchDeg = -89.999999999;
    set.images[0].media = Media::kVideo;
    set.images[0].video = "v1";
    set.images[0].box = FaceBox{1.5F, -2, 100.1F, 200};
    set.images[0].landmarks = Landmarks{Point2{1, 2}, {3.3F, 4}, {5, 6}, {7, 8}, {9, 10.7F}};
    set.images[0].metadata = {"31", ""};
    set.images[1].rollDeg = 0;
    set.images[1].metadata = {"", "Nikon, \"D90\""};
    set.images[2].metadata = {"", ""};
    {
        Project project = must(Project::create(file));
        must(project.addImages(set));
    }
    const Project project = must(Project::open(file));
    const ImageSet read = must(project.images());
    EXPECT_EQ(read.images, set.images);
    EXPECT_EQ(read.metadataColumns, set.metadataColumns);
    EXPECT_EQ(read.root, set.root);
    EXPECT_EQ(must(project.imageIds()).size(), 3U);
    EXPECT_EQ(must(project.imageCount()), 3);
}

TEST_F(ProjectTest, MoreImagesComeAfterWithOtherMetadata) {
    Project project = must(Project::create(file));
    ImageSet first = makeSet(dir / "images", 2);
    first.metadataColumns = {"a"};
    first.images[0].metadata = {"1"};
    first.images[1].metadata = {"2"};
    must(project.addImages(first));
    ImageSet second = makeSet(dir / "images" / "more", 2);
    second.metadataColumns = {"b", "a"};
    second.images[0].metadata = {"x", "3"};
    second.images[1].metadata = {"y", ""};
    must(project.addImages(second));
    const ImageSet read = must(project.images());
    ASSERT_EQ(read.images.size(), 4U);
    EXPECT_EQ(read.metadataColumns, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(read.images[2].path, "more/img0.jpg");
    EXPECT_EQ(read.images[1].metadata, (std::vector<std::string>{"2", ""}));
    EXPECT_EQ(read.images[2].metadata, (std::vector<std::string>{"3", "x"}));
    EXPECT_EQ(read.images[3].metadata, (std::vector<std::string>{"", "y"}));
}

TEST_F(ProjectTest, ColumnsAreAddedAndReplacedAsAWhole) {
    auto project = Project::create(file).value();
    ASSERT_TRUE(project.addImages(makeSet(dir, 3)));
    const auto ids = project.imageIds().value();
    const std::vector<Project::ColumnRow> rows{{ids[0], {"1.5", "red"}}, {ids[2], {"", "blue"}}};
    ASSERT_TRUE(project.putColumns({"quality", "hat"}, rows, false));
    auto set = project.images().value();
    EXPECT_EQ(set.metadataColumns, (std::vector<std::string>{"quality", "hat"}));
    EXPECT_EQ(set.images[0].metadata, (std::vector<std::string>{"1.5", "red"}));
    EXPECT_EQ(set.images[1].metadata, (std::vector<std::string>{"", ""}));
    EXPECT_EQ(set.images[2].metadata, (std::vector<std::string>{"", "blue"}));
    const std::vector<Project::ColumnRow> other{{ids[1], {"2"}}};
    EXPECT_EQ(project.putColumns({"quality"}, other, false).error().code, ErrorCode::kExists);
    ASSERT_TRUE(project.putColumns({"quality"}, other, true));
    set = project.images().value();
    EXPECT_EQ(set.images[0].metadata, (std::vector<std::string>{"", "red"}));
    EXPECT_EQ(set.images[1].metadata, (std::vector<std::string>{"2", ""}));
    EXPECT_EQ(project.putColumns({"a", "a"}, {}, false).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(project.putColumns({"a", "b"}, other, false).error().code, ErrorCode::kInvalid);
    const std::vector<Project::ColumnRow> gone{{ImageId{999}, {"2"}}};
    EXPECT_EQ(project.putColumns({"a"}, gone, false).error().code, ErrorCode::kNotFound);
    EXPECT_EQ(project.images()->metadataColumns.size(), 2U) << "nothing of a call that failed stays";
}

TEST_F(ProjectTest, APathTwiceAddsNothing) {
    Project project = must(Project::create(file));
    must(project.addImages(makeSet(dir, 2)));
    ImageSet again = makeSet(dir, 1, "new");
    again.images.push_back(makeSet(dir, 1).images[0]);
    const auto result = project.addImages(again);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kExists);
    EXPECT_NE(result.error().message.find("“img0.jpg”"), std::string::npos) << result.error().message;
    EXPECT_EQ(must(project.imageCount()), 2);
}

TEST_F(ProjectTest, ImagesOfAnotherFolderAreRefused) {
    Project project = must(Project::create(file));
    must(project.addImages(makeSet(dir / "one", 2)));
    const auto result = project.addImages(makeSet(dir / "two", 2, "x"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kInvalid);
    EXPECT_FALSE(project.addImages(makeSet({}, 2, "y")));
}

TEST_F(ProjectTest, CancelledAddingLeavesNothing) {
    Project project = must(Project::create(file));
    JobContext job;
    job.report = [&](const Progress& progress) {
        if (progress.done > 1000) job.cancel.cancel();
    };
    const auto result = project.addImages(makeSet(dir, 5000), job);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kCancelled);
    EXPECT_EQ(must(project.imageCount()), 0);
    EXPECT_EQ(must(project.imageRoot()), "");
    must(project.addImages(makeSet(dir, 2)));  // the object is usable
}

TEST_F(ProjectTest, FeaturesReadBackBitByBitWithNanWhereThereIsNone) {
    Project project = must(Project::create(file));
    must(project.addImages(makeSet(dir, 4)));
    const auto ids = must(project.imageIds());
    const NetworkId network = must(project.addNetwork(makeNetwork("A", 3)));
    const std::vector<float> odd{-0.0F, 1e-42F, std::numeric_limits<float>::infinity()};
    const Project::FeatureRow row{ids[2], odd};
    const SkipRecord skip{ids[1], "No face was found."};
    must(project.putFeatures(network, {&row, 1}, {&skip, 1}));
    FeatureMatrix features = must(project.features(network));
    ASSERT_EQ(features.rows(), 4);
    ASSERT_EQ(features.cols(), 3);
    EXPECT_EQ(std::memcmp(features.row(2).data(), odd.data(), 12), 0);
    EXPECT_TRUE(std::isnan(features(0, 0)) && std::isnan(features(1, 2)) && std::isnan(features(3, 1)));
    EXPECT_EQ(must(project.pendingImages(network)), (std::vector<ImageId>{ids[0], ids[3]}));
    EXPECT_EQ(must(project.featureCount(network)), 1);
    ASSERT_EQ(must(project.skipped(network)).size(), 1U);

    // A feature replaces a reason and the other way round.
    must(putOne(project, network, ids[1], 3));
    const SkipRecord now{ids[2], "damaged"};
    must(project.putFeatures(network, {}, {&now, 1}));
    features = must(project.features(network));
    EXPECT_EQ(features(1, 0), featureOf(ids[1], 3)[0]);
    EXPECT_TRUE(std::isnan(features(2, 0)));
    EXPECT_EQ(must(project.skipped(network))[0].reason, "damaged");
    must(project.clearSkipped(network));
    EXPECT_EQ(must(project.pendingImages(network)), (std::vector<ImageId>{ids[0], ids[2], ids[3]}));
}

TEST_F(ProjectTest, ABatchIsAllOrNothing) {
    Project project = must(Project::create(file));
    must(project.addImages(makeSet(dir, 2)));
    const auto ids = must(project.imageIds());
    const NetworkId network = must(project.addNetwork(makeNetwork("A", 3)));
    const auto good = featureOf(ids[0], 3), bad = featureOf(ids[1], 4);
    const std::array rows{Project::FeatureRow{ids[0], good}, Project::FeatureRow{ids[1], bad}};
    EXPECT_EQ(project.putFeatures(network, rows, {}).error().code, ErrorCode::kInvalid);
    EXPECT_EQ(must(project.featureCount(network)), 0);
    const std::array unknown{Project::FeatureRow{ids[0], good}, Project::FeatureRow{{99}, good}};
    EXPECT_EQ(project.putFeatures(network, unknown, {}).error().code, ErrorCode::kNotFound);
    EXPECT_EQ(project.putFeatures({7}, {rows.data(), 1}, {}).error().code, ErrorCode::kNotFound);
    EXPECT_EQ(must(project.featureCount(network)), 0);
}

TEST_F(ProjectTest, ANameStandsForOneNetworkWithOneSetting) {
    Project project = must(Project::create(file));
    const NetworkRecord a = makeNetwork("A", 3);
    const NetworkId id = must(project.addNetwork(a));
    EXPECT_EQ(must(project.addNetwork(a)), id);
    NetworkRecord other = a;
    other.sha256 = "b";
    auto refused = project.addNetwork(other);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kExists);
    EXPECT_NE(refused.error().message.find("other weights"), std::string::npos);
    other = a;
    other.settingsJson = "{}";
    refused = project.addNetwork(other);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("settings"), std::string::npos);
    const auto networks = must(project.networks());
    ASSERT_EQ(networks.size(), 1U);
    EXPECT_EQ(networks[0].settingsJson, a.settingsJson);
    EXPECT_EQ(must(Project::open(file, Project::Mode::kReadOnly).and_then([&](Project p) { return p.addNetwork(a); })), id);
    NetworkRecord none = makeNetwork("none", 0);
    EXPECT_EQ(project.addNetwork(none).error().code, ErrorCode::kInvalid);
}

TEST_F(ProjectTest, RemovingANetworkTakesWhatIsItsAlongAndItsIdIsNotUsedAgain) {
    Project project = must(Project::create(file));
    must(project.addImages(makeSet(dir, 2)));
    const NetworkId a = must(project.addNetwork(makeNetwork("A", 3)));
    const NetworkId b = must(project.addNetwork(makeNetwork("B", 3)));
    const auto ids = must(project.imageIds());
    must(putOne(project, a, ids[0], 3));
    must(putOne(project, b, ids[0], 3));
    MapRecord map;
    map.network = b;
    map.name = "m";
    map.coordinates = Embedding::Zero(2, 2);
    must(project.putMap(map));
    must(project.putPrediction({b, "yaw", "deg", "manifest", "{}", "", {1, 2}, {1, 2}}));
    must(project.removeNetwork(b));
    EXPECT_TRUE(must(project.maps()).empty());
    EXPECT_TRUE(must(project.predictions()).empty());
    EXPECT_EQ(must(project.featureCount(a)), 1);
    EXPECT_EQ(project.removeNetwork(b).error().code, ErrorCode::kNotFound);
    EXPECT_NE(must(project.addNetwork(makeNetwork("C", 3))), b);
}

TEST_F(ProjectTest, MapsAndPredictionsReadBackAndGrowWithNan) {
    Project project = must(Project::create(file));
    must(project.addImages(makeSet(dir, 2)));
    const NetworkId network = must(project.addNetwork(makeNetwork("A", 3)));
    MapRecord map;
    map.network = network;
    map.name = "tsne 2-D A";
    map.method = "tsne";
    map.parametersJson = R"({"seed":1})";
    map.createdUtc = "2024-01-02T03:04:05Z";
    map.coordinates = Embedding(2, 2);
    map.coordinates << 1, 2, 3, std::nanf("");
    const MapId id = must(project.putMap(map));
    map.coordinates(0, 0) = 7;
    EXPECT_EQ(must(project.putMap(map)), id);
    must(project.putPrediction({network, "yaw", "deg", "manifest", "{}", "{\"w\":1}", {1, 2}, {0, std::nanf("")}}));
    must(project.putPrediction({network, "yaw", "deg", Phrase("manifest"), "{}", "{\"w\":2}", {3, 4}, {0, std::nanf("")}}));
    must(project.addImages(makeSet(dir, 1, "later")));
    const auto maps = must(project.maps());
    ASSERT_EQ(maps.size(), 1U);
    EXPECT_EQ(maps[0].name, map.name);
    EXPECT_EQ(maps[0].network, network);
    EXPECT_EQ(maps[0].createdUtc, map.createdUtc);
    ASSERT_EQ(maps[0].coordinates.rows(), 3);
    EXPECT_EQ(maps[0].coordinates(0, 0), 7);
    EXPECT_TRUE(std::isnan(maps[0].coordinates(1, 1)) && std::isnan(maps[0].coordinates(2, 0)));
    const auto predictions = must(project.predictions());
    ASSERT_EQ(predictions.size(), 1U);
    EXPECT_EQ(predictions[0].predictorJson, "{\"w\":2}");
    EXPECT_EQ(predictions[0].labelSource.english(), "manifest") << "words come back as they were said";
    ASSERT_EQ(predictions[0].values.size(), 3U);
    EXPECT_EQ(predictions[0].values[1], 4);
    EXPECT_TRUE(std::isnan(predictions[0].labels[1]) && std::isnan(predictions[0].values[2]));
    map.coordinates = Embedding::Zero(2, 2);
    EXPECT_EQ(project.putMap(map).error().code, ErrorCode::kInvalid);
    must(project.removeMap(id));
    EXPECT_TRUE(must(project.maps()).empty());
}

TEST_F(ProjectTest, ColumnsOfMetadataAreAddedReplacedAndTakenAway) {
    Project project = must(Project::create(file));
    ImageSet set = makeSet(dir, 3);
    set.metadataColumns = {"age"};
    for (ImageRecord& image : set.images) image.metadata = {"30"};
    must(project.addImages(set));
    const auto ids = must(project.imageIds());
    const std::vector<std::string> columns{"place", "age"};
    must(project.putMetadata(
        columns, std::array{Project::MetadataRow{ids[0], {"Rome", ""}}, Project::MetadataRow{ids[2], {"Oslo", "31"}}}));
    auto now = must(project.images());
    EXPECT_EQ(now.metadataColumns, (std::vector<std::string>{"age", "place"}));
    EXPECT_EQ(now.images[0].metadata, (std::vector<std::string>{"", "Rome"}));
    EXPECT_EQ(now.images[1].metadata, (std::vector<std::string>{"30", ""}));
    EXPECT_EQ(now.images[2].metadata, (std::vector<std::string>{"31", "Oslo"}));

    // All or nothing.
    const std::vector<std::string> added{"new"};
    EXPECT_EQ(
        project.putMetadata(added, std::array{Project::MetadataRow{ids[0], {"1"}}, Project::MetadataRow{ImageId{77}, {"2"}}})
            .error()
            .code,
        ErrorCode::kNotFound);
    EXPECT_EQ(project.putMetadata(added, std::array{Project::MetadataRow{ids[0], {"1", "2"}}}).error().code,
              ErrorCode::kInvalid);
    EXPECT_EQ(must(project.images()).metadataColumns.size(), 2U);
    EXPECT_EQ(project.removeMetadata(std::array<std::string, 2>{"age", "new"}).error().code, ErrorCode::kNotFound);
    EXPECT_EQ(must(project.images()).metadataColumns.size(), 2U);
    must(project.removeMetadata(std::array<std::string, 1>{"age"}));
    now = must(project.images());
    EXPECT_EQ(now.metadataColumns, (std::vector<std::string>{"place"}));
    EXPECT_EQ(now.images[2].metadata, (std::vector<std::string>{"Oslo"}));
}

TEST_F(ProjectTest, SelectionsTagsSettingsAndJobsReadBack) {
    Project project = must(Project::create(file));
    must(project.addImages(makeSet(dir, 3)));
    const auto ids = must(project.imageIds());
    must(project.putSelection({"", {ids[2], ids[0]}}));
    must(project.putSelection({"odd ones", {ids[1]}}));
    must(project.putSelection({"odd ones", {}}));
    ASSERT_EQ(must(project.selections()).size(), 2U);
    EXPECT_EQ(must(project.selections())[0].images, (std::vector<ImageId>{ids[2], ids[0]}));
    EXPECT_TRUE(must(project.selections())[1].images.empty());
    must(project.removeSelection("odd ones"));
    EXPECT_EQ(must(project.selections()).size(), 1U);

    must(project.setTag(ids, "check", true));
    must(project.setTag(ids, "check", true));
    must(project.setTag(std::array{ids[1]}, "check", false));
    ASSERT_EQ(must(project.tags()).size(), 2U);
    EXPECT_EQ(must(project.tags())[1].image, ids[2]);
    EXPECT_EQ(project.setTag(std::array{ImageId{77}}, "check", true).error().code, ErrorCode::kNotFound);

    must(project.putSetting("view/camera", "1 2 3"));
    must(project.putSetting("view/camera", "4 5 6"));
    EXPECT_EQ(must(project.settings()).at("view/camera"), "4 5 6");

    must(project.setNote(ids[1], "a twin?"));
    must(project.setNote(ids[2], "blurred"));
    must(project.setNote(ids[2], ""));
    ASSERT_EQ(must(project.notes()).size(), 1U);
    EXPECT_EQ(must(project.notes())[0].image, ids[1]);
    const auto snapshot = must(loadSnapshot(project));
    EXPECT_EQ(snapshot->notes, (std::vector<std::string>{"", "a twin?", ""}));
    EXPECT_EQ(snapshot->selections.size(), 1U);
    EXPECT_EQ(buildDataTable(*snapshot).find("note")->texts, snapshot->notes);

    const JobId job = must(project.beginJob("extract", "{\"batch\":16}"));
    EXPECT_EQ(must(project.jobs())[0].status, "running");
    must(project.endJob(job, "failed", "It broke."));
    const auto jobs = must(project.jobs());
    ASSERT_EQ(jobs.size(), 1U);
    EXPECT_EQ(jobs[0].status, "failed");
    EXPECT_EQ(jobs[0].message, "It broke.");
    EXPECT_EQ(jobs[0].finishedUtc.size(), 20U);
}

TEST_F(ProjectTest, TheProjectIsOneFileBetweenAndAfterChanges) {
    const auto files = [&] {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto& entry : fs::directory_iterator(dir)) ++count;
        return count;
    };
    {
        Project project = must(Project::create(file));
        must(project.addImages(makeSet(dir, 100)));
        EXPECT_EQ(files(), 1U);
        const Project second = must(Project::open(file));
        must(second.images());
        EXPECT_EQ(files(), 1U);
    }
    EXPECT_EQ(files(), 1U);
}

TEST_F(ProjectTest, ImagesAreFoundAfterProjectAndImagesMovedTogetherOrTheProjectAlone) {
    fs::create_directories(dir / "here" / "images");
    std::ofstream(dir / "here" / "images" / "img0.jpg") << "x";
    const fs::path original = dir / "here" / "p.facespace";
    {
        Project project = must(Project::create(original));
        must(project.addImages(makeSet(dir / "here" / "images", 2)));
    }
    fs::create_directories(dir / "elsewhere");
    fs::copy_file(original, dir / "elsewhere" / "p.facespace");
    EXPECT_EQ(must(must(Project::open(dir / "elsewhere" / "p.facespace")).imageRoot()), dir / "here" / "images");

    fs::rename(dir / "here", dir / "there");
    auto snapshot = must(loadSnapshot(must(Project::open(dir / "there" / "p.facespace"))));
    EXPECT_EQ(snapshot->images.root, dir / "there" / "images");
    EXPECT_EQ(snapshot->imageFile(1), dir / "there" / "images" / "img1.jpg");
    EXPECT_TRUE(imagesPresent(*snapshot));

    fs::rename(dir / "there" / "images", dir / "pictures");
    Project project = must(Project::open(dir / "there" / "p.facespace"));
    snapshot = must(loadSnapshot(project));
    EXPECT_FALSE(imagesPresent(*snapshot));
    EXPECT_FALSE(snapshot->images.root.empty());
    must(project.setImageRoot(dir / "pictures"));
    EXPECT_TRUE(imagesPresent(*must(loadSnapshot(project))));
}

TEST_F(ProjectTest, SnapshotsShareWhatDidNotChange) {
    Project project = must(Project::create(file));
    must(project.addImages(makeSet(dir, 3)));
    const auto ids = must(project.imageIds());
    const NetworkId a = must(project.addNetwork(makeNetwork("A", 2)));
    const NetworkId b = must(project.addNetwork(makeNetwork("B", 2)));
    const std::vector<float> threeFour{3, 4};
    const Project::FeatureRow row{ids[1], threeFour};
    must(project.putFeatures(a, {&row, 1}, {}));
    must(putOne(project, b, ids[0], 2));
    must(project.setTag(std::array{ids[2]}, "t", true));
    const auto first = must(loadSnapshot(project));
    EXPECT_FLOAT_EQ(first->featureSet(a)->distance[1], 5);
    EXPECT_TRUE(std::isnan(first->featureSet("A")->distance[0]));
    EXPECT_EQ(first->featureSet("A")->count, 1);
    EXPECT_EQ(first->featureSet("")->network.id, a);
    EXPECT_EQ(first->featureSet("none"), nullptr);
    EXPECT_EQ(first->tags[2], std::vector<std::string>{"t"});
    // The same number of features, but another value.
    must(project.putFeatures(b, std::array{Project::FeatureRow{ids[0], threeFour}}, {}));
    const auto second = must(loadSnapshot(project, first.get()));
    EXPECT_EQ(second->featureSets[0], first->featureSets[0]);
    EXPECT_NE(second->featureSets[1], first->featureSets[1]);
    EXPECT_FLOAT_EQ(second->featureSet(b)->distance[0], 5);
    must(project.addImages(makeSet(dir, 1, "more")));
    EXPECT_EQ(must(loadSnapshot(project, second.get()))->featureSet(a)->features.rows(), 4);
}

TEST_F(ProjectTest, CreatingDoesNotReplaceAFile) {
    std::ofstream(file) << "something";
    const auto result = Project::create(file);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kExists);
    EXPECT_EQ(fs::file_size(file), 9U);
    EXPECT_EQ(Project::create(dir / "no folder" / "x.facespace").error().code, ErrorCode::kNotFound);
}

TEST_F(ProjectTest, AStaleJournalBesideANewProjectIsNotPlayedBack) {
    { Project project = must(Project::create(file)); }
    std::ofstream(file.string() + "-journal") << std::string(4096, '\x01');
    fs::remove(file);
    Project project = must(Project::create(file));
    must(project.addImages(makeSet(dir, 3)));
    EXPECT_EQ(must(project.imageCount()), 3);
}

}  // namespace
}  // namespace facespace
