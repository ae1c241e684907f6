#include "core/common/side_by_side.h"

#include <gtest/gtest.h>
#include <atomic>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "core/common/parallel.h"

using namespace facespace;
using namespace std::chrono_literals;

namespace {

/// A task that notes when it begins and ends.
struct Noted {
    std::mutex mutex;
    std::vector<int> begun, ended;
    Task task(int name, std::vector<std::size_t> after = {}) {
        return {std::move(after), [this, name](const JobContext&) {
                    {
                        const std::scoped_lock lock(mutex);
                        begun.push_back(name);
                    }
                    std::this_thread::sleep_for(2ms);
                    const std::scoped_lock lock(mutex);
                    ended.push_back(name);
                }};
    }
};

class SideBySide : public testing::Test {
  protected:
    ~SideBySide() override { setThreadCount(0); }
};

}  // namespace

TEST_F(SideBySide, OneThreadTakesThemInTheListsOrder) {
    setThreadCount(1);
    Noted noted;
    std::vector<Task> tasks;
    for (int t = 0; t < 6; ++t) tasks.push_back(noted.task(t));
    runSideBySide(tasks, 4, {});
    EXPECT_EQ(noted.ended, (std::vector<int>{0, 1, 2, 3, 4, 5}));
}

TEST_F(SideBySide, ATaskBeginsWhenThoseItNeedsHaveEnded) {
    for (const int threads : {1, 2, 4}) {
        setThreadCount(threads);
        Noted noted;
        std::vector<Task> tasks;
        std::atomic<int> done{0};
        for (int t = 0; t < 5; ++t)
            tasks.push_back({{}, [&](const JobContext&) {
                                 std::this_thread::sleep_for(1ms);
                                 ++done;
                             }});
        int seen = -1;
        tasks.push_back({{0, 1, 2, 3, 4}, [&](const JobContext&) { seen = done; }});
        tasks.push_back({{5}, [&](const JobContext&) { EXPECT_EQ(seen, 5); }});
        runSideBySide(tasks, 8, {});
        EXPECT_EQ(seen, 5) << threads;
    }
}

TEST_F(SideBySide, NoMoreRunAtOnceThanAreAllowed) {
    std::atomic<int> now{0}, most{0};
    std::vector<Task> tasks(12, Task{{}, [&](const JobContext&) {
                                         const int here = ++now;
                                         int before = most;
                                         while (before < here && !most.compare_exchange_weak(before, here)) {
                                         }
                                         std::this_thread::sleep_for(1ms);
                                         --now;
                                     }});
    runSideBySide(tasks, 1, {});
    EXPECT_EQ(most, 1);
    runSideBySide(tasks, 2, {});
    EXPECT_LE(most, 2);
}

TEST_F(SideBySide, LoopsInsideTasksDoNotTakeUpOtherTasks) {
    std::vector<Task> tasks;
    std::vector<int> sums(8, 0);
    for (std::size_t t = 0; t < sums.size(); ++t)
        tasks.push_back({{}, [&, t](const JobContext&) {
                             static thread_local int inside = 0;
                             EXPECT_EQ(inside, 0) << "a thread that waits took up another task";
                             ++inside;
                             std::vector<int> parts(64, 0);
                             parallelChunks(64, 1, [&](std::size_t c, std::size_t, std::size_t) {
                                 std::this_thread::sleep_for(100us);
                                 parts[c] = static_cast<int>(c);
                             });
                             for (const int part : parts) sums[t] += part;
                             --inside;
                         }});
    runSideBySide(tasks, 4, {});
    EXPECT_EQ(sums, std::vector<int>(8, 63 * 64 / 2));
}

TEST_F(SideBySide, ProgressIsThatOfTheEarliestWhichRuns) {
    std::mutex mutex;
    std::vector<std::string> stages;
    JobContext job;
    job.report = [&](const Progress& progress) {
        const std::scoped_lock lock(mutex);
        stages.push_back(progress.stage.english());
    };
    std::atomic<bool> firstReported{false};
    std::vector<Task> tasks;
    tasks.push_back({{}, [&](const JobContext& own) {
                         std::this_thread::sleep_for(5ms);
                         own.progress("first", 1, 1);
                         firstReported = true;
                     }});
    tasks.push_back({{}, [&](const JobContext& own) {
                         // Beside the first, or after it where there is one thread.
                         own.progress(firstReported ? "second" : "hidden", 1, 2);
                     }});
    tasks.push_back({{0, 1}, [&](const JobContext& own) { own.progress("third", 1, 1); }});
    runSideBySide(tasks, 2, job);
    EXPECT_EQ(std::ranges::count(stages, "hidden"), 0);
    EXPECT_EQ(stages.front(), "first");
    EXPECT_EQ(stages.back(), "third");
}

TEST_F(SideBySide, CancelReachesEveryTask) {
    JobContext job;
    std::vector<Task> tasks(4, Task{{}, [](const JobContext& own) {
                                        own.cancel.cancel();
                                        EXPECT_TRUE(own.cancelled());
                                    }});
    runSideBySide(tasks, 2, job);
    EXPECT_TRUE(job.cancelled());
}

TEST_F(SideBySide, AnExceptionOfATaskIsThrownAgain) {
    std::vector<Task> tasks{{{}, [](const JobContext&) { throw std::runtime_error("no"); }},
                            {{0}, [](const JobContext&) { FAIL() << "needs the first"; }}};
    EXPECT_THROW(runSideBySide(tasks, 2, {}), std::runtime_error);
    EXPECT_THROW(runSideBySide({{{0}, [](const JobContext&) {}}}, 2, {}), std::logic_error) << "it needs itself";
    runSideBySide({}, 2, {});
}
