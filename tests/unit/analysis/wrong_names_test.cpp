#include "core/analysis/wrong_names.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "core/analysis/near_pairs.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {

constexpr int kDims = 96;

struct Set {
    FeatureMatrix x;
    std::vector<std::string> identity, person;
};

/// People around directions of their own; `spread` is how far an image is from its person, on all dimensions together.
Set people(int count, int images, double spread, std::uint64_t seed) {
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    Set s;
    s.x.resize(count * images, kDims);
    for (int p = 0; p < count; ++p) {
        Eigen::RowVectorXd centre(kDims);
        for (double& c : centre) c = normal(random);
        centre.normalize();
        for (int i = 0; i < images; ++i) {
            for (int j = 0; j < kDims; ++j)
                s.x(p * images + i, j) = static_cast<float>(centre(j) + spread / std::sqrt(kDims) * normal(random));
            s.person.push_back("person " + std::to_string(p));
        }
    }
    s.identity = s.person;
    return s;
}

TEST(WrongNames, FindsTwoPeopleUnderOneNameWhoseOtherNameIsAbsent) {
    // Person 2k + 1 goes by the name of person 2k, for 15 names of 120: nobody else has the right name.
    Set s = people(135, 8, 0.9, 3);
    std::set<std::string> mixed;
    for (std::size_t i = 0; i < s.identity.size(); ++i) {
        const int p = static_cast<int>(i) / 8;
        if (p < 30 && p % 2 == 1) s.identity[i] = "person " + std::to_string(p - 1);
        if (p < 30 && p % 2 == 0) mixed.insert(s.identity[i]);
    }
    const auto found = findWrongNames(s.x, s.identity, {}, {});
    ASSERT_TRUE(found);
    std::size_t right = 0;
    for (const MixedName& m : found->mixed) right += mixed.count(m.identity);
    const double recall = static_cast<double>(right) / static_cast<double>(mixed.size());
    const double precision = static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, found->mixed.size()));
    EXPECT_GE(recall, 0.99) << "all 15 are found";
    EXPECT_GE(precision, 0.99) << "and no other name";
    EXPECT_GT(found->limits.mixedBelow, 0.1);
    EXPECT_LT(found->limits.mixedBelow, 0.6);
    EXPECT_GT(found->limits.plantedFound, 0.9);
    EXPECT_GT(found->limits.names, 90) << "of 120; others have a half of one image";
    // The halves are the two people.
    for (const MixedName& m : found->mixed)
        for (const auto* half : {&m.first, &m.second}) {
            std::set<std::string> who;
            for (const std::int64_t row : *half) who.insert(s.person[static_cast<std::size_t>(row)]);
            EXPECT_EQ(who.size(), 1U) << m.identity;
        }
    EXPECT_TRUE(std::ranges::is_sorted(found->mixed, {}, &MixedName::cosine));
}

TEST(WrongNames, FindsOnePersonUnderTwoNames) {
    // Half the images of the first ten people go by another name.
    Set s = people(100, 8, 0.9, 4);
    for (std::size_t i = 0; i < 80; ++i)
        if (i % 8 >= 4) s.identity[i] = "also " + s.person[i];
    const auto found = findWrongNames(s.x, s.identity, {}, {});
    ASSERT_TRUE(found);
    std::size_t right = 0;
    for (const SameNames& n : found->same) right += n.second == "also " + n.first || n.first == "also " + n.second ? 1 : 0;
    EXPECT_EQ(right, 10U) << "recall 1";
    EXPECT_EQ(found->same.size(), 10U) << "precision 1";
    for (const SameNames& n : found->same) {
        EXPECT_EQ(n.firstImages, 4);
        EXPECT_EQ(s.identity[static_cast<std::size_t>(n.firstExample)], n.first);
        EXPECT_EQ(s.identity[static_cast<std::size_t>(n.secondExample)], n.second);
    }
    EXPECT_TRUE(found->mixed.empty());
}

