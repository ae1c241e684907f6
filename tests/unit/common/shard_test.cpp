#include "core/common/shard.h"

#include <gtest/gtest.h>

using namespace facespace;

TEST(Shard, PartsFollowEachOtherAndDifferByOneAtMost) {
    for (const std::size_t size : {1U, 7U, 8U, 100U, 1'000'003U}) {
        for (const int count : {1, 2, 3, 7, 8, 64}) {
            std::size_t next = 0, least = size, most = 0;
            for (int number = 1; number <= count; ++number) {
                const auto [first, last] = Shard{number, count}.of(size);
                EXPECT_EQ(first, next);
                least = std::min(least, last - first);
                most = std::max(most, last - first);
                next = last;
            }
            EXPECT_EQ(next, size);
            EXPECT_LE(most - least, 1U);
        }
    }
}

TEST(Shard, IsReadAsWritten) {
    const auto shard = shardFromString("2/8");
    ASSERT_TRUE(shard);
    EXPECT_EQ(*shard, (Shard{2, 8}));
    EXPECT_EQ(shard->text(), "2/8");
    EXPECT_TRUE(shardFromString("100000/100000"));
    for (const char* wrong :
         {"", "/", "2", "2/", "/8", "0/8", "9/8", "-1/8", "1/100001", "2/8/9", "2 /8", "a/b", "1/99999999999"})
        EXPECT_FALSE(shardFromString(wrong)) << wrong;
}

TEST(Shard, IsNeverEmpty) {
    EXPECT_TRUE(checkShard({5, 5}, 5));
    const auto refused = checkShard({5, 6}, 5);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("at most 5"), std::string::npos) << refused.error().message;
}
