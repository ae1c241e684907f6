#include "core/features/feature_file.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include <cmath>
#include <fstream>
#include <random>

#include "core/dataset/text.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

class FeatureFileTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        dir = fs::temp_directory_path() / ("facespace-ff-" + std::string(info->name()) + "." + std::to_string(::getpid()));
        fs::create_directories(dir);
    }
    void TearDown() override { fs::remove_all(dir); }
    fs::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(dir / name, std::ios::binary) << bytes;
        return dir / name;
    }
    /// Reads the text as a table and expects these features.
    FeatureFile read(const std::string& text, const std::vector<std::vector<float>>& expected) const {
        const auto file = readFeatureFile(write("f.csv", text));
        EXPECT_TRUE(file) << file.error().message;
        if (!file || expected.empty()) return file.value_or(FeatureFile());
        EXPECT_EQ(file->features.rows(), static_cast<Eigen::Index>(expected.size()));
        for (std::size_t i = 0; i < expected.size(); ++i) {
            EXPECT_EQ(file->features.cols(), static_cast<Eigen::Index>(expected[i].size()));
            for (std::size_t j = 0; j < expected[i].size(); ++j)
                EXPECT_EQ(file->features(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)), expected[i][j]);
        }
        return *file;
    }
    static std::string npy(const std::string& type, const std::string& shape, const std::string& data) {
        std::string dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        std::string out("\x93NUMPY\x01\x00", 8);
        out += static_cast<char>(dictionary.size());
        out += '\0';
        return out + dictionary + data;
    }
    fs::path writeZip(const std::string& name, const std::vector<std::pair<std::string, std::string>>& entries) const {
        int code = 0;
        zip_t* archive = zip_open((dir / name).c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
        for (const auto& [entry, content] : entries)
            zip_file_add(archive, entry.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
        EXPECT_EQ(zip_close(archive), 0);
        return dir / name;
    }
    static std::string floats(std::vector<float> values) {
        return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)};
    }
    static std::string wide(const std::u32string& text, std::size_t width) {
        std::u32string padded = text;
        padded.resize(width, U'\0');
        return {reinterpret_cast<const char*>(padded.data()), width * 4};
    }
    fs::path dir;
};

}  // namespace

TEST_F(FeatureFileTest, RowNumbersAreNoFeature) {
    // pandas with and without header, R, and columns that have numbers for names.
    for (const char* text : {",f0,f1\n0,1.5,2\n1,3,4\n2,5,6\n", "0,1.5,2\n1,3,4\n2,5,6\n", "1,1.5,2\n2,3,4\n3,5,6\n",
                             ",0,1,2\n0,1.5,2,0.5\n1,3,4,0.5\n2,5,6,0.5\n"}) {
        const bool three = std::string(text).find(",0.5") != std::string::npos;
        const auto file = read(text, three ? std::vector<std::vector<float>>{{1.5F, 2, 0.5F}, {3, 4, 0.5F}, {5, 6, 0.5F}}
                                           : std::vector<std::vector<float>>{{1.5F, 2}, {3, 4}, {5, 6}});
        ASSERT_EQ(file.notes.size(), 1U) << text;
        EXPECT_NE(file.notes[0].find("numbers the rows"), std::string::npos);
    }
    // Written with decimals, from 2 on, or of two rows: values.
    read("0.0,1.5\n1.0,3\n2.0,5\n", {{0, 1.5F}, {1, 3}, {2, 5}});
    read("2,1.5\n3,3\n4,5\n", {{2, 1.5F}, {3, 3}, {4, 5}});
    read("0,1.5\n1,3\n", {{0, 1.5F}, {1, 3}});
    read("0\n1\n2\n", {{0}, {1}, {2}});
    // Columns that are called 0, 1, 2.
    read("0,1,2\n.5,1,2\n.25,3,4\n", {{0.5F, 1, 2}, {0.25F, 3, 4}});
}

TEST_F(FeatureFileTest, NamesOfImagesAndOtherColumns) {
    EXPECT_EQ(read("A/1.jpg 1 2\nA/2.jpg 3 4\n", {{1, 2}, {3, 4}}).names, (Names{"A/1.jpg", "A/2.jpg"}));
    EXPECT_EQ(read("Anna M/1.jpg 1 2\nB/2.jpg 3 4\n", {{1, 2}, {3, 4}}).names, (Names{"Anna M/1.jpg", "B/2.jpg"}));
    EXPECT_EQ(read("Anna\t1\t2\nBo\t3\t4\n", {{1, 2}, {3, 4}}).names, (Names{"Anna", "Bo"}));
    const auto file = read("path,label,sex,f0,f1\na.jpg,7,f,1,2\nb.jpg,8,m,3,4\n", {{1, 2}, {3, 4}});
    EXPECT_EQ(file.names, (Names{"a.jpg", "b.jpg"}));
    ASSERT_EQ(file.notes.size(), 1U);
    EXPECT_NE(file.notes[0].find("label, sex."), std::string::npos);
    EXPECT_TRUE(read("1,2\n3,4\n", {{1, 2}, {3, 4}}).names.empty());
    const auto odd = readFeatureFile(write("f.csv", "1,2\n3,abc\n"));
    ASSERT_FALSE(odd);
    EXPECT_NE(odd.error().message.find("line 2, column 2: “abc”"), std::string::npos);
}

