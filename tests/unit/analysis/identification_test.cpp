#include "core/analysis/identification.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <map>

#include "core/analysis/jackknife.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/pair_settings.h"
#include "tests/unit/analysis/reference.h"

namespace facespace {
namespace {

Identification must(const Result<Identification>& found) {
    EXPECT_TRUE(found) << (found ? "" : found.error().message);
    return found.value();
}

struct Reference {
    FeatureMatrix x;
    std::vector<std::string> identity;
    Gallery gallery;
    nlohmann::json json = test::reference("identification");

    Reference() {
        const auto rows = json["x"].get<std::vector<std::vector<double>>>();
        x.resize(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows[0].size()));
        for (Eigen::Index i = 0; i < x.rows(); ++i)
            for (Eigen::Index j = 0; j < x.cols(); ++j)
                x(i, j) = static_cast<float>(rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)]);
        for (const int i : json["identity"].get<std::vector<int>>()) identity.push_back(std::to_string(i));
        gallery.enrolled = json["gallery"].get<std::vector<std::uint8_t>>();
        gallery.probes = json["probes"].get<std::vector<std::uint8_t>>();
    }
};

TEST(Identification, AgreesWithScikitLearnAndNumPy) {
    const Reference r;
    IdentificationOptions o;
    o.fpirTargets = {0.1, 0.25, 0.5};
    const auto found = must(identify(r.x, r.identity, {r.gallery}, o, {}));
    const auto cmc = r.json["cmc"].get<std::vector<double>>();
    for (std::size_t k = 0; k < cmc.size(); ++k) EXPECT_NEAR(found.cmc[k].value, cmc[k], 1e-12) << "rank " << k + 1;
    EXPECT_EQ(found.cmc.size(), cmc.size() + 1);
    EXPECT_EQ(found.cmc.back().value, 1) << "everyone is among all";
    EXPECT_EQ(found.mated, 27);
    EXPECT_EQ(found.nonMated, 15);
    EXPECT_FALSE(found.ownRemoved);
    for (std::size_t t = 0; t < 3; ++t)
        EXPECT_NEAR(found.openSet[t].tpir.value, r.json["tpir"][fmt::format("{}", o.fpirTargets[t])].get<double>(), 1e-12);
    EXPECT_FALSE(found.openSet[0].resolved) << "15 searches cannot tell a tenth";
}

TEST(Identification, TwoGalleriesAreAveraged) {
    const Reference r;
    Gallery other = r.gallery;
    for (std::size_t i = 0; i < other.enrolled.size(); ++i) other.enrolled[i] = i % 5 < 2 && i >= 30 ? 1 : 0;
    IdentificationOptions o;
    o.fpirTargets = {0.25};
    const auto one = must(identify(r.x, r.identity, {r.gallery}, o, {})),
               two = must(identify(r.x, r.identity, {other}, o, {})),
               both = must(identify(r.x, r.identity, {r.gallery, other}, o, {}));
    EXPECT_NEAR(both.cmc[0].value, (one.cmc[0].value + two.cmc[0].value) / 2, 1e-12);
    EXPECT_NEAR(both.openSet[0].tpir.value, (one.openSet[0].tpir.value + two.openSet[0].tpir.value) / 2, 1e-12);
    EXPECT_EQ(both.searches.size(), one.searches.size() + two.searches.size());
}

/// Frames of one video are nearly equal: found there, nobody would be found at all.
TEST(Identification, AnImageIsNotFoundInItsOwnVideo) {
    boost::random::mt19937_64 random(3);
    boost::random::normal_distribution<double> normal;
    FeatureMatrix x(60, 16);
    std::vector<std::string> identity, video;
    for (int i = 0; i < 60; i += 3) {
        const Eigen::RowVectorXd scene = Eigen::RowVectorXd::NullaryExpr(16, [&] { return normal(random); });
        for (int frame = 0; frame < 3; ++frame) {
            x.row(i + frame) = scene.cast<float>();
            x(i + frame, 0) += 0.01F * static_cast<float>(frame);
            identity.push_back(std::to_string(i / 6));
            video.push_back(std::to_string(i));
        }
    }
    IdentificationOptions o;
    o.leaveOut = 0;
    EXPECT_EQ(must(identify(x, Units(identity), {}, o, {})).cmc[0].value, 1) << "in its own video, everyone";
    const auto apart = must(identify(x, Units(identity, video), {}, o, {}));
    EXPECT_LT(apart.cmc[0].value, 0.4) << "videos of a person have nothing in common";
    for (const Search& s : apart.searches)
        EXPECT_NE(video[static_cast<std::size_t>(s.row)], video[static_cast<std::size_t>(s.mateRow)]);
}

