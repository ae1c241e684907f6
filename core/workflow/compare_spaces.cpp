#include "core/workflow/compare_spaces.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/projection/neighbours.h"
#include "core/projection/quality.h"

namespace facespace {
namespace {

/// Above this, exact neighbours take too long to wait for.
constexpr std::size_t kMostExact = 60'000;
constexpr double kUnitLength = 1e-4;  // Relative spread of distances that are all the same.

const MapRecord* findMap(const Snapshot& snapshot, MapId id) {
    const auto found =
        std::find_if(snapshot.maps.begin(), snapshot.maps.end(), [&](const MapRecord& m) { return m.id == id; });
    return found == snapshot.maps.end() ? nullptr : &*found;
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

/// Average percentiles, 0 … 100, of those values that `rows` names.
std::vector<double> percentiles(const std::vector<float>& values, const std::vector<int>& rows) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto value = [&](std::size_t i) { return values[static_cast<std::size_t>(rows[i])]; };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return value(a) < value(b); });
    std::vector<double> ranks(values.size(), std::nan(""));
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && value(order[end]) == value(order[begin])) ++end;
        const double middle = static_cast<double>(begin + end - 1) / 2 / static_cast<double>(order.size() - 1) * 100;
        for (std::size_t i = begin; i < end; ++i) ranks[static_cast<std::size_t>(rows[order[i]])] = middle;
        begin = end;
    }
    return ranks;
}

bool isConstant(const std::vector<float>& values, const std::vector<int>& rows) {
    float low = std::numeric_limits<float>::max(), high = 0;
    for (const int row : rows) {
        low = std::min(low, values[static_cast<std::size_t>(row)]);
        high = std::max(high, values[static_cast<std::size_t>(row)]);
    }
    return high - low <= kUnitLength * static_cast<double>(high);
}

void compareDistances(Comparison& out, const FeatureSet& a, const FeatureSet& b, const std::vector<int>& rows) {
    out.firstRank = percentiles(a.distance, rows);
    out.secondRank = percentiles(b.distance, rows);
    std::vector<double> x, y;
    for (const int row : rows) {
        x.push_back(static_cast<double>(a.distance[static_cast<std::size_t>(row)]));
        y.push_back(static_cast<double>(b.distance[static_cast<std::size_t>(row)]));
    }
    out.rho = isConstant(a.distance, rows) || isConstant(b.distance, rows) ? std::nan("") : spearman(x, y);
}

void compareNeighbours(Comparison& out, const NeighbourGraph& a, const NeighbourGraph& b, const std::vector<int>& rows,
                       std::size_t images) {
    const auto k = static_cast<std::size_t>(out.k);
    out.shared.assign(images, std::nanf(""));
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
    const MapRecord *first = findMap(snapshot, options.first), *second = findMap(snapshot, options.second);
    if (first == nullptr || second == nullptr)
        return fail(ErrorCode::kNotFound, "One of the two maps is not in the project.");
    if (first == second) return fail(ErrorCode::kInvalid, "A map is compared with another one: choose a second map.");
    const FeatureSet *a = snapshot.featureSet(first->network), *b = snapshot.featureSet(second->network);
    Comparison out;
    out.ofNetworks = a != nullptr && b != nullptr && a != b;
    out.first = out.ofNetworks ? a->network.name : first->name;
    out.second = out.ofNetworks ? b->network.name : second->name;
    const FeatureMatrix& x = out.ofNetworks ? a->features : first->coordinates;
    const FeatureMatrix& y = out.ofNetworks ? b->features : second->coordinates;
    std::vector<std::uint8_t> taken(snapshot.imageCount(), options.rows ? 0 : 1);
    if (options.rows) {
        for (const std::int64_t row : *options.rows) taken[static_cast<std::size_t>(row)] = 1;
    }
    std::vector<int> rows;
    for (Eigen::Index row = 0; row < std::min(x.rows(), y.rows()); ++row) {
        if (taken[static_cast<std::size_t>(row)] == 0) continue;
        if (x.row(row).allFinite() && y.row(row).allFinite()) rows.push_back(static_cast<int>(row));
    }
    if (rows.size() < 3)
        return fail(ErrorCode::kInvalid, "Fewer than three images are in both; there is nothing to compare.");
    out.images = static_cast<std::int64_t>(rows.size());
    out.k = std::clamp(options.k, 1, static_cast<int>(rows.size()) - 1);
    const Metric metric = out.ofNetworks ? Metric::kCosine : Metric::kEuclidean;
    const auto one = nearest(takeRows(x, rows), out.k, metric, job);
    if (!one) return forward(one);
    const auto other = nearest(takeRows(y, rows), out.k, metric, job);
    if (!other) return forward(other);
    compareNeighbours(out, *one, *other, rows, snapshot.imageCount());
    if (out.ofNetworks) compareDistances(out, *a, *b, rows);
    return out;
}

}  // namespace facespace