TEST_F(FeatureFileTest, SavetxtAndTensorBoard) {
    // numpy.savetxt with a header, and with its default separator.
    read("# f0 f1\n1.000000000000000000e+00 2.5e+00\n3.0e+00 -4.0e+00\n", {{1, 2.5F}, {3, -4}});
    read("1\t2\n3\t4\n", {{1, 2}, {3, 4}});
    const auto file = read("1 NA\nnull 4\n", {});
    EXPECT_TRUE(std::isnan(file.features(0, 1)) && std::isnan(file.features(1, 0)));
    EXPECT_EQ(file.features(1, 1), 4);
}

TEST_F(FeatureFileTest, ArchivesOfSeveralArraysNameTheirRows) {
    const std::string x = npy("<f4", "(2, 3)", floats({1, 2, 3, 4, 5, 6}));
    const std::string labels = npy("<i8", "(2,)", std::string(16, '\0'));
    const std::string names = npy("<U7", "(2,)", wide(U"é/1.jpg", 7) + wide(U"B/2.jpg", 7));
    const std::string people = npy("|S3", "(2,)", std::string("Ann") + std::string("Bo\0", 3));
    auto file = readFeatureFile(
        writeZip("a.npz", {{"embs.npy", x}, {"labels.npy", labels}, {"people.npy", people}, {"names.npy", names}}));
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->features(1, 2), 6);
    EXPECT_EQ(file->names, (Names{"é/1.jpg", "B/2.jpg"}));
    file = readFeatureFile(writeZip("b.npz", {{"embs.npy", x}, {"people.npy", people}}));
    ASSERT_TRUE(file);
    EXPECT_EQ(file->names, (Names{"Ann", "Bo"}));
    // Two that could be features are asked about; an array of pickled objects is not opened.
    file = readFeatureFile(writeZip("c.npz", {{"a.npy", x}, {"b.npy", x}, {"n.npy", names}}));
    ASSERT_FALSE(file);
    EXPECT_NE(file.error().message.find("c.npz:a"), std::string::npos);
    file = readFeatureFile(writeZip("d.npz", {{"x.npy", x}, {"o.npy", npy("|O", "(2,)", "pickle")}}));
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->names.empty());
    // A text array that claims more than it holds.
    file = readFeatureFile(writeZip("e.npz", {{"x.npy", x}, {"n.npy", npy("<U999999999", "(2,)", "abc")}}));
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->names.empty());
}

/// FACESPACE_MUTATIONS=10000 for the long form.
TEST_F(FeatureFileTest, MutatedTablesNeverCrash) {
    const char* asked = std::getenv("FACESPACE_MUTATIONS");
    const int trials = asked != nullptr ? std::atoi(asked) : 500;
    const std::vector<std::string> seeds{",f0,f1\n0,1.5,2\n1,3,4\n2,5,6\n", "# a b\n1e0 2\n3 4\n",
                                         "A b/1.jpg 1 2\nB/2.jpg 3 4\n", "path,label,f0\na.jpg,7,1\nb.jpg,8,3\n",
                                         "0,1,2\n.5,1,2\n.25,3,4\n"};
    const std::vector<std::string> pieces{
        ",", "\n", " ", "\t", "\"", "NA", "#", ".jpg", "1e999", "-", "\xFF", std::string(1, '\0'), "0"};
    std::mt19937 random(3);
    for (int trial = 0; trial < trials; ++trial) {
        std::string text = seeds[random() % seeds.size()];
        for (auto n = 1 + random() % 4; n > 0; --n) {
            const std::size_t at = random() % (text.size() + 1);
            if (random() % 3 == 0)
                text.erase(at, random() % 5);
            else
                text.insert(at, pieces[random() % pieces.size()]);
        }
        const auto file = readFeatureFile(write("m.csv", text));
        if (file) {
            EXPECT_GT(file->features.size(), 0) << text;
            EXPECT_TRUE(file->names.empty() || static_cast<Eigen::Index>(file->names.size()) == file->features.rows())
                << text;
        } else {
            EXPECT_EQ(file.error().message.english().back(), '.') << text;
            EXPECT_TRUE(isUtf8(file.error().message.english())) << text;
        }
    }
}

TEST_F(FeatureFileTest, MutatedArchivesNeverCrash) {
    const char* asked = std::getenv("FACESPACE_MUTATIONS");
    const int trials = asked != nullptr ? std::atoi(asked) : 300;
    const std::string x = npy("<f4", "(2, 3)", floats({1, 2, 3, 4, 5, 6}));
    const std::string names = npy("<U7", "(2,)", wide(U"A/1.jpg", 7) + wide(U"B/2.jpg", 7));
    std::mt19937 random(4);
    for (int trial = 0; trial < trials; ++trial) {
        std::string bad = trial % 2 != 0 ? x : names;
        for (auto n = 1 + random() % 4; n > 0; --n) bad[random() % bad.size()] = static_cast<char>(random());
        if (random() % 4 == 0) bad.resize(random() % bad.size());
        const auto file = readFeatureFile(
            writeZip("m.npz", {{"x.npy", trial % 2 != 0 ? bad : x}, {"names.npy", trial % 2 != 0 ? names : bad}}));
        if (file) {
            EXPECT_TRUE(file->names.empty() || static_cast<Eigen::Index>(file->names.size()) == file->features.rows());
        }
    }
}

}  // namespace facespace
