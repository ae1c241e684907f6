// A network is a program: none runs without the user's yes to its very bytes.
#include "core/network/trust.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "core/common/sha256.h"
#include "tests/support/environment.h"
#include "tests/support/network_files.h"

using namespace facespace;
using namespace facespace::test;

namespace {

class Trust : public ::testing::Test {
  protected:
    Trust() : list_("FACESPACE_TRUSTED_NETWORKS", (folder_ / "config/list.json").string()) {}

    /// With a host that leaves a trace when it is started.
    NetworkHostOptions traced() {
        const fs::path host = folder_ / "host.sh";
        writeText(host, "#!/bin/sh\ntouch '" + (folder_ / "ran").string() + "'\nexec " + builtHost().string() + "\n");
        fs::permissions(host, fs::perms::owner_all);
        NetworkHostOptions options = hostOptions();
        options.consent = Consent::kListed;
        options.program = host;
        return options;
    }
    bool ran() const { return fs::exists(folder_ / "ran"); }
    static Weights weightsOf(const std::string& name) { return std::move(*Weights::read(builtNetwork(name))); }

    TemporaryFolder folder_;
    Environment list_;
};

}  // namespace

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

TEST_F(Trust, ANetworkNobodyAllowedDoesNotRunAndIsNamedWithItsHash) {
    const NetworkDescriptor d = descriptorOf("means", 3);
    const auto refused = startNetwork(d, traced());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kInvalid);
    EXPECT_NAMES(refused.error().message, d.weightsFile.string());
    EXPECT_NAMES(refused.error().message, std::to_string(fs::file_size(d.weightsFile)) + " bytes");
    EXPECT_NAMES(refused.error().message, *sha256OfFile(d.weightsFile));
    EXPECT_FALSE(ran());
    EXPECT_FALSE(fs::exists(trustedNetworksFile()));
    const auto question = openQuestion(d);
    ASSERT_TRUE(question);
    EXPECT_EQ(question->weights, d.weightsFile);
    EXPECT_EQ(question->sha256, *sha256OfFile(d.weightsFile));
}

TEST_F(Trust, AYesIsRememberedForTheseBytesAloneAndPrivately) {
    NetworkHostOptions options = traced();
    options.consent = Consent::kRemember;
    ASSERT_TRUE(startNetwork(descriptorOf("means", 3), options));
    EXPECT_TRUE(ran());
    struct stat status {};
    ASSERT_EQ(::stat(trustedNetworksFile().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    options.consent = Consent::kListed;
    EXPECT_TRUE(startNetwork(descriptorOf("means", 3), options));
    EXPECT_FALSE(openQuestion(descriptorOf("means", 3)));
    EXPECT_FALSE(startNetwork(descriptorOf("blocks", 48), options));
    // A second yes keeps the first, and nothing else is left in the folder.
    ASSERT_TRUE(trustNetwork(*openQuestion(descriptorOf("blocks", 48))));
    EXPECT_TRUE(*isTrusted(weightsOf("means")));
    EXPECT_TRUE(*isTrusted(weightsOf("blocks")));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / "config"), fs::directory_iterator()), 1);
}

TEST_F(Trust, AYesForOneRunIsNotRemembered) {
    ASSERT_TRUE(startNetwork(descriptorOf("means", 3), hostOptions()));
    EXPECT_FALSE(fs::exists(trustedNetworksFile()));
    EXPECT_FALSE(*isTrusted(weightsOf("means")));
}

TEST_F(Trust, ADamagedListAllowsNothingAndIsNamed) {
    fs::create_directories(folder_ / "config");
    for (const char* text : {"", "{", "[]", R"({"networks": 3})"}) {
        writeText(trustedNetworksFile(), text);
        const auto refused = startNetwork(descriptorOf("means", 3), traced());
        ASSERT_FALSE(refused) << text;
        EXPECT_NAMES(refused.error().message, "list.json");
        EXPECT_FALSE(trustNetwork({"means", "", 1, "00"})) << "nothing of the user's is overwritten";
    }
    writeText(trustedNetworksFile(), R"({"networks": [1, "x", {"sha256": 5}, {}]})");
    EXPECT_FALSE(*isTrusted(weightsOf("means")));
    EXPECT_FALSE(ran());
}

