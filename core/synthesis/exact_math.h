#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

/// Arithmetic that gives the same bits on every machine. Only +, -, *, /, sqrt and exact conversions are used (IEEE 754
/// rounds these one way only); exp, log, sin and cos come from here and not from the C library, whose last bit differs
/// between versions. The module is compiled with -ffp-contract=off so that no fused multiply-add slips in.
namespace facespace::synthesis {

constexpr double kPi = 3.14159265358979323846;
constexpr float kDegree = static_cast<float>(kPi / 180.0);

double exactExp(double x);
/// Natural logarithm, x > 0.
double exactLog(double x);
double exactSin(double x);
double exactCos(double x);
/// x^p for x >= 0.
double exactPow(double x, double p);

inline float expF(float x) { return static_cast<float>(exactExp(static_cast<double>(x))); }
inline float sinF(float x) { return static_cast<float>(exactSin(static_cast<double>(x))); }
inline float cosF(float x) { return static_cast<float>(exactCos(static_cast<double>(x))); }
inline float powF(float x, float p) { return static_cast<float>(exactPow(static_cast<double>(x), static_cast<double>(p))); }

inline float clamp01(float t) { return std::min(1.0F, std::max(0.0F, t)); }
inline float mix(float a, float b, float t) { return a + (b - a) * t; }
inline float square(float t) { return t * t; }
/// 0 below `from`, 1 above `to`, smooth between. `from` may be larger than `to`.
inline float smoothStep(float from, float to, float x) {
    const float t = clamp01((x - from) / (to - from));
    return t * t * (3.0F - 2.0F * t);
}
/// (1 - r²)³ inside the unit ball, 0 outside: a smooth bump with compact support. Takes r².
inline float bump(float rSquared) {
    if (rSquared >= 1.0F) return 0.0F;
    const float q = 1.0F - rSquared;
    return q * q * q;
}
/// Maximum with a rounded corner of about k units.
inline float smoothMax(float a, float b, float k) {
    const float h = std::max(k - std::abs(a - b), 0.0F) / k;
    return std::max(a, b) + h * h * k * 0.25F;
}
inline float smoothMin(float a, float b, float k) { return -smoothMax(-a, -b, k); }

struct Vec2 {
    float x = 0, y = 0;
};
struct Vec3 {
    float x = 0, y = 0, z = 0;
    friend bool operator==(const Vec3&, const Vec3&) = default;
};
inline Vec3 operator+(Vec3 a, Vec3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
inline Vec3 operator-(Vec3 a, Vec3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
inline Vec3 operator*(Vec3 a, float s) { return {a.x * s, a.y * s, a.z * s}; }
inline Vec3 operator*(Vec3 a, Vec3 b) { return {a.x * b.x, a.y * b.y, a.z * b.z}; }
inline Vec3& operator+=(Vec3& a, Vec3 b) { return a = a + b; }
inline float dot(Vec3 a, Vec3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline Vec3 cross(Vec3 a, Vec3 b) { return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x}; }
inline float length(Vec3 a) { return std::sqrt(dot(a, a)); }
inline Vec3 normalised(Vec3 a) {
    const float l = length(a);
    return l > 1e-12F ? a * (1.0F / l) : Vec3{0, 0, 1};
}
inline Vec3 mix(Vec3 a, Vec3 b, float t) { return a + (b - a) * t; }

/// Rotation matrix, row-major.
struct Mat3 {
    Vec3 r0{1, 0, 0}, r1{0, 1, 0}, r2{0, 0, 1};
};
inline Vec3 operator*(const Mat3& m, Vec3 v) { return {dot(m.r0, v), dot(m.r1, v), dot(m.r2, v)}; }
inline Vec3 transposeTimes(const Mat3& m, Vec3 v) { return m.r0 * v.x + m.r1 * v.y + m.r2 * v.z; }

/// A well-mixed 64-bit hash (the finaliser of SplitMix64, Steele et al. 2014).
inline std::uint64_t mixBits(std::uint64_t z) {
    z += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}
/// Uniform in [0, 1) from integer lattice coordinates.
inline float latticeNoise(std::int32_t x, std::int32_t y, std::uint32_t seed) {
    std::uint32_t h =
        static_cast<std::uint32_t>(x) * 0x8DA6B343U ^ static_cast<std::uint32_t>(y) * 0xD8163841U ^ seed * 0xCB1AB31FU;
    h ^= h >> 15U;
    h *= 0x2C1B3C6DU;
    h ^= h >> 12U;
    h *= 0x297A2D39U;
    h ^= h >> 15U;
    return static_cast<float>(h >> 8U) * (1.0F / 16777216.0F);
}
/// floor() as an integer, for |x| < 2^31.
inline std::int32_t floorInt(float x) {
    const auto i = static_cast<std::int32_t>(x);
    return static_cast<float>(i) > x ? i - 1 : i;
}
/// Smooth value noise in [0, 1] with cell size 1.
inline float valueNoise(float x, float y, std::uint32_t seed) {
    const std::int32_t ix = floorInt(x), iy = floorInt(y);
    float fx = x - static_cast<float>(ix), fy = y - static_cast<float>(iy);
    fx = fx * fx * (3.0F - 2.0F * fx);
    fy = fy * fy * (3.0F - 2.0F * fy);
    const float a = mix(latticeNoise(ix, iy, seed), latticeNoise(ix + 1, iy, seed), fx);
    const float b = mix(latticeNoise(ix, iy + 1, seed), latticeNoise(ix + 1, iy + 1, seed), fx);
    return mix(a, b, fy);
}

}  // namespace facespace::synthesis
