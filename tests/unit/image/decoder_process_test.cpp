#include "core/image/decoder_process.h"
#include "core/common/memory.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include "core/image/decode.h"
#include "tests/support/children.h"
#include "tests/unit/image/image_files.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using test::encoded;
using test::gradient;
using test::TempFolder;

class DecoderProcessTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto found = findImageDecoder();
        ASSERT_TRUE(found) << found.error().message;
        program = *found;
    }
    void TearDown() override { decodeApart({}); }
    /// What this process and the decoder make of the same bytes.
    void expectTheSame(const test::Bytes& bytes, const std::string& name) const {
        decodeApart({});
        const auto here = decodeImage(bytes, name);
        decodeApart(program);
        const auto apart = decodeImage(bytes, name);
        ASSERT_EQ(here.has_value(), apart.has_value()) << name;
        if (here) {
            EXPECT_EQ(here->pixels, apart->pixels) << name;
            EXPECT_EQ(here->width, apart->width) << name;
        } else {
            EXPECT_EQ(here.error(), apart.error()) << name;
        }
    }
    static fs::path script(const TempFolder& folder, const std::string& text) {
        const fs::path file = folder.write("decoder", "#!/bin/sh\n" + text);
        ::chmod(file.c_str(), 0755);
        return file;
    }
    static std::string statusOf(pid_t pid) {
        std::ifstream in("/proc/" + std::to_string(pid) + "/status");
        std::stringstream text;
        text << in.rdbuf();
        return text.str();
    }

    fs::path program;
};

TEST_F(DecoderProcessTest, PixelsAndSentencesAreThoseOfThisProcess) {
    const Image picture = gradient(67, 43);
    for (const char* suffix : {".jpg", ".png", ".bmp", ".ppm", ".tiff", ".webp"}) {
        test::Bytes bytes = encoded(picture, suffix);
        expectTheSame(bytes, suffix);
        bytes.resize(bytes.size() / 2);
        expectTheSame(bytes, std::string("half of ") + suffix);
        for (std::size_t i = bytes.size() / 3; i < bytes.size(); i += 7) bytes[i] ^= 0x55;
        expectTheSame(bytes, std::string("damaged ") + suffix);
    }
    for (const auto& [name, bytes] : test::bareHeaders(300, 200)) expectTheSame(bytes, name);
    expectTheSame({}, "nothing");
}

