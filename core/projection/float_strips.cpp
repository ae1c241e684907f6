#include <algorithm>
#include "core/projection/aligned_vector.h"
#include "core/projection/block_search.h"
#include "core/projection/strip_search.h"

namespace facespace {
namespace {
struct FloatRows {
    explicit FloatRows(const RowClusters& of)
        : clusters(of), norms(paddedNorms(of.rows)), centreNorms(paddedNorms(of.centres)) {}
    const RowClusters& clusters;
    std::vector<float> norms, centreNorms;
    std::size_t depth() const { return static_cast<std::size_t>(clusters.rows.cols()); }
};

class FloatBlock : public StripSearch {
  public:
    FloatBlock(const FloatRows& all, std::size_t begin)
        : all_(all), begin_(begin), scratch_(all.depth()), gathered_(kTile * all.depth()) {}

    void offer(std::span<const std::int32_t> chosen, std::size_t cluster, NearestLists& lists) override {
        const RowClusters& clusters = all_.clusters;
        const std::size_t first = clusters.start[cluster];
        gather(chosen);
        near(chosen, clusters.rows, all_.norms, first, clusters.size(cluster), lists.limits(),
             [&](std::size_t row, std::size_t column, float distance) {
                 if (first + column != begin_ + row) lists.offer(row, distance, static_cast<std::int32_t>(first + column));
             });
    }

    void reached(std::span<const std::int32_t> chosen, const float* reach, std::vector<RowBits>& rows) override {
        const std::size_t count = all_.clusters.count();
        gather(chosen);
        for (std::size_t c0 = 0; c0 < count; c0 += kTile)
            near(chosen, all_.clusters.centres, all_.centreNorms, c0, std::min(kTile, count - c0), reach,
                 [&](std::size_t row, std::size_t column, float) {
                     rows[c0 + column][row / 64] |= std::uint64_t{1} << row % 64;
                 });
    }

  private:
    void gather(std::span<const std::int32_t> chosen) {
        for (std::size_t c = 0; c < chosen.size(); ++c) {
            const std::size_t place = begin_ + static_cast<std::size_t>(chosen[c]);
            std::copy_n(all_.clusters.rows.data() + place * all_.depth(), all_.depth(), gathered_.data() + c * all_.depth());
            gatheredNorms_[c] = all_.norms[place];
        }
    }

    /// Calls use(row of the block, column, squared distance) for the gathered rows and the others within their limits.
    template <class Use>
    void near(std::span<const std::int32_t> chosen, const FeatureMatrix& others, const std::vector<float>& norms,
              std::size_t first, std::size_t width, const float* limits, const Use& use) {
        kernels().dotTile(gathered_.data(), chosen.size(), others.data() + first * all_.depth(), width, all_.depth(),
                          scratch_.packed(), scratch_.tile());
        kernels().toSquaredDistances(scratch_.tile(), chosen.size(), gatheredNorms_.data(), norms.data() + first);
        for (std::size_t c = 0; c < chosen.size(); ++c) {
            const auto row = static_cast<std::size_t>(chosen[c]);
            const float* distances = scratch_.tile() + c * kTile;
            const int found = kernels().collectBelow(distances, width, limits[row], hits_.data());
            for (int h = 0; h < found; ++h) {
                const auto column = static_cast<std::size_t>(hits_[static_cast<std::size_t>(h)]);
                use(row, column, distances[column]);
            }
        }
    }

    const FloatRows& all_;
    std::size_t begin_;
    TileScratch scratch_;
    UnsetVector<float> gathered_;
    std::array<float, kTile> gatheredNorms_{};
    std::array<std::int32_t, kTile + 16> hits_{};
};

class FloatSource : public StripSource {
  public:
    explicit FloatSource(const RowClusters& clusters) : rows_(clusters) {}
    std::unique_ptr<StripSearch> block(std::size_t begin) const override {
        return std::make_unique<FloatBlock>(rows_, begin);
    }

  private:
    FloatRows rows_;
};
}  // namespace

std::unique_ptr<StripSource> floatStrips(const RowClusters& clusters) { return std::make_unique<FloatSource>(clusters); }

}  // namespace facespace
