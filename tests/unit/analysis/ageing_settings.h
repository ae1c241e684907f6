#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "core/analysis/units.h"
#include "core/features/feature_matrix.h"

/// People whose features turn away from their first image as the years go by.
namespace facespace::test {

struct AgeingOptionsOfSet {
    int identities = 40, images = 8, videos = 0;  ///< Videos: images of one are taken at one time; 0: stills.
    double perYear = -0.01;                       ///< Of the cosine with the first image.
    double slopeSd = 0.006;                       ///< Over people.
    double startSd = 0.05;                        ///< The same of the cosine with no time in between.
    double videoSd = 0.04, imageSd = 0.03;
    bool uneven = false;  ///< People have between 3 and `images` images, and noise that differs between them.
    std::uint64_t seed = 1;
};

/// Images around their people's centres at times that say nothing: no pair is unlike the others.
inline FeatureMatrix timelessFeatures(int identities, int images, std::uint64_t seed, std::vector<double>& time) {
    constexpr int kDims = 16;
    boost::random::mt19937_64 random(seed);
    boost::random::normal_distribution<double> normal;
    boost::random::uniform_real_distribution<double> uniform(0, 12);
    FeatureMatrix x(identities * images, kDims);
    for (int p = 0; p < identities; ++p) {
        Eigen::RowVectorXd centre(kDims);
        for (double& c : centre) c = normal(random);
        for (int i = 0; i < images; ++i) {
            const double noise = 0.3 + 0.6 * std::abs(normal(random));  // poor images are unlike all others
            for (int j = 0; j < kDims; ++j) x(p * images + i, j) = static_cast<float>(centre(j) + noise * normal(random));
            time.push_back(uniform(random));
        }
    }
    return x;
}

/// Features of two numbers, so that the cosine of an image and the person's first is as planted.
struct AgeingSet {
    FeatureMatrix x;
    std::vector<std::string> identity, video;
    std::vector<double> time;

    explicit AgeingSet(const AgeingOptionsOfSet& o) {
        boost::random::mt19937_64 random(o.seed);
        boost::random::normal_distribution<double> normal;
        boost::random::uniform_real_distribution<double> uniform(0, 1);
        std::vector<double> angles;
        for (int p = 0; p < o.identities; ++p) {
            const int images = o.uneven ? 3 + static_cast<int>(uniform(random) * (o.images - 2)) : o.images;
            const double start = 0.7 + o.startSd * normal(random), slope = o.perYear + o.slopeSd * normal(random);
            const double noise = o.imageSd * (o.uneven ? 0.3 + 1.4 * uniform(random) : 1);
            double years = 0, ofVideo = 0;
            for (int i = 0; i < images; ++i) {
                const bool fresh = o.videos == 0 || i <= 1 || (i - 1) % o.videos == 0;
                if (i > 0 && fresh) years = 12 * uniform(random), ofVideo = o.videos > 0 ? o.videoSd * normal(random) : 0;
                const double cosine = i == 0 ? 1 : start + slope * years + ofVideo + noise * normal(random);
                angles.push_back(std::acos(std::clamp(cosine, -1.0, 1.0)));
                time.push_back(2000 + (i == 0 ? 0 : years));
                identity.push_back("p" + std::to_string(p));
                video.push_back(o.videos > 0 ? "v" + std::to_string(i == 0 ? 0 : 1 + (i - 1) / o.videos) : "");
            }
        }
        x.resize(std::ssize(angles), 2);
        for (std::size_t i = 0; i < angles.size(); ++i) {
            x(static_cast<Eigen::Index>(i), 0) = static_cast<float>(3 * std::cos(angles[i]));
            x(static_cast<Eigen::Index>(i), 1) = static_cast<float>(3 * std::sin(angles[i]));
        }
    }
    Units units() const { return Units(identity, video); }
};

}  // namespace facespace::test
