#include "core/project/hold.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <thread>

#include "tests/unit/project/project_fixture.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using test::must;
using test::ProjectTest;

class HoldTest : public ProjectTest {
  protected:
    void SetUp() override {
        ProjectTest::SetUp();
        Project project = must(Project::create(file));
        must(project.addImages(makeSet(dir, 5)));
        lock = dir / ".a project.facespace.open";
    }
    void TearDown() override {
        openForReadingOnly(file, std::nullopt);
        ProjectTest::TearDown();
    }
    /// Runs in a process of its own, which ends by itself unless `stay`; returns it once `work` is done.
    static pid_t elsewhere(const std::function<void()>& work, bool stay) {
        int ready[2];
        EXPECT_EQ(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            work();
            EXPECT_EQ(::write(ready[1], "x", 1), 1);
            while (stay) ::pause();
            ::_exit(0);
        }
        char byte = 0;
        EXPECT_EQ(::read(ready[0], &byte, 1), 1);
        ::close(ready[0]);
        ::close(ready[1]);
        if (!stay) ::waitpid(child, nullptr, 0);
        return child;
    }
    static std::string contentOf(const fs::path& path) {
        std::ifstream in(path);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    fs::path lock;
};

TEST_F(HoldTest, TheSecondOneIsToldWhoHasIt) {
    {
        const auto first = ProjectHold::take(file, "facespace-cli extract");
        ASSERT_TRUE(first.held());
        EXPECT_FALSE(first.other());
        const auto second = ProjectHold::take(file, "the window");
        EXPECT_FALSE(second.held());
        ASSERT_TRUE(second.other());
        EXPECT_EQ(second.other()->program, "facespace-cli extract");
        EXPECT_EQ(second.other()->process, ::getpid());
        EXPECT_TRUE(second.other()->isThisProcess());
        EXPECT_FALSE(second.other()->user.empty());
        EXPECT_NE(second.other()->text().english().find("facespace-cli extract"), std::string::npos);
    }
    EXPECT_FALSE(fs::exists(lock)) << "nothing is left beside the project";
    EXPECT_TRUE(ProjectHold::take(file, "the window").held());
}

TEST_F(HoldTest, AKilledProgramHoldsNothing) {
    const pid_t child = elsewhere([&] { new ProjectHold(ProjectHold::take(file, "the window")); }, true);
    const auto meanwhile = ProjectHold::take(file, "facespace-cli map");
    ASSERT_TRUE(meanwhile.other());
    EXPECT_EQ(meanwhile.other()->process, child);
    EXPECT_FALSE(meanwhile.other()->isThisProcess());
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(ProjectHold::take(file, "facespace-cli map").held());
}

TEST_F(HoldTest, WhatLiesInItsPlaceIsNotTouched) {
    const fs::path precious = dir / "precious.txt";
    std::ofstream(precious) << "precious";
    const auto nobodyHolds = [&](const char* what) {
        const auto hold = ProjectHold::take(file, "the window");
        EXPECT_FALSE(hold.held() || hold.other()) << what;
        EXPECT_EQ(contentOf(precious), "precious") << what;
        fs::remove_all(lock);
    };
    fs::create_symlink(precious, lock);
    nobodyHolds("a link");
    fs::create_hard_link(precious, lock);
    nobodyHolds("a second name");
    ASSERT_EQ(::mkfifo(lock.c_str(), 0600), 0);
    nobodyHolds("a pipe");
    fs::create_directory(lock);
    nobodyHolds("a folder");
    std::ofstream(lock) << std::string(1 << 20, 'x');
    nobodyHolds("a large file");
}

TEST_F(HoldTest, WordsOfAStrangerAreOneLineOfText) {
    std::ofstream(lock) << R"({"program":"a\u001b[31m\nb","user":5,"host":")" << std::string(1000, 'h') << R"("})";
    const pid_t child = elsewhere(
        [&] {
            // Locks it without a word of its own.
            const std::string before = contentOf(lock);
            new ProjectHold(ProjectHold::take(file, "x"));
            std::ofstream(lock) << before;
        },
        true);
    const auto hold = ProjectHold::take(file, "the window");
    ASSERT_TRUE(hold.other());
    EXPECT_EQ(hold.other()->program, "a [31m b");
    EXPECT_EQ(hold.other()->user, "");
    EXPECT_LE(hold.other()->host.size(), 128U);
    EXPECT_EQ(hold.other()->text().english(), "another program");
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

TEST_F(HoldTest, OpenedForReadingOnlyItRefusesChangesAndSaysWhy) {
    Project before = must(Project::open(file));
    openForReadingOnly(file, Holder{"the window", "ann", "lab3", 4711, "2026-01-02 03:04"});
    Project project = must(Project::open(file));
    EXPECT_TRUE(project.readOnly());
    EXPECT_EQ(must(project.imageCount()), 5);
    for (Project* each : {&project, &before}) {
        const auto refused = each->putSetting("a", "b");
        ASSERT_FALSE(refused);
        EXPECT_EQ(
            refused.error().message.english(),
            "“" + file.string() +
                "” is in use by ann on lab3, since 2026-01-02 03:04 UTC (the window, process 4711); close it there, or "
                "wait, to change it here.");
    }
    openForReadingOnly(file, std::nullopt);
    EXPECT_FALSE(project.readOnly());
    EXPECT_TRUE(project.putSetting("a", "b"));
}

TEST_F(HoldTest, ChangesOfOthersAreCountedAndNoneOfTheirsIsLost) {
    Project project = must(Project::open(file));
    const auto ids = must(project.imageIds());
    EXPECT_EQ(changesByOthers(file), 0U);
    must(project.setTag({&ids[0], 1}, "mine", true));
    EXPECT_EQ(changesByOthers(file), 0U) << "an own change";
    const auto tagThere = [&](std::size_t image, const char* tag) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the resolution of a file's time
        elsewhere(
            [&] {
                Project theirs = must(Project::open(file));
                must(theirs.setTag({&ids[image], 1}, tag, true));
            },
            false);
    };
    tagThere(1, "theirs");
    EXPECT_EQ(changesByOthers(file), 1U);
    EXPECT_EQ(changesByOthers(file), 1U);
    // Theirs and then an own one, before anybody looked.
    tagThere(2, "theirs");
    must(project.setTag({&ids[2], 1}, "mine", true));
    EXPECT_EQ(changesByOthers(file), 2U);
    const auto snapshot = must(loadSnapshot(project));
    std::size_t tags = 0;
    for (const auto& ofRow : snapshot->tags) tags += ofRow.size();
    EXPECT_EQ(tags, 4U);
}

}  // namespace
}  // namespace facespace
