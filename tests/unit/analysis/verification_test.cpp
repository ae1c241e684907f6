#include "core/analysis/verification.h"
#include "core/analysis/jackknife.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>

#include "core/analysis/edc.h"
#include "core/analysis/pair_protocols.h"
#include "core/common/parallel.h"
#include "tests/unit/analysis/pair_settings.h"
#include "tests/unit/analysis/planted.h"
#include "tests/unit/analysis/reference.h"

namespace facespace {
namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Set {
    FeatureMatrix x;
    std::vector<std::string> identity;
};
/// Images around their identity's direction; larger `spread` is harder.
Set people(int identities, int per, int dims, double spread, std::uint64_t seed = 4) {
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    Set s;
    s.x.resize(identities * per, dims);
    for (int p = 0; p < identities; ++p) {
        Eigen::RowVectorXd centre(dims);
        for (auto& c : centre) c = normal(random);
        for (int i = 0; i < per; ++i) {
            for (int j = 0; j < dims; ++j) s.x(p * per + i, j) = static_cast<float>(centre(j) + spread * normal(random));
            s.identity.push_back(std::to_string(p));
        }
    }
    return s;
}
std::filesystem::path temporary(const char* name, const std::string& text) {
    const auto file = std::filesystem::temp_directory_path() / name;
    std::ofstream(file) << text;
    return file;
}

TEST(Verification, TheCentredCosineIsTheCosineOfCentredFeatures) {
    const auto reference = test::reference("verification");
    const FeatureMatrix x = test::matrixOf(reference["x"]);
    const auto identity = test::identitiesOf(reference["group"]);
    VerificationOptions o;
    o.leaveOut = 0;
    const auto plain = verifyAllPairs(x, identity, o, {});
    const auto byHand = verifyAllPairs(x.rowwise() - x.colwise().mean(), identity, o, {});
    o.metric = Metric::kCentredCosine;
    const auto centred = verifyAllPairs(x, identity, o, {}), shifted = verifyAllPairs(x.array() + 3.0F, identity, o, {});
    ASSERT_TRUE(plain && byHand && centred && shifted);
    EXPECT_EQ(centred->metric, Metric::kCentredCosine);
    EXPECT_NEAR(centred->auc.value, byHand->auc.value, 1e-4);
    EXPECT_NEAR(shifted->auc.value, byHand->auc.value, 1e-4);
    EXPECT_GT(std::abs(plain->auc.value - byHand->auc.value), 1e-3) << "or the test says nothing";
    FeatureMatrix four(4, 2);
    four << 1, 1, 3, 3, 2, 2, 2, 2;  // the last two are the mean
    EXPECT_EQ(PairStream(four, {"a", "a", "b", "b"}, Metric::kCentredCosine).zeroRows(), 2);
}

TEST(Verification, AgreesWithScikitLearn) {
    const auto reference = test::reference("verification");
    const FeatureMatrix x = test::matrixOf(reference["x"]);
    const auto identity = test::identitiesOf(reference["group"]);
    for (const bool cosine : {true, false}) {
        const auto& r = reference[cosine ? "cosine" : "euclidean"];
        VerificationOptions o;
        o.metric = cosine ? Metric::kCosine : Metric::kEuclidean;
        o.fmrTargets = {0.1, 0.01};
        const auto v = verifyAllPairs(x, identity, o, {});
        ASSERT_TRUE(v) << v.error().message;
        EXPECT_EQ(v->genuinePairs, 120);
        EXPECT_EQ(v->impostorPairs, 1650);
        EXPECT_NEAR(v->auc.value, r["auc"], 1e-9);
        EXPECT_NEAR(v->eer.value, r["eer"], 1e-9);
        for (std::size_t t = 0; t < 2; ++t) {
            EXPECT_NEAR(v->operatingPoints[t].tar.value, r["tar"][t], 1e-9);
            EXPECT_LT(v->operatingPoints[t].tar.low, v->operatingPoints[t].tar.value);
            EXPECT_GT(v->operatingPoints[t].tar.high, v->operatingPoints[t].tar.value);
        }
        EXPECT_LT(v->auc.low, v->auc.value);
        EXPECT_GT(v->auc.high, v->auc.value);
        EXPECT_LT(v->eer.low, v->eer.value);
        EXPECT_GT(v->eer.high, v->eer.value);
        for (const double limit : {0.2, 0.55}) {
            EdcOptions e;
            e.fmrTargets = o.fmrTargets;
            e.discardLimit = limit;
            const auto curves = edcCurves(*v, {{"quality", reference["quality"].get<std::vector<double>>()}}, e, {});
            ASSERT_TRUE(curves) << curves.error().message;
            ASSERT_EQ(curves->size(), 6U);
            for (std::size_t t = 0; t < 2; ++t) {
                const EdcCurve& c = (*curves)[3 * t];
                const auto& expected = r["edc"][t];
                ASSERT_EQ(c.points.size(), expected["points"].size());
                for (std::size_t k = 0; k < c.points.size(); ++k) {
                    EXPECT_NEAR(c.points[k].discarded, expected["points"][k][0], 1e-12);
                    EXPECT_NEAR(c.points[k].fnmr, expected["points"][k][1], 1e-12);
                }
                const std::string suffix = limit == 0.2 ? "0.2" : "0.55";
                EXPECT_NEAR(c.pAucStepwise, expected["stepwise_" + suffix], 1e-9);
                EXPECT_NEAR(c.pAucLinear, expected["linear_" + suffix], 1e-9);
            }
        }
    }
}

TEST(Verification, LeavingAnIdentityOutTakesAllItsPairsAway) {
    // The counts with one identity left out are those of the set without it, thresholds found again.
    const Set s = people(12, 5, 8, 0.9);
    VerificationOptions o;
    o.fmrTargets = {0.1};
    const auto all = verifyAllPairs(s.x, s.identity, o, {});
    ASSERT_TRUE(all) << all.error().message;
    ASSERT_EQ(all->leftOut.size(), 4U) << "AUC, EER, TAR, d′";
    ASSERT_EQ(all->leftOut[0].size(), 12U);
    std::vector<double> auc, eer, tar, dPrime;
    for (int left = 0; left < 12; ++left) {
        FeatureMatrix x = s.x;
        x.middleRows(5 * left, 5).setConstant(std::numeric_limits<float>::quiet_NaN());
        const auto v = verifyAllPairs(x, s.identity, o, {});
        ASSERT_TRUE(v);
        auc.push_back(v->auc.value);
        eer.push_back(v->eer.value);
        tar.push_back(v->operatingPoints[0].tar.value);
        dPrime.push_back(v->dPrime.value);
    }
    const auto sorted = [](std::vector<double> values) {
        std::sort(values.begin(), values.end());
        return values;
    };
    const auto a = sorted(auc), e = sorted(eer), t = sorted(tar), d = sorted(dPrime);
    const auto la = sorted(all->leftOut[0]), le = sorted(all->leftOut[1]), lt = sorted(all->leftOut[2]),
               ld = sorted(all->leftOut[3]);
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_NEAR(la[i], a[i], 1e-3);
        EXPECT_NEAR(le[i], e[i], 5e-3);
        EXPECT_NEAR(lt[i], t[i], 0.03);
        EXPECT_NEAR(ld[i], d[i], 0.01);
    }
}

