#include "core/container/pair_file.h"

#include "core/dataset/import.h"
#include "tests/unit/container/container_imports.h"
#include "tests/unit/container/pickle_files.h"

namespace facespace::test {
namespace {

std::vector<Bytes> someImages(int count) {
    std::vector<Bytes> images;
    // Some shorter than 256 bytes and some longer: these have other opcodes.
    for (int i = 0; i < count; ++i) images.push_back(ppm(i % 2 == 0 ? 4 : 40, 4, static_cast<std::uint8_t>(i)));
    return images;
}

class Pickles : public testing::TestWithParam<int> {};

TEST_P(Pickles, AreReadAsPythonWritesThem) {
    const TempSet folder;
    const auto images = someImages(6);
    const auto file = folder.path() / "lfw.bin";
    writeBytes(file, pickled(images, {true, false, true}, GetParam()));
    const auto pairs = PairFile::open(file);
    ASSERT_TRUE(pairs) << pairs.error().message;
    EXPECT_EQ((*pairs)->same(), (std::vector<char>{1, 0, 1}));
    ASSERT_EQ((*pairs)->imageCount(), 6U);
    for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ((*pairs)->read(PairFile::entryName(i), kMost).value(), images[i]);
    EXPECT_FALSE((*pairs)->has("6"));
    EXPECT_FALSE((*pairs)->has("x"));
    EXPECT_TRUE(failsWith((*pairs)->read("000006", kMost), ErrorCode::kNotFound, {"lfw.bin"}));
    EXPECT_TRUE(failsWith((*pairs)->read("1", 10), ErrorCode::kFormat, {"too large"}));
}

TEST_P(Pickles, OfManyImagesAreReadToTheEnd) {
    const TempSet folder;
    std::vector<bool> same(1500);
    for (std::size_t i = 0; i < same.size(); ++i) same[i] = i % 3 == 0;
    writeBytes(folder.path() / "a.bin", pickled(someImages(3000), same, GetParam()));
    const auto pairs = PairFile::open(folder.path() / "a.bin");
    ASSERT_TRUE(pairs) << pairs.error().message;
    EXPECT_EQ((*pairs)->imageCount(), 3000U);
    EXPECT_EQ(std::count((*pairs)->same().begin(), (*pairs)->same().end(), 1), 500);
}

INSTANTIATE_TEST_SUITE_P(Protocols, Pickles, testing::Values(2, 3, 4, 5));

TEST(PairFile, AnImageThatIsNamedAgainIsThatImage) {
    const TempSet folder;
    auto images = someImages(4);
    writeBytes(folder.path() / "a.bin", pickledWithRepeat(images, {true, false}));
    const auto pairs = PairFile::open(folder.path() / "a.bin");
    ASSERT_TRUE(pairs) << pairs.error().message;
    EXPECT_EQ((*pairs)->read("3", kMost).value(), images[0]);
    EXPECT_EQ((*pairs)->firstOfSame({}).value(), (std::vector<std::size_t>{0, 1, 2, 0}));
}

TEST(PairFile, NothingIsExecutedAndNothingElseIsTaken) {
    const TempSet folder;
    const auto file = folder.path() / "a.bin";
    const auto whole = pickled(someImages(4), {true, false}, 4);
    const std::string ran = (folder.path() / "ran").string();
    for (const std::string& text : std::vector<std::string>{"",
                                                            "x",
                                                            "PK\x03\x04",
                                                            std::string("\x80\x06]q\x00.", 6),
                                                            std::string("\x80\x01]q\x00.", 6),
                                                            "\x80\x02"
                                                            "cos\nsystem\nq\x01U\x09touch " +
                                                                ran + "\x85Rq\x02.",  // os.system
                                                            "\x80\x02(cbuiltins\neval\n",
                                                            "(lp0\n.",
                                                            "I01\n.",
                                                            "\x80\x04\x8c\x02os\x94\x8c\x06system\x94\x93\x94.",
                                                            "\x80\x02]]\x86.",
                                                            "\x80\x02).",
                                                            "\x80\x02\x88.",
                                                            "\x80\x02]\x88"
                                                            "a]\x88"
                                                            "a\x86.",
                                                            "\x80\x02"
                                                            "e.",
                                                            "\x80\x02"
                                                            "a.",
                                                            "\x80\x02t.",
                                                            "\x80\x02(t.",
                                                            "\x80\x02h\x07.",
                                                            "\x80\x02q\x01.",
                                                            "\x80\x02(q\x01.",
                                                            "\x80\x02"
                                                            "K\x02.",
                                                            "\x80\x02"
                                                            "B\xff\xff\xff\xff"
                                                            "abc.",
                                                            "\x80\x04\x8e\xff\xff\xff\xff\xff\xff\xff\xff"
                                                            "abc.",
                                                            std::string("\x80\x02]C\x01"
                                                                        "aa]\x88"
                                                                        "a\x86.",
                                                                        13)}) {
        writeText(file, text);
        EXPECT_TRUE(failsWith(PairFile::open(file), ErrorCode::kFormat, {"a.bin", "not a verification set"})) << text;
    }
    EXPECT_FALSE(std::filesystem::exists(ran));
    auto longer = whole;
    longer.push_back('x');
    writeBytes(file, longer);
    EXPECT_TRUE(failsWith(PairFile::open(file), ErrorCode::kFormat, {"behind its end"}));
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        writeBytes(file, Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
        EXPECT_FALSE(PairFile::open(file)) << length;
    }
    writeBytes(file, pickled(someImages(4), {true, false, true}, 4));
    EXPECT_TRUE(failsWith(PairFile::open(file), ErrorCode::kFormat, {"4 images and 3 truth values"}));
    std::filesystem::remove(file);
    EXPECT_TRUE(failsWith(PairFile::open(file), ErrorCode::kIo, {"a.bin"}));
}

TEST(PairImport, JoinsWhatPairsAndEqualBytesCallOnePerson) {
    const TempSet folder;
    auto images = someImages(10);
    images[4] = images[1];  // pairs 0 and 2 share an image
    writeBytes(folder.path() / "cfp.bin", pickled(images, {true, false, true, false, false}, 4));
    const auto set = imported(folder.path() / "cfp.bin");
    ASSERT_TRUE(set) << set.error().message;
    EXPECT_EQ(set->layout, "verification pairs");
    std::vector<std::string> identities;
    for (const auto& image : set->set.images) identities.push_back(image.identity.substr(5));
    EXPECT_EQ(identities, (std::vector<std::string>{"0", "0", "2", "3", "0", "0", "6", "7", "8", "9"}));
    EXPECT_EQ(set->set.images[9].path, "cfp.bin/000009");
    ASSERT_EQ(set->warnings.size(), 1U);
}

TEST(PairImport, SaysWhichPairsContradict) {
    const TempSet folder;
    auto images = someImages(6);
    images[2] = images[0];
    images[3] = images[1];
    writeBytes(folder.path() / "cfp.bin", pickled(images, {true, false, false}, 2));
    const auto set = imported(folder.path() / "cfp.bin");
    ASSERT_EQ(set->warnings.size(), 2U);
    const std::string& warning = set->warnings[1];
    EXPECT_NE(warning.find("1 pair is called different people"), std::string::npos) << warning;
    EXPECT_NE(warning.find("numbered 1"), std::string::npos) << warning;
}

}  // namespace
}  // namespace facespace::test
