#include <fmt/format.h>
#include <array>
#include <cstdlib>
#include <vector>

#include "tests/bench/analysis/calibration.h"
#include "tests/unit/analysis/rating_settings.h"
#include "tests/unit/analysis/space_settings.h"

namespace facespace::calibration {
namespace {

/// How many hold the mean of all.
int coversMean(const std::vector<Estimate>& estimates) {
    double mean = 0;
    int covered = 0;
    for (const Estimate& e : estimates) mean += e.value / static_cast<double>(estimates.size());
    for (const Estimate& e : estimates) covered += covers(e, mean) ? 1 : 0;
    return covered;
}

void ratings() {
    fmt::print("\nRatings of pairs of faces\n{:26}{:>10}\n", "", "ρ");
    for (const int identities : {20, 40, 80}) {
        std::vector<Estimate> found;
        for (int s = 0; s < sets; ++s) {
            test::RatedFaces faces(identities, 2, 100 + static_cast<std::uint64_t>(s));
            const auto pairs = pairRatings(faces.x, faces.identity, faces.ratedPairs(0.5), {}, {});
            if (!pairs) std::abort();
            found.push_back(pairs->spearman);
        }
        fmt::print("{:26}{:>9.1f}%\n", fmt::format("{} identities", identities), share(coversMean(found)));
    }
}

void spaces() {
    for (const double common : {0.0, 0.5, 0.9}) {
        SpaceSimilarityOptions o;
        o.splits = 4;
        o.leaveOut = 0;
        const auto population = test::twoSpaces(600, 4, common, 0, 1);
        const auto truth = spaceSimilarity(population.x, population.y, population.identity, o, {});
        if (!truth) std::abort();
        // Corrected for noise the same at any number of images; that of unrelated spaces is 0.
        fmt::print(
            "\nTwo spaces with {:.1f} of the identities' variance in common, 4 images "
            "each\n{:26}{:>10}{:>10}{:>10}{:>12}{:>10}\n",
            common, "", "RSA ρ", "unbiased", "across", "corrected", "CKA");
        o.leaveOut = 100;
        for (const int identities : {20, 40, 80}) {
            std::array<int, 5> covered{};
            for (int s = 0; s < sets; ++s) {
                const auto set = test::twoSpaces(identities, 4, common, 0, 3000 + static_cast<std::uint64_t>(s));
                const auto found = spaceSimilarity(set.x, set.y, set.identity, o, {});
                if (!found) std::abort();
                covered[0] += covers(found->rsa.spearman, truth->rsa.spearman.value);
                covered[1] += covers(found->rsa.unbiased, truth->rsa.unbiased.value);
                covered[2] += covers(found->rsa.across, truth->rsa.across.value);
                covered[3] += covers(found->rsa.corrected, truth->rsa.corrected.value);
                covered[4] += covers(found->cka, truth->cka.value);
            }
            fmt::print("{:26}{:>9.1f}%{:>9.1f}%{:>9.1f}%{:>11.1f}%{:>9.1f}%\n", fmt::format("{} identities", identities),
                       share(covered[0]), share(covered[1]), share(covered[2]), share(covered[3]), share(covered[4]));
        }
    }
}

const AddPart kSpaces{"spaces", spaces};
const AddPart kRatings{"ratings", ratings};

}  // namespace
}  // namespace facespace::calibration