TEST(Verification, IntervalsCoverThePopulation) {
    // Impostor pairs of people who look alike are no more independent than genuine ones.
    const test::PairTruth truth = test::pairTruth();
    VerificationOptions o;
    o.fmrTargets = {1e-1, 1e-2};
    o.worstPairs = 0;
    int auc = 0, eer = 0, tar = 0;
    constexpr int kSets = 100;
    for (int set = 0; set < kSets; ++set) {
        const auto s = test::pairSet(40, 6, 50 + static_cast<std::uint64_t>(set));
        const auto v = verifyAllPairs(s.x, s.identity, o, {});
        ASSERT_TRUE(v);
        const auto covers = [](const Estimate& e, double at) { return e.low <= at && at <= e.high ? 1 : 0; };
        auc += covers(v->auc, truth.auc);
        eer += covers(v->eer, truth.eer);
        tar += covers(v->operatingPoints[1].tar, truth.tar[1]);
    }
    for (const int covered : {auc, eer, tar}) EXPECT_GE(covered, 90);
}

TEST(Verification, DifferencesOfTwoNetworksArePaired) {
    const Set s = people(30, 6, 12, 0.9);
    FeatureMatrix worse = s.x;
    boost::random::mt19937_64 random(3);
    boost::random::normal_distribution<double> normal;
    for (float& v : worse.reshaped()) v += static_cast<float>(0.5 * normal(random));
    const auto a = verifyAllPairs(s.x, s.identity, {}, {}), b = verifyAllPairs(worse, s.identity, {}, {});
    ASSERT_TRUE(a && b);
    const auto d = differenceOf(*a, *b);
    ASSERT_TRUE(d);
    EXPECT_NEAR(d->auc.value, a->auc.value - b->auc.value, 1e-12);
    EXPECT_GT(d->auc.low, 0) << "the same people in both: a clear difference";
    EXPECT_LT(a->auc.low, b->auc.high) << "though the intervals of the two overlap";
    EXPECT_EQ(d->tar.size(), 3U);
    VerificationOptions none;
    none.leaveOut = 0;
    const auto without = verifyAllPairs(s.x, s.identity, none, {});
    EXPECT_TRUE(std::isnan(without->auc.low));
    EXPECT_FALSE(differenceOf(*a, *without));
    EXPECT_NEAR(d->dPrime.value, a->dPrime.value - b->dPrime.value, 1e-12);
    EXPECT_GT(d->dPrime.low, 0);
    // As many images, but others: no pair is the same.
    FeatureMatrix first = s.x, last = s.x;
    first.row(0).setConstant(static_cast<float>(kNaN));
    last.row(179).setConstant(static_cast<float>(kNaN));
    const auto c = verifyAllPairs(first, s.identity, {}, {}), e = verifyAllPairs(last, s.identity, {}, {});
    ASSERT_TRUE(c && e);
    ASSERT_EQ(c->images, e->images);
    EXPECT_FALSE(differenceOf(*c, *e)) << "not over the same pairs";
}