TEST(WrongNames, SaysWhereItCannotTell) {
    // Images of one person differ as much as those of two: as few people in all poses do.
    const Set wild = people(60, 8, 6, 5);
    const auto unknown = findWrongNames(wild.x, wild.identity, {}, {});
    ASSERT_TRUE(unknown);
    EXPECT_TRUE(unknown->mixed.empty());
    EXPECT_TRUE(std::isnan(unknown->limits.mixedBelow));
    ASSERT_FALSE(unknown->notes.empty());
    EXPECT_NE(unknown->notes[0].find("differ as much as those of two"), std::string::npos) << unknown->notes[0];
    // Too few names to know what is usual, unless a limit is given.
    Set few = people(9, 8, 0.9, 6);
    for (std::size_t i = 0; i < 8; ++i) few.identity[i] = "person 1";
    const auto none = findWrongNames(few.x, few.identity, {}, {});
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->mixed.empty());
    EXPECT_NE(none->notes[0].find("--mixed-below"), std::string::npos);
    const auto given = findWrongNames(few.x, few.identity, {0.35, 0, 1}, {});
    ASSERT_TRUE(given);
    ASSERT_EQ(given->mixed.size(), 1U);
    EXPECT_EQ(given->mixed[0].identity, "person 1");
    EXPECT_EQ(given->mixed[0].first.size(), 8U);
}

TEST(WrongNames, OneStrangeImageIsNoSecondPerson) {
    Set s = people(40, 8, 0.9, 7);
    s.x.row(3) = -s.x.row(3);
    const auto found = findWrongNames(s.x, s.identity, {}, {});
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->mixed.empty());
}

TEST(WrongNames, IsTheSameWithAnyNumberOfThreads) {
    Set s = people(60, 8, 0.9, 8);
    for (std::size_t i = 0; i < 8; ++i) s.identity[i] = "person 1";
    s.x.row(100).setConstant(std::numeric_limits<float>::quiet_NaN());
    s.x.row(101).setZero();
    const auto several = findWrongNames(s.x, s.identity, {}, {});
    setThreadCount(1);
    const auto one = findWrongNames(s.x, s.identity, {}, {});
    setThreadCount(0);
    ASSERT_TRUE(several && one);
    ASSERT_EQ(several->mixed.size(), one->mixed.size());
    EXPECT_EQ(several->mixed[0].first, one->mixed[0].first);
    EXPECT_EQ(several->limits.mixedBelow, one->limits.mixedBelow);
    EXPECT_EQ(several->limits.sameAbove, one->limits.sameAbove);
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(findWrongNames(s.x, s.identity, {}, job).error().code, ErrorCode::kCancelled);
}

TEST(NearPairs, AreThoseOfAllPairs) {
    Set s = people(50, 10, 0.35, 9);
    ASSERT_GT(s.x.cols(), 64) << "more than are compared at first";
    s.x.row(7).setZero();
    s.x.row(8).setConstant(std::numeric_limits<float>::quiet_NaN());
    s.x.row(499) = s.x.row(0);
    std::vector<std::int32_t> group;
    for (int i = 0; i < 500; ++i) group.push_back(i < 20 ? i / 2 : i);
    std::map<std::pair<std::int64_t, std::int64_t>, double> expected;
    for (Eigen::Index a = 0; a < 500; ++a)
        for (Eigen::Index b = a + 1; b < 500; ++b) {
            const Eigen::RowVectorXd u = s.x.row(a).cast<double>(), v = s.x.row(b).cast<double>();
            const double cosine = u.dot(v) / u.norm() / v.norm();
            if (cosine >= 0.9 && group[static_cast<std::size_t>(a)] != group[static_cast<std::size_t>(b)])
                expected[{a, b}] = cosine;
        }
    ASSERT_GT(expected.size(), 100U);
    std::int64_t count = 0;
    const auto pairs = nearPairs(s.x, group, 0.9, 10'000, count, {});
    ASSERT_TRUE(pairs);
    EXPECT_EQ(count, std::ssize(expected));
    ASSERT_EQ(pairs->size(), expected.size());
    EXPECT_EQ((*pairs)[0].b, 499) << "the same feature twice comes first";
    for (const NearPair& p : *pairs) EXPECT_NEAR(p.cosine, (expected[{p.a, p.b}]), 1e-6);
    const auto first = nearPairs(s.x, group, 0.9, 5, count, {});
    ASSERT_TRUE(first);
    ASSERT_EQ(first->size(), 5U);
    EXPECT_EQ(count, std::ssize(expected)) << "how many there are is known all the same";
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ((*first)[i].a, (*pairs)[i].a);
}

}  // namespace
}  // namespace facespace
