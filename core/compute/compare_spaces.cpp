#include "core/compute/compare_spaces.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/analysis/statistics.h"
#include "core/common/numbers.h"
#include "core/projection/neighbours.h"
#include "core/projection/quality.h"

namespace facespace {
namespace {

/// Above this, exact neighbours take too long to wait for.
constexpr std::size_t kMostExact = 60'000;

constexpr std::size_t kMostBins = 51;

/// A space with what it stands for: a map by its network's features too.
struct Side {
    const MapRecord* map = nullptr;
    const FeatureSet* set = nullptr;
    const std::string& name() const { return map != nullptr ? map->name : set->network.name; }
};

Result<Side> sideOf(const Snapshot& snapshot, const Space& space) {
    Side side;
    if (space.map) {
        const auto found = std::ranges::find(snapshot.maps, space.map, &MapRecord::id);
        if (found == snapshot.maps.end())
            return fail(ErrorCode::kNotFound, say("One of the two maps is not in the project."));
        side.map = &*found;
    }
    side.set = snapshot.featureSet(side.map != nullptr ? side.map->network : space.network);
    if (side.map == nullptr && side.set == nullptr)
        return fail(ErrorCode::kNotFound, say("One of the two networks has no features in the project."));
    return side;
}

Result<void> canBeCompared(const Side& a, const Side& b) {
    if (a.map == b.map && (a.map != nullptr || a.set == b.set))
        return fail(ErrorCode::kInvalid, a.map != nullptr
                                             ? say("A map is compared with another one: choose a second map.")
                                             : say("A network is compared with another one: choose a second network."));
    if ((a.map == nullptr) != (b.map == nullptr) && a.set == b.set) {
        const Side& map = a.map != nullptr ? a : b;
        return fail(ErrorCode::kInvalid, say("“{}” is a map of the network “{}” itself: compare two networks, or two maps.",
                                             map.name(), map.set->network.name));
    }
    return {};
}

/// Maps to show beside each other where networks were named: the newest two that were made alike, else the newest ones.
void chooseMaps(Comparison& out, const Snapshot& snapshot, Side a, Side b) {
    std::vector<const MapRecord*> ofFirst, ofSecond;
    for (auto map = snapshot.maps.rbegin(); map != snapshot.maps.rend(); ++map) {
        if (a.map == nullptr ? map->network == a.set->network.id : &*map == a.map) ofFirst.push_back(&*map);
        if (b.map == nullptr ? map->network == b.set->network.id : &*map == b.map) ofSecond.push_back(&*map);
    }
    if (ofFirst.empty() || ofSecond.empty()) return;
    const MapRecord *first = ofFirst.front(), *second = ofSecond.front();
    const auto alike = [](const MapRecord* x, const MapRecord* y) {
        return x->method == y->method && x->coordinates.cols() == y->coordinates.cols();
    };
    for (auto x = ofFirst.rbegin(); x != ofFirst.rend(); ++x)
        for (auto y = ofSecond.rbegin(); y != ofSecond.rend(); ++y)
            if (alike(*x, *y)) first = *x, second = *y;
    out.firstMap = first->id;
    out.secondMap = second->id;
}

FeatureMatrix takeRows(const FeatureMatrix& from, const std::vector<int>& rows) {
    FeatureMatrix taken(static_cast<Eigen::Index>(rows.size()), from.cols());
    for (std::size_t i = 0; i < rows.size(); ++i) taken.row(static_cast<Eigen::Index>(i)) = from.row(rows[i]);
    return taken;
}

Result<NeighbourGraph> nearest(const FeatureMatrix& x, int k, Metric metric, const JobContext& job) {
    if (static_cast<std::size_t>(x.rows()) <= kMostExact) return exactNeighbours(x, k, metric, job);
    auto found = clusteredNeighbours(x, k, metric, {}, job);
    if (!found) return forward(found);
    return std::move(found->graph);
}

void compareDistances(Comparison& out, const FeatureSet& a, const FeatureSet& b, const std::vector<int>& rows) {
    std::vector<double> x, y;
    for (const int row : rows) {
        x.push_back(static_cast<double>(a.distance[static_cast<std::size_t>(row)]));
        y.push_back(static_cast<double>(b.distance[static_cast<std::size_t>(row)]));
    }
    const auto ranksOf = [&](const std::vector<double>& values) {
        const std::vector<double> own = percentileRanks(values);
        std::vector<double> ranks(out.taken.size(), kNoValue);
        for (std::size_t i = 0; i < rows.size(); ++i) ranks[static_cast<std::size_t>(rows[i])] = own[i];
        return ranks;
    };
    out.firstRank = ranksOf(x);
    out.secondRank = ranksOf(y);
    if (allTheSame(x) || allTheSame(y)) return;
    out.rho = spearman(x, y);
    out.tau = kendallTauB(x, y);
}

void compareNeighbours(Comparison& out, const NeighbourGraph& a, const NeighbourGraph& b, const std::vector<int>& rows,
                       std::size_t images) {
    const auto k = static_cast<std::size_t>(out.k);
    out.shared.assign(images, kNoValueFloat);
    out.firstNeighbours.assign(images * k, -1);
    out.secondNeighbours.assign(images * k, -1);
    double sum = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<std::size_t>(rows[i]);
        const auto* one = &a.index[i * k];
        const auto* other = &b.index[i * k];
        std::size_t common = 0;
        for (std::size_t j = 0; j < k; ++j) {
            common += std::find(other, other + k, one[j]) != other + k ? 1 : 0;
            if (one[j] >= 0) out.firstNeighbours[row * k + j] = rows[static_cast<std::size_t>(one[j])];
            if (other[j] >= 0) out.secondNeighbours[row * k + j] = rows[static_cast<std::size_t>(other[j])];
        }
        out.shared[row] = static_cast<float>(common) / static_cast<float>(k);
        sum += static_cast<double>(out.shared[row]);
    }
    out.meanShared = sum / static_cast<double>(rows.size());
    out.byChance = static_cast<double>(k) / static_cast<double>(rows.size() - 1);
}

}  // namespace

