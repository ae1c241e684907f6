#include "core/projection/quantised_search.h"

#include <algorithm>

namespace facespace {

struct QuantisedTiles::Scratch {
    explicit Scratch(std::size_t depth) : packed(kTile * depth), distance(kTile * kTile + 16), place(kTile * kTile + 16) {}
    UnsetVector<std::uint8_t> packed;
    UnsetVector<float> distance;
    UnsetVector<std::int32_t> place;
};

QuantisedTiles::QuantisedTiles(const QuantisedRows& rows, std::size_t count, NearestLists& lists)
    : rows_(rows), count_(count), lists_(lists), locks_(chunkCount(count, kTile)) {}

void QuantisedTiles::run(std::size_t firstI, std::size_t lastI, std::size_t blockJ) {
    const std::size_t depth = rows_.depth();
    Scratch scratch(depth);
    kernels().packBytes(rows_.values(blockJ * kTile), depth, scratch.packed.data());
    // Limits only fall, so that old ones keep too much, never too little: copies need no lock while products are made.
    std::array<float, kTile> limitI{}, limitJ{};
    const auto copy = [&](std::size_t block, std::array<float, kTile>& to) {
        const std::scoped_lock lock(locks_[block]);
        std::copy_n(lists_.limits() + block * kTile, kTile, to.begin());
    };
    for (std::size_t blockI = firstI; blockI <= std::min(lastI, blockJ); ++blockI) {
        copy(blockI, limitI);
        copy(blockJ, limitJ);
        const std::size_t found = kernels().nearBytes(
            {rows_.values(blockI * kTile), scratch.packed.data(), depth, rows_.from(blockI * kTile, limitI.data()),
             rows_.from(blockJ * kTile, limitJ.data()), scratch.distance.data(), scratch.place.data()});
        offer(scratch, found, blockI, blockJ);
    }
}

void QuantisedTiles::offer(const Scratch& scratch, std::size_t found, std::size_t blockI, std::size_t blockJ) {
    const std::size_t i0 = blockI * kTile, j0 = blockJ * kTile;
    const auto each = [&](const auto& use) {
        for (std::size_t h = 0; h < found; ++h) {
            const auto place = static_cast<std::size_t>(scratch.place[h]);
            const std::size_t i = i0 + place / kTile, j = j0 + place % kTile;
            if (i != j) use(i, j, scratch.distance[h]);
        }
    };
    {
        const std::scoped_lock lock(locks_[blockI]);
        each([&](std::size_t i, std::size_t j, float d) { lists_.offer(i, d, static_cast<std::int32_t>(j)); });
    }
    if (blockI == blockJ) return;  // both halves of the tile were there
    const std::scoped_lock lock(locks_[blockJ]);
    each([&](std::size_t i, std::size_t j, float d) { lists_.offer(j, d, static_cast<std::int32_t>(i)); });
}

std::size_t quantisedKeep(std::size_t k) { return k + std::max<std::size_t>(16, k / 4); }

bool nearestOf(const FeatureMatrix& rows, std::size_t row, std::size_t k, float limit, std::span<Candidate>& candidates) {
    if (candidates.size() < k) return false;  // of rows whose products are beyond all numbers none is kept
    const auto depth = static_cast<std::size_t>(rows.cols());
    const auto exact = [&](Candidate c) {
        const auto other = static_cast<std::size_t>(c.row());
        return Candidate(kernels().squaredDistance(rows.data() + row * depth, rows.data() + other * depth, depth), c.row());
    };
    std::sort(candidates.begin(), candidates.end());
    std::transform(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(k), candidates.begin(), exact);
    std::size_t count = k;
    float farthest =
        std::max_element(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(k))->squaredDistance();
    // The others in the order of their bounds, while those can be among the nearest.
    for (; count < candidates.size(); ++count) {
        if (candidates[count].squaredDistance() > farthest * (1 + QuantisedRows::kSlack)) break;
        candidates[count] = exact(candidates[count]);
    }
    if (count < candidates.size()) limit = std::min(limit, candidates[count].squaredDistance());
    candidates = candidates.first(count);
    std::sort(candidates.begin(), candidates.end());
    return candidates[k - 1].squaredDistance() * (1 + QuantisedRows::kSlack) < limit;
}

bool quantisingMayPay(const FeatureMatrix& rows) {
    constexpr Eigen::Index kFewest = 4096, kShortest = 24;
    return kernels().nearBytes != nullptr && rows.rows() >= kFewest && rows.cols() >= kShortest;
}

bool quantisingPays(const FeatureMatrix& rows, const QuantisedRows& quantised, std::size_t k) {
    constexpr std::size_t kTried = 96;
    constexpr double kCertain = 0.9;
    const auto n = static_cast<std::size_t>(rows.rows());
    const std::size_t depth = quantised.depth();
    NearestLists lists(kTried, quantisedKeep(k));
    // The tried rows side by side, as one block.
    std::vector<std::int8_t> values(kTile * depth, 0);
    std::vector<float> norm(kTile, std::numeric_limits<float>::infinity()), step(kTile, 0), none(kTile, -1.0F);
    std::vector<std::int32_t> shift(kTile, 0);
    std::vector<std::size_t> tried;
    for (std::size_t t = 0; t < kTried; ++t) {
        const std::size_t row = t * n / kTried;
        tried.push_back(row);
        std::copy_n(quantised.values(row), depth, values.begin() + static_cast<std::ptrdiff_t>(t * depth));
        const ByteRows of = quantised.from(row, nullptr);
        norm[t] = *of.norm, step[t] = *of.step, shift[t] = *of.shift;
    }
    AlignedVector<std::uint8_t> packed(kTile * depth);
    std::vector<float> distance(kTile * kTile + 16);
    std::vector<std::int32_t> place(kTile * kTile + 16);
    for (std::size_t j0 = 0; j0 < n; j0 += kTile) {
        kernels().packBytes(quantised.values(j0), depth, packed.data());
        const std::size_t found = kernels().nearBytes({values.data(),
                                                       packed.data(),
                                                       depth,
                                                       {norm.data(), step.data(), shift.data(), lists.limits()},
                                                       quantised.from(j0, none.data()),
                                                       distance.data(),
                                                       place.data()});
        for (std::size_t h = 0; h < found; ++h) {
            const auto at = static_cast<std::size_t>(place[h]);
            if (tried[at / kTile] != j0 + at % kTile)
                lists.offer(at / kTile, distance[h], static_cast<std::int32_t>(j0 + at % kTile));
        }
    }
    std::size_t certain = 0;
    for (std::size_t t = 0; t < kTried; ++t) {
        auto candidates = lists.take(t);
        certain += nearestOf(rows, tried[t], k, lists.limits()[t], candidates) ? 1U : 0U;
    }
    return static_cast<double>(certain) >= kCertain * static_cast<double>(kTried);
}

}  // namespace facespace
