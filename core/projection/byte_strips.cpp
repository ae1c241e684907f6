#include <algorithm>
#include <limits>
#include "core/common/parallel.h"
#include "core/projection/aligned_vector.h"
#include "core/projection/quantised_rows.h"
#include "core/projection/strip_search.h"

namespace facespace {
namespace {
/// Rows in eight bits that others are held against, in strips, each filled up with rows that are near to none.
struct Strips {
    /// @param starts  First row of each strip, and the end.
    Strips(const QuantisedRows& rows, const std::vector<std::size_t>& starts)
        : depth(rows.depth()), first(starts.size(), 0) {
        const std::size_t count = starts.size() - 1;
        for (std::size_t s = 0; s < count; ++s)
            first[s + 1] = first[s] + chunkCount(starts[s + 1] - starts[s], kStripStep) * kStripStep;
        packed.resize(first.back() * depth);
        norm.resize(first.back(), std::numeric_limits<float>::infinity());
        step.resize(first.back(), 0);
        parallelChunks(count, 16, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t s = begin; s < end; ++s) {
                const ByteRows from = rows.from(starts[s], nullptr);
                const std::size_t size = starts[s + 1] - starts[s];
                kernels().packStrip(rows.values(starts[s]), size, depth, packed.data() + first[s] * depth);
                std::copy_n(from.norm, size, norm.begin() + static_cast<std::ptrdiff_t>(first[s]));
                std::copy_n(from.step, size, step.begin() + static_cast<std::ptrdiff_t>(first[s]));
            }
        });
    }
    std::size_t count() const { return first.size() - 1; }
    const std::uint8_t* bytes(std::size_t strip) const { return packed.data() + first[strip] * depth; }
    std::size_t width(std::size_t strip) const { return first[strip + 1] - first[strip]; }
    ByteRows columns(std::size_t strip) const {
        return {norm.data() + first[strip], step.data() + first[strip], nullptr, nullptr};
    }

    std::size_t depth;
    std::vector<std::size_t> first;
    UnsetVector<std::uint8_t> packed;
    std::vector<float> norm, step;
};

/// Every kTile-th number below n, and n.
std::vector<std::size_t> tilesOf(std::size_t n) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < n; at += kTile) starts.push_back(at);
    starts.push_back(n);
    return starts;
}

/// The rows, a strip of each cluster, and strips of the centres.
struct ByteClusters {
    explicit ByteClusters(const RowClusters& of)
        : clusters(of),
          rows(of.rows, QuantisedRows::Kind::kEstimate),
          strips(rows, of.start),
          centres(QuantisedRows(of.centres, QuantisedRows::Kind::kEstimate), tilesOf(of.count())) {}

    const RowClusters& clusters;
    QuantisedRows rows;
    Strips strips, centres;
};

class ByteBlock : public StripSearch {
  public:
    ByteBlock(const ByteClusters& all, std::size_t begin)
        : all_(all),
          begin_(begin),
          distance_(kTile * kTile + 16),
          place_(kTile * kTile + 16),
          gathered_(kStripRows * all.strips.depth) {}

    void offer(std::span<const std::int32_t> chosen, std::size_t cluster, NearestLists& lists) override {
        const std::size_t found = near(chosen, all_.strips, cluster, lists.limits());
        for (std::size_t h = 0; h < found; ++h) {
            const auto at = static_cast<std::size_t>(place_[h]);
            const std::size_t row = at / kTile, other = all_.clusters.start[cluster] + at % kTile;
            if (other != begin_ + row) lists.offer(row, distance_[h], static_cast<std::int32_t>(other));
        }
    }

    void reached(std::span<const std::int32_t> chosen, const float* reach, std::vector<RowBits>& rows) override {
        for (std::size_t strip = 0; strip < all_.centres.count(); ++strip) {
            const std::size_t found = near(chosen, all_.centres, strip, reach);
            for (std::size_t h = 0; h < found; ++h) {
                const auto at = static_cast<std::size_t>(place_[h]);
                const std::size_t row = at / kTile;
                rows[strip * kTile + at % kTile][row / 64] |= std::uint64_t{1} << row % 64;
            }
        }
    }

  private:
    std::size_t near(std::span<const std::int32_t> chosen, const Strips& strips, std::size_t strip, const float* limits) {
        return kernels().nearStrip({all_.rows.values(begin_), chosen.data(), chosen.size(), strips.bytes(strip),
                                    strips.width(strip), strips.depth, all_.rows.from(begin_, limits), strips.columns(strip),
                                    distance_.data(), place_.data(), gathered_.data()});
    }

    const ByteClusters& all_;
    std::size_t begin_;
    UnsetVector<float> distance_;
    UnsetVector<std::int32_t> place_;
    UnsetVector<std::int8_t> gathered_;
};

class ByteSource : public StripSource {
  public:
    explicit ByteSource(const RowClusters& clusters) : rows_(clusters) {}
    std::unique_ptr<StripSearch> block(std::size_t begin) const override {
        return std::make_unique<ByteBlock>(rows_, begin);
    }

  private:
    ByteClusters rows_;
};
}  // namespace

std::unique_ptr<StripSource> byteStrips(const RowClusters& clusters) {
    if (kernels().nearStrip == nullptr) return nullptr;
    return std::make_unique<ByteSource>(clusters);
}

}  // namespace facespace