TEST_F(Trust, NetworksThatComeWithFaceSpaceNeedNoYes) {
    fs::create_directories(folder_ / "share/networks");
    fs::copy_file(builtNetwork("means"), folder_ / "share/networks/ours.pt");
    const Environment resources("FACESPACE_RESOURCES", (folder_ / "share").string());
    // What counts is what the file holds, wherever it lies.
    EXPECT_TRUE(*isTrusted(weightsOf("means")));
    EXPECT_FALSE(*isTrusted(weightsOf("blocks")));
}

TEST_F(Trust, TheBytesThatWereHashedAreTheBytesThatRun) {
    const fs::path file = folder_ / "swapped.pt";
    fs::copy_file(builtNetwork("means"), file);
    NetworkDescriptor d = descriptorOf("means", 3);
    d.weightsFile = file;
    const auto weights = Weights::read(file);
    ASSERT_TRUE(weights) << weights.error().message;
    EXPECT_EQ(weights->sha256(), *sha256OfFile(builtNetwork("means")));
    // Overwritten in place between the yes and the start, by something that would not even load.
    writeText(file, std::string(fs::file_size(file), 'x'));
    auto network = startNetwork(d, *weights, hostOptions());
    ASSERT_TRUE(network) << network.error().message;
    const std::vector<Image> crops{plain(112, 112, 255, 0, 51)};
    EXPECT_NEAR((*(*network)->forward(crops))(0, 2), 0.2F, 1e-5);
    const char byte = 0;
    EXPECT_LT(::pwrite(weights->memory(), &byte, 1, 0), 0) << "sealed";
    EXPECT_NE(::ftruncate(weights->memory(), 0), 0);
}

TEST_F(Trust, OnlyRegularFilesAreReadAsWeights) {
    const fs::path pipe = folder_ / "pipe.pt";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    for (const fs::path& file : {pipe, fs::path("/dev/zero"), folder_.path(), folder_ / "nothing.pt"}) {
        const auto read = Weights::read(file);
        ASSERT_FALSE(read) << file;
        EXPECT_EQ(read.error().code, ErrorCode::kIo);
        EXPECT_NAMES(read.error().message, file.string());
    }
    for (const fs::path& file : {pipe, fs::path("/dev/zero")}) EXPECT_EQ(readDescriptor(file).error().code, ErrorCode::kIo);
}

TEST_F(Trust, APathInAProjectIsNotLookedForInTheWorkingFolder) {
    fs::copy_file(builtNetwork("means"), folder_ / "net.pt");
    writeText(folder_ / "net.json", R"({"file": "net.pt",
        "input": {"width": 112, "height": 112, "channel_order": "RGB", "mean": 0, "std": 255},
        "alignment": {"type": "none"}, "output": {"dim": 3, "l2_normalised": false}})");
    const fs::path before = fs::current_path();
    fs::current_path(folder_.path());
    EXPECT_TRUE(readDescriptor("net.json"));
    for (const char* path : {"net.json", "./net.json", ""}) {
        const auto read = readDescriptorOfProject(path);
        ASSERT_FALSE(read) << path;
        EXPECT_EQ(read.error().code, ErrorCode::kNotFound);
    }
    EXPECT_TRUE(readDescriptorOfProject((folder_ / "net.json").string()));
    fs::current_path(before);
}

TEST(TrustedNetworksFile, LiesWithTheUsersSettings) {
    const Environment none("FACESPACE_TRUSTED_NETWORKS", "");
    const Environment home("HOME", "/home/somebody");
    {
        const Environment config("XDG_CONFIG_HOME", "/home/somebody/conf");
        EXPECT_EQ(trustedNetworksFile(), "/home/somebody/conf/facespace/trusted-networks.json");
    }
    const Environment relative("XDG_CONFIG_HOME", "conf");
    EXPECT_EQ(trustedNetworksFile(), "/home/somebody/.config/facespace/trusted-networks.json");
}
