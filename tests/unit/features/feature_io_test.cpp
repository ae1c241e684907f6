#include "core/features/feature_io.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <limits>
#include <random>
#include <string>

namespace facespace {
namespace {

namespace fs = std::filesystem;

class FeatureIoTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        dir = fs::temp_directory_path() / ("facespace-io-" + std::string(info->name()) + "." + std::to_string(::getpid()));
        fs::create_directories(dir);
    }
    void TearDown() override { fs::remove_all(dir); }

    fs::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(dir / name, std::ios::binary) << bytes;
        return dir / name;
    }
    static std::string npy(const std::string& dictionary, const std::string& data, int version = 1) {
        std::string out("\x93NUMPY", 6);
        out += static_cast<char>(version);
        out += '\0';
        for (int i = 0; i < (version == 1 ? 2 : 4); ++i) out += static_cast<char>(dictionary.size() >> (8 * i) & 0xff);
        return out + dictionary + data;
    }
    static std::string header(const std::string& type, bool fortran, const std::string& shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape +
               ", }\n";
    }
    template <class T>
    static std::string bytes(std::vector<T> values, bool swap = false) {
        std::string out(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
        if (swap)
            for (std::size_t i = 0; i < out.size(); i += sizeof(T))
                std::reverse(out.begin() + static_cast<std::ptrdiff_t>(i),
                             out.begin() + static_cast<std::ptrdiff_t>(i + sizeof(T)));
        return out;
    }
    fs::path writeZip(const std::string& name, const std::vector<std::pair<std::string, std::string>>& entries) const {
        int code = 0;
        zip_t* archive = zip_open((dir / name).c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
        for (const auto& [entry, content] : entries)
            zip_file_add(archive, entry.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
        EXPECT_EQ(zip_close(archive), 0);
        return dir / name;
    }
    void expectRefused(const fs::path& file, ErrorCode code, const std::string& says) const {
        const auto result = readFeatures(file);
        ASSERT_FALSE(result) << file;
        EXPECT_EQ(result.error().code, code) << result.error().message;
        EXPECT_NE(result.error().message.find(says), std::string::npos) << result.error().message;
        EXPECT_NE(result.error().message.find(dir.string()), std::string::npos) << result.error().message;
        EXPECT_EQ(result.error().message.english().back(), '.');
    }

    fs::path dir;
    const std::string f4 = header("<f4", false, "(2, 3)");
    const std::string data = bytes<float>({1, 2, 3, 4, 5, 6});
};

void expectOneToSix(const Result<FeatureMatrix>& result) {
    ASSERT_TRUE(result) << result.error().message;
    FeatureMatrix expected(2, 3);
    expected << 1, 2, 3, 4, 5, 6;
    EXPECT_EQ(*result, expected);
}

TEST_F(FeatureIoTest, EveryTypeOrderAndVersionGivesTheSameMatrix) {
    const std::vector<std::uint16_t> halves{0x3c00, 0x4000, 0x4200, 0x4400, 0x4500, 0x4600};
    expectOneToSix(readFeatures(write("a.npy", npy(f4, data))));
    expectOneToSix(readFeatures(write("b.npy", npy(f4, data, 2))));
    expectOneToSix(readFeatures(write("c.npy", npy(f4, data, 3))));
    expectOneToSix(
        readFeatures(write("d.npy", npy(header(">f4", false, "(2, 3)"), bytes<float>({1, 2, 3, 4, 5, 6}, true)))));
    expectOneToSix(readFeatures(write("e.npy", npy(header("<f8", false, "(2L, 3L)"), bytes<double>({1, 2, 3, 4, 5, 6})))));
    expectOneToSix(readFeatures(write("f.npy", npy(header(">f8", true, "(2,3)"), bytes<double>({1, 4, 2, 5, 3, 6}, true)))));
    expectOneToSix(readFeatures(write("g.npy", npy(header("<f2", false, "(2, 3)"), bytes(halves)))));
    expectOneToSix(readFeatures(write("h.npy", npy(header(">f2", false, "(2, 3)"), bytes(halves, true)))));
    expectOneToSix(readFeatures(write("i.NPY", npy(header("<f4", true, "(2, 3)"), bytes<float>({1, 4, 2, 5, 3, 6})))));
    expectOneToSix(readFeatures(write("j.npy", npy(R"({"shape":(2,3),"fortran_order":False,"descr":"<f4"})", data))));
}

TEST_F(FeatureIoTest, WhatIsWrittenReadsBackBitByBit) {
    std::mt19937 rng(5);
    for (const auto& [rows, columns] : {std::pair{1, 1}, {3, 7}, {200, 65}, {1000, 512}}) {
        FeatureMatrix m(rows, columns);
        for (Eigen::Index i = 0; i < m.size(); ++i) m.data()[i] = std::bit_cast<float>(static_cast<std::uint32_t>(rng()));
        ASSERT_TRUE(writeNpy(dir / "x.npy", m));
        const auto read = readFeatures(dir / "x.npy");
        ASSERT_TRUE(read) << read.error().message;
        ASSERT_EQ(read->rows(), rows);
        EXPECT_EQ(std::memcmp(read->data(), m.data(), static_cast<std::size_t>(m.size()) * 4), 0);
        const auto size = fs::file_size(dir / "x.npy");
        EXPECT_EQ((size - static_cast<std::uintmax_t>(m.size()) * 4) % 64, 0U);
    }
}

TEST_F(FeatureIoTest, NumpyAgreesBothWays) {
    // Debian's own Python has Debian's numpy, whatever other one comes first in PATH.
    const std::string python = fs::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
    if (std::system((python + " -c 'import numpy' 2>/dev/null").c_str()) != 0)
        GTEST_SKIP() << "python3-numpy is not installed";
    FeatureMatrix m(3, 2);
    m << 1.5F, -2, 1e-40F, std::numeric_limits<float>::infinity(), std::nanf(""), 0.1F;
    ASSERT_TRUE(writeNpy(dir / "ours.npy", m));
    write("check.py",
          "import numpy as np, sys\n"
          "a = np.load('ours.npy')\n"
          "assert a.dtype == np.float32 and a.shape == (3, 2) and a.flags['C_CONTIGUOUS']\n"
          "assert a[0,0] == 1.5 and a[0,1] == -2 and a[1,0] == np.float32(1e-40) and np.isinf(a[1,1]) and np.isnan(a[2,0])\n"
          "np.save('f16.npy', a.astype('f2')); np.save('big.npy', a.astype('>f8')); np.save('f.npy', np.asfortranarray(a))\n"
          "np.savez_compressed('one.npz', features=a); np.savez('two.npz', a=a, b=a*2); np.savetxt('t.csv', a, "
          "delimiter=',')\n"
          "np.save('ints.npy', np.zeros((3,2), 'i4')); np.save('flat.npy', np.zeros(3))\n"
          "np.save('fields.npy', np.zeros((3,2), [('x','f4')]))\n");
    ASSERT_EQ(std::system(("cd '" + dir.string() + "' && " + python + " check.py").c_str()), 0);
    for (const char* name : {"big.npy", "f.npy", "one.npz", "one.npz:features", "two.npz:a", "t.csv"}) {
        const auto read = readFeatures(dir / name);
        ASSERT_TRUE(read) << read.error().message;
        ASSERT_EQ(read->rows(), 3) << name;
        EXPECT_EQ((*read)(0, 1), -2) << name;
        EXPECT_FLOAT_EQ((*read)(2, 1), 0.1F) << name;
        EXPECT_TRUE(std::isinf((*read)(1, 1)) && std::isnan((*read)(2, 0))) << name;
    }
    EXPECT_NEAR((*readFeatures(dir / "f16.npy"))(2, 1), 0.1, 1e-4);
    EXPECT_EQ((*readFeatures(dir / "two.npz:b"))(0, 1), -4);
    expectRefused(dir / "two.npz", ErrorCode::kInvalid, "“a”, “b”");
    expectRefused(dir / "two.npz:c", ErrorCode::kNotFound, "no array “c”");
    expectRefused(dir / "ints.npy", ErrorCode::kFormat, "“<i4”");
    expectRefused(dir / "flat.npy", ErrorCode::kFormat, "1 dimension;");
    expectRefused(dir / "fields.npy", ErrorCode::kFormat, "records");
}

TEST_F(FeatureIoTest, DamagedArraysAreRefusedWithoutAllocating) {
    expectRefused(dir / "none.npy", ErrorCode::kNotFound, "does not exist");
    expectRefused(write("zero.npy", ""), ErrorCode::kFormat, "0 bytes");
    expectRefused(write("text.npy", "hello world, this is text"), ErrorCode::kFormat, "not a NumPy array");
    expectRefused(write("short.npy", npy(f4, data.substr(1))), ErrorCode::kFormat, "incomplete");
    expectRefused(write("long.npy", npy(f4, data + "x")), ErrorCode::kFormat, "more bytes");
    expectRefused(write("cut.npy", npy(f4, data).substr(0, 30)), ErrorCode::kFormat, "ends within");
    expectRefused(write("v9.npy", npy(f4, data, 9)), ErrorCode::kFormat, "not known");
    for (const char* shape : {"(4000000000000, 4000000000000)", "(9223372036854775807, 2)", "(2, 4611686018427387904)"})
        expectRefused(write("huge.npy", npy(header("<f4", false, shape), data)), ErrorCode::kFormat, "incomplete");
    for (const char* shape : {"(-2, 3)", "(2, 3", "2, 3", "(99999999999999999999, 1)", "(2,,3)"})
        expectRefused(write("bad.npy", npy(header("<f4", false, shape), data)), ErrorCode::kFormat, "damaged");
    for (const char* shape : {"(0, 3)", "(2, 0)"})
        expectRefused(write("bad.npy", npy(header("<f4", false, shape), "")), ErrorCode::kFormat, "empty");
    expectRefused(write("f1.npy", npy(header("<f16", false, "(2, 3)"), data)), ErrorCode::kFormat, "float16");
    std::string hugeHeader = npy(f4, data, 2);
    hugeHeader[11] = '\x7f';
    expectRefused(write("hh.npy", hugeHeader), ErrorCode::kFormat, "damaged");
    expectRefused(write("a.jpg", "x"), ErrorCode::kFormat, ".npz, .h5 or .csv");
    expectRefused(dir / "", ErrorCode::kIo, "not a file");
}

TEST_F(FeatureIoTest, RandomDamageNeverCrashes) {
    std::mt19937 rng(1);
    const std::string good = npy(f4, data);
    int refused = 0;
    for (int i = 0; i < 1000; ++i) {
        std::string bad = good;
        for (unsigned n = rng() % 4 + 1; n > 0; --n) bad[rng() % bad.size()] = static_cast<char>(rng());
        refused += readFeatures(write("x.npy", bad)) ? 0 : 1;
    }
    EXPECT_GT(refused, 200);
}

TEST_F(FeatureIoTest, DamagedArchivesAreRefused) {
    expectRefused(write("text.npz", "hello"), ErrorCode::kFormat, "not an .npz");
    expectRefused(writeZip("none.npz", {{"readme.txt", "x"}}), ErrorCode::kFormat, "no NumPy array");
    const fs::path good = writeZip("good.npz", {{"x.npy", npy(f4, data)}, {"readme.txt", "x"}});
    expectOneToSix(readFeatures(good));
    std::ifstream in(good, std::ios::binary);
    const std::string archive((std::istreambuf_iterator<char>(in)), {});
    expectRefused(write("cut.npz", archive.substr(0, archive.size() / 2)), ErrorCode::kFormat, "not an .npz");
    // One byte of the stored data changed: the checksum tells.
    std::string flipped = archive;
    const std::string big = npy(header("<f4", false, "(100, 100)"), std::string(40000, 'a'));
    const fs::path compressed = writeZip("big.npz", {{"x.npy", big}});
    std::ifstream in2(compressed, std::ios::binary);
    flipped.assign((std::istreambuf_iterator<char>(in2)), {});
    flipped[60] = static_cast<char>(flipped[60] ^ 0x10);
    EXPECT_FALSE(readFeatures(write("flip.npz", flipped)));
}

TEST_F(FeatureIoTest, CsvWithAndWithoutHeaderAndWithHoles) {
    expectOneToSix(readFeatures(write("a.csv", "1,2,3\n4,5,6\n")));
    expectOneToSix(readFeatures(write("b.csv", "\xEF\xBB\xBF\"f 0\",\"f,1\",f2\r\n1,+2,3e0\r\n 4 ,5.0,6")));
    expectOneToSix(readFeatures(write("c.tsv", "1\t2\t3\n4\t5\t6\n")));
    expectOneToSix(readFeatures(write("d.csv", "1;2;3\n4;5;6\n")));
    const auto holes = readFeatures(write("e.csv", "1,,nan\n-inf,1e-60,NaN\n"));
    ASSERT_TRUE(holes) << holes.error().message;
    EXPECT_TRUE(std::isnan((*holes)(0, 1)) && std::isnan((*holes)(0, 2)) && std::isnan((*holes)(1, 2)));
    EXPECT_TRUE(std::isinf((*holes)(1, 0)));
    EXPECT_EQ((*holes)(1, 1), 0);
    expectRefused(write("f.csv", "1,2,3\n4,5\n"), ErrorCode::kFormat, "line 2: 2 values instead of 3");
    expectRefused(write("g.csv", "x,y\n1,5\na.jpg,5\n"), ErrorCode::kFormat, "line 3, column 1: “a.jpg”");
    expectRefused(write("h.csv", "x,y\n"), ErrorCode::kFormat, "“y” is not a number");
    expectRefused(write("i.csv", std::string(10'000'000, '1')), ErrorCode::kFormat, "ine 1 of");
}

TEST_F(FeatureIoTest, RowsMustMatchImages) {
    const FeatureMatrix m = FeatureMatrix::Zero(3, 2);
    EXPECT_TRUE(requireRowPerImage(m, 3, "f.npy"));
    const auto refused = requireRowPerImage(m, 1, "f.npy");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "Rows in “f.npy”: 3, images: 1; it needs a row for each image in import order.");
}

TEST_F(FeatureIoTest, WritingFailsWithASentenceAndLeavesTheOldFile) {
    const FeatureMatrix m = FeatureMatrix::Zero(3, 2);
    auto result = writeNpy(dir / "no" / "x.npy", m);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kIo);
    EXPECT_NE(result.error().message.find("No such file"), std::string::npos) << result.error().message;
    result = writeNpy(dir, m);
    ASSERT_FALSE(result);
    ASSERT_TRUE(writeNpy(dir / "old.npy", m));
    const pid_t child = ::fork();
    if (child == 0) {  // writing beyond a limit fails as on a full disk
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{100'000, 100'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto full = writeNpy(dir / "old.npy", FeatureMatrix::Ones(1000, 512));
        ::_exit(full || full.error().code != ErrorCode::kResource ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(*readFeatures(dir / "old.npy"), m);
    EXPECT_EQ(std::distance(fs::directory_iterator(dir), {}), 1);  // nothing half written is left
    if (fs::exists("/dev/full")) {
        result = writeNpy("/dev/full", m);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::kResource) << result.error().message;
    }
}

TEST_F(FeatureIoTest, RealReferenceFeaturesRead) {
    const char* given = std::getenv("FACESPACE_TEST_DATA");
    const fs::path shared = given != nullptr ? fs::path(given) : fs::path(FACESPACE_SOURCE_DIR "/../shared/data");
    if (!fs::exists(shared / "reference_features")) GTEST_SKIP() << "no reference features at " << shared;
    int read = 0;
    for (const auto& entry : fs::directory_iterator(shared / "reference_features")) {
        if (entry.path().extension() != ".npy") continue;
        const auto features = readFeatures(entry.path());
        ASSERT_TRUE(features) << features.error().message;
        EXPECT_TRUE(features->cols() == 128 || features->cols() == 512);
        ++read;
    }
    EXPECT_GT(read, 0);
}

}  // namespace
}  // namespace facespace