Result<Comparison> compareSpaces(const Snapshot& snapshot, const CompareOptions& options, const JobContext& job) {
    const auto a = sideOf(snapshot, options.first), b = sideOf(snapshot, options.second);
    if (!a) return forward(a);
    if (!b) return forward(b);
    if (const auto can = canBeCompared(*a, *b); !can) return forward(can);
    Comparison out;
    out.ofNetworks = a->set != nullptr && b->set != nullptr && a->set != b->set;
    out.first = out.ofNetworks ? a->set->network.name : a->name();
    out.second = out.ofNetworks ? b->set->network.name : b->name();
    out.firstNetwork = a->map != nullptr ? a->map->network : a->set->network.id;
    out.secondNetwork = b->map != nullptr ? b->map->network : b->set->network.id;
    chooseMaps(out, snapshot, *a, *b);
    const FeatureMatrix& x = out.ofNetworks ? a->set->features : a->map->coordinates;
    const FeatureMatrix& y = out.ofNetworks ? b->set->features : b->map->coordinates;
    out.taken.assign(snapshot.imageCount(), options.rows ? 0 : 1);
    if (options.rows) {
        for (const std::int64_t row : *options.rows) out.taken[static_cast<std::size_t>(row)] = 1;
    }
    std::vector<int> rows;
    for (Eigen::Index row = 0; row < std::min(x.rows(), y.rows()); ++row) {
        if (out.taken[static_cast<std::size_t>(row)] == 0) continue;
        if (x.row(row).allFinite() && y.row(row).allFinite()) rows.push_back(static_cast<int>(row));
    }
    if (rows.size() < 3)
        return fail(ErrorCode::kInvalid,
                    say("Only {} of the images are in both “{}” and “{}”: three are needed to compare them.", rows.size(),
                        out.first, out.second));
    out.images = static_cast<std::int64_t>(rows.size());
    out.lacking = std::count(out.taken.begin(), out.taken.end(), std::uint8_t{1}) - out.images;
    out.k = std::clamp(options.k, 1, static_cast<int>(rows.size()) - 1);
    const Metric metric = out.ofNetworks ? Metric::kCosine : Metric::kEuclidean;
    const auto one = nearest(takeRows(x, rows), out.k, metric, job);
    if (!one) return forward(one);
    const auto other = nearest(takeRows(y, rows), out.k, metric, job);
    if (!other) return forward(other);
    compareNeighbours(out, *one, *other, rows, snapshot.imageCount());
    out.rho = out.tau = kNoValue;
    if (out.ofNetworks) compareDistances(out, *a->set, *b->set, rows);
    return out;
}

std::size_t SharedCounts::binOf(float share, std::size_t bins) {
    return std::min(static_cast<std::size_t>(share * static_cast<float>(bins)), bins - 1);
}

SharedCounts sharedCounts(const Comparison& comparison) {
    const std::size_t bins = std::min(static_cast<std::size_t>(std::max(1, comparison.k)) + 1, kMostBins);
    SharedCounts shares;
    for (std::size_t i = 0; i <= bins; ++i) shares.edges.push_back(static_cast<double>(i) / static_cast<double>(bins));
    shares.counts.assign(bins, 0);
    for (std::size_t row = 0; row < comparison.shared.size(); ++row)
        if (comparison.has(row)) shares.counts[SharedCounts::binOf(comparison.shared[row], bins)] += 1;
    return shares;
}

std::vector<IdentityChange> identityChanges(const Comparison& comparison, const Snapshot& snapshot) {
    std::map<std::string, IdentityChange> byName;
    for (std::size_t row = 0; row < comparison.shared.size(); ++row) {
        if (!comparison.has(row)) continue;
        IdentityChange& change = byName[snapshot.images.images[row].identity];
        ++change.images;
        change.shared += static_cast<double>(comparison.shared[row]);
        change.shift += comparison.shift(row);
        change.absoluteShift += std::abs(comparison.shift(row));
    }
    std::vector<IdentityChange> changes;
    for (auto& [name, change] : byName) {
        const auto n = static_cast<double>(change.images);
        change.identity = name;
        for (double* sum : {&change.shared, &change.shift, &change.absoluteShift}) *sum /= n;
        changes.push_back(std::move(change));
    }
    std::ranges::stable_sort(changes, [](const IdentityChange& x, const IdentityChange& y) {
        return x.shared != y.shared ? x.shared < y.shared : x.absoluteShift > y.absoluteShift;
    });
    return changes;
}

std::vector<int> mostChanged(const Comparison& comparison) {
    std::vector<int> rows;
    for (std::size_t row = 0; row < comparison.shared.size(); ++row)
        if (comparison.has(row)) rows.push_back(static_cast<int>(row));
    std::ranges::stable_sort(rows, [&](int a, int b) {
        const auto x = static_cast<std::size_t>(a), y = static_cast<std::size_t>(b);
        if (comparison.shared[x] != comparison.shared[y]) return comparison.shared[x] < comparison.shared[y];
        return std::abs(comparison.shift(x)) > std::abs(comparison.shift(y));
    });
    return rows;
}

}  // namespace facespace
