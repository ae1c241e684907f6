#include <thread>

#include "core/container/container.h"
#include "core/image/decode.h"
#include "core/image/header.h"
#include "tests/unit/container/container_files.h"
#include "tests/unit/dataset/set_files.h"

namespace facespace::test {
namespace {

TEST(Container, IsToldByItsNameAndByAFileBeingThere) {
    const TempSet folder;
    const auto file = insightFaceSet(2, 2).write(folder.path(), "train");
    EXPECT_EQ(containerKind("a/Train.REC"), ContainerKind::kRecords);
    EXPECT_FALSE(containerKind("a/.rec"));
    EXPECT_FALSE(containerKind("a.rec/b.jpg"));
    EXPECT_EQ(imagePlace(file / "000001").file, file);
    EXPECT_EQ(imagePlace(file / "a/b c.jpg").entry, "a/b c.jpg");
    EXPECT_TRUE(imagePlace(file).entry.empty());
    EXPECT_TRUE(imagePlace(folder.path() / "none.rec/000001").entry.empty());
    // A folder that is called so is a folder.
    folder.images({"set.rec/1.jpg"});
    EXPECT_TRUE(imagePlace(folder.path() / "set.rec/1.jpg").entry.empty());
    EXPECT_TRUE(imageExists(file / "000001"));
    EXPECT_TRUE(imageExists(folder.path() / "set.rec/1.jpg"));
    EXPECT_FALSE(imageExists(folder.path() / "set.rec/2.jpg"));
    EXPECT_FALSE(imageExists(folder.path() / "none.rec/000001"));
}

TEST(Container, StaysOpenUntilTheFileChanges) {
    const TempSet folder;
    const auto file = insightFaceSet(2, 2).write(folder.path(), "train");
    const auto first = openContainer(file).value();
    EXPECT_EQ(openContainer(file).value(), first);
    insightFaceSet(3, 2).write(folder.path(), "train");
    const auto second = openContainer(file).value();
    EXPECT_NE(second, first);
    EXPECT_TRUE(second->has("6"));
    // Whoever holds the first still reads what it was made of, as far as that is there.
    EXPECT_FALSE(first->has("9"));
    std::filesystem::remove(file);
    EXPECT_TRUE(failsWith(openContainer(file), ErrorCode::kIo, {"train.rec"}));
}

TEST(Container, ManyAreOpenedOneAfterAnother) {
    const TempSet folder;
    for (int i = 0; i < 150; ++i) insightFaceSet(1, 1).write(folder.path(), "part" + std::to_string(i));
    for (int round = 0; round < 2; ++round)
        for (int i = 0; i < 150; ++i)
            ASSERT_TRUE(decodeImage(folder.path() / ("part" + std::to_string(i) + ".rec") / "000001"));
}

TEST(Container, ImagesInItAreDecodedAsFilesAre) {
    const TempSet folder;
    const auto file = insightFaceSet(4, 5).write(folder.path(), "train");
    for (int i = 0; i < 20; ++i) {
        const auto path = file / std::to_string(i + 1);
        const auto image = decodeImage(path, {.within = folder.path()});
        ASSERT_TRUE(image) << image.error().message;
        EXPECT_EQ(image->width, 8);
        EXPECT_EQ(image->pixels.at(100), i);
        EXPECT_EQ(decodeThumbnail(path, 4)->width, 4);
        EXPECT_EQ(readImageHeader(path)->height, 8);
    }
    EXPECT_TRUE(failsWith(decodeImage(file / "99"), ErrorCode::kNotFound, {"train.rec", "99"}));
    EXPECT_TRUE(failsWith(decodeImage(file / "0"), ErrorCode::kFormat, {"empty"}));
    EXPECT_TRUE(failsWith(decodeImage(file / "1", {.maxPixels = 63}), ErrorCode::kFormat, {"too large"}));
}

TEST(Container, IsGuardedAsAFileIs) {
    const TempSet folder, elsewhere;
    const auto file = insightFaceSet(1, 2).write(elsewhere.path(), "train");
    std::filesystem::create_symlink(file, folder.path() / "link.rec");
    EXPECT_TRUE(decodeImage(folder.path() / "link.rec/1"));
    EXPECT_TRUE(
        failsWith(decodeImage(folder.path() / "link.rec/1", {.within = folder.path()}), ErrorCode::kFormat, {"leads out"}));
}

TEST(Container, IsReadBySeveralThreadsAtOnce) {
    const TempSet folder;
    const auto file = insightFaceSet(10, 10).write(folder.path(), "train");
    std::atomic<int> right{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = t; i < 100; i += 2) {
                const auto image = decodeImage(file / std::to_string(i + 1));
                if (image && image->pixels.front() == i) ++right;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(right, 198);
}

}  // namespace
}  // namespace facespace::test
