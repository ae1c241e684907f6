#include "widgets/jobs/job_runner.h"

#include <gtest/gtest.h>
#include <array>
#include <atomic>
#include <fstream>
#include <memory>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <stdexcept>
#include <vector>

#include "widgets/jobs/freed_memory.h"

namespace facespace {
namespace {

using Work = std::function<Result<int>(const JobContext&)>;
using Done = std::function<void(Result<int>)>;

Result<int> untilCancelled(const JobContext& job) {
    while (!job.cancelled()) QThread::msleep(1);
    return cancelled();
}

TEST(JobRunner, SaysWhatHowFarAndHowLong) {
    EXPECT_EQ(JobRunner::progressText({"extracting", 18240, 24000}, 190.0).toStdString(),
              "extracting 18,240/24,000 · 3:10 left");
    EXPECT_EQ(JobRunner::progressText({"storing", 0, 0}, std::nullopt).toStdString(), "storing");
}

TEST(JobRunner, RunsOnAnotherThreadAndDeliversOnTheGuiThread) {
    JobRunner runner;
    const QSignalSpy started(&runner, &JobRunner::started);
    const QSignalSpy finished(&runner, &JobRunner::finished);
    std::atomic<QThread*> workThread{nullptr};
    QThread* doneThread = nullptr;
    int value = 0;
    ASSERT_TRUE(runner.start("counting", Work([&](const JobContext&) -> Result<int> {
                                 workThread = QThread::currentThread();
                                 return 7;
                             }),
                             Done([&](Result<int> r) {
                                 doneThread = QThread::currentThread();
                                 value = r.value();
                                 EXPECT_FALSE(runner.running());
                             })));
    EXPECT_TRUE(runner.running());
    EXPECT_EQ(runner.title(), "counting");
    ASSERT_TRUE(QTest::qWaitFor([&] { return value == 7; }));
    EXPECT_EQ(doneThread, QThread::currentThread());
    EXPECT_NE(workThread.load(), QThread::currentThread());
    EXPECT_EQ(started.count(), 1);
    EXPECT_EQ(finished.count(), 1);
}

TEST(JobRunner, RefusesASecondJobWhileOneRuns) {
    JobRunner runner;
    ASSERT_TRUE(runner.start("first", Work(untilCancelled), Done([](Result<int>) {})));
    EXPECT_FALSE(runner.start("second", Work(untilCancelled), Done([](Result<int>) {})));
    EXPECT_EQ(runner.title(), "first");
}

TEST(JobRunner, CancelMidwayEndsTheJobAsCancelled) {
    JobRunner runner;
    std::optional<Result<int>> result;
    runner.start("waiting", Work(untilCancelled), Done([&](Result<int> r) { result = std::move(r); }));
    QTest::qWait(20);
    EXPECT_FALSE(result);
    runner.cancel();
    ASSERT_TRUE(QTest::qWaitFor([&] { return result.has_value(); }, 2000));
    ASSERT_FALSE(*result);
    EXPECT_EQ(result->error().code, ErrorCode::kCancelled);
}

TEST(JobRunner, ACancelledJobDoesNotCancelTheNext) {
    JobRunner runner;
    std::optional<Result<int>> result;
    runner.start("first", Work(untilCancelled), Done([&](Result<int>) {
                     runner.start("second",
                                  Work([](const JobContext& job) -> Result<int> { return job.cancelled() ? 0 : 1; }),
                                  Done([&](Result<int> r) { result = std::move(r); }));
                 }));
    runner.cancel();
    ASSERT_TRUE(QTest::qWaitFor([&] { return result.has_value(); }, 2000));
    EXPECT_EQ(result->value(), 1);
}

TEST(JobRunner, DestroyedMidwayStopsTheWorkAndDeliversNothing) {
    std::atomic<bool> ended{false};
    bool delivered = false;
    {
        JobRunner runner;
        runner.start("waiting", Work([&](const JobContext& job) -> Result<int> {
                         runner.post([&] { delivered = true; });
                         const auto r = untilCancelled(job);
                         runner.post([&] { delivered = true; });
                         ended = true;
                         return r;
                     }),
                     Done([&](Result<int>) { delivered = true; }));
        QThread::msleep(20);
    }
    EXPECT_TRUE(ended);
    QTest::qWait(50);
    EXPECT_FALSE(delivered);
}

TEST(JobRunner, ProgressComesAtMostTwentyTimesASecondWithTheLastValue) {
    JobRunner runner;
    const QSignalSpy progressed(&runner, &JobRunner::progressed);
    bool over = false;
    runner.start("counting", Work([&](const JobContext& job) -> Result<int> {
                     for (int i = 0; i <= 400; ++i) {
                         job.progress("counting", i, 400);
                         QThread::msleep(1);
                     }
                     QThread::msleep(120);
                     return 0;
                 }),
                 Done([&](Result<int>) { over = true; }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return over; }));
    EXPECT_GE(progressed.count(), 3);
    EXPECT_LE(progressed.count(), 20);
    EXPECT_DOUBLE_EQ(progressed.last().at(0).toDouble(), 1.0);
    EXPECT_TRUE(progressed.last().at(1).toString().contains("counting")) << progressed.last().at(1).toString().toStdString();
}

TEST(JobRunner, PostedWorkRunsInOrderBeforeTheResult) {
    JobRunner runner;
    std::vector<int> order;
    runner.start("posting", Work([&](const JobContext&) -> Result<int> {
                     for (int i = 0; i < 3; ++i) runner.post([&order, i] { order.push_back(i); });
                     return 3;
                 }),
                 Done([&](Result<int> r) { order.push_back(r.value()); }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return order.size() == 4; }));
    EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3}));
}

TEST(JobRunner, AnExceptionBecomesTheError) {
    JobRunner runner;
    std::optional<Result<int>> result;
    runner.start("throwing", Work([](const JobContext&) -> Result<int> { throw std::runtime_error("odd thing"); }),
                 Done([&](Result<int> r) { result = std::move(r); }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return result.has_value(); }));
    ASSERT_FALSE(*result);
    EXPECT_NE(result->error().message.find("odd thing"), std::string::npos);
}

TEST(JobRunner, CarriesResultsThatCannotBeCopied) {
    JobRunner runner;
    using Owned = std::unique_ptr<int>;
    int value = 0;
    runner.start("owning", std::function<Result<Owned>(const JobContext&)>([](const JobContext&) -> Result<Owned> {
                     return std::make_unique<int>(5);
                 }),
                 std::function<void(Result<Owned>)>([&](Result<Owned> r) { value = **r; }));
    EXPECT_TRUE(QTest::qWaitFor([&] { return value == 5; }));
}

/// Of this process, megabytes; 0 where the system does not tell.
double residentMb() {
    std::ifstream file("/proc/self/statm");
    double pages = 0, resident = 0;
    file >> pages >> resident;
    return resident * 4096 / 1e6;
}

TEST(FreedMemory, GoesBackToTheSystemSoon) {
    if (residentMb() == 0) GTEST_SKIP() << "the system does not tell what a process uses";
    // As a page leaves it that was drawn: small pieces among which some stay.
    std::vector<std::unique_ptr<std::array<char, 4000>>> pieces(25'000);
    for (auto& piece : pieces) piece = std::make_unique<std::array<char, 4000>>();
    const double before = residentMb();
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (i % 50 != 49) pieces[i].reset();
    trimHeapsSoon();
    EXPECT_TRUE(QTest::qWaitFor([&] { return residentMb() < before - 80; }, 20'000)) << before << ", " << residentMb();
}

}  // namespace
}  // namespace facespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
