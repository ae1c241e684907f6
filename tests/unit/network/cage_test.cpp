// Networks that attack: each ends as one sentence, with its host gone and everything else as it was.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <chrono>
#include <iterator>

#include "core/network/network.h"
#include "core/network/protocol.h"
#include "tests/support/children.h"
#include "tests/support/environment.h"
#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kGiB = std::uint64_t{1} << 30U;

std::string contentsOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

fs::path besideNetworks(const char* name) { return builtNetwork("x").parent_path() / name; }

/// What comes of starting such a network and giving it a crop: a sentence, and no process that lives on.
std::string outcome(const std::string& name, NetworkHostOptions options = hostOptions()) {
    options.memoryBytes = kGiB;
    auto network = startNetwork(descriptorOf(name, 3), options);
    Result<FeatureMatrix> features = network ? (*network)->forward(std::vector<Image>{plain(112, 112, 255, 255, 255)})
                                             : Result<FeatureMatrix>(forward(network));
    EXPECT_FALSE(features) << name << " was let through";
    if (features) return {};
    EXPECT_EQ(features.error().code, ErrorCode::kModel) << features.error().message;
    EXPECT_EQ(features.error().message.english().find('\n'), std::string::npos) << features.error().message;
    EXPECT_EQ(features.error().message.english().back(), '.') << features.error().message;
    if (network) network->reset();
    EXPECT_TRUE(children().empty()) << name;
    return features.error().message;
}

/// A forward pass of one crop through an ordinary network.
bool works() {
    auto network = startNetwork(descriptorOf("means", 3), hostOptions());
    return network && (*network)->forward(std::vector<Image>{plain(112, 112, 9, 9, 9)});
}

}  // namespace

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

TEST(Cage, NoFileIsRead) {
    EXPECT_NAMES(outcome("reads_file"), "Operation not permitted");
    EXPECT_TRUE(works());
}

TEST(Cage, NoFileIsWrittenInARunOrWhileLoading) {
    const fs::path victim = besideNetworks("victim.txt"), written = besideNetworks("written.pt");
    fs::remove(written);
    writeText(victim, "keep me");
    EXPECT_NAMES(outcome("overwrites_file"), "Operation not permitted");
    EXPECT_NAMES(outcome("overwrites_while_loading"), "cannot be loaded");
    // LibTorch leaves out a call that returns nothing. Should it ever make it: nothing is written.
    const auto saves = startNetwork(descriptorOf("saves_file", 3), hostOptions());
    if (saves) (void)(*saves)->forward(std::vector<Image>{plain(112, 112, 255, 255, 255)});
    EXPECT_EQ(contentsOf(victim), "keep me");
    EXPECT_FALSE(fs::exists(written));
}

TEST(Cage, ANetworkThatDoesNotComeBackIsEnded) {
    NetworkHostOptions options = hostOptions();
    options.startTimeoutSeconds = 6;
    for (const char* name : {"loops", "loops_while_loading"}) EXPECT_NAMES(outcome(name, options), "did not answer in time");
    // Comes back while it is tried out, and not from a batch.
    options = hostOptions();
    options.batchTimeoutSeconds = 0.5;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_NAMES(outcome("stuck_on_white", options), "did not answer in time");
    EXPECT_LT(std::chrono::steady_clock::now() - start, 30s);
}

TEST(Cage, MemoryHasALimit) {
    EXPECT_NAMES(outcome("takes_100_gb"), "memory");
    EXPECT_NAMES(outcome("takes_100_gb_in_parts"), "memory");
    // The same limit is enough for what is ordinary.
    NetworkHostOptions options = hostOptions();
    options.memoryBytes = kGiB;
    EXPECT_TRUE(startNetwork(descriptorOf("blocks", 48), options));
}

TEST(Cage, ACrashIsASentence) {
    EXPECT_NAMES(outcome("aborts"), "stopped (signal 8)");
    outcome("nested");
    EXPECT_TRUE(works());
}

TEST(Cage, AnOutputOfAnySizeIsRefusedBeforeItIsCopied) {
    EXPECT_NAMES(outcome("huge_output"), "returns 4294967296 numbers per image where its descriptor says 3");
}

TEST(Cage, TheHostSeesNothingOfTheEnvironmentAndNoOtherFile) {
    const TemporaryFolder folder;
    const Environment secret("FACESPACE_TEST_SECRET", "my password"), threads("OMP_NUM_THREADS", "2");
    const fs::path open = folder / "open.txt";
    const int fd = ::open(open.c_str(), O_RDWR | O_CREAT, 0600);  // Not closed on exec.
    ASSERT_GE(fd, 0);
    auto network = startNetwork(descriptorOf("means", 3), hostOptions());
    ASSERT_TRUE(network) << network.error().message;
    const auto running = children();
    ASSERT_EQ(running.size(), 1U);
    EXPECT_EQ(::getpgid(running[0]), running[0]) << "a group of its own";
    const fs::path process = fs::path("/proc") / std::to_string(running[0]);
    const std::string status = contentsOf(process / "status");
    EXPECT_NAMES(status, "NoNewPrivs:\t1");
    EXPECT_NAMES(status, "Seccomp:\t2");
    for (const auto& task : fs::directory_iterator(process / "task"))
        EXPECT_NAMES(contentsOf(task.path() / "status"), "Seccomp:\t2") << " every thread";
    const std::string limits = contentsOf(process / "limits");
    for (const char* name :
         {"Max file size             0 ", "Max core file size        0 ", "Max open files            16 "})
        EXPECT_NAMES(limits, name);
    EXPECT_EQ(limits.find("Max address space         unlimited"), std::string::npos) << limits;
    // Both are readable for the superuser alone once a process cannot be dumped.
    if (const std::string environment = contentsOf(process / "environ"); !environment.empty()) {
        EXPECT_EQ(environment.find("my password"), std::string::npos);
        EXPECT_NAMES(environment, "OMP_NUM_THREADS=2");
    }
    std::error_code error;
    for (const auto& each : fs::directory_iterator(process / "fd", error))
        EXPECT_NE(fs::read_symlink(each.path(), error), open);
    ::close(fd);
}

TEST(Cage, WhatAHostSaysIsShownAsOneLineOfText) {
    const TemporaryFolder folder;
    const std::string words = "says first\nsecond \x1b[31mred" + std::string(5000, 'x');
    const auto header = protocol::encodeHeader(protocol::Kind::kError, words.size());
    writeText(folder / "answer", std::string(reinterpret_cast<const char*>(header.data()), header.size()) + words);
    NetworkHostOptions options = hostOptions();
    options.program = folder / "host.sh";
    writeText(options.program, "#!/bin/sh\ncat '" + (folder / "answer").string() + "'\nsleep 100\n");
    fs::permissions(options.program, fs::perms::owner_all);
    const std::string sentence = outcome("means", options);
    EXPECT_NAMES(sentence, "says first second  [31mred");
    EXPECT_LT(sentence.size(), 1000U);
    // No host makes this program take gigabytes for an answer.
    const auto huge = protocol::encodeHeader(protocol::Kind::kReady, std::uint64_t{1} << 30U);
    writeText(folder / "answer", std::string(reinterpret_cast<const char*>(huge.data()), huge.size()));
    EXPECT_NAMES(outcome("means", options), "its header is damaged");
}
