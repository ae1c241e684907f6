#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <initializer_list>

#include "core/synthesis/exact_math.h"

namespace facespace::synthesis {

/// A stream of random numbers that is the same on every machine. Streams with different keys are independent.
class Random {
  public:
    Random(std::uint64_t seed, std::uint64_t keyA, std::uint64_t keyB = 0)
        : engine_(mixBits(mixBits(mixBits(seed) + keyA) + keyB)) {}

    float uniform() { return static_cast<float>(boost::random::uniform_01<double>()(engine_)); }
    float uniform(float from, float to) { return from + (to - from) * uniform(); }
    bool chance(float probability) { return uniform() < probability; }
    int integer(int from, int to) { return boost::random::uniform_int_distribution<int>(from, to)(engine_); }
    std::uint32_t bits() { return static_cast<std::uint32_t>(engine_() >> 32U); }
    /// Standard normal, cut at ±limit. A sum of twelve uniforms: no library function, so the same bits everywhere.
    float normal(float limit = 2.6F) {
        for (;;) {
            double sum = -6.0;
            for (int i = 0; i < 12; ++i) sum += boost::random::uniform_01<double>()(engine_);
            if (std::abs(sum) <= static_cast<double>(limit)) return static_cast<float>(sum);
        }
    }
    /// Index drawn with the given weights.
    int pick(std::initializer_list<float> weights) {
        float total = 0;
        for (const float w : weights) total += w;
        float u = uniform() * total;
        int i = 0;
        for (const float w : weights) {
            if (u < w) return i;
            u -= w;
            ++i;
        }
        return static_cast<int>(weights.size()) - 1;
    }

  private:
    boost::random::mt19937_64 engine_;
};

}  // namespace facespace::synthesis
