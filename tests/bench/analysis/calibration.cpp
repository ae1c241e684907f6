// How often the analyses are wrong where the truth is known: share of null sets with p ≤ 0.05 (right: 3 to 8 %), coverage of
// 95 % intervals (right: 93 to 97 %), verdicts that are wrong (right: at most 5 %), and power.
//   cmake --build build/release --target calibration_bench
//   build/release/bin/calibration_bench [SETS [PART]]
#include <fmt/format.h>
#include <boost/random/uniform_real_distribution.hpp>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numbers>

#include "core/analysis/experiment1.h"
#include "core/analysis/near_origin.h"
#include "core/analysis/shared_identities.h"
#include "core/analysis/statistics.h"
#include "core/analysis/verification.h"
#include "core/analysis/view_dependence.h"
#include "tests/bench/analysis/calibration.h"
#include "tests/unit/analysis/nested_noise.h"
#include "tests/unit/analysis/pair_settings.h"
#include "tests/unit/analysis/score_settings.h"
#include "tests/unit/analysis/two_sets.h"
#include "tests/unit/analysis/view_settings.h"

namespace facespace::calibration {
int sets = 200;
std::vector<Part>& parts() {
    static std::vector<Part> all;
    return all;
}
}  // namespace facespace::calibration

namespace {
using namespace facespace;
using namespace facespace::calibration;
using test::Layout;
using test::NestedNoise;
using test::ViewEffect;
using test::ViewSetting;

void views() {
    struct Case {
        const char* name;
        ViewSetting setting;
        ViewOwner right;
    };
    const auto with = [](ViewEffect effect, bool unequal, int frames, double shared) {
        ViewSetting s;
        s.effect = effect, s.unequal = unequal, s.frames = frames, s.shared = shared;
        return s;
    };
    const Case cases[] = {
        {"no effect, images", with(ViewEffect::kNone, true, 1, 0.5), ViewOwner::kCannotTell},
        {"no effect, videos of 4", with(ViewEffect::kNone, true, 4, 0.5), ViewOwner::kCannotTell},
        {"equal effects, equal n", with(ViewEffect::kEqual, false, 1, 0.5), ViewOwner::kCannotTell},
        {"equal effects, unequal n", with(ViewEffect::kEqual, true, 1, 0.5), ViewOwner::kCannotTell},
        {"half the features, unequal n", with(ViewEffect::kHalfOfFeatures, true, 1, 0.5), ViewOwner::kFeatures},
        {"equal components", with(ViewEffect::kBoth, true, 1, 0.5), ViewOwner::kCannotTell},
        {"half the identities", with(ViewEffect::kHalfOfIdentities, true, 1, 0.5), ViewOwner::kIdentities},
    };
    fmt::print("\nView dependence, 40 identities, 64 correlated features\n{:32}{:>12}{:>10}{:>10}{:>12}\n", "", "any, p≤.05",
               "wrong", "right", "tests sig.");
    ViewDependenceOptions o;
    o.permutations = 199;
    o.bootstrap = 500;
    for (const Case& c : cases) {
        int any = 0, wrong = 0, right = 0;
        double significant = 0;
        for (int s = 0; s < sets; ++s) {
            const auto set = test::viewSet(c.setting, 1000 + static_cast<std::uint64_t>(s));
            o.seed = static_cast<std::uint64_t>(s + 1);
            const auto v = viewDependence(set.x, set.yaw, set.units, o, {});
            if (!v) std::abort();
            any += *v->pValue <= 0.05 ? 1 : 0;
            right += v->owner == c.right ? 1 : 0;
            wrong += v->owner != c.right && v->owner != ViewOwner::kCannotTell ? 1 : 0;
            significant += (v->p.array() <= 0.05).cast<double>().mean() / sets;
        }
        fmt::print("{:32}{:>11.1f}%{:>9.1f}%{:>9.1f}%{:>11.1f}%\n", c.name, share(any), share(wrong), share(right),
                   100 * significant);
    }
}

struct Clustering {
    const char* name;
    double identity, video;
};
constexpr Clustering kClusterings[] = {{"independent", 0, 0},     {"video .3", 0, 0.3},      {"video .6", 0, 0.6},
                                       {"video .8", 0, 0.8},      {"video 1", 0, 1},         {"identity .3", 0.3, 0.2},
                                       {"identity .6", 0.6, 0.2}, {"identity .8", 0.8, 0.15}};

void correlations() {
    fmt::print(
        "\nDistance against a measure, 30 identities of 5 videos of 4 frames (planted: ρ of normal sides .4)\n"
        "{:16}{:>10}{:>10}{:>10}{:>10}{:>12}{:>12}{:>12}{:>12}\n",
        "", "ρ p≤.05", "τ p≤.05", "trend", "near 10 %", "ρ covers", "planted ρ", "power", "near covers");
    const Layout layout;
    const Units units = layout.units();
    for (const Clustering& c : kClusterings) {
        int rho = 0, tau = 0, trend = 0, near = 0, covered = 0, planted = 0, power = 0, difference = 0;
        for (int s = 0; s < sets; ++s) {
            NestedNoise noise(layout, c.identity, c.video, 5000 + static_cast<std::uint64_t>(s));
            const auto x = noise.column(), y = noise.column();
            StatisticsOptions o;
            const auto r = rankCorrelation(x, y, units, o, {});
            const auto t = trendOf(x, y, units, o, {});
            const auto n = nearOrigin(x, {"y", y, 1}, units, {0.1}, o, {});
            if (!r || !t || !n) std::abort();
            rho += r->spearmanP <= 0.05 ? 1 : 0;
            tau += r->kendallP <= 0.05 ? 1 : 0;
            trend += *t->pValue <= 0.05 ? 1 : 0;
            covered += covers(r->spearman, 0) ? 1 : 0;
            near += std::isfinite(n->front().ratio.low) && !covers(n->front().ratio, 1) ? 1 : 0;
            difference += covers(n->front().difference, 0) ? 1 : 0;
            std::vector<double> z;
            const double a = 0.4;
            for (std::size_t i = 0; i < x.size(); ++i) z.push_back(a * x[i] + std::sqrt(1 - a * a) * y[i]);
            const auto p = rankCorrelation(x, z, units, o, {});
            planted += covers(p->spearman, 6 / std::numbers::pi * std::asin(a / 2)) ? 1 : 0;
            power += p->spearmanP <= 0.05 ? 1 : 0;
        }
        fmt::print("{:16}{:>9.1f}%{:>9.1f}%{:>9.1f}%{:>9.1f}%{:>11.1f}%{:>11.1f}%{:>11.1f}%{:>11.1f}%\n", c.name, share(rho),
                   share(tau), share(trend), share(near), share(covered), share(planted), share(power), share(difference));
    }
}

/// A tenth of normal values is poor, by a limit that does not follow from them.
QualityColumn limited(const std::vector<double>& y) {
    QualityColumn measure{"y", y, 1};
    measure.poorLimit = -1.281552;
    return measure;
}

/// The shares of poor images near the origin and elsewhere: how well the interval of their ratio covers follows how many
/// poor units there are near.
void nearness() {
    fmt::print(
        "\nNear the origin (nearest 10 %): intervals that cover, 3 images to a "
        "video\n{:34}{:>12}{:>12}{:>10}{:>12}{:>12}{:>12}\n",
        "", "poor near", "poor, rest", "ratio", "no ratio", "difference", "poor units");
    for (const Layout layout :
         {Layout{30, 5, 3}, Layout{30, 10, 3}, Layout{30, 40, 3}, Layout{30, 60, 3}, Layout{100, 20, 3}}) {
        const Units units = layout.units();
        for (const auto& [identity, video, tenth] :
             {std::tuple{0.0, 0.0, false}, std::tuple{0.2, 0.6, false}, std::tuple{0.2, 0.6, true}}) {
            int ratio = 0, none = 0, difference = 0, shareNear = 0, withShare = 0, shareRest = 0;
            double poor = 0;
            for (int s = 0; s < sets; ++s) {
                NestedNoise noise(layout, identity, video, 40000 + static_cast<std::uint64_t>(s));
                const auto x = noise.column(), y = noise.column();
                const auto n = nearOrigin(x, tenth ? QualityColumn{"y", y, 1} : limited(y), units, {0.1}, {}, {});
                if (!n) std::abort();
                const NearOrigin& near = n->front();
                none += std::isfinite(near.ratio.low) ? 0 : 1;
                ratio += covers(near.ratio, 1) ? 1 : 0;
                difference += covers(near.difference, 0) ? 1 : 0;
                shareNear += covers(near.poorNear, 0.1) ? 1 : 0;
                withShare += std::isfinite(near.poorNear.low) ? 1 : 0;
                shareRest += covers(near.poorRest, 0.1) ? 1 : 0;
                poor += near.poorNear.value * static_cast<double>(near.units) / sets;
            }
            const auto covered = [](int count, int of) {
                return of > sets / 2 ? fmt::format("{:.1f}%", 100.0 * count / of) : std::string("–");
            };
            fmt::print("{:34}{:>12}{:>12}{:>10}{:>11.1f}%{:>12}{:>12.1f}\n",
                       fmt::format("{} × {}, ICC {} + {}{}", layout.identities, layout.videos, identity, video,
                                   tenth ? ", tenth" : ""),
                       covered(shareNear, withShare), covered(shareRest, tenth ? 0 : sets), covered(ratio, sets - none),
                       share(none), covered(difference, sets), poor);
        }
    }
}

void shapes() {
    struct Case {
        const char* name;
        std::function<double(double)> shape;
        TrendShape right;
    };
    const Case cases[] = {
        {"rises", [](double p) { return 3 * p; }, TrendShape::kRises},
        {"rises, then level", [](double p) { return std::min(2.0, 5 * p); }, TrendShape::kRises},
        {"rises, then falls from 60 %", [](double p) { return p < 0.6 ? 5 * p : 3 - 5 * (p - 0.6); },
         TrendShape::kRisesThenFalls},
        {"flat", [](double) { return 0.0; }, TrendShape::kFlat},
    };
    for (const int identities : {30, 150}) {
        fmt::print("\nShapes of trends, {} identities of 20 videos of 3 frames\n{:30}{:>10}{:>10}{:>14}\n", identities, "",
                   "right", "wrong", "cannot tell");
        const Layout layout{identities, 20, 3};
        const Units units = layout.units();
        for (const Case& c : cases) {
            int right = 0, wrong = 0, open = 0;
            for (int s = 0; s < sets; ++s) {
                NestedNoise noise(layout, 0.2, 0.6, 9000 + static_cast<std::uint64_t>(s));
                const auto x = noise.column();
                auto y = noise.column();
                for (std::size_t i = 0; i < x.size(); ++i) y[i] += c.shape(0.5 * std::erfc(-x[i] / std::numbers::sqrt2));
                const auto t = trendOf(x, y, units, {}, {});
                if (!t) std::abort();
                right += t->shape == c.right ? 1 : 0;
                open += t->shape == TrendShape::kCannotTell ? 1 : 0;
            }
            wrong = sets - right - open;
            fmt::print("{:30}{:>9.1f}%{:>9.1f}%{:>13.1f}%\n", c.name, share(right), share(wrong), share(open));
        }
    }
}

void predictions() {
    fmt::print("\nShuffled labels, 30 identities of 5 videos of 4 frames, 16 features\n{:16}{:>16}{:>16}\n", "",
               "numbers p≤.05", "classes p≤.05");
    const Layout layout;
    const Units units = layout.units();
    Experiment1Options o;
    o.randomRepeats = o.bootstrap = 0;
    o.permutations = 99;
    o.featureCurve = false;
    for (const Clustering& c : kClusterings) {
        int numbers = 0, classes = 0;
        for (int s = 0; s < sets; ++s) {
            NestedNoise noise(layout, c.identity, c.video, 20000 + static_cast<std::uint64_t>(s));
            FeatureMatrix x(layout.images(), 16);
            for (Eigen::Index j = 0; j < 16; ++j) {
                const auto column = noise.column();
                for (Eigen::Index i = 0; i < x.rows(); ++i)
                    x(i, j) = static_cast<float>(column[static_cast<std::size_t>(i)]);
            }
            const auto y = noise.column();
            ClassTarget target{{}, {"low", "high"}};
            for (const double v : y) target.classOf.push_back(v > 0 ? 1 : 0);
            const auto r = regressionExperiment(x, y, units, o, {});
            const auto k = classificationExperiment(x, target, units, o, {});
            if (!r || !k) std::abort();
            numbers += r->baseline->pValue <= 0.05 ? 1 : 0;
            classes += k->baseline->pValue <= 0.05 ? 1 : 0;
        }
        fmt::print("{:16}{:>15.1f}%{:>15.1f}%\n", c.name, share(numbers), share(classes));
    }
}

void verification() {
    fmt::print(
        "\nVerification intervals, identities in groups that look alike, 8 images each\n{:16}{:>10}{:>10}{:>14}{:>14}\n", "",
        "AUC", "EER", "TAR at 1e-1", "TAR at 1e-2");
    const test::PairTruth truth = test::pairTruth();
    VerificationOptions o;
    o.fmrTargets = {1e-1, 1e-2};
    o.worstPairs = 0;
    for (const int identities : {30, 60, 120}) {
        int auc = 0, eer = 0, tar1 = 0, tar2 = 0;
        for (int s = 0; s < sets; ++s) {
            const auto set = test::pairSet(identities, 8, 300 + static_cast<std::uint64_t>(s));
            const auto v = verifyAllPairs(set.x, set.identity, o, {});
            if (!v) std::abort();
            auc += covers(v->auc, truth.auc) ? 1 : 0;
            eer += covers(v->eer, truth.eer) ? 1 : 0;
            tar1 += covers(v->operatingPoints[0].tar, truth.tar[0]) ? 1 : 0;
            tar2 += covers(v->operatingPoints[1].tar, truth.tar[1]) ? 1 : 0;
        }
        fmt::print("{:16}{:>9.1f}%{:>9.1f}%{:>13.1f}%{:>13.1f}%\n", fmt::format("{} identities", identities), share(auc),
                   share(eer), share(tar1), share(tar2));
    }
}

/// Two sets with nobody in common, and with 20 people in both: how often anybody is named wrongly, and who is found.
void overlap() {
    fmt::print("\nOverlap, 128 features, 20 people in both\n{:44}{:>16}{:>16}{:>12}\n", "", "named, nobody", "named wrongly",
               "found");
    const auto with = [](int identities, int images, double looksAlike, double same) {
        test::TwoSetsOptions o;
        o.identities = identities, o.perIdentity = images, o.looksAlike = looksAlike, o.same = same;
        o.copies = 0;
        return o;
    };
    for (test::TwoSetsOptions o : {with(60, 4, 0, 0.6), with(60, 4, 0.2, 0.6), with(200, 4, 0, 0.6), with(200, 4, 0.2, 0.6),
                                   with(200, 1, 0.2, 0.6), with(200, 4, 0.2, 0.4)}) {
        int nobody = 0, wrongly = 0;
        double found = 0;
        for (int s = 0; s < sets; ++s)
            for (const int shared : {0, 20}) {
                o.shared = shared;
                o.seed = 70'000 + static_cast<std::uint64_t>(s);
                const test::TwoSets set(o);
                const auto r = findSharedIdentities(set.first, set.firstIdentity, set.second, set.secondIdentity, {}, {});
                if (!r) std::abort();
                int right = 0;
                for (const SharedIdentity& i : r->list) right += set.shared.contains({i.first, i.second}) ? 1 : 0;
                const bool wrong = std::ssize(r->list) > right;
                (shared == 0 ? nobody : wrongly) += wrong ? 1 : 0;
                found += shared > 0 ? right / 20.0 / sets : 0;
            }
        fmt::print("{:44}{:>15.1f}%{:>15.1f}%{:>11.1f}%\n",
                   fmt::format("{} × {} images, groups {}, same {}", o.identities, o.perIdentity, o.looksAlike, o.same),
                   share(nobody), share(wrongly), 100 * found);
    }
}

/// Gains of one quality score over another: one that is better, and one that is as good.
void scores() {
    fmt::print("\nGain of a quality score over another, FMR 1e-2, 20 % discarded\n{:34}{:>14}{:>14}{:>16}{:>14}\n", "",
               "better covers", "equal covers", "equal, p<.05", "better, told");
    const test::ScoreTruth truth = test::scoreTruth(1000, 20);
    fmt::print("(true gains {:.4f} and {:.4f})\n", truth.good, truth.fair);
    for (const auto& [identities, images] : {std::pair{30, 8}, std::pair{60, 8}, std::pair{120, 8}}) {
        int better = 0, equal = 0, false_ = 0, told = 0;
        for (int s = 0; s < sets; ++s) {
            const auto areas = test::ScoreSet(identities, images, 80'000 + static_cast<std::uint64_t>(s)).areas();
            const Estimate a = edcGain(areas[0], areas[1], test::kScoreLimit);
            const Estimate b = edcGain(areas[1], areas[2], test::kScoreLimit);
            better += covers(a, truth.good) ? 1 : 0;
            equal += covers(b, truth.fair) ? 1 : 0;
            false_ += covers(b, 0) ? 0 : 1;
            told += a.low > 0 ? 1 : 0;
        }
        fmt::print("{:34}{:>13.1f}%{:>13.1f}%{:>15.1f}%{:>13.1f}%\n",
                   fmt::format("{} identities of {} images", identities, images), share(better), share(equal), share(false_),
                   share(told));
    }
}
}  // namespace

int main(int argc, char** argv) {
    if (argc > 1) sets = std::max(1, std::atoi(argv[1]));
    std::vector<Part> all{{"views", views},
                          {"correlations", correlations},
                          {"nearness", nearness},
                          {"shapes", shapes},
                          {"predictions", predictions},
                          {"verification", verification},
                          {"overlap", overlap},
                          {"scores", scores}};
    all.insert(all.end(), parts().begin(), parts().end());
    fmt::print("{} sets of each\n", sets);
    for (const auto& [name, part] : all) {
        if (argc > 2 && std::string(argv[2]) != name) continue;
        const auto start = std::chrono::steady_clock::now();
        part();
        fmt::print("({}: {:.0f} s)\n", name,
                   std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        std::fflush(stdout);
    }
}
