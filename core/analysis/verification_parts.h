#pragma once
#include <algorithm>

#include "core/analysis/verification.h"

namespace facespace::verification {

/// A genuine pair with what the figures need of it.
struct GenuineScore {
    std::int32_t p, q, level;  ///< Positions in the stream.
};

/// Keeps the `limit` first pairs in a total order, so that the result does not depend on the order of arrival.
class WorstPairs {
  public:
    struct Entry {
        std::int32_t badness;  ///< Larger is worse.
        std::int32_t p, q;
        friend bool operator<(const Entry& a, const Entry& b) {  // worse first
            return a.badness != b.badness ? a.badness > b.badness : a.p != b.p ? a.p < b.p : a.q < b.q;
        }
    };
    explicit WorstPairs(std::size_t limit = 0) : limit_(limit) {}
    /// Anything below this cannot enter.
    std::int32_t bar() const { return bar_; }
    void add(Entry entry) {
        if (limit_ == 0) return;
        entries_.push_back(entry);
        if (entries_.size() >= 2 * limit_ + 64) shrink();
    }
    void merge(const WorstPairs& other) {
        for (const Entry& e : other.entries_) add(e);
    }
    const std::vector<Entry>& sorted() {
        shrink();
        return entries_;
    }

  private:
    void shrink() {
        std::sort(entries_.begin(), entries_.end());
        if (entries_.size() > limit_) entries_.resize(limit_);
        if (limit_ > 0 && entries_.size() == limit_) bar_ = entries_.back().badness;
    }
    std::size_t limit_;
    std::int32_t bar_ = INT32_MIN;
    std::vector<Entry> entries_;
};

/// Everything that follows from the counts: figures, curve, operating points.
void addFigures(Verification& v, const VerificationOptions& options);
/// Of the images that are compared (FNV-1a), and of the value after it.
std::uint64_t markOf(const PairStream& stream);
std::uint64_t marked(std::uint64_t mark, std::int64_t value);
Result<void> checkCounts(const Verification& v);

}  // namespace facespace::verification
