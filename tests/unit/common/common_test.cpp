#include <gtest/gtest.h>
#include <sys/resource.h>
#include <chrono>
#include <cstring>
#include <fstream>
#include <numeric>
#include <vector>

#include "core/common/job.h"
#include "core/common/markup.h"
#include "core/common/memory.h"
#include "core/common/number_text.h"
#include "core/common/parallel.h"
#include "core/common/progress_meter.h"
#include "core/common/sha256.h"

using namespace facespace;
using namespace std::chrono_literals;

TEST(ParallelChunks, CutsDoNotDependOnTheNumberOfThreads) {
    for (const int threads : {1, 2, 0}) {
        setThreadCount(threads);
        std::vector<std::size_t> begins(chunkCount(1000, 64)), ends(begins.size());
        parallelChunks(1000, 64, [&](std::size_t c, std::size_t begin, std::size_t end) {
            begins[c] = begin;
            ends[c] = end;
        });
        ASSERT_EQ(begins.size(), 16U);
        for (std::size_t c = 0; c < begins.size(); ++c) {
            EXPECT_EQ(begins[c], c * 64);
            EXPECT_EQ(ends[c], std::min<std::size_t>(1000, (c + 1) * 64));
        }
    }
    setThreadCount(0);
}

TEST(ParallelChunks, NothingToDoCallsNothing) {
    parallelChunks(0, 8, [](std::size_t, std::size_t, std::size_t) { FAIL(); });
}

TEST(CancelToken, CopiesShareTheFlag) {
    const CancelToken token;
    const JobContext job{token, {}};
    EXPECT_FALSE(job.cancelled());
    token.cancel();
    EXPECT_TRUE(job.cancelled());
}

TEST(ProgressMeter, EstimatesTheTimeLeftFromASteadyRate) {
    ProgressMeter meter;
    const ProgressMeter::Clock::time_point start{100s};
    for (int second = 0; second <= 10; ++second)
        meter.update({"extracting", second * 100, 2000}, start + std::chrono::seconds(second));
    ASSERT_TRUE(meter.secondsLeft());
    EXPECT_NEAR(*meter.secondsLeft(), 10.0, 0.01);
    EXPECT_EQ(meter.text(), "extracting 1,000/2,000 · 0:10 left");
}

TEST(ProgressMeter, ShowsTheLatestCountHoweverSoonItComes) {
    ProgressMeter meter;
    const ProgressMeter::Clock::time_point start{100s};
    meter.update({"t-SNE", 1, 750}, start);
    meter.update({"t-SNE", 749, 750}, start + 5s);
    meter.update({"t-SNE", 750, 750}, start + 5s + 1ms);
    EXPECT_EQ(meter.text(), "t-SNE 750/750 · 0:00 left");
}

TEST(ProgressMeter, ANewStageForgetsTheOldRate) {
    ProgressMeter meter;
    const ProgressMeter::Clock::time_point start{100s};
    meter.update({"a", 0, 10}, start);
    meter.update({"a", 5, 10}, start + 5s);
    meter.update({"b", 0, 10}, start + 6s);
    EXPECT_FALSE(meter.secondsLeft());
}

TEST(Text, NumbersAndDurationsForPeople) {
    EXPECT_EQ(groupedNumber(0), "0");
    EXPECT_EQ(groupedNumber(999), "999");
    EXPECT_EQ(groupedNumber(24000), "24,000");
    EXPECT_EQ(groupedNumber(-1234567), "-1,234,567");
    EXPECT_EQ(fixedText(-1e-21, 3), "0.000") << "no −0";
    EXPECT_EQ(fixedText(-0.0004, 3), "0.000");
    EXPECT_EQ(fixedText(-0.0006, 3), "-0.001");
    EXPECT_EQ(fixedText(12.3456, 2), "12.35");
    EXPECT_EQ(durationText(59.6), "1:00");
    EXPECT_EQ(durationText(3700), "1:01:40");
}

TEST(Text, MarkupKeepsEveryLetterAndNoMarkup) {
    EXPECT_EQ(escapedMarkup("a < b & \"c\" > d é\n\t"), "a &lt; b &amp; &quot;c&quot; &gt; d é\n\t");
    EXPECT_EQ(escapedMarkup(std::string("\x01null\x1f")), "null") << "XML allows no other control characters";
}

TEST(Sha256, AgreesWithThePublishedTestVector) {
    // FIPS 180-2, appendix B.1: the message "abc".
    const auto file = std::filesystem::path(testing::TempDir()) / "facespace_sha_abc";
    std::ofstream(file, std::ios::binary) << "abc";
    EXPECT_EQ(sha256OfFile(file).value(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256OfFile("/nowhere/at/all").error().code, ErrorCode::kIo);
}

TEST(Memory, WhatIsFreedIsKeptForTheNextUse) {
#ifndef __GLIBC__
    GTEST_SKIP() << "only the GNU C library is told";
#endif
    keepFreedMemory();
    const auto faults = [] {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_minflt;
    };
    constexpr std::size_t kBytes = 8U << 20;
    constexpr long kPages = kBytes / 4096;
    const auto use = [] {
        // Two blocks, one of them kept until the other is gone, as the stages of one image have it.
        std::vector<unsigned char> first(kBytes, 1);
        std::vector<unsigned char> second(kBytes, 2);
        return first[kBytes / 2] + second[kBytes / 3];
    };
    EXPECT_EQ(use(), 3);
    const long before = faults();
    for (int i = 0; i < 20; ++i) EXPECT_EQ(use(), 3);
    EXPECT_LT(faults() - before, kPages) << "each page mapped once more would be " << 40 * kPages;
}