TEST(Verification, PeopleLeftOutMoveRatesToFirstOrderAsInFull) {
    const Set s = people(150, 6, 12, 0.9);
    const auto v = verifyAllPairs(s.x, s.identity, {}, {});
    ASSERT_TRUE(v);
    ASSERT_EQ(v->leftOutLinear.size(), v->leftOut.size());
    for (std::size_t figure = 0; figure < v->leftOut.size(); ++figure) {
        const double full = jackknifeError(v->leftOut[figure]).value;
        EXPECT_NEAR(jackknifeError(v->leftOutLinear[figure]).value, full, 0.1 * full) << figure;
    }
}

TEST(Verification, DifferencesOfEqualNetworksHoldZero) {
    // Two networks see the same people with noise of their own: neither is better.
    VerificationOptions o;
    o.fmrTargets = {1e-1, 1e-2};
    o.worstPairs = 0;
    int auc = 0, eer = 0, tar = 0, dPrime = 0;
    constexpr int kSets = 100;
    for (int set = 0; set < kSets; ++set) {
        const auto s = test::pairSet(40, 5, 900 + static_cast<std::uint64_t>(set));
        boost::random::mt19937_64 random(static_cast<std::uint64_t>(set));
        boost::random::normal_distribution<double> normal;
        FeatureMatrix x = s.x, y = s.x;
        for (FeatureMatrix* network : {&x, &y})
            for (float& v : network->reshaped()) v += static_cast<float>(0.4 * normal(random));
        const auto a = verifyAllPairs(x, s.identity, o, {}), b = verifyAllPairs(y, s.identity, o, {});
        ASSERT_TRUE(a && b);
        const auto d = differenceOf(*a, *b);
        ASSERT_TRUE(d);
        const auto holds = [](const Estimate& e) { return e.low <= 0 && 0 <= e.high ? 1 : 0; };
        auc += holds(d->auc), eer += holds(d->eer), tar += holds(d->tar[1]), dPrime += holds(d->dPrime);
    }
    for (const int held : {auc, eer, tar, dPrime}) {
        EXPECT_GE(held, 90) << auc << " " << eer << " " << tar << " " << dPrime;
        EXPECT_LE(held, 99) << auc << " " << eer << " " << tar << " " << dPrime;
    }
}

