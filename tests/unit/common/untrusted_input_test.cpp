// What every reader of a path or a text from somebody else relies on.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/common/cancel_scope.h"
#include "core/common/hidden_name.h"
#include "core/common/inside.h"
#include "core/common/json_depth.h"
#include "core/common/new_file.h"
#include "core/common/regular_file.h"
#include "core/common/sha256.h"
#include "core/common/whole_file.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

class UntrustedInput : public ::testing::Test {
  protected:
    void SetUp() override {
        dir = fs::temp_directory_path() / ("facespace-untrusted-" + std::to_string(::getpid()));
        fs::remove_all(dir);
        fs::create_directories(dir / "set" / "a");
        std::ofstream(dir / "set" / "a" / "1.jpg") << "x";
        std::ofstream(dir / "secret") << "s";
    }
    void TearDown() override { fs::remove_all(dir); }
    std::string contentOf(const fs::path& file) const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::size_t filesIn(const fs::path& folder) const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }
    fs::path dir;
};

TEST_F(UntrustedInput, PipesDevicesAndFoldersAreNoFiles) {
    ASSERT_EQ(::mkfifo((dir / "pipe").c_str(), 0600), 0);
    fs::create_symlink("/dev/zero", dir / "zero");
    fs::create_symlink(dir / "secret", dir / "link");
    for (const fs::path& odd : {dir / "pipe", dir / "zero", fs::path("/dev/zero"), dir}) {
        const auto refused = refuseSpecialFile(odd);
        ASSERT_FALSE(refused) << odd;
        EXPECT_EQ(refused.error().code, ErrorCode::kIo);
        EXPECT_NE(refused.error().message.find(odd.string()), std::string::npos);
        EXPECT_FALSE(sha256OfFile(odd));  // and not for ever
    }
    EXPECT_TRUE(refuseSpecialFile(dir / "secret"));
    EXPECT_TRUE(refuseSpecialFile(dir / "link"));
    EXPECT_TRUE(refuseSpecialFile(dir / "nothing"));
}

