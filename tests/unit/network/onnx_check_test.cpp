// Arrays of an ONNX file that are not what they say they are.
#include "core/network/onnx_check.h"

#include <gtest/gtest.h>
#include <random>

#include "core/network/network.h"
#include "tests/support/children.h"
#include "tests/support/network_files.h"
#include "tests/support/onnx_bytes.h"

using namespace facespace;
using namespace facespace::test;
using namespace facespace::test::onnx_bytes;

namespace {

std::string refusalOf(const std::string& file) {
    const auto checked = checkOnnx(std::as_bytes(std::span(file)));
    return checked ? "accepted" : checked.error().message;
}

std::string external(const char* file, const char* offset) {
    const auto entry = [](const char* key, const char* value) { return bytes(13, bytes(1, key) + bytes(2, value)); };
    return entry("location", file) + entry("offset", offset) + number(14, 1);
}

/// In an attribute of a node of a graph in an attribute of a node.
std::string hidden(const std::string& tensor) {
    const std::string constant =
        bytes(1, bytes(2, "c") + bytes(4, "Constant") + bytes(5, bytes(1, "value") + bytes(5, tensor)));
    const std::string branch =
        bytes(1, bytes(2, "y") + bytes(4, "If") + bytes(5, bytes(1, "then_branch") + bytes(6, constant)));
    return number(1, 7) + bytes(7, branch);
}

}  // namespace

#define EXPECT_NAMES(message, what) EXPECT_NE((message).find(what), std::string::npos) << (message)

TEST(OnnxCheck, LetsThroughWhatIsWhole) {
    EXPECT_EQ(refusalOf(convolution(initializer("w", {3, 3, 1, 1}, 36))), "accepted");
    EXPECT_EQ(refusalOf(hidden(initializer("w", {2}, 16, "", 7))), "accepted");
    // As typed numbers: packed floats, and whole numbers one by one.
    const auto typed = [](const std::string& numbers) { return number(1, 2) + number(2, 1) + bytes(8, "w") + numbers; };
    EXPECT_EQ(refusalOf(convolution(typed(bytes(4, std::string(8, '\0'))))), "accepted");
    EXPECT_EQ(refusalOf(convolution(typed(number(7, 5) + number(7, 6)))), "accepted");
    EXPECT_NAMES(refusalOf(convolution(typed(number(7, 5)))), "does not hold the 2 numbers");
    const fs::path model = realData() / "detect/face_detection_yunet_2022mar.onnx";
    if (realData().empty() || !fs::exists(model)) return;
    std::ifstream in(model, std::ios::binary);
    EXPECT_EQ(refusalOf({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}), "accepted");
}

TEST(OnnxCheck, RefusesShortNegativeHugeAndExternalArrays) {
    for (const auto& wrap : {convolution, hidden}) {
        EXPECT_NAMES(refusalOf(wrap(initializer("w", {3, 3, 1, 1}, 35))), "“w” does not hold the 9 numbers");
        EXPECT_NAMES(refusalOf(wrap(initializer("w", {3, 3, 1, 1}, 37))), "does not hold");
        EXPECT_NAMES(refusalOf(wrap(initializer("w", {3, 3, 1, 1}, 36, "", 99))), "does not hold");
        EXPECT_NAMES(refusalOf(wrap(initializer("w", {3, -3, -1, 1}, 36))), "a side of -3");
        EXPECT_NAMES(refusalOf(wrap(initializer("w", {1 << 30, 1 << 30, 1 << 30, 16}, 36))), "a side of 1073741824");
        EXPECT_NAMES(refusalOf(wrap(initializer("w", {3, 3}, 0, external("../../../etc/passwd", "0")))), "in another file");
        EXPECT_NAMES(refusalOf(wrap(initializer("w", {3, 3}, 0, external("w.bin", "-36")))), "in another file");
    }
}

TEST(OnnxCheck, RefusesWhatIsNoOnnxFile) {
    const std::string good = convolution(initializer("w", {3, 3, 1, 1}, 36));
    EXPECT_NAMES(refusalOf("PK\x03\x04 not really"), "no ONNX file");
    EXPECT_NAMES(refusalOf(good.substr(0, good.size() - 7)), "no ONNX file");
    std::string deep = initializer("w", {1}, 4);
    for (int i = 0; i < 3000; ++i) deep = bytes(1, bytes(5, bytes(6, deep)));
    EXPECT_NAMES(refusalOf(bytes(7, deep)), "no ONNX file");
    // No bytes make it read what is not there (the sanitisers' build looks).
    std::mt19937 random(5);
    for (int i = 0; i < 20000; ++i) {
        std::string wrong = good;
        for (int k = 0; k < 3; ++k) wrong[random() % wrong.size()] = static_cast<char>(random());
        refusalOf(wrong.substr(0, random() % (wrong.size() + 1)));
    }
}

