#include <fmt/format.h>
#include <array>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cstdlib>

#include "tests/bench/analysis/calibration.h"
#include "tests/unit/analysis/pair_settings.h"

namespace facespace::calibration {
namespace {

constexpr int kImages = 6;

VerificationOptions options() {
    VerificationOptions o;
    o.fmrTargets = {1e-1, 1e-2};
    o.worstPairs = 0;
    return o;
}

FeatureMatrix withNoise(const FeatureMatrix& x, double sd, boost::random::mt19937_64& random) {
    boost::random::normal_distribution<double> normal;
    FeatureMatrix noisy = x;
    for (float& v : noisy.reshaped()) v += static_cast<float>(sd * normal(random));
    return noisy;
}

/// Two networks see the same people with noise of their own. Where it is the same, neither is better.
void differences() {
    fmt::print("\nDifferences of two networks, {} images each\n{:34}{:>10}{:>10}{:>14}{:>14}{:>10}\n", kImages, "", "AUC",
               "EER", "TAR at 1e-1", "TAR at 1e-2", "d′");
    for (const double other : {0.4, 0.8}) {
        boost::random::mt19937_64 random(4);
        VerificationOptions whole = options();
        whole.leaveOut = 0;
        const auto population = test::pairSet(4000, kImages, 7);
        const auto a = verifyAllPairs(withNoise(population.x, 0.4, random), population.identity, whole, {});
        const auto b = verifyAllPairs(withNoise(population.x, other, random), population.identity, whole, {});
        if (!a || !b) std::abort();
        const bool alike = other == 0.4;
        const auto truth = [&](double left, double right) { return alike ? 0.0 : left - right; };
        for (const int identities : {30, 60, 120}) {
            std::array<int, 5> covered{};
            for (int s = 0; s < sets; ++s) {
                const auto set = test::pairSet(identities, kImages, 900 + static_cast<std::uint64_t>(s));
                const auto x = verifyAllPairs(withNoise(set.x, 0.4, random), set.identity, options(), {});
                const auto y = verifyAllPairs(withNoise(set.x, other, random), set.identity, options(), {});
                if (!x || !y) std::abort();
                const auto d = differenceOf(*x, *y);
                covered[0] += covers(d->auc, truth(a->auc.value, b->auc.value));
                covered[1] += covers(d->eer, truth(a->eer.value, b->eer.value));
                for (const std::size_t t : {0U, 1U})
                    covered[2 + t] +=
                        covers(d->tar[t], truth(a->operatingPoints[t].tar.value, b->operatingPoints[t].tar.value));
                covered[4] += covers(d->dPrime, truth(a->dPrime.value, b->dPrime.value));
            }
            fmt::print("{:34}{:>9.1f}%{:>9.1f}%{:>13.1f}%{:>13.1f}%{:>9.1f}%\n",
                       fmt::format("{} identities, {}", identities, alike ? "alike" : "one better"), share(covered[0]),
                       share(covered[1]), share(covered[2]), share(covered[3]), share(covered[4]));
        }
    }
}

const EdcPoint& at(const EdcCurve& c, double discarded) {
    const EdcPoint* last = &c.points.front();
    for (const EdcPoint& p : c.points)
        if (p.discarded <= discarded + 1e-12) last = &p;
    return *last;
}

/// Error against discard: FNMR with a tenth discarded, and the area.
void bands() {
    fmt::print("\nError versus discard, {} images each\n{:34}{:>16}{:>16}{:>12}{:>12}\n", kImages, "", "FNMR at 1e-1",
               "FNMR at 1e-2", "area 1e-1", "area 1e-2");
    EdcOptions edc;
    edc.fmrTargets = {1e-1, 1e-2};
    VerificationOptions whole = options();
    whole.leaveOut = 0;
    const auto population = test::pairSet(1500, kImages, 7);
    const auto all = verifyAllPairs(population.x, population.identity, whole, {});
    const auto truth = edcCurves(*all, {test::noisyQuality(population, kImages, 1)}, edc, {});
    if (!truth) std::abort();
    for (const int identities : {30, 60, 120}) {
        std::array<int, 4> covered{};
        for (int s = 0; s < sets; ++s) {
            const auto set = test::pairSet(identities, kImages, 3000 + static_cast<std::uint64_t>(s));
            const auto v = verifyAllPairs(set.x, set.identity, options(), {});
            const auto curves =
                edcCurves(*v, {test::noisyQuality(set, kImages, 50 + static_cast<std::uint64_t>(s))}, edc, {});
            if (!curves) std::abort();
            for (const std::size_t t : {0U, 1U}) {
                const EdcCurve &c = (*curves)[3 * t], &true_ = (*truth)[3 * t];
                const EdcPoint& here = at(c, 0.1);
                covered[t] += covers({here.fnmr, here.low, here.high}, at(true_, 0.1).fnmr);
                covered[2 + t] += covers({c.pAucStepwise, c.pAucLow, c.pAucHigh}, true_.pAucStepwise);
            }
        }
        fmt::print("{:34}{:>15.1f}%{:>15.1f}%{:>11.1f}%{:>11.1f}%\n", fmt::format("{} identities", identities),
                   share(covered[0]), share(covered[1]), share(covered[2]), share(covered[3]));
    }
}

const AddPart kDifferences{"differences", differences}, kBands{"bands", bands};

}  // namespace
}  // namespace facespace::calibration