TEST_F(UntrustedInput, DepthCountsBracketsOutsideOfStrings) {
    EXPECT_FALSE(nestsDeeper(std::string(64, '[') + std::string(64, ']')));
    EXPECT_TRUE(nestsDeeper(std::string(65, '[')));
    EXPECT_TRUE(nestsDeeper(std::string(150'000, '{')));
    EXPECT_FALSE(nestsDeeper("\"" + std::string(1000, '[') + "\""));
    EXPECT_FALSE(nestsDeeper(R"("\")" + std::string(1000, '[') + "\""));
    std::string flat;
    for (int i = 0; i < 1000; ++i) flat += "[],{},";
    EXPECT_FALSE(nestsDeeper(flat));
}

TEST_F(UntrustedInput, PathsStayBelowByTheirWords) {
    for (const char* fine : {"a", "a/b.jpg", "...", "a..b/c..", ".a", "./a"}) EXPECT_TRUE(staysBelow(fine)) << fine;
    for (const char* out : {"", "/etc/hostname", "..", "../a", "a/..", "a/../../b", "a/.."})
        EXPECT_FALSE(staysBelow(out)) << out;
    EXPECT_FALSE(staysBelow(std::string_view("a\0b", 3)));
}

TEST_F(UntrustedInput, LinksThatLeadOutAreSeen) {
    const fs::path set = dir / "set";
    EXPECT_TRUE(leadsInside(set / "a" / "1.jpg", set));
    EXPECT_TRUE(leadsInside(set, set));
    EXPECT_TRUE(leadsInside(set / "not" / "there", set));
    EXPECT_FALSE(leadsInside(set / ".." / "secret", set));
    EXPECT_FALSE(leadsInside(dir / "set2", set));
    fs::create_symlink(dir / "secret", set / "out.jpg");
    fs::create_symlink(dir, set / "up");
    fs::create_symlink(set / "a" / "1.jpg", set / "in.jpg");
    fs::create_symlink(set / "circle", set / "circle");
    EXPECT_FALSE(leadsInside(set / "out.jpg", set));
    EXPECT_FALSE(leadsInside(set / "up" / "secret", set));
    EXPECT_FALSE(leadsInside(set / "circle", set));
    EXPECT_TRUE(leadsInside(set / "in.jpg", set));
    fs::create_directory_symlink(set, dir / "by link");
    EXPECT_TRUE(leadsInside(set / "a" / "1.jpg", dir / "by link"));
}

TEST_F(UntrustedInput, TheInnermostScopeTellsWhetherToStop) {
    EXPECT_FALSE(CancelScope::cancelled());
    const CancelToken outer, inner;
    const CancelScope scope(outer);
    {
        const CancelScope nested(inner);
        outer.cancel();
        EXPECT_FALSE(CancelScope::cancelled());
        inner.cancel();
        EXPECT_TRUE(CancelScope::cancelled());
    }
    EXPECT_TRUE(CancelScope::cancelled());
}

TEST_F(UntrustedInput, AFileIsWrittenWholeAndLeavesNothingElse) {
    const fs::path file = dir / "set" / (std::string(250, 'n') + ".csv");  // no room in the name for a suffix
    ASSERT_TRUE(writeWholeFile(file, [](std::ostream& out) { out << "one"; }));
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(writeWholeFile(file, [](std::ostream& out) { out << "two"; }));
    EXPECT_EQ(contentOf(file), "two");
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(filesIn(dir / "set"), 2U);
    const auto failed = writeWholeFile(file, [](std::ostream& out) { out.setstate(std::ios::failbit); });
    ASSERT_FALSE(failed);
    EXPECT_EQ(contentOf(file), "two");
    EXPECT_EQ(filesIn(dir / "set"), 2U);
}

TEST_F(UntrustedInput, AnOldTrickWithALinkInTheTemporaryNamesPlaceWritesNowhere) {
    // Names of temporary files cannot be known before: links under the one of earlier versions are not followed.
    const fs::path file = dir / "set" / "t.csv";
    fs::create_symlink(dir / "secret", file.string() + ".part-" + std::to_string(::getpid()));
    ASSERT_TRUE(writeWholeFile(file, [](std::ostream& out) { out << "table"; }));
    EXPECT_EQ(contentOf(dir / "secret"), "s");
}

TEST_F(UntrustedInput, OnAFullDiskTheOldFileStays) {
    const fs::path file = dir / "set" / "big";
    ASSERT_TRUE(writeWholeFile(file, [](std::ostream& out) { out << "old"; }));
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, 1000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto full = writeWholeFile(file, [](std::ostream& out) { out << std::string(100'000, 'x'); });
        ::_exit(!full && full.error().code == ErrorCode::kResource ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(contentOf(file), "old");
    EXPECT_EQ(filesIn(dir / "set"), 2U);
}

TEST_F(UntrustedInput, WhatIsThereIsNotReplacedWhenItMayNotBe) {
    const fs::path file = dir / "set" / "n";
    {
        NewFile first(file.parent_path());
        ASSERT_EQ(::write(first.descriptor(), "1", 1), 1);
        EXPECT_EQ(first.finish(file, NewFile::Existing::kKeep), 0);
    }
    NewFile second(file.parent_path());
    ASSERT_EQ(::write(second.descriptor(), "2", 1), 1);
    EXPECT_EQ(second.finish(file, NewFile::Existing::kKeep), EEXIST);
    EXPECT_EQ(contentOf(file), "1");
    EXPECT_EQ(NewFile(dir / "no folder").error(), ENOENT);
}

/// What a process that is killed while it writes leaves in the folder.
std::size_t leftByAKill(const fs::path& folder, NewFile::Until until) {
    const pid_t child = ::fork();
    if (child == 0) {
        const NewFile file(folder, until);
        if (file.error() != 0 || ::write(file.descriptor(), "half", 4) != 4) ::_exit(1);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST_F(UntrustedInput, AKilledWriterLeavesNothing) {
    const fs::path folder = dir / "set" / "out";
    fs::create_directory(folder);
    EXPECT_EQ(leftByAKill(folder, NewFile::Until::kUnnamed), 0U);
}

TEST_F(UntrustedInput, WhatAKilledWriterLeftGoesWithTheNextAndNothingElseDoes) {
    const fs::path folder = dir / "set" / "out";
    fs::create_directory(folder);
    ASSERT_EQ(leftByAKill(folder, NewFile::Until::kHidden), 1U);
    // Of a living process, of another machine that is at work here, and what only looks like it.
    std::ofstream(folder / hiddenName("part"));
    std::ofstream(folder / ".facespace-0011223344556677.part-00000000-1");
    std::ofstream(folder / ".facespace-0011223344556677.part");
    std::ofstream(folder / ".facespace-notes-12-x");
    fs::create_directory(folder / ".facespace-0011223344556677.part-00000000-999999999");
    ASSERT_EQ(filesIn(folder), 6U);
    {
        NewFile next(folder, NewFile::Until::kHidden);
        ASSERT_EQ(::write(next.descriptor(), "x", 1), 1);
        EXPECT_EQ(next.finish(folder / "t.csv", NewFile::Existing::kReplace), 0);
    }
    EXPECT_EQ(filesIn(folder), 6U);  // one less and one more
    EXPECT_EQ(contentOf(folder / "t.csv"), "x");
    // The other machine has not touched its file for a while.
    fs::last_write_time(folder / ".facespace-0011223344556677.part-00000000-1",
                        fs::file_time_type::clock::now() - std::chrono::hours(1));
    removeLeftovers(folder);
    EXPECT_EQ(filesIn(folder), 5U);
}

}  // namespace
}  // namespace facespace
