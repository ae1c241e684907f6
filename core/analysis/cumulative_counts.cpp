#include "core/analysis/cumulative_counts.h"

#include <algorithm>
#include <limits>

namespace facespace {

CumulativeCounts::CumulativeCounts(const std::vector<std::uint64_t>& counts) {
    const auto occurs = [](std::uint64_t count) { return count > 0; };
    const auto first = std::ranges::find_if(counts, occurs);
    if (first == counts.end()) return;
    first_ = static_cast<std::size_t>(first - counts.begin());
    end_ = static_cast<std::size_t>(std::find_if(counts.rbegin(), counts.rend(), occurs).base() - counts.begin());
    const std::size_t blocks = (end_ - first_ + kBlock - 1) / kBlock;
    after_.resize(blocks);
    std::uint64_t fullest = 0;
    for (std::size_t block = blocks; block-- > 0;) {
        after_[block] = all_;
        std::uint64_t here = 0;
        for (std::size_t level = first_ + block * kBlock; level < std::min(first_ + (block + 1) * kBlock, end_); ++level)
            here += counts[level];
        all_ += here;
        fullest = std::max(fullest, here);
    }
    if (fullest <= std::numeric_limits<std::uint8_t>::max())
        keep<std::uint8_t>(counts);
    else if (fullest <= std::numeric_limits<std::uint16_t>::max())
        keep<std::uint16_t>(counts);
    else if (fullest <= std::numeric_limits<std::uint32_t>::max())
        keep<std::uint32_t>(counts);
    else
        keep<std::uint64_t>(counts);
}

template <class Width>
void CumulativeCounts::keep(const std::vector<std::uint64_t>& counts) {
    auto& rest = rest_.emplace<std::vector<Width>>(end_ - first_);
    std::uint64_t sum = 0;
    for (std::size_t at = rest.size(); at-- > 0;) {
        if ((at + 1) % kBlock == 0) sum = 0;
        sum += counts[first_ + at];
        rest[at] = static_cast<Width>(sum);
    }
}

std::size_t CumulativeCounts::bytes() const {
    return after_.size() * sizeof(after_[0]) +
           std::visit([](const auto& rest) { return rest.size() * sizeof(rest[0]); }, rest_);
}

}  // namespace facespace
