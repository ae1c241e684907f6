#include "core/workflow/shards.h"

#include <limits>

#include "core/workflow/merge_shards.h"
#include "core/workflow/store_measures.h"
#include "core/workflow/workflow.h"
#include "tests/unit/extraction/extraction_fixture.h"

using namespace facespace;
using namespace facespace::test;

namespace {

template <class T>
T got(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Shards : public ExtractionTest {
  protected:
    static ExtractSummary extract(Project& project, const std::string& network = "blocks", int batch = 4) {
        ExtractOptions options = extractOptions();
        options.batchSize = batch;
        return got(storeFeatures(project, descriptorOf(network, 48), options, {}));
    }
    static Project shard(const Project& whole, int number, int count) {
        return got(openShard(whole, {number, count}, shardFile(whole.file(), {number, count})));
    }
    static std::vector<fs::path> filesOf(const Project& whole, std::vector<int> numbers, int count) {
        std::vector<fs::path> files;
        for (const int number : numbers) files.push_back(shardFile(whole.file(), {number, count}));
        return files;
    }
    static void extractShards(const Project& whole, int count) {
        for (int number = 1; number <= count; ++number) {
            Project part = shard(whole, number, count);
            extract(part);
        }
    }
    static std::string refusal(Project& whole, const std::vector<fs::path>& files) {
        const std::string before = bytesOf(whole.file());
        const auto merged = mergeShards(whole, {files, false}, {});
        EXPECT_FALSE(merged);
        EXPECT_EQ(before, bytesOf(whole.file())) << "a refusal changes nothing";
        return merged ? std::string() : merged.error().message.english();
    }
    /// What is kept of images: features, reasons, faces, measures, metadata.
    static void expectSame(const Project& a, const Project& b) {
        const auto networksA = got(a.networks()), networksB = got(b.networks());
        ASSERT_EQ(networksA.size(), networksB.size());
        for (std::size_t n = 0; n < networksA.size(); ++n) {
            EXPECT_EQ(networksA[n].descriptorJson, networksB[n].descriptorJson);
            EXPECT_EQ(networksA[n].settingsJson, networksB[n].settingsJson);
            EXPECT_TRUE(sameBytes(got(a.features(networksA[n].id)), got(b.features(networksB[n].id))));
            const auto skippedA = got(a.skipped(networksA[n].id)), skippedB = got(b.skipped(networksB[n].id));
            ASSERT_EQ(skippedA.size(), skippedB.size());
            for (std::size_t i = 0; i < skippedA.size(); ++i) {
                EXPECT_EQ(skippedA[i].image, skippedB[i].image);
                EXPECT_EQ(skippedA[i].reason.stored(), skippedB[i].reason.stored());
            }
        }
        EXPECT_EQ(got(a.images()).images, got(b.images()).images);
        const auto measuresA = got(a.measures()), measuresB = got(b.measures());
        EXPECT_EQ(measuresA.settings, measuresB.settings);
        EXPECT_EQ(measuresA.reasons, measuresB.reasons);
        ASSERT_EQ(measuresA.values.size(), measuresB.values.size());
        for (std::size_t m = 0; m < measuresA.values.size(); ++m)
            EXPECT_EQ(std::memcmp(measuresA.values[m].data(), measuresB.values[m].data(),
                                  measuresA.values[m].size() * sizeof(double)),
                      0);
    }
};

TEST_F(Shards, MergedAreWhatOneMachineMakes) {
    set_.metadataColumns = {"place"};
    addNoise(9);
    add("missing.png");
    for (int i = 9; i < 23; ++i) addImage("image" + std::to_string(i) + ".png", noise(112, 112, static_cast<unsigned>(i)));
    for (auto& image : set_.images) image.metadata = {"studio"};
    Project one = makeProject("one.facespace"), many = makeProject("many.facespace");
    extract(one);
    got(storeMeasures(one, {}, {}));
    for (int number = 1; number <= 3; ++number) {
        Project part = shard(many, number, 3);
        extract(part);
        got(storeMeasures(part, {}, {}));
    }
    const auto report = got(mergeShards(many, {filesOf(many, {3, 1, 2}, 3), false}, {}));
    ASSERT_EQ(report.parts.size(), 2U);
    EXPECT_EQ(report.parts[0].merged, 23);
    EXPECT_EQ(report.parts[0].skipped, 1);
    EXPECT_EQ(report.parts[1].merged, 23);
    expectSame(one, many);
    EXPECT_EQ(got(batchOf(many, "blocks")), 4) << "the log says how they were made";

    const std::string before = bytesOf(many.file());
    const auto again = got(mergeShards(many, {filesOf(many, {1, 2, 3, 2}, 3), false}, {}));
    EXPECT_EQ(again.parts[0].merged + again.parts[0].skipped + again.parts[1].merged, 0);
    EXPECT_EQ(before, bytesOf(many.file())) << "merging again changes nothing";
}

TEST_F(Shards, GoOnFromWhereTheyWereAndCanBeMergedOneByOne) {
    addNoise(40);
    Project one = makeProject("one.facespace"), many = makeProject("many.facespace");
    extract(one, "slow");
    for (const int number : {2, 1}) {
        JobContext job;
        job.report = [&](const Progress& p) {
            if (p.done >= 8) job.cancel.cancel();
        };
        {
            Project part = shard(many, number, 2);
            const auto stopped = storeFeatures(part, descriptorOf("slow", 48), extractOptions(), job);
            ASSERT_FALSE(stopped);
        }
        EXPECT_NE(refusal(many, filesOf(many, {number}, 2)).find("not finished"), std::string::npos);
        const auto half = got(mergeShards(many, {filesOf(many, {number}, 2), true}, {}));
        EXPECT_GT(half.parts.at(0).merged, 0);
        EXPECT_FALSE(half.lacking.empty());
        Project part = shard(many, number, 2);
        const auto rest = extract(part, "slow");
        EXPECT_GT(rest.alreadyThere, 0);
        EXPECT_LT(rest.extracted, 20);
        const auto report = got(mergeShards(many, {filesOf(many, {number}, 2), true}, {}));
        EXPECT_EQ(report.lacking, number == 2 ? std::vector{1} : std::vector<int>()) << number;
    }
    expectSame(one, many);
    EXPECT_TRUE(mergeShards(many, {filesOf(many, {1}, 2), false}, {})) << "shard 2 is there, whatever became of its file";
}

TEST_F(Shards, ACancelledMergeGoesOn) {
    addNoise(12);
    Project one = makeProject("one.facespace"), many = makeProject("many.facespace");
    extract(one);
    extractShards(many, 3);
    JobContext job;
    job.report = [&](const Progress& p) {
        if (p.stage.find("merging") != std::string::npos) job.cancel.cancel();
    };
    const auto stopped = mergeShards(many, {filesOf(many, {1, 2, 3}, 3), false}, job);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
    const auto report = got(mergeShards(many, {filesOf(many, {1, 2, 3}, 3), false}, {}));
    EXPECT_GT(report.parts[0].alreadyThere, 0);
    expectSame(one, many);
}

TEST_F(Shards, CutFacesOutAsTheWholeDoes) {
    addNoise(6);
    set_.images[0].box = FaceBox{0, 0, 112, 112};
    NetworkDescriptor descriptor = descriptorOf("blocks", 48);
    descriptor.cropRule = CropRule::kBox;
    const auto run = [&](Project& project) { got(storeFeatures(project, descriptor, extractOptions(), {})); };
    Project one = makeProject("one.facespace"), many = makeProject("many.facespace");
    run(one);
    ASSERT_EQ(got(one.skipped(got(one.networks()).front().id)).size(), 5U)
        << "a set with boxes: without one there is no face";
    for (int number = 1; number <= 3; ++number) {
        Project part = shard(many, number, 3);
        run(part);
    }
    got(mergeShards(many, {filesOf(many, {1, 2, 3}, 3), false}, {}));
    expectSame(one, many);
}

TEST_F(Shards, KeepFacesThatWereDetectedBefore) {
    addNoise(4);
    set_.images[3].box = FaceBox{1, 2, 3, 4};
    Project many = makeProject();
    const auto ids = got(many.imageIds());
    DetectedFaceRecord face{ids[2], {5, 6, 70, 80}, Landmarks{}, 0.5F};
    (*face.landmarks)[1] = {9, 10};
    const std::string hash = got(many.imagesSha256());
    got(many.putDetectedFaces({&face, 1}));
    EXPECT_EQ(got(many.imagesSha256()), hash) << "what was detected is not the set";
    Project part = shard(many, 2, 2);
    const auto images = got(part.images()).images;
    ASSERT_EQ(images.size(), 2U);
    EXPECT_EQ(images[0], got(many.images()).images[2]);
    EXPECT_EQ(images[1], got(many.images()).images[3]);
    extract(part);
    const DetectedFaceRecord other{got(part.imageIds())[1], {1, 1, 1, 1}, {}, 0.5F};
    got(part.putDetectedFaces({&other, 1}));
    got(mergeShards(many, {filesOf(many, {2}, 2), true}, {}));
    ASSERT_EQ(got(many.detectedFaces()).size(), 2U);
    EXPECT_EQ(got(many.detectedFaces())[1].image, ids[3]);

    Project elsewhere = makeProject("elsewhere.facespace");
    face.box.x = 50;
    got(elsewhere.putDetectedFaces({&face, 1}));
    const auto refused = mergeShards(elsewhere, {filesOf(many, {2}, 2), true}, {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("another face was detected in “image2.png”"), std::string::npos)
        << refused.error().message;
}

TEST_F(Shards, RefuseMixtures) {
    addNoise(8);
    Project many = makeProject();
    extractShards(many, 2);
    const auto both = filesOf(many, {1, 2}, 2);
    EXPECT_NE(refusal(many, {both[1]}).find("Shard 1 of 2 is missing or not finished"), std::string::npos);
    EXPECT_NE(refusal(many, {many.file()}).find("is no shard"), std::string::npos);
    EXPECT_NE(refusal(many, {}).find("Name the shards"), std::string::npos);
    {
        Project part = shard(many, 2, 3);
        extract(part);
        EXPECT_NE(refusal(many, {both[0], part.file()}).find("merge those of one cut"), std::string::npos);
    }
    const auto third = [&](const std::string& network, int batch, const std::string& name) {
        const fs::path file = folder_ / (name + ".facespace");
        Project part = got(openShard(many, {2, 2}, file));
        ExtractOptions options = extractOptions();
        options.batchSize = batch;
        options.name = network == "blocks" ? "" : name == "weights" ? "blocks" : network;
        got(storeFeatures(part, descriptorOf(network, 48), options, {}));
        return refusal(many, {both[0], file});
    };
    EXPECT_NE(third("slow", 4, "weights").find("features “blocks” of different weights"), std::string::npos);
    EXPECT_NE(third("slow", 4, "network").find("of different networks"), std::string::npos);
    EXPECT_NE(third("blocks", 8, "batch").find("batches of 4 images"), std::string::npos);
    {
        Project part = shard(many, 1, 2);
        EXPECT_TRUE(checkBatch(part, "blocks", 4));
        const auto checked = checkBatch(part, "blocks", 8);
        ASSERT_FALSE(checked);
        EXPECT_NE(checked.error().message.find("--batch 4"), std::string::npos);
    }
    addImage("more.png", noise(112, 112, 99));
    Project larger = makeProject("larger.facespace");
    EXPECT_NE(refusal(larger, both).find("shard of another set"), std::string::npos);
    const auto reopened = openShard(larger, {1, 2}, both[0]);
    ASSERT_FALSE(reopened);
    EXPECT_NE(reopened.error().message.find("is not shard 1/2 of"), std::string::npos);
}

TEST_F(Shards, RefuseAnotherFeatureOfTheSameImage) {
    addNoise(4);
    Project many = makeProject();
    extractShards(many, 2);
    {
        Project part = shard(many, 2, 2);
        const NetworkId network = got(part.networks()).front().id;
        std::vector<float> other(48, 1.F);
        const Project::FeatureRow row{got(part.imageIds())[0], other};
        extract(many);
        got(part.putFeatures(network, {&row, 1}, {}));
    }
    EXPECT_NE(refusal(many, filesOf(many, {1, 2}, 2)).find("has another feature “blocks”"), std::string::npos);
}

TEST_F(Shards, OfStrangersAreRead) {
    addNoise(4);
    Project many = makeProject();
    extractShards(many, 2);
    const auto files = filesOf(many, {1, 2}, 2);
    Project part = got(Project::open(files[1]));
    const std::string own = got(part.settings()).at("shard");
    const std::string deep = std::string(5000, '[');
    for (const std::string& wrong : {std::string("{}"), std::string("7"), std::string(), deep,
                                     std::string(R"({"number": 3, "of": 2, "set": "", "images": 4})"),
                                     std::string(R"({"number": 2, "of": 2, "set": [], "images": 4})")}) {
        got(part.putSetting("shard", wrong));
        EXPECT_NE(refusal(many, files).find("cannot be read"), std::string::npos) << wrong.substr(0, 50);
    }
    // It says that it is the first, but holds other images.
    std::string lie = own;
    lie.replace(lie.find("\"number\":2"), 10, "\"number\":1");
    got(part.putSetting("shard", lie));
    const auto refused = mergeShards(many, {{files[1]}, true}, {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("does not hold the images of shard 1/2"), std::string::npos);
    got(part.putSetting("shard", own));
    std::vector<float> odd(48, std::numeric_limits<float>::quiet_NaN());
    const Project::FeatureRow row{got(part.imageIds())[0], odd};
    got(part.putFeatures(got(part.networks()).front().id, {&row, 1}, {}));
    const auto notNumbers = mergeShards(many, {files, false}, {});
    ASSERT_FALSE(notNumbers);
    EXPECT_NE(notNumbers.error().message.find("is not a number"), std::string::npos);
    got(part.setMeasures(std::vector{MeasureRecord{"measured_x", "X", "", 1}}, "a stranger's"));
    EXPECT_NE(refusal(many, files).find("another version of FaceSpace"), std::string::npos);
}

TEST(NumberRanges, AreShort) {
    EXPECT_EQ(numberRanges({}), "");
    EXPECT_EQ(numberRanges({3}), "3");
    EXPECT_EQ(numberRanges({1, 2, 4, 5, 6, 9}), "1, 2, 4–6, 9");
}

}  // namespace
