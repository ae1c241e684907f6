#include "core/analysis/wrong_names.h"

#include <algorithm>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "core/analysis/blas.h"
#include "core/analysis/name_means.h"
#include "core/analysis/resampling.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"
#include "core/common/text.h"

namespace facespace {
namespace {

constexpr int kPlanted = 200, kRounds = 30;
/// What two kinds of halves or names must be apart, as cosines, to be told.
constexpr double kLeastApart = 0.25;
constexpr std::size_t kFewestNames = 10, kSmallestHalf = 2, kMostMixed = 20, kNamesAtOnce = 256;

struct Halves {
    std::vector<Eigen::Index> first, second;
    double cosine = 0;
};

/// 2-means on the sphere from the image least like all, and the one least like that. None if a half is too small.
std::optional<Halves> cutInTwo(const NameMeans& n, const std::vector<Eigen::Index>& entries) {
    if (entries.size() < 2 * kSmallestHalf) return std::nullopt;
    const auto least = [&](const Eigen::VectorXd& to) {
        const auto cosine = [&](Eigen::Index i) { return n.unit.row(i).cast<double>().dot(to); };
        return *std::ranges::min_element(entries, {}, cosine);
    };
    const Eigen::Index one = least(n.meanOf(entries));
    Eigen::VectorXd a = n.unit.row(one).cast<double>().transpose();
    Eigen::VectorXd b = n.unit.row(least(a)).cast<double>().transpose();
    Halves halves;
    for (int round = 0; round < kRounds; ++round) {
        Halves next;
        for (const Eigen::Index i : entries) {
            const Eigen::RowVectorXd u = n.unit.row(i).cast<double>();
            (u.dot(a) >= u.dot(b) ? next.first : next.second).push_back(i);
        }
        if (next.first.empty() || next.second.empty()) return std::nullopt;
        const bool settled = next.first == halves.first;
        halves = std::move(next);
        a = n.meanOf(halves.first);
        b = n.meanOf(halves.second);
        if (settled) break;
    }
    if (std::min(halves.first.size(), halves.second.size()) < kSmallestHalf) return std::nullopt;
    halves.cosine = a.dot(b);
    if (halves.second.size() > halves.first.size()) std::swap(halves.first, halves.second);
    return halves;
}

/// Cosines of the halves of mixtures of two names, of up to 20 images each.
std::vector<double> plantMixtures(const NameMeans& n, std::uint64_t seed) {
    std::vector<std::size_t> usable;
    for (std::size_t g = 0; g < n.of.size(); ++g)
        if (n.of[g].size() >= kSmallestHalf) usable.push_back(g);
    std::vector<double> cosines(static_cast<std::size_t>(kPlanted), kNoValue);
    if (usable.size() < 2) return {};
    parallelChunks(cosines.size(), 8, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t p = begin; p < end; ++p) {
            boost::random::mt19937_64 random(streamSeed(seed, p));
            const auto pick = [&](std::size_t count) {
                return boost::random::uniform_int_distribution<std::size_t>(0, count - 1)(random);
            };
            const std::size_t first = pick(usable.size());
            std::size_t second = pick(usable.size() - 1);
            second += second >= first ? 1 : 0;
            std::vector<Eigen::Index> mixture;
            for (const std::size_t name : {usable[first], usable[second]}) {
                const auto& of = n.of[name];
                mixture.insert(mixture.end(), of.begin(),
                               of.begin() + static_cast<std::ptrdiff_t>(std::min(of.size(), kMostMixed)));
            }
            if (const auto halves = cutInTwo(n, mixture)) cosines[p] = halves->cosine;
        }
    });
    std::erase_if(cosines, [](double c) { return std::isnan(c); });
    return cosines;
}

double shareOf(const std::vector<double>& values, const std::function<bool(double)>& holds) {
    if (values.empty()) return kNoValue;
    return static_cast<double>(std::ranges::count_if(values, holds)) / static_cast<double>(values.size());
}

Result<void> findMixed(const NameMeans& n, const WrongNameOptions& o, WrongNames& found, const JobContext& job) {
    std::vector<std::optional<Halves>> halves(n.of.size());
    parallelChunks(halves.size(), 16, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end && !job.cancelled(); ++g) halves[g] = cutInTwo(n, n.of[g]);
    });
    const std::vector<double> planted = plantMixtures(n, o.seed);
    if (job.cancelled()) return cancelled();
    std::vector<double> own;
    for (const auto& h : halves)
        if (h) own.push_back(h->cosine);
    NameLimits& limits = found.limits;
    limits.names = std::ssize(own);
    limits.planted = std::ssize(planted);
    limits.mixtureHigh = quantile(planted, 0.95);
    limits.nameMedian = quantile(own, 0.5);
    limits.mixedBelow = o.mixedBelow > 0 ? o.mixedBelow : (2 * limits.mixtureHigh + limits.nameMedian) / 3;
    if (o.mixedBelow == 0 && own.size() < kFewestNames) {
        limits.mixedBelow = kNoValue;
        found.notes.push_back(
            say("Whether a name is two people cannot be told: only {} names can be cut in two halves of two "
                "images, and ten are needed to know what is usual here; set a limit (--mixed-below).",
                own.size()));
    } else if (o.mixedBelow == 0 && !(limits.nameMedian - limits.mixtureHigh >= kLeastApart)) {
        limits.mixedBelow = kNoValue;
        found.notes.push_back(
            say("Whether a name is two people cannot be told: here the images of one person differ as much "
                "as those of two (cosine of halves {} and {}).",
                fixedText(limits.nameMedian, 2), fixedText(limits.mixtureHigh, 2)));
    }
    limits.plantedFound = shareOf(planted, [&](double c) { return c < limits.mixedBelow; });
    for (std::size_t g = 0; g < halves.size(); ++g)
        if (halves[g] && halves[g]->cosine < limits.mixedBelow)
            found.mixed.push_back(
                {n.name[g], halves[g]->cosine, n.typicalFirst(halves[g]->first), n.typicalFirst(halves[g]->second)});
    std::ranges::stable_sort(found.mixed, {}, &MixedName::cosine);
    return {};
}

