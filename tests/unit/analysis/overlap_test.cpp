// Who and what is in two sets at once: features alone.
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/analysis/nearest_across.h"
#include "core/analysis/shared_identities.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/two_sets.h"

namespace facespace {
namespace {

using test::TwoSets;
using test::TwoSetsOptions;

SharedIdentities found(const TwoSets& sets, const SharedIdentityOptions& options = {}) {
    return findSharedIdentities(sets.first, sets.firstIdentity, sets.second, sets.secondIdentity, options, {}).value();
}
std::set<std::pair<std::string, std::string>> namesOf(const SharedIdentities& shared) {
    std::set<std::pair<std::string, std::string>> names;
    for (const SharedIdentity& s : shared.list)
        if (s.mutual) names.emplace(s.first, s.second);
    return names;
}

/// Every pair, then the nearest of each row: the slow way.
std::vector<NearPair> slowly(const FeatureMatrix& a, const FeatureMatrix& b, double least, std::size_t each) {
    const auto unit = [](const FeatureMatrix& x) {
        Eigen::MatrixXd u(x.rows(), x.cols());
        for (Eigen::Index i = 0; i < x.rows(); ++i)
            u.row(i) = x.row(i).cast<double>().normalized().cast<float>().cast<double>();
        return u;
    };
    const Eigen::MatrixXd u = unit(a), v = unit(b);
    std::set<std::pair<std::int64_t, std::int64_t>> taken;
    const auto nearest = [&](Eigen::Index row, bool ofFirst) {
        std::vector<std::pair<double, Eigen::Index>> all;
        for (Eigen::Index o = 0; o < (ofFirst ? v : u).rows(); ++o) {
            const double c = ofFirst ? u.row(row).dot(v.row(o)) : u.row(o).dot(v.row(row));
            if (c >= least) all.emplace_back(-c, o);
        }
        std::ranges::sort(all);
        for (std::size_t k = 0; k < std::min(each, all.size()); ++k)
            ofFirst ? taken.emplace(row, all[k].second) : taken.emplace(all[k].second, row);
    };
    for (Eigen::Index i = 0; i < u.rows(); ++i)
        if (u.row(i).allFinite()) nearest(i, true);
    for (Eigen::Index j = 0; j < v.rows(); ++j)
        if (v.row(j).allFinite()) nearest(j, false);
    std::vector<NearPair> pairs;
    for (const auto& [p, q] : taken) pairs.push_back({p, q, u.row(p).dot(v.row(q))});
    std::ranges::sort(pairs, {}, [](const NearPair& p) { return std::tuple(-p.cosine, p.a, p.b); });
    return pairs;
}

TEST(NearestAcross, AreThoseOfAllPairsWhateverTheDimensionAndTheThreads) {
    for (const int dims : {24, 128, 600}) {
        TwoSetsOptions o;
        o.dims = dims;
        TwoSets sets(o);
        sets.first.row(7).setConstant(std::nanf(""));
        sets.second.row(9).setZero();
        for (const double least : {0.5, 0.9}) {
            const auto right = slowly(sets.first, sets.second, least, 2);
            for (const int threads : {1, 4}) {
                setThreadCount(threads);
                const auto pairs = nearestAcross(sets.first, sets.second, least, 2, {}).value();
                ASSERT_EQ(pairs.size(), right.size()) << dims << " " << least;
                for (std::size_t i = 0; i < pairs.size(); ++i) {
                    EXPECT_EQ(pairs[i].a, right[i].a) << i;
                    EXPECT_EQ(pairs[i].b, right[i].b) << i;
                    EXPECT_NEAR(pairs[i].cosine, right[i].cosine, 1e-9);
                }
            }
            setThreadCount(0);
        }
    }
}

TEST(NearestAcross, OfNothingIsNothingAndACancelledSearchSaysSo) {
    EXPECT_TRUE(nearestAcross(FeatureMatrix(0, 128), FeatureMatrix::Ones(3, 128), 0.5, 3, {})->empty());
    EXPECT_TRUE(nearestAcross(FeatureMatrix::Ones(3, 128), FeatureMatrix(0, 128), 0.5, 3, {})->empty());
    JobContext job;
    job.cancel.cancel();
    const TwoSets sets{{}};
    EXPECT_EQ(nearestAcross(sets.first, sets.second, 0.5, 3, job).error().code, ErrorCode::kCancelled);
}

TEST(SharedIdentities, ArePlantedOnesUnderOtherNames) {
    const TwoSets sets{{}};
    const SharedIdentities shared = found(sets);
    EXPECT_EQ(namesOf(shared), sets.shared) << "precision and recall 1; limit " << shared.limits.above;
    EXPECT_EQ(shared.mutual(), 20);
    EXPECT_EQ(shared.firstCount, 100);
    EXPECT_EQ(shared.nearest.size(), 100U);
    EXPECT_GT(shared.limits.halvesFound, 0.95);
    EXPECT_TRUE(shared.notes.empty());
    for (const SharedIdentity& s : shared.list) {
        EXPECT_GT(s.cosine, shared.limits.above);
        EXPECT_LT(s.next, s.cosine);
        EXPECT_EQ(sets.firstIdentity[static_cast<std::size_t>(s.firstExample)], s.first);
        EXPECT_EQ(sets.secondIdentity[static_cast<std::size_t>(s.secondExample)], s.second);
    }
    EXPECT_GE(shared.list.front().cosine, shared.list[5].cosine) << "the surest first";
}

TEST(SharedIdentities, NobodyIsNamedWhereNobodyIsInBoth) {
    int named = 0;
    for (int s = 0; s < 20; ++s) {
        TwoSetsOptions o;
        o.shared = 0;
        o.seed = 100 + static_cast<std::uint64_t>(s);
        named += found(TwoSets(o)).list.empty() ? 0 : 1;
    }
    EXPECT_LE(named, 2) << "of 20 sets: 5 % at most, give or take";
}

TEST(SharedIdentities, OnePersonUnderSeveralNamesOfASetDoesNotHideThem) {
    TwoSetsOptions o;
    o.identities = 120;
    o.copies = 0;
    TwoSets sets(o);
    // A quarter of the second set's names are double, as the entries of a list of pairs are.
    for (std::size_t i = 0; i < sets.secondIdentity.size(); ++i)
        if (i / 6 % 4 == 0 && i % 2 == 1) sets.secondIdentity[i] += " again";
    const SharedIdentities shared = found(sets);
    EXPECT_LE(shared.limits.firstLimit, shared.limits.secondLimit);
    std::set<std::string> here;
    for (const SharedIdentity& s : shared.list) here.insert(s.first);
    EXPECT_EQ(here.size(), 20U);
    EXPECT_GT(std::ssize(shared.list), shared.mutual()) << "their second names are listed, too";
}

TEST(SharedIdentities, OfTooFewPeopleCannotBeToldUnlessALimitIsGiven) {
    TwoSetsOptions o;
    o.identities = 12;
    o.shared = 3;
    o.copies = 0;
    const TwoSets sets(o);
    const SharedIdentities open = found(sets);
    EXPECT_TRUE(std::isnan(open.limits.above));
    EXPECT_TRUE(open.list.empty());
    ASSERT_EQ(open.notes.size(), 1U);
    EXPECT_NE(open.notes[0].find("cannot be told"), std::string::npos);
    SharedIdentityOptions given;
    given.above = 0.5;
    EXPECT_EQ(namesOf(found(sets, given)), sets.shared);
}

TEST(SharedIdentities, ANetworkThatKnowsNobodyMissesThemAndSaysSo) {
    TwoSetsOptions o;
    o.same = 0.02;
    const SharedIdentities shared = found(TwoSets(o));
    EXPECT_LT(shared.limits.halvesFound, 0.5);
    ASSERT_EQ(shared.notes.size(), 1U);
    EXPECT_NE(shared.notes[0].find("may be missed"), std::string::npos);
}

}  // namespace
}  // namespace facespace