TEST(OnnxCheck, TheHostRefusesSuchFilesInOneSentence) {
    const TemporaryFolder folder;
    NetworkDescriptor d = descriptorOf("conv", 3);
    d.backend = "onnx";
    d.weightsFile = folder / "conv.onnx";
    const auto outcome = [&](const std::string& file) -> std::string {
        writeText(d.weightsFile, file);
        const auto network = startNetwork(d, hostOptions());
        if (network) return "accepted";
        EXPECT_EQ(network.error().message.english().back(), '.');
        EXPECT_TRUE(children().empty());
        return network.error().message;
    };
    EXPECT_EQ(outcome(convolution(initializer("w", {3, 3, 1, 1}, 36))), "accepted");
    EXPECT_NAMES(outcome(convolution(initializer("w", {3, 3, 1, 1}, 4))), "does not hold the 9 numbers");
    EXPECT_NAMES(outcome(convolution(initializer("w", {-3, 3, 1, 1}, 36))), "a side of -3");
    // Two arrays over the same bytes of a file outside the network's folder.
    const std::string overlapping = initializer("w", {3, 3, 1, 1}, 0, external("../outside.bin", "0"));
    const std::string other = bytes(5, initializer("v", {3, 3, 1, 1}, 0, external("../outside.bin", "4")));
    EXPECT_NAMES(outcome(convolution(overlapping + other)), "in another file");
}

TEST(OnnxCheck, ArraysBesideTheFileAreReadFromItsFolderAlone) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "net");
    NetworkDescriptor d = descriptorOf("conv", 3);
    d.backend = "onnx";
    d.weightsFile = folder / "net/conv.onnx";
    const auto outcome = [&](const std::string& file) -> std::string {
        writeText(d.weightsFile, file);
        const auto network = startNetwork(d, hostOptions());
        return network ? "accepted" : network.error().message.english();
    };
    const auto beside = [](const char* file, const char* offset) {
        return convolution(initializer("w", {3, 3, 1, 1}, 0, external(file, offset)));
    };
    writeText(folder / "net/w.bin", std::string(40, '\0'));
    writeText(folder / "outside.bin", std::string(40, '\0'));
    EXPECT_EQ(outcome(beside("w.bin", "0")), "accepted");
    EXPECT_EQ(outcome(beside("w.bin", "4")), "accepted");
    for (const char* offset : {"5", "-4", "18446744073709551612", "4x", ""})
        EXPECT_NAMES(outcome(beside("w.bin", offset)),
                     "“w” lies in another file, which is not in the network's own folder or is too short");
    EXPECT_NAMES(outcome(beside("../outside.bin", "0")), "lies in another file");
    EXPECT_NAMES(outcome(beside((folder / "outside.bin").c_str(), "0")), "lies in another file");
    EXPECT_NAMES(outcome(beside("gone.bin", "0")), "gone.bin” cannot be read");
    fs::create_symlink("../outside.bin", folder / "net/link.bin");
    EXPECT_NAMES(outcome(beside("link.bin", "0")), "lies in another file");
    const auto two = [&](const char* offset) {
        const std::string v = bytes(5, initializer("v", {1}, 0, external("w.bin", offset)));
        return convolution(initializer("w", {3, 3, 1, 1}, 0, external("w.bin", "0"))) + bytes(7, v);
    };
    EXPECT_EQ(outcome(two("36")), "accepted");
    EXPECT_NAMES(outcome(two("32")), "its arrays in other files overlap");
    // A store in which the network's file and the one beside it are links into one folder.
    fs::create_directory(folder / "store");
    fs::rename(folder / "outside.bin", folder / "store/data");
    fs::remove(folder / "net/link.bin");
    fs::create_symlink("../store/data", folder / "net/link.bin");
    fs::remove(d.weightsFile);
    writeText(folder / "store/graph", "");
    fs::create_symlink("../store/graph", d.weightsFile);
    EXPECT_EQ(outcome(beside("link.bin", "0")), "accepted");
    // What is beside is part of what the user says yes to.
    const auto hash = [&] { return Weights::read(d.weightsFile)->sha256(); };
    writeText(d.weightsFile, beside("w.bin", "0"));
    const std::string before = hash();
    writeText(folder / "net/w.bin", std::string(39, '\0') + "x");
    EXPECT_NE(hash(), before);
}
