#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace facespace {

/// One candidate neighbour as one number: the bits of a distance ≥ 0 order like the distance, and the row breaks ties. A
/// total order, so the nearest k do not depend on the order of offers; and one comparison without branches.
struct Candidate {
    std::uint64_t key = 0;
    Candidate() = default;
    Candidate(float squaredDistance, std::int32_t row)
        : key(std::uint64_t{std::bit_cast<std::uint32_t>(squaredDistance)} << 32U | static_cast<std::uint32_t>(row)) {}
    float squaredDistance() const { return std::bit_cast<float>(static_cast<std::uint32_t>(key >> 32U)); }
    std::int32_t row() const { return static_cast<std::int32_t>(key & 0xffffffffU); }
    friend bool operator<(Candidate a, Candidate b) { return a.key < b.key; }
};

/// The nearest `keep` candidates of each of n rows. Offers are gathered in a buffer and cut back when it is full, which
/// costs less than a heap. Not thread-safe: callers lock the rows that they offer to.
class NearestLists {
  public:
    NearestLists(std::size_t n, std::size_t keep)
        : keep_(keep),
          capacity_(keep + std::max<std::size_t>(32, keep)),  // of which the nearest two thirds hold `keep`
          items_(n * capacity_),
          counts_(n, 0),
          limits_(n + 256, std::numeric_limits<float>::max()),
          last_(n, Candidate(std::numeric_limits<float>::max(), std::numeric_limits<std::int32_t>::max())) {}

    /// Candidates farther than this cannot enter; one value for each row, readable 256 past the end.
    const float* limits() const { return limits_.data(); }

    void offer(std::size_t row, float squaredDistance, std::int32_t candidate) {
        const Candidate offered(squaredDistance, candidate);
        if (!(offered < last_[row])) return;
        items_[row * capacity_ + static_cast<std::size_t>(counts_[row])] = offered;
        if (static_cast<std::size_t>(++counts_[row]) == capacity_) thin(row);
    }

    /// The kept candidates of a row, in no order.
    std::span<Candidate> take(std::size_t row) {
        if (static_cast<std::size_t>(counts_[row]) >= keep_) cut(row);
        return {items_.data() + row * capacity_, static_cast<std::size_t>(counts_[row])};
    }

  private:
    /// To the nearest `keep` and perhaps some more: one pass over a full list, parted by a value that a sample tells, takes
    /// a tenth of the time of finding the keep-th exactly. Which are kept in the end does not depend on it.
    void thin(std::size_t row) {
        Candidate* const begin = items_.data() + row * capacity_;
        const Candidate pivot = sampled(begin, capacity_);
        std::size_t nearer = 0;
        for (std::size_t i = 0; i < capacity_; ++i) {  // without branches: nothing about them can be predicted
            const Candidate one = begin[i], other = begin[nearer];
            begin[i] = other;
            begin[nearer] = one;
            nearer += one < pivot ? 1U : 0U;
        }
        if (nearer < keep_ || nearer == capacity_) return cut(row);
        counts_[row] = static_cast<std::int32_t>(nearer);
        limits_[row] = pivot.squaredDistance();
        last_[row] = pivot;
    }
    /// About where the nearest two thirds of n ≥ 15 end.
    static Candidate sampled(const Candidate* from, std::size_t n) {
        constexpr std::size_t kSample = 15;
        std::array<Candidate, kSample> some;
        for (std::size_t s = 0; s < kSample; ++s) some[s] = from[s * n / kSample];
        std::sort(some.begin(), some.end());
        return some[kSample * 2 / 3];
    }
    void cut(std::size_t row) {
        const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(row * capacity_);
        const auto last = begin + static_cast<std::ptrdiff_t>(keep_) - 1;
        std::nth_element(begin, last, begin + counts_[row]);
        counts_[row] = static_cast<std::int32_t>(keep_);
        limits_[row] = last->squaredDistance();
        last_[row] = *last;
    }

    std::size_t keep_;
    std::size_t capacity_;
    std::vector<Candidate> items_;
    std::vector<std::int32_t> counts_;
    std::vector<float> limits_;
    std::vector<Candidate> last_;
};

}  // namespace facespace
