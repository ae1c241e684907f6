#include <atomic>
#include <thread>

#include "core/container/archive_file.h"
#include "core/image/decode.h"
#include "tests/unit/container/archive_files.h"
#include "tests/unit/container/container_imports.h"

namespace facespace::test {
namespace {

/// The format, and the archive's ending.
class Archives : public testing::TestWithParam<std::pair<const char*, const char*>> {
  protected:
    std::filesystem::path write(const Files& files) const {
        return writeArchive(folder_.path() / (std::string("set") + GetParam().second), GetParam().first, files);
    }
    TempSet folder_;
};

Bytes noise(std::size_t count, unsigned seed) {
    Bytes bytes(count);
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>((seed = seed * 1664525U + 1013904223U) >> 24U);
    return bytes;
}

TEST_P(Archives, GiveEachFile) {
    Files files{{"ann/", {}},
                {"./ann/1.ppm", ppm(8, 8, 1)},
                {"bob lee/2.ppm", ppm(8, 8, 2)},
                {"large.ppm", noise(300'000, 7)},
                {"empty.ppm", {}}};
    for (int i = 0; i < 100; ++i)
        files.push_back({"many/" + std::to_string(i) + ".bin", noise(700, static_cast<unsigned>(i))});
    const auto file = write(files);
    const auto archive = ArchiveFile::open(file);
    ASSERT_TRUE(archive) << archive.error().message;
    EXPECT_EQ((*archive)->index().entries.size(), 104U);
    EXPECT_FALSE((*archive)->index().cutShort);
    EXPECT_EQ((*archive)->read("ann/1.ppm", kMost).value(), ppm(8, 8, 1));
    for (const auto& [name, bytes] : files) {
        if (name.ends_with('/') || name.starts_with('.')) continue;
        ASSERT_EQ((*archive)->read(name, kMost).value(), bytes) << name;
    }
    EXPECT_FALSE((*archive)->has("ann"));
    EXPECT_FALSE((*archive)->has("ann/"));
    EXPECT_TRUE(failsWith((*archive)->read("ann/3.ppm", kMost), ErrorCode::kNotFound, {"ann/3.ppm", "set"}));
    EXPECT_TRUE(failsWith((*archive)->read("large.ppm", 299'999), ErrorCode::kFormat, {"too large"}));
    EXPECT_EQ(decodeImage(file / "bob lee/2.ppm", {.within = folder_.path()})->pixels.front(), 2);
    EXPECT_EQ(decodeImage(file / "bob lee/../ann/./1.ppm")->pixels.front(), 1);
}

TEST_P(Archives, LeaveOutNamesThatLeadOut) {
    const auto archive = ArchiveFile::open(write({{"../a.ppm", ppm(2, 2, 1)},
                                                  {"a/../../b.ppm", ppm(2, 2, 2)},
                                                  {"/etc/c.ppm", ppm(2, 2, 3)},
                                                  {"e.link", {}},
                                                  {"d.ppm", ppm(2, 2, 4)}}));
    ASSERT_TRUE(archive) << archive.error().message;
    ASSERT_EQ((*archive)->index().entries.size(), 1U);
    EXPECT_EQ((*archive)->index().entries[0].name, "d.ppm");
    EXPECT_EQ((*archive)->index().unsafe, 3);
}

TEST_P(Archives, OfSeveralOfOneNameTheLastCounts) {
    const auto archive =
        ArchiveFile::open(write({{"a.ppm", ppm(2, 2, 1)}, {"b.ppm", ppm(2, 2, 2)}, {"./a.ppm", ppm(2, 2, 3)}}));
    EXPECT_EQ((*archive)->read("a.ppm", kMost).value(), ppm(2, 2, 3));
}

TEST_P(Archives, AreReadBySeveralThreads) {
    Files files;
    for (int i = 0; i < 40; ++i) files.push_back({std::to_string(i), noise(50'000, static_cast<unsigned>(i))});
    const auto archive = ArchiveFile::open(write(files));
    std::atomic<int> right{0};
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < files.size(); ++i) {
                const auto& [name, bytes] = files[(i + 10 * t) % files.size()];
                if ((*archive)->read(name, kMost) == Result<Bytes>(bytes)) ++right;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(right, 160);
}

TEST_P(Archives, CutShortKeepWhatIsWholeOrAreRefused) {
    Files files;
    for (int i = 0; i < 10; ++i) files.push_back({std::to_string(i), noise(5000, static_cast<unsigned>(i))});
    const auto file = write(files);
    const auto whole = std::filesystem::file_size(file);
    for (std::uintmax_t length = 0; length < whole; length += 999) {
        std::filesystem::resize_file(write(files), length);
        const auto archive = ArchiveFile::open(file);
        if (!archive) continue;
        for (const ArchiveEntry& entry : (*archive)->index().entries)
            EXPECT_EQ((*archive)->read(entry.name, kMost).value_or(Bytes()), files[std::stoul(entry.name)].second) << length;
        EXPECT_LE((*archive)->index().entries.size(), length / 5000 + 1);
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, Archives,
                         testing::Values(std::pair{"ustar", ".tar"}, std::pair{"pax", ".tar"}, std::pair{"gnutar", ".tar"},
                                         std::pair{"v7tar", ".tar"}, std::pair{"zip", ".zip"},
                                         std::pair{"stored zip", ".zip"}));

TEST(Archive, LongAndForeignNamesAreKept) {
    const TempSet folder;
    const std::string name = std::string(120, 'n') + "/" + std::string(130, 'f') + "/b\xC3\xB6.ppm";
    for (const auto& [format, suffix] : {std::pair{"pax", ".tar"}, std::pair{"gnutar", ".tar"}}) {
        const auto file =
            writeArchive(folder.path() / (std::string(format) + suffix), format, {{"a", {1}}, {name, ppm(2, 2, 9)}});
        const auto archive = ArchiveFile::open(file);
        ASSERT_TRUE(archive) << archive.error().message;
        EXPECT_TRUE((*archive)->has(name)) << format;
        EXPECT_EQ((*archive)->read(name, kMost).value_or(Bytes()), ppm(2, 2, 9)) << format;
    }
}

TEST(Archive, RefusesWhatIsNotOne) {
    const TempSet folder;
    folder.write("text.tar", "This is a text.");
    folder.write("text.zip", "This is a text.");
    // The beginning of what gzip writes.
    writeBytes(folder.path() / "packed.tar", {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6});
    EXPECT_TRUE(failsWith(ArchiveFile::open(folder.path() / "text.tar"), ErrorCode::kFormat, {"text.tar", "not a tar"}));
    EXPECT_TRUE(failsWith(ArchiveFile::open(folder.path() / "packed.tar"), ErrorCode::kFormat, {"decompressed first"}));
    EXPECT_TRUE(failsWith(ArchiveFile::open(folder.path() / "text.zip"), ErrorCode::kFormat, {"text.zip", "not a zip"}));
    EXPECT_TRUE(failsWith(ArchiveFile::open(folder.path() / "none.zip"), ErrorCode::kIo, {"none.zip"}));
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(ArchiveFile::open(writeArchive(folder.path() / "a.zip", "zip", {{"a", {1}}}), job).error().code,
              ErrorCode::kCancelled);
}

TEST(Archive, AZipWithADamagedFileGivesTheOthers) {
    const TempSet folder;
    const auto file = writeArchive(folder.path() / "a.zip", "stored zip", {{"a", noise(2000, 1)}, {"b", noise(2000, 2)}});
    std::fstream(file, std::ios::in | std::ios::out | std::ios::binary).seekp(1000).put('x').put('y');
    const auto archive = ArchiveFile::open(file);
    ASSERT_TRUE(archive) << archive.error().message;
    EXPECT_TRUE(failsWith((*archive)->read("a", kMost), ErrorCode::kFormat, {"damaged"}));
    EXPECT_EQ((*archive)->read("b", kMost).value(), noise(2000, 2));
}

}  // namespace
}  // namespace facespace::test
