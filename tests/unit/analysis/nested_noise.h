#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "core/analysis/units.h"

namespace facespace::test {

/// Images of identities in videos: what every null set of the calibration is made of.
struct Layout {
    int identities = 30, videos = 5, frames = 4;
    int images() const { return identities * videos * frames; }
    Units units() const {
        std::vector<std::string> identity, video;
        for (int g = 0; g < identities; ++g)
            for (int v = 0; v < videos; ++v)
                for (int f = 0; f < frames; ++f) {
                    identity.push_back("p" + std::to_string(g));
                    video.push_back(frames > 1 ? "v" + std::to_string(v) : "");
                }
        return Units(identity, video);
    }
};

/// Standard normal columns whose variance lies between identities, between videos of one identity, and in frames.
class NestedNoise {
  public:
    NestedNoise(Layout layout, double ofIdentity, double ofVideo, std::uint64_t seed)
        : layout_(layout),
          identity_(std::sqrt(ofIdentity)),
          video_(std::sqrt(ofVideo)),
          frame_(std::sqrt(1 - ofIdentity - ofVideo)),
          random_(seed) {}
    std::vector<double> column() {
        std::vector<double> values;
        for (int g = 0; g < layout_.identities; ++g) {
            const double a = identity_ * normal_(random_);
            for (int v = 0; v < layout_.videos; ++v) {
                const double b = video_ * normal_(random_);
                for (int f = 0; f < layout_.frames; ++f) values.push_back(a + b + frame_ * normal_(random_));
            }
        }
        return values;
    }

  private:
    Layout layout_;
    double identity_, video_, frame_;
    boost::random::mt19937_64 random_;
    boost::random::normal_distribution<double> normal_;
};

}  // namespace facespace::test
