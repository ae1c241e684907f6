#include "core/network/network.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <chrono>
#include <csignal>
#include <future>
#include <thread>

#include "tests/support/children.h"
#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

std::string refusal(const NetworkDescriptor& d, const NetworkHostOptions& options = hostOptions()) {
    const auto network = startNetwork(d, options);
    if (network) return "accepted";
    EXPECT_EQ(network.error().code, ErrorCode::kModel);
    EXPECT_EQ(network.error().message.english().back(), '.');
    return network.error().message;
}

fs::path script(const TemporaryFolder& folder, const std::string& body) {
    const fs::path file = folder / "host.sh";
    writeText(file, "#!/bin/sh\n" + body + "\n");
    fs::permissions(file, fs::perms::owner_all);
    return file;
}

std::size_t openFiles() {
    const fs::directory_iterator all("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

}  // namespace

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

TEST(Network, ReturnsWhatTheNetworkComputes) {
    auto network = startNetwork(descriptorOf("means", 3), hostOptions());
    ASSERT_TRUE(network) << network.error().message;
    const std::vector<Image> crops{plain(112, 112, 255, 0, 51), plain(112, 112, 0, 102, 255)};
    const auto features = (*network)->forward(crops);
    ASSERT_TRUE(features) << features.error().message;
    ASSERT_EQ(features->rows(), 2);
    FeatureMatrix expected(2, 3);
    expected << 1.F, 0.F, 0.2F, 0.F, 0.4F, 1.F;
    EXPECT_TRUE(features->isApprox(expected, 1e-5F)) << *features;
    EXPECT_EQ((*network)->forward({})->rows(), 0);
}

TEST(Network, ColoursComeInTheOrderTheDescriptorSays) {
    NetworkDescriptor d = descriptorOf("means", 3);
    d.channels = ChannelOrder::kBgr;
    auto network = startNetwork(d, hostOptions());
    ASSERT_TRUE(network) << network.error().message;
    const std::vector<Image> crops{plain(112, 112, 255, 102, 0)};
    const auto features = (*network)->forward(crops);
    ASSERT_TRUE(features);
    EXPECT_NEAR((*features)(0, 0), 0.F, 1e-5);
    EXPECT_NEAR((*features)(0, 2), 1.F, 1e-5);
}

TEST(Network, AOneChannelNetworkTakesColourAndGreyImages) {
    NetworkDescriptor d = descriptorOf("grey", 16);
    d.channels = ChannelOrder::kGrey;
    auto network = startNetwork(d, hostOptions());
    ASSERT_TRUE(network) << network.error().message;
    const std::vector<Image> crops{plain(112, 112, 51, 51, 51), plain(112, 112, 255, 0, 0)};
    const auto features = (*network)->forward(crops);
    ASSERT_TRUE(features);
    EXPECT_NEAR((*features)(0, 7), 0.2F, 1e-5);
    EXPECT_NEAR((*features)(1, 7), 0.299F, 2e-3);
}

TEST(Network, FeaturesDoNotDependOnTheBatchToTheLastBit) {
    std::vector<Image> crops;
    for (unsigned i = 0; i < 21; ++i) crops.push_back(noise(112, 112, i));
    NetworkHostOptions options = hostOptions();
    options.batchSize = 8;
    auto network = startNetwork(descriptorOf("blocks", 48), options);
    ASSERT_TRUE(network) << network.error().message;
    const auto all = (*network)->forward(crops);
    ASSERT_TRUE(all);
    for (const std::size_t i : {0U, 7U, 8U, 20U}) {
        const auto one = (*network)->forward(std::span(crops).subspan(i, 1));
        ASSERT_TRUE(one);
        EXPECT_EQ(one->row(0), all->row(static_cast<Eigen::Index>(i)));
    }
}

TEST(Network, ANetworkWhoseResultsDependOnTheBatchRunsImageByImage) {
    for (const char* name : {"batch_dependent", "single_only"}) {
        auto network = startNetwork(descriptorOf(name, 3), hostOptions());
        ASSERT_TRUE(network) << network.error().message;
        const std::vector<Image> crops{noise(112, 112, 1), noise(112, 112, 2)};
        const auto both = (*network)->forward(crops);
        const auto second = (*network)->forward(std::span(crops).subspan(1));
        ASSERT_TRUE(both && second);
        EXPECT_EQ(both->row(1), second->row(0)) << name;
    }
}

TEST(Network, SaysWhatDoesNotFitTheDescriptor) {
    EXPECT_NAMES(refusal(descriptorOf("means", 128)), "returns 3 numbers per image where its descriptor says 128");
    EXPECT_NAMES(refusal(descriptorOf("nan", 3)), "NaN");
    EXPECT_NAMES(refusal(descriptorOf("pair", 4)), "none of which has the 4 numbers per image");
    EXPECT_NAMES(refusal(descriptorOf("flat", 3)), "where one row per image is expected");
    EXPECT_NAMES(refusal(descriptorOf("random", 3)), "another feature each time");
    EXPECT_NAMES(refusal(descriptorOf("input_64", 3)), "cannot take");
    EXPECT_NAMES(refusal(descriptorOf("grey", 16)), "3 channel(s), 112 × 112");
}

TEST(Network, RefusesWhatIsNoNetwork) {
    const TemporaryFolder folder;
    NetworkDescriptor d = descriptorOf("means", 3);
    d.weightsFile = folder / "w.pt";
    EXPECT_EQ(startNetwork(d, hostOptions()).error().code, ErrorCode::kIo);
    writeText(d.weightsFile, "");
    EXPECT_NAMES(refusal(d), "cannot be loaded");
    writeText(d.weightsFile, "PK\x03\x04 not really");
    EXPECT_NAMES(refusal(d), "cannot be loaded");
    d.backend = "onnx";
    EXPECT_NAMES(refusal(d), "cannot be loaded");
}

TEST(Network, EveryFormatHasItsBackendAndOthersAreRefused) {
    const TemporaryFolder folder;
    NetworkDescriptor d = descriptorOf("means", 3);
    for (const WeightsFormat& format : weightsFormats()) {
        d.weightsFile = folder / (std::string("w") + format.ending);
        writeText(d.weightsFile, "not really");
        d.backend = format.backend;
        EXPECT_NAMES(refusal(d), "cannot be loaded");
    }
    d.backend = "abacus";
    EXPECT_NAMES(refusal(d), "abacus");
}

TEST(Network, ShapesWithTrailingOnesAreRows) { EXPECT_TRUE(startNetwork(descriptorOf("four_dims", 3), hostOptions())); }

TEST(Network, NotesUnitLengthWhateverTheDescriptorSays) {
    const auto unit = startNetwork(descriptorOf("unit", 3), hostOptions());
    ASSERT_TRUE(unit);
    EXPECT_TRUE((*unit)->descriptor().normalised);
    NetworkDescriptor d = descriptorOf("means", 3);
    d.normalised = true;
    const auto raw = startNetwork(d, hostOptions());
    ASSERT_TRUE(raw);
    EXPECT_FALSE((*raw)->descriptor().normalised);
}

TEST(Network, NaNOfOneImageIsRefusedOrLeftToTheCaller) {
    const std::vector<Image> crops{plain(112, 112, 9, 9, 9), plain(112, 112, 255, 255, 255)};
    auto strict = startNetwork(descriptorOf("nan_for_white", 3), hostOptions());
    ASSERT_TRUE(strict) << strict.error().message;
    const auto refused = (*strict)->forward(crops);
    ASSERT_FALSE(refused);
    EXPECT_NAMES(refused.error().message, "NaN or infinity for image 2");
    NetworkHostOptions options = hostOptions();
    options.refuseNonFinite = false;
    auto lenient = startNetwork(descriptorOf("nan_for_white", 3), options);
    ASSERT_TRUE(lenient);
    const auto features = (*lenient)->forward(crops);
    ASSERT_TRUE(features);
    EXPECT_TRUE(features->row(0).array().isFinite().all());
    EXPECT_FALSE(features->row(1).array().isFinite().all());
}

TEST(Network, CropsOfAnotherSizeAreRefusedAndTheHostGoesOn) {
    auto network = startNetwork(descriptorOf("means", 3), hostOptions());
    ASSERT_TRUE(network);
    const std::vector<Image> wrong{plain(100, 112, 1, 2, 3)}, right{plain(112, 112, 1, 2, 3)};
    EXPECT_EQ((*network)->forward(wrong).error().code, ErrorCode::kInvalid);
    EXPECT_TRUE((*network)->forward(right));
}

TEST(Network, AKilledHostIsASentenceAndLeavesNoZombie) {
    const std::size_t files = openFiles();
    {
        auto network = startNetwork(descriptorOf("stuck_on_white", 3), hostOptions());
        ASSERT_TRUE(network) << network.error().message;
        const auto running = children();
        ASSERT_EQ(running.size(), 1U);
        auto forward = std::async(std::launch::async, [&] {
            const std::vector<Image> white{plain(112, 112, 255, 255, 255)};
            return (*network)->forward(white);
        });
        EXPECT_EQ(forward.wait_for(300ms), std::future_status::timeout);
        ::kill(running[0], SIGKILL);
        const auto features = forward.get();
        ASSERT_FALSE(features);
        EXPECT_EQ(features.error().code, ErrorCode::kModel);
        EXPECT_NAMES(features.error().message, "stopped (signal 9)");
        EXPECT_NAMES(features.error().message, "run again to continue");
        const std::vector<Image> grey{plain(112, 112, 1, 1, 1)};
        EXPECT_EQ((*network)->forward(grey).error().code, ErrorCode::kModel);
    }
    EXPECT_TRUE(children().empty());
    EXPECT_EQ(openFiles(), files);
}

TEST(Network, CancelEndsALongForwardPass) {
    JobContext job;
    auto network = startNetwork(descriptorOf("stuck_on_white", 3), hostOptions(), job);
    ASSERT_TRUE(network) << network.error().message;
    std::thread later([&] {
        std::this_thread::sleep_for(200ms);
        job.cancel.cancel();
    });
    const std::vector<Image> white{plain(112, 112, 255, 255, 255)};
    const auto features = (*network)->forward(white);
    later.join();
    ASSERT_FALSE(features);
    EXPECT_EQ(features.error().code, ErrorCode::kCancelled);
    network->reset();
    EXPECT_TRUE(children().empty());
}

TEST(Network, TheHostEndsWithItsParentEvenInALongForwardPass) {
    int pipe[2];
    ASSERT_EQ(::pipe(pipe), 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
        auto network = startNetwork(descriptorOf("stuck_on_white", 3), hostOptions());
        const pid_t host = network ? children().at(0) : 0;
        if (::write(pipe[1], &host, sizeof host) < 0) ::_exit(1);
        const std::vector<Image> white{plain(112, 112, 255, 255, 255)};
        (void)(*network)->forward(white);
        ::_exit(0);
    }
    ::close(pipe[1]);
    pid_t host = 0;
    ASSERT_EQ(::read(pipe[0], &host, sizeof host), static_cast<ssize_t>(sizeof host));
    ::close(pipe[0]);
    ASSERT_GT(host, 0);
    std::this_thread::sleep_for(300ms);
    ::kill(parent, SIGKILL);
    ::waitpid(parent, nullptr, 0);
    bool gone = false;
    for (int i = 0; i < 200 && !gone; ++i) {
        std::ifstream stat("/proc/" + std::to_string(host) + "/stat");
        std::string word, state;
        stat >> word >> word >> state;
        gone = !stat || state == "Z";
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_TRUE(gone);
}

TEST(NetworkHost, ProgramsThatAreNoHostGiveASentence) {
    const TemporaryFolder folder;
    NetworkHostOptions options = hostOptions();
    options.startTimeoutSeconds = 1;
    options.program = folder / "nothing-here";
    EXPECT_NAMES(refusal(descriptorOf("means", 3), options), "cannot be started");
    options.program = "/bin/false";
    EXPECT_NAMES(refusal(descriptorOf("means", 3), options), "stopped (exit code 1)");
    options.program = "/bin/cat";  // Sends the request back.
    EXPECT_NAMES(refusal(descriptorOf("means", 3), options), "not its protocol");
    options.program = script(folder, "head -c 1 >/dev/null; echo 'this is no protocol at all'; cat >/dev/null");
    EXPECT_NAMES(refusal(descriptorOf("means", 3), options), "not its protocol");
    options.program = script(folder, "printf 'FSNH'; exit 3");
    EXPECT_NAMES(refusal(descriptorOf("means", 3), options), "stopped (exit code 3)");
    options.program = script(folder, "yes error >&2 & sleep 100");
    const auto start = Clock::now();
    EXPECT_NAMES(refusal(descriptorOf("means", 3), options), "did not answer in time");
    EXPECT_LT(Clock::now() - start, 4s);
}

TEST(NetworkHost, IsFoundByTheEnvironmentOrInTheBuildFolder) {
    const auto found = findNetworkHost();
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_TRUE(fs::exists(*found));
    ::setenv("FACESPACE_NETWORK_HOST", "/somewhere/host", 1);
    EXPECT_EQ(*findNetworkHost(), "/somewhere/host");
    ::unsetenv("FACESPACE_NETWORK_HOST");
}
