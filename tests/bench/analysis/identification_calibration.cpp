#include <fmt/format.h>
#include <array>
#include <cstdlib>

#include "core/analysis/identification.h"
#include "tests/bench/analysis/calibration.h"
#include "tests/unit/analysis/pair_settings.h"

namespace facespace::calibration {
namespace {

constexpr int kForTruth = 2000;

std::array<Estimate, 4> figuresOf(int identities, std::uint64_t seed, int leaveOut) {
    IdentificationOptions o;
    o.fpirTargets = {0.1, 0.03};
    o.ranks = 5;
    o.leaveOut = leaveOut;
    const auto set = test::pairSet(identities, 8, seed);
    const auto found = identify(set.x, set.identity, {}, o, {});
    if (!found) std::abort();
    return {found->cmc[0], found->cmc[4], found->openSet[0].tpir, found->openSet[1].tpir};
}

/// The truth is the mean over many sets of the same number of identities: rates depend on how many are enrolled.
void identification() {
    fmt::print(
        "\nIdentification intervals, identities in groups that look alike, 8 images each\n{:16}{:>10}{:>10}{:>16}{:>16}\n",
        "", "rank 1", "rank 5", "TPIR at .1", "TPIR at .03");
    for (const int identities : {30, 60, 120}) {
        std::array<double, 4> truth{};
        std::array<int, 4> covered{};
        for (int s = 0; s < kForTruth; ++s) {
            const auto figures = figuresOf(identities, 50'000 + static_cast<std::uint64_t>(s), 0);
            for (std::size_t k = 0; k < 4; ++k) truth[k] += figures[k].value / kForTruth;
        }
        for (int s = 0; s < sets; ++s) {
            const auto figures = figuresOf(identities, 300 + static_cast<std::uint64_t>(s), 500);
            for (std::size_t k = 0; k < 4; ++k) covered[k] += covers(figures[k], truth[k]) ? 1 : 0;
        }
        fmt::print("{:16}{:>9.1f}%{:>9.1f}%{:>15.1f}%{:>15.1f}%\n", fmt::format("{} identities", identities),
                   share(covered[0]), share(covered[1]), share(covered[2]), share(covered[3]));
    }
}

const AddPart kIdentification{"identification", identification};

}  // namespace
}  // namespace facespace::calibration
