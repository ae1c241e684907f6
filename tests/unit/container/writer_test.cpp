#include "core/container/record_writer.h"

#include <sstream>

#include "core/container/pair_file.h"
#include "core/container/record_file.h"
#include "tests/unit/container/container_imports.h"

namespace facespace::test {
namespace {

Bytes withMagic(std::size_t before, std::size_t after) {
    Bytes bytes(before, 3);
    append(bytes, 0xced7230a, 4);
    append(bytes, 0xced7230a, 4);
    bytes.insert(bytes.end(), after, 5);
    return bytes;
}

TEST(ContainerWriters, RecordsAreTheBytesOfMXNetsWriter) {
    std::ostringstream records, index;
    facespace::RecordWriter writer(records, index);
    test::RecordWriter expected;
    std::uint64_t key = 1;
    const auto both = [&](const std::vector<float>& labels, const Bytes& image) {
        EXPECT_TRUE(writer.add(key, labels, image));
        expected.add(key, labelled(labels, key, image));
        ++key;
    };
    both({3}, ppm(5, 3, 1));
    both({1, 2.5F, 7}, ppm(2, 3, 1));
    for (const std::size_t before : {0U, 1U, 4U, 12U})
        for (const std::size_t after : {0U, 1U, 4U, 6U}) both({0}, withMagic(before, after));
    both({9, 12}, {});
    EXPECT_EQ(records.str(), std::string(expected.bytes().begin(), expected.bytes().end()));
    EXPECT_EQ(index.str(), expected.index());
}

TEST(ContainerWriters, WhatTheyWriteIsRead) {
    const TempSet folder;
    const std::vector<Bytes> images{withMagic(4, 9), ppm(3, 3, 1), Bytes(100'000, 8), {}, withMagic(0, 0), ppm(4, 4, 2)};
    {
        std::ofstream records(folder.path() / "a.rec", std::ios::binary), index(folder.path() / "a.idx");
        facespace::RecordWriter writer(records, index);
        for (std::size_t i = 0; i < images.size(); ++i) EXPECT_TRUE(writer.add(i, {static_cast<float>(i)}, images[i]));
        std::ofstream out(folder.path() / "a.bin", std::ios::binary);
        PairWriter pairs(out);
        for (const Bytes& image : images) pairs.add(image);
        pairs.finish({1, 0, 1});
    }
    const auto records = RecordFile::open(folder.path() / "a.rec");
    const auto pairs = PairFile::open(folder.path() / "a.bin");
    ASSERT_TRUE(records) << records.error().message;
    ASSERT_TRUE(pairs) << pairs.error().message;
    EXPECT_EQ((*pairs)->same(), (std::vector<char>{1, 0, 1}));
    for (std::size_t i = 0; i < images.size(); ++i) {
        EXPECT_EQ((*records)->read(std::to_string(i), kMost).value(), images[i]);
        EXPECT_EQ((*pairs)->read(std::to_string(i), kMost).value(), images[i]);
    }
}

}  // namespace
}  // namespace facespace::test
