#include "core/container/record_file.h"

#include "tests/unit/container/container_imports.h"

namespace facespace::test {
namespace {

std::vector<std::uint64_t> keysOf(const RecordList& list) {
    std::vector<std::uint64_t> keys;
    for (const RecordImage& image : list.images) keys.push_back(image.key);
    return keys;
}

TEST(RecordFile, GivesEachImageByItsKey) {
    const TempSet folder;
    const auto records = RecordFile::open(insightFaceSet(3, 2).write(folder.path(), "train"));
    ASSERT_TRUE(records) << records.error().message;
    EXPECT_TRUE((*records)->indexed());
    EXPECT_EQ((*records)->recordCount(), 10U);
    for (int i = 0; i < 6; ++i) {
        const std::string entry = RecordFile::entryName(static_cast<std::uint64_t>(i + 1));
        EXPECT_TRUE((*records)->has(entry));
        EXPECT_EQ((*records)->read(entry, kMost).value(), ppm(8, 8, static_cast<std::uint8_t>(i)));
    }
    EXPECT_EQ(RecordFile::entryName(12), "000012");
    EXPECT_TRUE((*records)->has("1"));
    for (const char* none : {"000099", "", "1x", "-1", " 1", "99999999999999999999999"}) EXPECT_FALSE((*records)->has(none));
    EXPECT_TRUE(failsWith((*records)->read("000099", kMost), ErrorCode::kNotFound, {"train.rec", "000099"}));
    EXPECT_TRUE(failsWith((*records)->read("000001", 20), ErrorCode::kFormat, {"too large"}));
}

TEST(RecordFile, ListsImagesWithTheirLabelsAndNotTheIdentityRecords) {
    const TempSet folder;
    const auto records = RecordFile::open(insightFaceSet(3, 2).write(folder.path(), "train"));
    const auto list = (*records)->list({});
    ASSERT_TRUE(list) << list.error().message;
    EXPECT_EQ(keysOf(*list), (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(list->images[3].label, 1);
    EXPECT_EQ(list->identityRecords, 3);
    EXPECT_EQ(list->contradicted + list->outside + list->damaged, 0);
    EXPECT_FALSE(list->labelsFromRanges);
}

TEST(RecordFile, TakesTheFirstOfSeveralLabels) {
    const TempSet folder;
    const auto records = RecordFile::open(insightFaceSet(2, 3, {1, 30.5F, 40, 60, 41}).write(folder.path(), "train"));
    const auto list = (*records)->list({});
    ASSERT_EQ(list->images.size(), 6U);
    EXPECT_EQ(list->images[5].label, 1);
    EXPECT_EQ((*records)->read("000006", kMost).value(), ppm(8, 8, 5));
}

TEST(RecordFile, JoinsARecordThatHoldsTheMagicNumber) {
    const TempSet folder;
    for (const std::size_t before : {0U, 4U, 8U, 40U, 64U}) {
        Bytes image(before, 7);
        append(image, 0xced7230a, 4);
        append(image, 0xced7230a, 4);
        append(image, 0x010203, 3);
        append(image, 0xced7230a, 4);  // not at a multiple of 4: not cut
        append(image, 0xced7230a, 4);
        RecordWriter writer;
        writer.add(0, labelled({5}, 0, image));
        writer.add(1, labelled({6}, 1, ppm(4, 4, 1)));
        for (const bool indexed : {true, false}) {
            const auto records = RecordFile::open(
                writer.write(folder.path(), "split" + std::to_string(before) + (indexed ? "i" : "n"), indexed));
            EXPECT_EQ((*records)->read("0", kMost).value(), image) << before;
            EXPECT_EQ((*records)->read("1", kMost).value(), ppm(4, 4, 1)) << before;
        }
    }
}

TEST(RecordFile, FindsRecordsWithoutAnIndex) {
    const TempSet folder;
    const auto records = RecordFile::open(insightFaceSet(3, 2).write(folder.path(), "train", false));
    ASSERT_TRUE(records) << records.error().message;
    EXPECT_FALSE((*records)->indexed());
    EXPECT_EQ(keysOf((*records)->list({}).value()), (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6}));

    RecordWriter sameIds;
    for (std::uint64_t i = 0; i < 3; ++i) sameIds.add(i, labelled({1}, 0, ppm(4, 4, static_cast<std::uint8_t>(i))));
    const auto numbered = RecordFile::open(sameIds.write(folder.path(), "ids", false));
    EXPECT_EQ((*numbered)->read("000002", kMost).value(), ppm(4, 4, 2));
}

TEST(RecordFile, HoldsLabelsAgainstIdentityRecords) {
    const TempSet folder;
    const auto list = [&](const std::vector<float>& labels, const std::vector<std::pair<int, int>>& ranges) {
        RecordWriter writer;
        std::uint64_t key = 1;
        for (const float label : labels) {
            writer.add(key, labelled({label}, key, ppm(2, 2, 0)));
            ++key;
        }
        writer.add(0, labelled({static_cast<float>(key), static_cast<float>(key + ranges.size())}, 0, {}));
        for (const auto& [begin, end] : ranges) {
            writer.add(key, labelled({static_cast<float>(begin), static_cast<float>(end)}, key, {}));
            ++key;
        }
        static int count = 0;
        return RecordFile::open(writer.write(folder.path(), "r" + std::to_string(count++))).value()->list({}).value();
    };
    EXPECT_EQ(list({1, 1, 2, 2}, {{1, 3}, {3, 5}}).contradicted, 0);
    EXPECT_EQ(list({1, 2, 2, 2}, {{1, 3}, {3, 5}}).contradicted, 1);
    EXPECT_EQ(list({1, 1, 2, 2}, {{1, 3}}).outside, 2);
    const auto unlabelled = list({0, 0, 0, 0}, {{1, 3}, {3, 5}});
    EXPECT_TRUE(unlabelled.labelsFromRanges);
    EXPECT_EQ(unlabelled.images[1].label, 0);
    EXPECT_EQ(unlabelled.images[2].label, 1);
    // Ranges that overlap, reach beyond every key or are no ranges say nothing.
    EXPECT_EQ(list({1, 2, 2, 2}, {{1, 4}, {3, 5}}).contradicted, 0);
    EXPECT_EQ(list({1, 1, 2, 2}, {{5, 1}, {-7, 3}}).contradicted, 0);
    EXPECT_EQ(list({1, 1, 2, 2}, {{1, 3}, {3, 1 << 30}}).outside, 2);
}

TEST(RecordFile, RefusesWhatIsNotOne) {
    const TempSet folder;
    folder.write("text.rec", "This is no record at all, but a text.");
    EXPECT_TRUE(failsWith(RecordFile::open(folder.path() / "text.rec"), ErrorCode::kFormat, {"not a RecordIO file"}));
    folder.write("empty.rec", "");
    EXPECT_TRUE(failsWith(RecordFile::open(folder.path() / "empty.rec"), ErrorCode::kFormat, {"not a RecordIO file"}));
    EXPECT_TRUE(failsWith(RecordFile::open(folder.path() / "none.rec"), ErrorCode::kIo, {"none.rec"}));
    std::filesystem::create_directory(folder.path() / "folder.rec");
    EXPECT_TRUE(failsWith(RecordFile::open(folder.path() / "folder.rec"), ErrorCode::kIo, {"folder"}));
    const auto file = insightFaceSet(2, 2).write(folder.path(), "train");
    for (const char* index : {"", "zero\t0\n", "1\t0\n2\n", "1\t0\n1\t32\n", "1,0\n", "1\t-1\n"}) {
        writeText(folder.path() / "train.idx", index);
        EXPECT_TRUE(failsWith(RecordFile::open(file), ErrorCode::kFormat, {"train.idx"})) << index;
    }
    writeText(folder.path() / "train.idx", "1\t4\n2\t12\n3\t999999999\n");
    EXPECT_TRUE(failsWith(RecordFile::open(file).value()->list({}), ErrorCode::kFormat, {"another file"}));
    EXPECT_TRUE(failsWith(RecordFile::open(file).value()->read("1", kMost), ErrorCode::kFormat, {"damaged"}));
}

TEST(RecordFile, KeepsWhatIsWholeOfAFileCutShort) {
    const TempSet folder;
    const auto whole = insightFaceSet(3, 2);
    const auto file = whole.write(folder.path(), "train");
    std::filesystem::resize_file(file, whole.bytes().size() / 2);
    const auto list = RecordFile::open(file).value()->list({});
    ASSERT_TRUE(list) << list.error().message;
    EXPECT_GT(list->images.size(), 1U);
    EXPECT_LT(list->images.size(), 6U);
    EXPECT_EQ(list->damaged + static_cast<std::int64_t>(list->images.size()), 10);
    std::filesystem::remove(folder.path() / "train.idx");
    EXPECT_EQ(RecordFile::open(file).value()->list({})->images.size(), list->images.size());
}

TEST(RecordFile, StopsWhenAsked) {
    const TempSet folder;
    const auto records = RecordFile::open(insightFaceSet(3, 2).write(folder.path(), "train"));
    const JobContext job;
    job.cancel.cancel();
    EXPECT_EQ((*records)->list(job).error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace facespace::test