TEST(Verification, DPrimeIsTheDistanceOfTheMeans) {
    const Set s = people(20, 4, 8, 0.7);
    const auto v = verifyAllPairs(s.x, s.identity, {}, {});
    ASSERT_TRUE(v);
    std::vector<double> genuine, impostor;
    for (Eigen::Index i = 0; i < 80; ++i)
        for (Eigen::Index j = i + 1; j < 80; ++j)
            (i / 4 == j / 4 ? genuine : impostor)
                .push_back(s.x.row(i).cast<double>().normalized().dot(s.x.row(j).cast<double>().normalized()));
    const Spread g = spreadOf(genuine), n = spreadOf(impostor);
    EXPECT_NEAR(v->dPrime.value, (g.mean - n.mean) / std::sqrt((g.sd * g.sd + n.sd * n.sd) / 2), 0.02);
}

TEST(Verification, StreamedIsPlain) {
    // Blocks, mixed lines and the fast path against the plain double loop, over several blocks.
    const Set s = people(100, 9, 16, 0.8);
    const auto v = verifyAllPairs(s.x, s.identity, {}, {});
    ASSERT_TRUE(v) << v.error().message;
    std::vector<double> genuine, impostor;
    for (Eigen::Index i = 0; i < 900; ++i)
        for (Eigen::Index j = i + 1; j < 900; ++j) {
            const double c = s.x.row(i).cast<double>().normalized().dot(s.x.row(j).cast<double>().normalized());
            (i / 9 == j / 9 ? genuine : impostor).push_back(c);
        }
    EXPECT_EQ(v->genuinePairs, static_cast<std::int64_t>(genuine.size()));
    EXPECT_EQ(v->impostorPairs, static_cast<std::int64_t>(impostor.size()));
    std::sort(genuine.begin(), genuine.end());
    std::sort(impostor.begin(), impostor.end());
    double won = 0;
    for (const double g : genuine)
        won += static_cast<double>(std::lower_bound(impostor.begin(), impostor.end(), g) - impostor.begin());
    EXPECT_NEAR(v->auc.value, won / static_cast<double>(genuine.size() * impostor.size()), 1e-6);
    ASSERT_EQ(v->worstGenuine.size(), 100U);
    ASSERT_EQ(v->worstImpostor.size(), 100U);
    for (std::size_t k = 0; k < 100; ++k) {
        EXPECT_NEAR(v->worstGenuine[k].score, genuine[k], 2e-6);
        EXPECT_NEAR(v->worstImpostor[k].score, impostor[impostor.size() - 1 - k], 2e-6);
        EXPECT_LT(v->worstGenuine[k].a, v->worstGenuine[k].b);
        EXPECT_EQ(v->worstGenuine[k].a / 9, v->worstGenuine[k].b / 9);
    }
    EXPECT_EQ(v->genuine.size(), genuine.size());
    const double low = impostor[impostor.size() - 50] - 1e-5;
    const auto found = pairsInRange(s.x, s.identity, Metric::kCosine, false, low, 1, 1000, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(static_cast<std::ptrdiff_t>(found->size()),
              impostor.end() - std::lower_bound(impostor.begin(), impostor.end(), low));
}

TEST(Verification, PairsWithoutAnErrorSayWhatResamplingCannot) {
    FeatureMatrix x = FeatureMatrix::Zero(40, 20);
    std::vector<std::string> identity;
    for (int i = 0; i < 40; ++i) {
        x(i, i / 2) = 1;
        x(i, (i / 2 + 1) % 20) = 0.01F * static_cast<float>(i % 2);
        identity.push_back(std::to_string(i / 2));
    }
    VerificationOptions o;
    o.fmrTargets = {0.1};
    const auto v = verifyAllPairs(x, identity, o, {});
    ASSERT_TRUE(v) << v.error().message;
    ASSERT_EQ(v->operatingPoints.front().tar.value, 1);
    ASSERT_EQ(v->notes.size(), 1U);
    EXPECT_EQ(v->notes.front(),
              "None of 20 genuine pairs is rejected, so there is no interval; up to 15 % of all pairs could be and none "
              "be seen (rule of three).");
}

TEST(Verification, SameForAnyThreads) {
    const Set s = people(60, 20, 12, 1);
    setThreadCount(1);
    const auto one = verifyAllPairs(s.x, s.identity, {}, {});
    setThreadCount(4);
    const auto four = verifyAllPairs(s.x, s.identity, {}, {});
    setThreadCount(0);
    ASSERT_TRUE(one && four);
    EXPECT_EQ(one->auc.value, four->auc.value);
    EXPECT_EQ(one->auc.low, four->auc.low);
    EXPECT_EQ(one->eer.high, four->eer.high);
    ASSERT_EQ(one->worstImpostor.size(), four->worstImpostor.size());
    for (std::size_t k = 0; k < one->worstImpostor.size(); ++k) {
        EXPECT_EQ(one->worstImpostor[k].a, four->worstImpostor[k].a);
        EXPECT_EQ(one->worstImpostor[k].b, four->worstImpostor[k].b);
    }
}

TEST(Verification, SaysWhatIsMissing) {
    Set s = people(4, 3, 5, 0.5);
    auto identity = s.identity;
    for (std::size_t i = 0; i < identity.size(); ++i) identity[i] = std::to_string(i);
    auto v = verifyAllPairs(s.x, identity, {}, {});
    ASSERT_FALSE(v);
    EXPECT_NE(v.error().message.find("no genuine pair"), std::string::npos);
    identity.assign(identity.size(), "one");
    v = verifyAllPairs(s.x, identity, {}, {});
    ASSERT_FALSE(v);
    EXPECT_NE(v.error().message.find("no impostor pair"), std::string::npos);
    s.x.setConstant(std::numeric_limits<float>::quiet_NaN());
    EXPECT_FALSE(verifyAllPairs(s.x, s.identity, {}, {}));
    s.x.setConstant(1.5F);
    v = verifyAllPairs(s.x, s.identity, {}, {});
    ASSERT_TRUE(v);
    EXPECT_EQ(v->auc.value, 0.5);
    VerificationOptions o;
    o.metric = Metric::kEuclidean;
    v = verifyAllPairs(s.x, s.identity, o, {});
    ASSERT_TRUE(v);
    EXPECT_EQ(v->auc.value, 0.5);
    s = people(4, 3, 5, 0.5);
    s.x.row(1).setZero();
    v = verifyAllPairs(s.x, s.identity, {}, {});
    ASSERT_TRUE(v);
    EXPECT_EQ(v->images, 11);
    EXPECT_FALSE(v->notes.empty());
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(verifyAllPairs(s.x, s.identity, {}, job).error().code, ErrorCode::kCancelled);
}

TEST(Verification, LfwProtocol) {
    const Set s = people(3, 2, 6, 0.1);
    const std::vector<std::string> identity{"A B", "A B", "C", "C", "D", "D"};
    const std::vector<std::string> paths{"A_B/A_B_0001.jpg", "A_B/A_B_0002.jpg", "C/C_0001.jpg",
                                         "C/C_0002.jpg",     "D/D_0001.png",     "D/D_0012.png"};
    const auto file =
        temporary("facespace_pairs.txt",
                  "2\t2\nA_B\t1\t2\nC\t1\t2\nA_B\t1\tC\t2\nC\t1\tD\t12\nD\t1\t12\nD\t1\t9\nA_B\t2\tD\t1\nA_B\t1\tD\t1\n");
    const auto list = readLfwPairs(file, paths);
    ASSERT_TRUE(list) << list.error().message;
    EXPECT_EQ(list->pairs.size(), 7U);
    EXPECT_EQ(list->missing, 1);
    EXPECT_EQ(list->missingNames, (std::vector<std::string>{"D_0009"}));
    EXPECT_EQ(list->pairs[4].fold, 1);
    EXPECT_TRUE(list->pairs[4].genuine);
    EXPECT_EQ(list->pairs[3].b, 5);
    const auto v = verifyPairs(s.x, identity, *list, {}, {});
    ASSERT_TRUE(v) << v.error().message;
    EXPECT_EQ(v->genuinePairs, 3);
    EXPECT_EQ(v->impostorPairs, 4);
    EXPECT_EQ(v->auc.value, 1);
    EXPECT_EQ(v->foldAccuracy.count, 2);
    EXPECT_GT(v->foldAccuracy.mean, 0.7);
    EXPECT_NEAR(v->foldStandardError, v->foldAccuracy.sd / std::sqrt(2.0), 1e-12);
    EXPECT_EQ(readLfwPairs("/nowhere", paths).error().code, ErrorCode::kIo);
    EXPECT_EQ(readLfwPairs(temporary("facespace_pairs.txt", "2 2\nA_B one 2\n"), paths).error().code, ErrorCode::kFormat);
    EXPECT_EQ(readLfwPairs(temporary("facespace_pairs.txt", "x\n"), paths).error().code, ErrorCode::kFormat);
    EXPECT_EQ(readLfwPairs(temporary("facespace_pairs.txt", "1 1\nZ 1 2\n"), paths).error().code, ErrorCode::kNotFound);
    std::filesystem::remove(file);
}

TEST(Verification, TemplatesPoolMediaFirst) {
    FeatureMatrix x(5, 2);
    x << 0, 0, 2, 2, 4, 0, 1, 1, std::numeric_limits<float>::quiet_NaN(), 0;
    const auto t = poolTemplates(x, {"7", "7", "7", "8", "9"}, {"v", "v", "s", "", ""}, {"a", "a", "a", "b", "b"});
    ASSERT_EQ(t.ids, (std::vector<std::string>{"7", "8"}));
    EXPECT_EQ(t.features(0, 0), 2.5F);
    EXPECT_EQ(t.features(0, 1), 0.5F);
    EXPECT_EQ(t.withoutFeature, 1);
    const auto file = temporary("facespace_templates.csv", "enroll,verify\n7,8\n7,9\n8,7\n");
    const auto list = readTemplatePairs(file, t);
    ASSERT_TRUE(list) << list.error().message;
    EXPECT_EQ(list->pairs.size(), 2U);
    EXPECT_FALSE(list->pairs[0].genuine);
    EXPECT_EQ(list->missing, 1);
    EXPECT_EQ(verifyPairs(t.features, t.identity, *list, {}, {}).error().code, ErrorCode::kInvalid);
    std::filesystem::remove(file);
}

TEST(Edc, OracleRandomAndGoodQuality) {
    const Set s = people(40, 8, 12, 0.9);
    Set noisy = s;
    std::vector<double> quality;
    boost::random::mt19937_64 random(3);
    boost::random::normal_distribution<double> normal;
    for (Eigen::Index i = 0; i < noisy.x.rows(); ++i) {  // some images are spoilt, and the quality knows it
        quality.push_back(i % 5 == 0 ? 0.1 : 1 + 0.01 * static_cast<double>(i));
        if (i % 5 == 0)
            for (Eigen::Index j = 0; j < noisy.x.cols(); ++j) noisy.x(i, j) = static_cast<float>(2 * normal(random));
    }
    const auto v = verifyAllPairs(noisy.x, noisy.identity, {}, {});
    ASSERT_TRUE(v);
    EdcOptions o;
    o.fmrTargets = {1e-2};
    o.discardLimit = 0.5;
    std::vector<double> partly = quality;
    partly[3] = kNaN;
    const auto curves = edcCurves(*v, {{"quality", quality}, {"partly", partly}}, o, {});
    ASSERT_TRUE(curves) << curves.error().message;
    ASSERT_EQ(curves->size(), 4U);
    const auto &good = (*curves)[0], &some = (*curves)[1], &chance = (*curves)[2], &best = (*curves)[3];
    EXPECT_EQ(chance.quality, "random");
    EXPECT_EQ(best.quality, "oracle");
    EXPECT_EQ(some.withoutQuality, 7);
    EXPECT_LT(best.pAucStepwise, good.pAucStepwise);
    EXPECT_LT(good.pAucStepwise, chance.pAucStepwise);
    EXPECT_NEAR(chance.pAucStepwise, good.startFnmr * o.discardLimit, 0.1 * good.startFnmr * o.discardLimit);
    EXPECT_EQ(best.startFnmr, good.startFnmr);
    o.discardLimit = 1;
    EXPECT_FALSE(edcCurves(*v, {}, o, {}));
}

TEST(Edc, RecomputedThresholdsAgreeWithPlainOnes) {
    const Set s = people(30, 8, 10, 0.8);
    std::vector<double> quality;
    for (Eigen::Index i = 0; i < s.x.rows(); ++i) quality.push_back(std::sin(static_cast<double>(i * 13)));
    const auto v = verifyAllPairs(s.x, s.identity, {}, {});
    ASSERT_TRUE(v);
    EdcOptions o;
    o.fmrTargets = {1e-2};
    o.discardLimit = 0.5;
    const auto curves = edcRecomputed(s.x, s.identity, *v, {"q", quality}, o, {}, 6);
    ASSERT_TRUE(curves) << curves.error().message;
    const EdcCurve& c = curves->front();
    ASSERT_EQ(c.points.size(), 6U);
    EXPECT_NEAR(c.startFnmr, 1 - v->operatingPoints[0].tar.value, 0.003);
    for (const EdcPoint& point : c.points) {  // the plain way: keep the images, verify again
        std::vector<double> pairQuality;
        for (const auto& g : v->genuine)
            pairQuality.push_back(std::min(quality[static_cast<std::size_t>(g.a)], quality[static_cast<std::size_t>(g.b)]));
        std::sort(pairQuality.begin(), pairQuality.end());
        const double least =
            pairQuality[static_cast<std::size_t>(std::llround(point.discarded * static_cast<double>(pairQuality.size())))];
        FeatureMatrix kept = s.x;
        for (Eigen::Index i = 0; i < kept.rows(); ++i)
            if (quality[static_cast<std::size_t>(i)] < least)
                kept.row(i).setConstant(std::numeric_limits<float>::quiet_NaN());
        const auto again = verifyAllPairs(kept, s.identity, {}, {});
        ASSERT_TRUE(again);
        EXPECT_NEAR(point.fnmr, 1 - again->operatingPoints[0].tar.value, 0.004) << point.discarded;
    }
}

/// The rule itself: at every share discarded, the lowest threshold whose FMR on the impostor pairs that are left is at most
/// the target, and the share of genuine pairs left below it.
std::vector<EdcPoint> plainRecomputed(const std::vector<double>& quality, const PairStream& stream, double target,
                                      double limit, int steps) {
    std::vector<std::pair<double, std::int32_t>> genuine, impostor;
    for (std::size_t p = 0; p < stream.images(); ++p)
        for (std::size_t q = p + 1; q < stream.images(); ++q) {
            const double least =
                std::min(quality[static_cast<std::size_t>(stream.row(p))], quality[static_cast<std::size_t>(stream.row(q))]);
            (stream.group(p) == stream.group(q) ? genuine : impostor)
                .emplace_back(least, stream.scale().level(stream.score(p, q)));
        }
    std::sort(genuine.begin(), genuine.end());
    std::vector<EdcPoint> points;
    for (int k = 0; k < steps; ++k) {
        const auto at = static_cast<std::size_t>(limit * k / (steps - 1) * static_cast<double>(genuine.size()));
        const double from = genuine[at].first;
        std::vector<std::int32_t> left;
        for (const auto& [q, level] : impostor)
            if (q >= from) left.push_back(level);
        std::sort(left.rbegin(), left.rend());
        // So many impostor pairs may be accepted; the threshold is just above the next one.
        const auto accepted = static_cast<std::size_t>(target * static_cast<double>(left.size()));
        std::int64_t rejected = 0, all = 0;
        for (const auto& [q, level] : genuine) {
            all += q >= from ? 1 : 0;
            rejected += q >= from && level <= left[accepted] ? 1 : 0;
        }
        const auto before = static_cast<double>(genuine.size() - static_cast<std::size_t>(all));
        if (points.empty() || before / static_cast<double>(genuine.size()) > points.back().discarded)
            points.push_back(
                {before / static_cast<double>(genuine.size()), static_cast<double>(rejected) / static_cast<double>(all)});
    }
    return points;
}

TEST(Edc, RecomputedCurvesAndAreasAreThoseOfTheRule) {
    const Set s = people(12, 6, 8, 1.2);
    std::vector<double> quality;
    for (Eigen::Index i = 0; i < s.x.rows(); ++i) quality.push_back(std::sin(static_cast<double>(i * 13)));
    for (const auto metric : {Metric::kCosine, Metric::kEuclidean}) {
        VerificationOptions v;
        v.metric = metric;
        const auto verified = verifyAllPairs(s.x, s.identity, v, {});
        ASSERT_TRUE(verified);
        EdcOptions o;
        o.fmrTargets = {0.03, 0.01};
        o.discardLimit = 0.5;
        const auto curves = edcRecomputed(s.x, s.identity, *verified, {"q", quality}, o, {}, 15);
        ASSERT_TRUE(curves) << curves.error().message;
        const PairStream stream(s.x, s.identity, metric);
        for (std::size_t t = 0; t < 2; ++t) {
            const EdcCurve& c = (*curves)[t];
            const auto expected = plainRecomputed(quality, stream, o.fmrTargets[t], o.discardLimit, 15);
            ASSERT_EQ(c.points.size(), expected.size());
            for (std::size_t k = 0; k < expected.size(); ++k) {
                EXPECT_NEAR(c.points[k].discarded, expected[k].discarded, 1e-12);
                EXPECT_NEAR(c.points[k].fnmr, expected[k].fnmr, 1e-9) << k;
            }
            EXPECT_NEAR(c.pAucStepwise, pAucStepwise(expected, 0.5), 1e-9);
            EXPECT_NEAR(c.pAucLinear, pAucLinear(expected, 0.5), 1e-9);
        }
    }
}

TEST(Verification, Takes24000ImagesInTime) {
    const Set s = people(500, 48, 512, 3);
    for (const auto metric : {Metric::kCosine, Metric::kEuclidean}) {
        VerificationOptions o;
        o.metric = metric;
        const auto start = std::chrono::steady_clock::now();
        const auto v = verifyAllPairs(s.x, s.identity, o, {});
        const auto middle = std::chrono::steady_clock::now();
        ASSERT_TRUE(v);
        EXPECT_EQ(v->genuinePairs + v->impostorPairs, 24000LL * 23999 / 2);
        std::vector<QualityColumn> qualities;
        for (int q = 0; q < 12; ++q) {
            qualities.push_back({std::to_string(q), {}});
            for (Eigen::Index i = 0; i < s.x.rows(); ++i) qualities.back().values.push_back(static_cast<double>(s.x(i, q)));
        }
        const auto curves = edcCurves(*v, qualities, {}, {});
        const auto end = std::chrono::steady_clock::now();
        ASSERT_TRUE(curves);
        std::printf("288 million pairs: %.2f s; 12 qualities × 3 FMR: %.2f s\n",
                    std::chrono::duration<double>(middle - start).count(),
                    std::chrono::duration<double>(end - middle).count());
        EXPECT_LT(std::chrono::duration<double>(middle - start).count(), 60);
    }
}

TEST(Edc, BandsCoverThePopulation) {
    constexpr int kImages = 6, kSets = 100;
    VerificationOptions o;
    o.worstPairs = 0;
    EdcOptions edc;
    edc.fmrTargets = {1e-1, 1e-2};
    const auto at = [](const EdcCurve& c, double share) {
        const EdcPoint* last = &c.points.front();
        for (const EdcPoint& p : c.points)
            if (p.discarded <= share + 1e-12) last = &p;
        return *last;
    };
    VerificationOptions without = o;
    without.leaveOut = 0;
    const auto population = test::pairSet(1500, kImages, 7);
    const auto all = verifyAllPairs(population.x, population.identity, without, {});
    ASSERT_TRUE(all);
    const auto truth = edcCurves(*all, {test::noisyQuality(population, kImages, 1)}, edc, {});
    ASSERT_TRUE(truth);
    EXPECT_TRUE(std::isnan((*truth)[0].points[0].low)) << "no band without intervals";
    int covered[2] = {0, 0}, areas[2] = {0, 0};
    for (int set = 0; set < kSets; ++set) {
        const auto s = test::pairSet(40, kImages, 3000 + static_cast<std::uint64_t>(set));
        const auto v = verifyAllPairs(s.x, s.identity, o, {});
        ASSERT_TRUE(v);
        const auto curves = edcCurves(*v, {test::noisyQuality(s, kImages, 50 + static_cast<std::uint64_t>(set))}, edc, {});
        ASSERT_TRUE(curves);
        for (std::size_t t = 0; t < 2; ++t) {
            const EdcCurve& c = (*curves)[3 * t];
            const EdcPoint here = at(c, 0.1), there = at((*truth)[3 * t], 0.1);
            EXPECT_LE(here.low, here.fnmr);
            EXPECT_GE(here.high, here.fnmr);
            covered[t] += here.low <= there.fnmr && there.fnmr <= here.high ? 1 : 0;
            areas[t] += c.pAucLow <= (*truth)[3 * t].pAucStepwise && (*truth)[3 * t].pAucStepwise <= c.pAucHigh ? 1 : 0;
        }
    }
    for (const std::size_t t : {0U, 1U}) {
        EXPECT_GE(covered[t], 89) << "FMR " << edc.fmrTargets[t];
        EXPECT_GE(areas[t], 89) << "FMR " << edc.fmrTargets[t];
    }
}

}  // namespace
}  // namespace facespace
