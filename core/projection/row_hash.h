#pragma once
#include <bit>
#include <cstdint>
#include <Eigen/Core>

namespace facespace {

/// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
inline std::uint64_t mixed(std::uint64_t h) {
    h += 0x9e3779b97f4a7c15ULL;
    h = (h ^ (h >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    h = (h ^ (h >> 27U)) * 0x94d049bb133111ebULL;
    return h ^ (h >> 31U);
}

/// A hash of a row's values, so that what looks random does not depend on the order of the rows.
inline std::uint64_t rowHash(const float* row, Eigen::Index length, std::uint64_t seed) {
    std::uint64_t h = mixed(seed);
    for (Eigen::Index d = 0; d < length; ++d) h = mixed(h ^ std::bit_cast<std::uint32_t>(row[d] + 0.0F));
    return h;
}

}  // namespace facespace
