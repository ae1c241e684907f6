#include "widgets/models/thumbnail_cache.h"

#include <gtest/gtest.h>
#include <atomic>
#include <chrono>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

#include "tests/gui/models/workspace_fixture.h"

namespace facespace {
namespace {

class ThumbnailCacheTest : public ::testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(folder_.isValid());
        snapshot_ = testing::makeSnapshot(20, 5);
        snapshot_->images.root = folder_.path().toStdString();
        for (int i = 0; i < 10; ++i) {
            QImage image(300, 200, QImage::Format_RGB32);
            image.fill(QColor(10 * i, 100, 200));
            ASSERT_TRUE(image.save(folder_.filePath(QStringLiteral("%1.png").arg(i))));
        }
        workspace_.setSnapshot(snapshot_, testing::makeTable(*snapshot_));
    }
    QTemporaryDir folder_;
    std::shared_ptr<Snapshot> snapshot_;
    Workspace workspace_;
};

TEST_F(ThumbnailCacheTest, DeliversAnImageOnceAndKeepsIt) {
    ThumbnailCache cache(&workspace_, 96);
    QSignalSpy ready(&cache, &ThumbnailCache::thumbnailReady);
    EXPECT_TRUE(cache.request(3).isNull());
    EXPECT_TRUE(cache.request(3).isNull());
    ASSERT_TRUE(QTest::qWaitFor([&] { return ready.count() >= 1; }, 5000));
    QTest::qWait(50);
    EXPECT_EQ(ready.count(), 1);
    const QImage image = cache.request(3);
    EXPECT_EQ(image.size(), QSize(96, 64));
    EXPECT_EQ(image.pixelColor(10, 10), QColor(30, 100, 200));
}

TEST_F(ThumbnailCacheTest, AnUnreadableImageIsTriedOnce) {
    ThumbnailCache cache(&workspace_, 96);
    QSignalSpy ready(&cache, &ThumbnailCache::thumbnailReady);
    cache.request(15);
    ASSERT_TRUE(QTest::qWaitFor([&] { return ready.count() == 1; }, 5000));
    EXPECT_TRUE(cache.failed(15));
    cache.request(15);
    QTest::qWait(50);
    EXPECT_EQ(ready.count(), 1);
    EXPECT_TRUE(cache.request(-1).isNull());
    EXPECT_TRUE(cache.request(20).isNull());
}

TEST_F(ThumbnailCacheTest, ServesTheNewestFirstAndForgetsWhatIsFarBehind) {
    const auto many = testing::makeSnapshot(2000, 5);
    many->images.root = "/somewhere";
    workspace_.setSnapshot(many, testing::makeTable(*many));
    std::atomic<int> loads{0};
    std::atomic<bool> go{false};
    ThumbnailCache cache(
        &workspace_,
        [&](const std::filesystem::path&, int) {
            while (!go) std::this_thread::sleep_for(std::chrono::milliseconds(1));
            ++loads;
            return QImage(8, 8, QImage::Format_RGB32);
        },
        8, 1 << 20);
    for (int row = 0; row < 2000; ++row) cache.request(row);
    go = true;
    ASSERT_TRUE(QTest::qWaitFor([&] { return !cache.cached(1999).isNull(); }, 5000));
    QTest::qWait(200);
    EXPECT_LT(loads, 600);
    // Each thread may have begun with a row that was the newest then.
    int old = 0;
    for (int row = 0; row < 1400; ++row) old += cache.cached(row).isNull() ? 0 : 1;
    EXPECT_LE(old, 4);
}

TEST_F(ThumbnailCacheTest, StaysUnderItsMemoryLimit) {
    ThumbnailCache cache(&workspace_, 96, 3 * 96 * 64 * 4);
    QSignalSpy ready(&cache, &ThumbnailCache::thumbnailReady);
    for (int row = 0; row < 10; ++row) cache.request(row);
    ASSERT_TRUE(QTest::qWaitFor([&] { return ready.count() == 10; }, 5000));
    const auto kept = [&] {
        int there = 0;
        for (int row = 0; row < 10; ++row) there += cache.cached(row).isNull() ? 0 : 1;
        return there;
    };
    EXPECT_EQ(kept(), 3);
    cache.setLimit(96 * 64 * 4);
    EXPECT_EQ(kept(), 1) << "what is more goes at once";
    EXPECT_EQ(cache.bytes(), 96 * 64 * 4);
}

TEST_F(ThumbnailCacheTest, CanBeDestroyedWhileLoading) {
    for (int repeat = 0; repeat < 20; ++repeat) {
        ThumbnailCache cache(&workspace_, 96);
        for (int row = 0; row < 20; ++row) cache.request(row);
    }
    QTest::qWait(20);
}

TEST_F(ThumbnailCacheTest, OtherImagesEmptyIt) {
    ThumbnailCache cache(&workspace_, 96);
    QSignalSpy ready(&cache, &ThumbnailCache::thumbnailReady);
    cache.request(3);
    ASSERT_TRUE(QTest::qWaitFor([&] { return ready.count() == 1; }, 5000));
    auto other = testing::makeSnapshot(20, 5);
    other->images.root = "/elsewhere";
    workspace_.setSnapshot(other, testing::makeTable(*other));
    EXPECT_TRUE(cache.cached(3).isNull());
}

}  // namespace
}  // namespace facespace