TEST_F(DecoderProcessTest, ThumbnailsAndImagesOfEverySizeComeThrough) {
    const TempFolder folder;
    const fs::path large = folder.write("large.jpg", encoded(gradient(2400, 1800), ".jpg"));
    const fs::path thin = folder.write("thin.png", encoded(gradient(30'000, 1), ".png"));
    for (const fs::path& file : {large, thin, large}) {
        decodeApart({});
        const auto here = decodeImage(file);
        const auto small = decodeThumbnail(file, 96);
        decodeApart(program);
        const auto apart = decodeImage(file);
        const auto smallApart = decodeThumbnail(file, 96);
        ASSERT_TRUE(here && small && apart && smallApart) << file;
        EXPECT_EQ(here->pixels, apart->pixels) << file;
        EXPECT_EQ(small->pixels, smallApart->pixels) << file;
    }
}

TEST_F(DecoderProcessTest, ItIsShutIn) {
    const auto process = DecoderProcess::start(program);
    ASSERT_TRUE(process);
    Image image;
    const test::Bytes bytes = encoded(gradient(8, 8), ".png");
    ASSERT_EQ(process->decode(bytes, {ImageFormat::kPng, 1, 64}, image, 20s), Decoding::kDone);
    // It has answered: the cage is closed.
    const std::string status = statusOf(process->pid());
    EXPECT_NE(status.find("NoNewPrivs:\t1"), std::string::npos) << status;
    EXPECT_NE(status.find("Seccomp:\t2"), std::string::npos) << status;
    std::size_t open = 0;
    for (const auto& entry : fs::directory_iterator("/proc/" + std::to_string(process->pid()) + "/fd")) {
        std::error_code error;
        const std::string what = fs::read_symlink(entry.path(), error).string();
        EXPECT_TRUE(what == "/dev/null" || what.starts_with("socket:") || what.starts_with("/memfd:facespace-image"))
            << what;
        ++open;
    }
    EXPECT_EQ(open, 4U);
    std::ifstream limits("/proc/" + std::to_string(process->pid()) + "/limits");
    std::stringstream all;
    all << limits.rdbuf();
    EXPECT_EQ(all.str().find("Max file size             unlimited"), std::string::npos) << all.str();
    EXPECT_EQ(all.str().find("Max address space         unlimited"), std::string::npos) << all.str();
}

TEST_F(DecoderProcessTest, OneThatFallsIsOneDamagedImageAndTheNextIsRead) {
    const test::Bytes bytes = encoded(gradient(16, 16), ".png");
    decodeApart(program);
    ASSERT_TRUE(decodeImage(bytes, "a"));
    for (const pid_t child : test::children()) ::kill(child, SIGKILL);
    const auto fallen = decodeImage(bytes, "a");
    ASSERT_FALSE(fallen);
    EXPECT_NE(fallen.error().message.find("damaged"), std::string::npos) << fallen.error().message;
    EXPECT_TRUE(decodeImage(bytes, "a"));
}

TEST_F(DecoderProcessTest, ADecoderThatLiesOrNeverAnswersHarmsNobody) {
    const TempFolder folder;
    const test::Bytes bytes = encoded(gradient(16, 16), ".png");
    // A size that is not there; half an answer; none; a program that is not there.
    const std::string request = "head -c 32 <&0 >/dev/null; ";
    for (const std::string& text : {request + R"(printf '\0\0\0\0\377\377\0\0\377\377\0\0\0\0\0\0' >&0; sleep 5)",
                                    request + R"(printf '\0\0\0\0\377\377\377\377\1\0\0\0\0\0\0\0' >&0; sleep 5)",
                                    request + R"(printf '\0\0' >&0)", std::string("exit 3"), std::string("sleep 20")}) {
        decodeApart(script(folder, text), 300ms);
        const auto start = std::chrono::steady_clock::now();
        EXPECT_FALSE(decodeImage(bytes, "a")) << text;
        EXPECT_LT(std::chrono::steady_clock::now() - start, 4s) << text;
    }
    decodeApart(folder.path() / "nothing");
    EXPECT_FALSE(decodeImage(bytes, "a"));
    endIdleDecoders();
    EXPECT_TRUE(test::children().empty());
}

TEST_F(DecoderProcessTest, WhereItDoesNotWorkImagesAreStillRead) {
    const TempFolder folder;
    const test::Bytes bytes = encoded(gradient(16, 16), ".png");
    for (const fs::path& broken : {script(folder, "exit 3"), folder.path() / "nothing"}) {
        decodeApartIfItWorks(broken);
        EXPECT_TRUE(decodeImage(bytes, "a")) << broken;
        EXPECT_TRUE(test::children().empty());
    }
    decodeApartIfItWorks(program);
    EXPECT_TRUE(decodeImage(bytes, "a"));
    EXPECT_EQ(test::children().size(), 1U) << "the one that was tried out goes on";
}

TEST_F(DecoderProcessTest, TheProgramsAskTheEnvironment) {
    const test::Bytes bytes = encoded(gradient(16, 16), ".png");
    ::setenv("FACESPACE_IMAGE_DECODER", "", 1);
    decodeApartByEnvironment();
    EXPECT_TRUE(decodeImage(bytes, "a"));
    EXPECT_TRUE(test::children().empty());
    ::setenv("FACESPACE_IMAGE_DECODER", "/nothing/here", 1);
    decodeApartByEnvironment();
    EXPECT_FALSE(decodeImage(bytes, "a")) << "who names one means it";
    ::unsetenv("FACESPACE_IMAGE_DECODER");
    decodeApartByEnvironment();
    EXPECT_TRUE(decodeImage(bytes, "a"));
    EXPECT_EQ(test::children().size(), 1U);
}

TEST_F(DecoderProcessTest, ThreadsHaveOneEachAndNoneIsLeft) {
    decodeApart(program);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([t] {
                const Image picture = gradient(20 + t, 30);
                const test::Bytes bytes = encoded(picture, ".png");
                for (int i = 0; i < 50; ++i) {
                    const auto image = decodeImage(bytes, "a");
                    ASSERT_TRUE(image) << image.error().message;
                    ASSERT_EQ(image->pixels, picture.pixels);
                }
            });
    }
    EXPECT_LE(test::children().size(), 4U);
    EXPECT_GE(test::children().size(), 1U);
    returnFreedMemory();
    EXPECT_TRUE(test::children().empty());
}

}  // namespace
}  // namespace facespace