/// Ann's images lie at Bea's: that is found, and whose images they are.
TEST(Identification, WhoIsTakenForWhom) {
    auto set = test::pairSet(20, 6, 8);
    for (int i = 0; i < 4; ++i) set.x.row(i) = set.x.row(6 + i) * 1.01F;
    const auto found = must(identify(set.x, set.identity, {}, {}, {}));
    ASSERT_FALSE(found.confusions.empty());
    const Confusion1N& c = found.confusions.front();
    EXPECT_EQ(found.names[static_cast<std::size_t>(c.identity)], "0");
    EXPECT_EQ(found.names[static_cast<std::size_t>(c.takenFor)], "1");
    EXPECT_GE(c.times, 4);
    for (const std::int64_t planted : {0, 1, 2, 3}) EXPECT_NE(std::ranges::find(c.rows, planted), c.rows.end()) << planted;
    std::int64_t wrong = 0, first = 0;
    for (const IdentityFound& i : found.perIdentity) first += i.first, wrong += i.taken;
    EXPECT_EQ(first + wrong, found.mated);
    EXPECT_NEAR(found.cmc[0].value, static_cast<double>(first) / static_cast<double>(found.mated), 1e-12);
}

/// What is known of a search says what it is without any identity, as if the whole were done again.
TEST(Identification, IntervalsAreThoseOfDoingItAgainWithoutEachIdentity) {
    const auto set = test::pairSet(12, 5, 4);
    IdentificationOptions o;
    o.ranks = 3;
    const auto found = must(identify(set.x, set.identity, {}, o, {}));
    o.leaveOut = 0;
    for (std::size_t rank = 0; rank < 3; ++rank) {
        std::vector<double> leftOut;
        for (int out = 0; out < 12; ++out) {
            std::vector<std::int64_t> rows;
            for (int i = 0; i < 60; ++i)
                if (i / 5 != out) rows.push_back(i);
            std::vector<std::string> identity;
            for (const auto r : rows) identity.push_back(set.identity[static_cast<std::size_t>(r)]);
            leftOut.push_back(must(identify(set.x(rows, Eigen::all), identity, {}, o, {})).cmc[rank].value);
        }
        const double p = found.cmc[rank].value;
        if (p == 1) continue;  // without an error there is no interval
        const auto widthOf = [&](StandardError error) {
            error.value /= p * (1 - p);
            return error.interval(std::log(p / (1 - p)));
        };
        const auto logit = [](double share) { return std::log(share / (1 - share)); };
        const Estimate whole = widthOf(jackknifeError(leftOut));
        EXPECT_GE(logit(found.cmc[rank].low), whole.low - 1e-9) << rank;
        if (rank > 0) continue;
        // Less what two identities have only together: searches that fail by one other alone.
        std::map<std::pair<int, int>, double> together;
        for (const Search& s : found.searches)
            if (s.rank == 2) together[std::minmax<int>(s.identity, s.other)] += 1.0 / 60;
        double ofPairs = 0;
        for (const auto& [pair, part] : together) ofPairs += part * part;
        const Estimate less = widthOf(withoutPairs(jackknifeError(leftOut), ofPairs));
        EXPECT_NEAR(logit(found.cmc[rank].low), less.low, 1e-9);
        EXPECT_NEAR(logit(found.cmc[rank].high), less.high, 1e-9);
    }
}