/// Nearest other name of each, and the distribution of all pairs of names.
struct Nearest {
    std::vector<Eigen::Index> name;
    std::vector<float> cosine;
    std::vector<double> all;  // of a part of the pairs, where there are many
};
Nearest nearestNames(const NameMeans& n, const JobContext& job) {
    const auto count = static_cast<std::size_t>(n.centre.rows());
    const int d = static_cast<int>(n.centre.cols());
    Nearest nearest{std::vector<Eigen::Index>(count, -1), std::vector<float>(count, -2), {}};
    std::vector<std::vector<double>> parts(chunkCount(count, kNamesAtOnce));
    const std::size_t step = std::max<std::size_t>(1, count * count / 4'000'000);
    parallelChunks(count, kNamesAtOnce, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        FeatureMatrix cosines(static_cast<Eigen::Index>(end - begin), static_cast<Eigen::Index>(count));
        blas::productTransposed(n.centre.data() + begin * static_cast<std::size_t>(d), n.centre.data(), cosines.data(),
                                static_cast<int>(end - begin), static_cast<int>(count), d);
        for (std::size_t g = begin; g < end; ++g)
            for (std::size_t h = 0; h < count; ++h) {
                if (g == h) continue;
                const float c = cosines(static_cast<Eigen::Index>(g - begin), static_cast<Eigen::Index>(h));
                if (c > nearest.cosine[g]) nearest.cosine[g] = c, nearest.name[g] = static_cast<Eigen::Index>(h);
                if (h > g && (g * count + h) % step == 0) parts[chunk].push_back(static_cast<double>(c));
            }
    });
    for (auto& part : parts) nearest.all.insert(nearest.all.end(), part.begin(), part.end());
    return nearest;
}

Result<void> findSame(const NameMeans& n, const WrongNameOptions& o, WrongNames& found, const JobContext& job) {
    const Nearest nearest = nearestNames(n, job);
    if (job.cancelled()) return cancelled();
    const std::vector<double> halves = randomHalves(n, o.seed);
    NameLimits& limits = found.limits;
    limits.differentHigh = quantile(nearest.all, 0.99);
    limits.sameMedian = quantile(halves, 0.5);
    limits.sameAbove = o.sameAbove > 0 ? o.sameAbove : (limits.differentHigh + limits.sameMedian) / 2;
    const bool known = halves.size() >= kFewestNames && limits.sameMedian - limits.differentHigh >= kLeastApart;
    if (o.sameAbove == 0 && !known) {
        limits.sameAbove = kNoValue;
        found.notes.push_back(
            say("Whether two names are one person cannot be told: there are fewer than ten names with two "
                "images, or names are as alike as the images of one; set a limit (--same-above)."));
    }
    limits.halvesFound = shareOf(halves, [&](double c) { return c > limits.sameAbove; });
    for (std::size_t g = 0; g < n.of.size(); ++g) {
        const auto other = static_cast<std::size_t>(std::max<Eigen::Index>(nearest.name[g], 0));
        if (nearest.name[g] < 0 || other < g || nearest.name[other] != static_cast<Eigen::Index>(g)) continue;
        if (!(static_cast<double>(nearest.cosine[g]) > limits.sameAbove)) continue;
        found.same.push_back({n.name[g], n.name[other], static_cast<double>(nearest.cosine[g]), std::ssize(n.of[g]),
                              std::ssize(n.of[other]), n.typicalFirst(n.of[g]).front(),
                              n.typicalFirst(n.of[other]).front()});
    }
    std::ranges::stable_sort(found.same, std::greater<>(), &SameNames::cosine);
    return {};
}

}  // namespace

Result<WrongNames> findWrongNames(const FeatureMatrix& x, const std::vector<std::string>& identity,
                                  const WrongNameOptions& options, const JobContext& job) {
    if (static_cast<Eigen::Index>(identity.size()) != x.rows())
        throw std::logic_error("findWrongNames: one identity per feature row");
    job.progress(say("looking at names as a whole"), 0, 2);
    const NameMeans names = nameMeans(x, identity);
    WrongNames found;
    if (const auto done = findMixed(names, options, found, job); !done) return forward(done);
    job.progress(say("looking at names as a whole"), 1, 2);
    if (const auto done = findSame(names, options, found, job); !done) return forward(done);
    return found;
}

}  // namespace facespace
