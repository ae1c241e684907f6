#include "core/analysis/nearest_across.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <tuple>

#include "core/analysis/blas.h"
#include "core/analysis/cosine_bound.h"
#include "core/common/parallel.h"
#include "core/common/text.h"

namespace facespace {
namespace {

constexpr std::size_t kBlock = 384;
constexpr std::size_t kTried = 400;  // rows of each set by which the number of directions is chosen
constexpr double kExactCost = 8;     // of a cosine from memory, per column, against one of a product of blocks
constexpr double kNeverNearer = -2;  // than any cosine

/// Of each row the nearest found so far, nearest first; of equal ones the first of the other set.
class Lists {
  public:
    Lists(std::size_t rows, std::size_t each)
        : each_(each), cosine_(rows * each, kNeverNearer), other_(rows * each, std::int64_t{-1}) {}
    /// What a cosine must reach to be taken.
    double bar(std::size_t row) const { return cosine_[row * each_ + each_ - 1]; }
    void add(std::size_t row, double cosine, std::int64_t other) {
        const std::size_t begin = row * each_;
        std::size_t at = begin + each_;
        const auto comesBefore = [&](std::size_t place) {
            return cosine > cosine_[place] || (cosine == cosine_[place] && other < other_[place]);
        };
        while (at > begin && comesBefore(at - 1)) --at;
        if (at == begin + each_) return;
        for (std::size_t place = begin + each_ - 1; place > at; --place)
            cosine_[place] = cosine_[place - 1], other_[place] = other_[place - 1];
        cosine_[at] = cosine;
        other_[at] = other;
    }
    template <class Take>
    void forEach(Take&& take) const {
        for (std::size_t i = 0; i < cosine_.size(); ++i)
            if (other_[i] >= 0) take(i / each_, other_[i], cosine_[i]);
    }

  private:
    std::size_t each_;
    std::vector<double> cosine_;
    std::vector<std::int64_t> other_;
};

double cosineOf(const FeatureMatrix& a, std::size_t p, const FeatureMatrix& b, std::size_t q) {
    return a.row(static_cast<Eigen::Index>(p)).cast<double>().dot(b.row(static_cast<Eigen::Index>(q)).cast<double>());
}

FeatureMatrix someOf(const FeatureMatrix& x) {
    const Eigen::Index step = std::max<Eigen::Index>(1, x.rows() / static_cast<Eigen::Index>(kTried));
    return x(Eigen::seq(0, x.rows() - 1, step), Eigen::all);
}

/// Directions for the bound with the least work, by a sample of the pairs; no columns: whole cosines are.
FeatureMatrix directionsFor(const FeatureMatrix& a, const FeatureMatrix& b, double least) {
    const FeatureMatrix someA = someOf(a), someB = someOf(b);
    const auto columns = static_cast<double>(a.cols());
    double cheapest = columns;
    FeatureMatrix best(a.cols(), 0);
    for (const Eigen::Index count : {63, 127, 255}) {
        if (static_cast<double>(count + 1) >= cheapest) break;
        FeatureMatrix directions = mainDirections(a, count);
        const FeatureMatrix bound = boundParts(someA, directions) * boundParts(someB, directions).transpose();
        const double reached = (bound.array() >= static_cast<float>(least) - kCosineRounding).cast<double>().mean();
        const double cost = static_cast<double>(count + 1) + kExactCost * columns * reached;
        if (cost < cheapest) cheapest = cost, best = std::move(directions);
    }
    return best;
}

/// What is compared, and what was found.
struct Search {
    const UnitRows a, b;
    FeatureMatrix partA, partB;
    double least;
    Lists ofFirst, ofSecond;
    std::unique_ptr<std::mutex[]> locks;  // of blocks of the second

