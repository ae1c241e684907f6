#include <algorithm>
#include <atomic>
#include <cmath>

#include "core/analysis/blas.h"
#include "core/analysis/identification_parts.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace::identification {
namespace {

constexpr std::size_t kProbes = 96, kEntries = 4096;
constexpr float kNone = -std::numeric_limits<float>::infinity();

FeatureMatrix rowsAt(const Compared& compared, const std::vector<std::size_t>& places) {
    FeatureMatrix rows(static_cast<Eigen::Index>(places.size()), compared.features.cols());
    for (std::size_t i = 0; i < places.size(); ++i)
        rows.row(static_cast<Eigen::Index>(i)) = compared.features.row(static_cast<Eigen::Index>(places[i]));
    return rows;
}

/// The best entry of every identity for some probes. Values rise with the score: the cosine, or twice the product less the
/// squared length of the entry, which is minus the squared distance but for what the probe adds.
class BestOfIdentities {
  public:
    explicit BestOfIdentities(const SearchTask& task) : t_(task), entries_(rowsAt(task.compared, task.places.entries)) {}

    /// `best`: count × identities.
    void find(std::size_t firstProbe, std::size_t count, std::vector<float>& best) const {
        const auto identities = static_cast<std::size_t>(t_.stream.identities());
        best.assign(count * identities, kNone);
        std::vector<std::size_t> own(t_.places.probes.begin() + static_cast<std::ptrdiff_t>(firstProbe),
                                     t_.places.probes.begin() + static_cast<std::ptrdiff_t>(firstProbe + count));
        const FeatureMatrix probes = rowsAt(t_.compared, own);
        const int d = static_cast<int>(probes.cols());
        std::vector<float> products(count * std::min(kEntries, t_.places.entries.size()));
        for (std::size_t from = 0; from < t_.places.entries.size(); from += kEntries) {
            const std::size_t wide = std::min(kEntries, t_.places.entries.size() - from);
            blas::productTransposed(probes.data(), entries_.data() + from * static_cast<std::size_t>(d), products.data(),
                                    static_cast<int>(count), static_cast<int>(wide), d);
            for (std::size_t p = 0; p < count; ++p)
                take(own[p], from, wide, products.data() + p * wide, best.data() + p * identities);
        }
    }
    /// As a score, from such a value.
    double score(std::size_t probe, float value) const {
        if (t_.compared.metric != Metric::kEuclidean) return static_cast<double>(value);
        return -std::sqrt(static_cast<double>(std::max(0.0F, t_.compared.squaredLengths[probe] - value)));
    }
    bool leftOut(std::size_t probe, std::size_t entry) const {
        if (t_.unitOf == nullptr) return probe == entry;
        const auto unit = [&](std::size_t p) { return (*t_.unitOf)[static_cast<std::size_t>(t_.stream.row(p))]; };
        return unit(probe) == unit(entry);
    }

