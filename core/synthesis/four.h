#pragma once
#include <array>
#include <cstdint>
#include <cstring>

namespace facespace::synthesis {

/// Four samples side by side. Compilers' vector types: each lane is rounded as a single float would be, on every machine.
using Four = float __attribute__((vector_size(16)));
using FourMask = std::int32_t __attribute__((vector_size(16)));  ///< −1 where true.

inline Four four(float x) { return Four{x, x, x, x}; }
inline Four loadFour(const float* from) {
    Four x;
    std::memcpy(&x, from, sizeof x);
    return x;
}
inline void storeFour(float* to, Four x) { std::memcpy(to, &x, sizeof x); }
inline bool none(FourMask mask) {
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &mask, sizeof mask);
    return (halves[0] | halves[1]) == 0;
}

/// Barycentric weights of four samples of one row, from the triangle's first corner (px, py away) and its slopes.
struct FourWeights {
    Four b0, b1, b2;
    FourMask inside;
};
inline FourWeights fourWeights(float px, float py, float dx1, float dy1, float dx2, float dy2) {
    const Four x = four(px) + Four{0, 1, 2, 3};
    const Four b1 = x * dx1 + four(py * dy1), b2 = x * dx2 + four(py * dy2), b0 = 1.0F - b1 - b2;
    return {b0, b1, b2, (b0 >= 0.0F) & (b1 >= 0.0F) & (b2 >= 0.0F)};
}

}  // namespace facespace::synthesis
