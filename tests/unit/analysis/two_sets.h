#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/features/feature_matrix.h"

/// Two sets of people with features, some of whom are in both under other names, and some of whose images are in both.
namespace facespace::test {

struct TwoSetsOptions {
    int identities = 100, perIdentity = 6, dims = 128, shared = 20, copies = 10;
    double same = 0.6;         ///< Expected cosine of two images of one person.
    double looksAlike = 0.1;   ///< Expected cosine of any two people, who are of one of ten groups, in a group.
    double copyCosine = 0.99;  ///< Expected, of a copy and its image.
    std::uint64_t seed = 1;
};

struct TwoSets {
    FeatureMatrix first, second;
    std::vector<std::string> firstIdentity, secondIdentity;
    std::set<std::pair<std::string, std::string>> shared;  ///< Names in both sets.
    std::vector<std::pair<std::int64_t, std::int64_t>> copies;

    explicit TwoSets(const TwoSetsOptions& o) {
        boost::random::mt19937_64 random(o.seed);
        boost::random::normal_distribution<double> normal;
        const auto direction = [&] {
            Eigen::RowVectorXd v(o.dims);
            for (double& x : v) x = normal(random);
            return Eigen::RowVectorXd(v.normalized());
        };
        std::vector<Eigen::RowVectorXd> groups;
        for (int g = 0; g < 10; ++g) groups.push_back(direction());
        const auto person = [&](int number) {
            const auto& group = groups[static_cast<std::size_t>(number % 10)];
            return Eigen::RowVectorXd(
                (std::sqrt(o.looksAlike) * group + std::sqrt(1 - o.looksAlike) * direction()).normalized());
        };
        std::vector<Eigen::RowVectorXd> centres;
        for (int p = 0; p < o.identities; ++p) centres.push_back(person(p));
        const auto imageOf = [&](const Eigen::RowVectorXd& centre) {
            return Eigen::RowVectorXd(10 * (std::sqrt(o.same) * centre + std::sqrt(1 - o.same) * direction()));
        };
        const Eigen::Index n = static_cast<Eigen::Index>(o.identities) * o.perIdentity;
        for (FeatureMatrix* x : {&first, &second}) x->resize(n, o.dims);
        for (int p = 0; p < o.identities; ++p) {
            const std::string here = "person " + std::to_string(p), there = "subject " + std::to_string(o.identities - p);
            const bool both = p < o.shared;
            if (both) shared.emplace(here, there);
            const Eigen::RowVectorXd other = both ? centres[static_cast<std::size_t>(p)] : person(p);
            for (int i = 0; i < o.perIdentity; ++i) {
                const Eigen::Index row = static_cast<Eigen::Index>(p) * o.perIdentity + i;
                first.row(row) = imageOf(centres[static_cast<std::size_t>(p)]).cast<float>();
                second.row(row) = imageOf(other).cast<float>();
                firstIdentity.push_back(here);
                secondIdentity.push_back(there);
            }
        }
        // Copies of images of people who are not in both, one for a name of either set.
        for (int c = 0; c < o.copies; ++c) {
            const Eigen::Index a = n - 1 - Eigen::Index{o.perIdentity} * c,
                               b = Eigen::Index{o.perIdentity} * (o.identities / 2 + c);
            second.row(b) = (first.row(a).cast<double>().normalized() * o.copyCosine +
                             std::sqrt(1 - o.copyCosine * o.copyCosine) * direction())
                                .cast<float>();
            copies.emplace_back(a, b);
        }
    }
};

}  // namespace facespace::test