    Search(const FeatureMatrix& first, const FeatureMatrix& second, double leastOf, std::size_t each)
        : a(unitRows(first)),
          b(unitRows(second)),
          least(leastOf),
          ofFirst(a.row.size(), each),
          ofSecond(b.row.size(), each),
          locks(std::make_unique<std::mutex[]>(std::max<std::size_t>(1, chunkCount(b.row.size(), kBlock)))) {
        if (a.row.empty() || b.row.empty()) return;
        const FeatureMatrix directions = directionsFor(a.unit, b.unit, least);
        if (directions.cols() == 0) return;
        partA = boundParts(a.unit, directions);
        partB = boundParts(b.unit, directions);
    }
    void compare(std::size_t p0, std::size_t pEnd, std::size_t q0, std::vector<float>& products);
};

/// One block of rows of either. The lists of the first's rows are this thread's own.
void Search::compare(std::size_t p0, std::size_t pEnd, std::size_t q0, std::vector<float>& products) {
    const FeatureMatrix& left = partA.size() > 0 ? partA : a.unit;
    const FeatureMatrix& right = partB.size() > 0 ? partB : b.unit;
    const auto d = static_cast<std::size_t>(left.cols());
    const std::size_t pCount = pEnd - p0, qCount = std::min(kBlock, b.row.size() - q0);
    products.resize(pCount * qCount);
    blas::productTransposed(left.data() + p0 * d, right.data() + q0 * d, products.data(), static_cast<int>(pCount),
                            static_cast<int>(qCount), static_cast<int>(d));
    std::mutex& lock = locks[q0 / kBlock];
    // Bars only rise: what does not reach an old one reaches no later one.
    std::vector<float> bars(qCount);
    {
        const std::scoped_lock held(lock);
        for (std::size_t q = 0; q < qCount; ++q) bars[q] = static_cast<float>(ofSecond.bar(q0 + q)) - kCosineRounding;
    }
    struct Found {
        std::size_t p, q;
        double cosine;
    };
    std::vector<Found> found;
    const float reach = static_cast<float>(least) - kCosineRounding;
    for (std::size_t p = p0; p < pEnd; ++p) {
        const float* bound = products.data() + (p - p0) * qCount;
        float own = static_cast<float>(ofFirst.bar(p)) - kCosineRounding;
        for (std::size_t q = 0; q < qCount; ++q) {
            if (bound[q] < reach || (bound[q] < own && bound[q] < bars[q])) continue;
            const double cosine = std::min(cosineOf(a.unit, p, b.unit, q0 + q), 1.0);
            if (cosine < least) continue;
            ofFirst.add(p, cosine, static_cast<std::int64_t>(q0 + q));
            own = static_cast<float>(ofFirst.bar(p)) - kCosineRounding;
            found.push_back({p, q0 + q, cosine});
        }
    }
    const std::scoped_lock held(lock);
    for (const Found& f : found) ofSecond.add(f.q, f.cosine, static_cast<std::int64_t>(f.p));
}

}  // namespace

Result<std::vector<NearPair>> nearestAcross(const FeatureMatrix& first, const FeatureMatrix& second, double least, int each,
                                            const JobContext& job) {
    Search search(first, second, least, static_cast<std::size_t>(each));
    const std::size_t n = search.a.row.size(), m = search.b.row.size();
    std::atomic<std::int64_t> done{0};
    const auto stripes = static_cast<std::int64_t>(chunkCount(n, kBlock));
    parallelChunks(n, kBlock, [&](std::size_t, std::size_t begin, std::size_t end) {
        std::vector<float> products;
        for (std::size_t q0 = 0; q0 < m && !job.cancelled(); q0 += kBlock) search.compare(begin, end, q0, products);
        job.progress(say("looking for images in common"), ++done, stripes);
    });
    if (job.cancelled()) return cancelled();
    std::vector<NearPair> pairs;
    const auto take = [&](std::size_t p, std::size_t q, double cosine) {
        pairs.push_back({search.a.row[p], search.b.row[q], cosine});
    };
    search.ofFirst.forEach([&](std::size_t p, std::int64_t q, double c) { take(p, static_cast<std::size_t>(q), c); });
    search.ofSecond.forEach([&](std::size_t q, std::int64_t p, double c) { take(static_cast<std::size_t>(p), q, c); });
    std::ranges::sort(pairs, {}, [](const NearPair& p) { return std::tuple(-p.cosine, p.a, p.b); });
    const auto same = [](const NearPair& x, const NearPair& y) { return x.a == y.a && x.b == y.b; };
    pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
    return pairs;
}

}  // namespace facespace