TEST(Identification, IntervalsHoldTheTruth) {
    constexpr int kSets = 120, kForTruth = 400;
    IdentificationOptions o;
    o.fpirTargets = {0.1};
    o.ranks = 5;
    double truth[3] = {0, 0, 0};
    int covered[3] = {0, 0, 0};
    const auto figures = [](const Identification& f) { return std::array{f.cmc[0], f.cmc[4], f.openSet[0].tpir}; };
    o.leaveOut = 0;
    for (int s = 0; s < kForTruth; ++s) {
        const auto set = test::pairSet(40, 6, 5000 + static_cast<std::uint64_t>(s));
        const auto f = figures(must(identify(set.x, set.identity, {}, o, {})));
        for (std::size_t k = 0; k < 3; ++k) truth[k] += f[k].value / kForTruth;
    }
    o.leaveOut = 500;
    for (int s = 0; s < kSets; ++s) {
        const auto set = test::pairSet(40, 6, 100 + static_cast<std::uint64_t>(s));
        const auto f = figures(must(identify(set.x, set.identity, {}, o, {})));
        for (std::size_t k = 0; k < 3; ++k) covered[k] += f[k].low <= truth[k] && truth[k] <= f[k].high ? 1 : 0;
    }
    for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(covered[k] / double{kSets}, 0.95, 0.04) << k << ", truth " << truth[k];
}

TEST(Identification, TheSameWithAnyNumberOfThreads) {
    const auto set = test::pairSet(40, 8, 2);
    for (const Metric metric : {Metric::kCosine, Metric::kEuclidean, Metric::kCentredCosine}) {
        IdentificationOptions o;
        o.metric = metric;
        const int threads = threadCount();
        setThreadCount(1);
        const auto one = must(identify(set.x, set.identity, {}, o, {}));
        setThreadCount(3);
        const auto three = must(identify(set.x, set.identity, {}, o, {}));
        setThreadCount(threads);
        EXPECT_EQ(one.cmc[0].low, three.cmc[0].low);
        EXPECT_EQ(one.openSet[0].tpir.high, three.openSet[0].tpir.high);
        for (std::size_t s = 0; s < one.searches.size(); ++s) {
            ASSERT_EQ(one.searches[s].mateScore, three.searches[s].mateScore);
            ASSERT_EQ(one.searches[s].otherRow, three.searches[s].otherRow);
        }
    }
}

TEST(Identification, EqualScoresAreNoSuccess) {
    const FeatureMatrix same = FeatureMatrix::Ones(12, 3);
    std::vector<std::string> identity;
    for (int i = 0; i < 12; ++i) identity.push_back(std::to_string(i % 4));
    IdentificationOptions o;
    const auto found = must(identify(same, identity, {}, o, {}));
    EXPECT_EQ(found.cmc[0].value, 0);
    EXPECT_EQ(found.cmc[3].value, 1);
}

TEST(Identification, SaysWhatIsMissing) {
    const auto set = test::pairSet(6, 2, 1);
    Gallery none{std::vector<std::uint8_t>(12, 0), std::vector<std::uint8_t>(12, 1)};
    const auto message = [&](const std::vector<std::string>& identity, const std::vector<Gallery>& galleries) {
        const auto found = identify(set.x, identity, galleries, {}, {});
        return found ? std::string("nothing") : found.error().message.english();
    };
    EXPECT_NE(message(set.identity, {none}).find("0 identities with features are enrolled"), std::string::npos);
    EXPECT_NE(message(std::vector<std::string>(12, "Ann"), {}).find("1 identity"), std::string::npos);
    Gallery all{std::vector<std::uint8_t>(12, 1), std::vector<std::uint8_t>(12, 0)};
    EXPECT_NE(message(set.identity, {all}).find("left to be searched for"), std::string::npos);
    std::vector<std::string> each;
    for (int i = 0; i < 12; ++i) each.push_back(std::to_string(i));
    EXPECT_NE(message(each, {}).find("nobody to be found"), std::string::npos);
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(identify(set.x, set.identity, {}, {}, job).error().code, ErrorCode::kCancelled);
}

}  // namespace
}  // namespace facespace