  private:
    void take(std::size_t probe, std::size_t from, std::size_t wide, const float* product, float* best) const {
        const bool distance = t_.compared.metric == Metric::kEuclidean;
        const std::int32_t own = t_.stream.group(probe);
        for (std::size_t e = 0; e < wide; ++e) {
            const std::size_t entry = t_.places.entries[from + e];
            const std::int32_t identity = t_.stream.group(entry);
            if (identity == own && leftOut(probe, entry)) continue;
            const float value = distance ? 2 * product[e] - t_.compared.squaredLengths[entry] : product[e];
            float& top = best[identity];
            top = std::max(top, value);
        }
    }
    const SearchTask& t_;
    FeatureMatrix entries_;
};

/// The row of an identity's most alike entry.
std::int64_t bestRow(const SearchTask& t, const BestOfIdentities& finder, std::size_t probe, std::int32_t identity) {
    const auto groupOf = [&](std::size_t place) { return t.stream.group(place); };
    const auto [first, last] = std::ranges::equal_range(t.places.entries, identity, {}, groupOf);
    std::int64_t row = -1;
    double best = -std::numeric_limits<double>::infinity();
    for (auto entry = first; entry != last; ++entry) {
        if (finder.leftOut(probe, *entry)) continue;
        const double score = t.stream.score(probe, *entry);
        if (score > best) best = score, row = t.stream.row(*entry);
    }
    return row;
}

std::int32_t turnOf(const SearchTask& t, std::int32_t identity) {
    return t.turns.count == 0 ? 0 : static_cast<std::int32_t>(t.turns.of[static_cast<std::size_t>(identity)]);
}

/// The most alike of the others, and the best identity of any other turn.
void addOthers(const SearchTask& t, const BestOfIdentities& finder, std::size_t probe, const float* best, Detail& d) {
    const std::int32_t identities = t.stream.identities();
    float top = kNone, later = kNone;
    for (std::int32_t i = 0; i < identities; ++i)
        if (i != d.search.identity && best[i] > top) top = best[i], d.search.other = i;
    if (d.search.other < 0) return;
    d.otherTurn = turnOf(t, d.search.other);
    for (std::int32_t i = 0; i < identities; ++i)
        if (i != d.search.identity && best[i] > later && turnOf(t, i) != d.otherTurn) later = best[i];
    d.search.otherScore = finder.score(probe, top);
    d.search.otherRow = bestRow(t, finder, probe, d.search.other);
    if (later > kNone) d.laterScore = finder.score(probe, later);
}

Detail detailOf(const SearchTask& t, const BestOfIdentities& finder, std::size_t probe, const float* best) {
    Detail d;
    d.search.row = t.stream.row(probe);
    d.search.identity = t.stream.group(probe);
    d.turn = turnOf(t, d.search.identity);
    d.search.mateScore = d.search.otherScore = kNoValue;
    addOthers(t, finder, probe, best, d);
    const float mate = best[d.search.identity];
    if (mate == kNone) return d;
    d.search.mateScore = finder.score(probe, mate);
    d.search.mateRow = bestRow(t, finder, probe, d.search.identity);
    d.search.rank = 1;
    for (std::int32_t i = 0; i < t.stream.identities(); ++i)
        if (i != d.search.identity && best[i] >= mate) {
            ++d.search.rank;
            if (d.search.rank <= t.mostRank) d.beatenBy.push_back(turnOf(t, i));
        }
    if (d.search.rank > t.mostRank) d.beatenBy = {};
    return d;
}

}  // namespace

Compared comparedFeatures(const PairStream& stream, const FeatureMatrix& x, Metric metric) {
    Eigen::RowVectorXd mean = Eigen::RowVectorXd::Zero(x.cols());
    double rows = 0;
    for (Eigen::Index i = 0; metric != Metric::kCosine && i < x.rows(); ++i)
        if (x.row(i).allFinite()) mean += x.row(i).cast<double>(), rows += 1;
    if (rows > 0) mean /= rows;
    Compared c{metric, FeatureMatrix(static_cast<Eigen::Index>(stream.images()), x.cols()), {}};
    for (std::size_t p = 0; p < stream.images(); ++p) {
        Eigen::RowVectorXd row = x.row(stream.row(p)).cast<double>() - mean;
        if (metric != Metric::kEuclidean) row /= row.norm();
        c.features.row(static_cast<Eigen::Index>(p)) = row.cast<float>();
        c.squaredLengths.push_back(static_cast<float>(row.squaredNorm()));
    }
    return c;
}

Result<std::vector<Detail>> searchesOf(const SearchTask& task, const JobContext& job) {
    const BestOfIdentities finder(task);
    const auto& probes = task.places.probes;
    std::vector<Detail> details(probes.size());
    std::atomic<std::int64_t> done{0};
    parallelChunks(probes.size(), kProbes, [&](std::size_t, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        std::vector<float> best;
        finder.find(begin, end - begin, best);
        const auto identities = static_cast<std::size_t>(task.stream.identities());
        for (std::size_t p = begin; p < end; ++p)
            details[p] = detailOf(task, finder, probes[p], best.data() + (p - begin) * identities);
        job.progress(say("searching galleries"), done += static_cast<std::int64_t>(end - begin),
                     static_cast<std::int64_t>(probes.size()));
    });
    if (job.cancelled()) return cancelled();
    return details;
}

}  // namespace facespace::identification
