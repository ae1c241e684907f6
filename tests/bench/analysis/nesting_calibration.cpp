#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstdlib>

#include "tests/bench/analysis/calibration.h"
#include "tests/unit/analysis/nested_settings.h"

namespace facespace::calibration {
namespace {

Result<NestedVariance> foundIn(const test::NestedSet& set) {
    NestedVarianceOptions o;
    o.unitLength = false;
    return nestedVariance(set.x, set.identity, set.sex, {set.light, set.view}, o, {});
}

void shares() {
    fmt::print(
        "\nNested variance, two classes, two lights, three views, two images each: shares and mean cosines covered\n"
        "{:30}{:>8}{:>10}{:>8}{:>8}{:>10}{:>8}{:>10}{:>10}{:>10}{:>10}\n",
        "", "class", "identity", "light", "view", "together", "rest", "same", "light", "other id", "class");
    const test::NestedTruth t;
    const std::array<double, 6> truth{t.sex, t.person, t.light, t.view, t.together, t.rest};
    for (const int identities : {20, 30, 60, 120}) {
        std::array<int, 6> covered{};
        std::array<int, 4> ladder{};
        const auto population = foundIn(test::nestedSet(2000, t, 1));
        if (!population) std::abort();
        const std::array<std::size_t, 4> rungs{0, 1, 4, 8};
        for (int s = 0; s < sets; ++s) {
            const auto found = foundIn(test::nestedSet(identities, t, 5000 + static_cast<std::uint64_t>(s)));
            if (!found) std::abort();
            for (std::size_t f = 0; f < 6; ++f) covered[f] += covers(found->factors[f].share, truth[f] / t.total());
            for (std::size_t r = 0; r < 4; ++r)
                ladder[r] += covers(found->ladder[rungs[r]].cosine, population->ladder[rungs[r]].cosine.value);
        }
        fmt::print("{:30}{:>7.1f}%{:>9.1f}%{:>7.1f}%{:>7.1f}%{:>9.1f}%{:>7.1f}%{:>9.1f}%{:>9.1f}%{:>9.1f}%{:>9.1f}%\n",
                   fmt::format("{} identities", identities), share(covered[0]), share(covered[1]), share(covered[2]),
                   share(covered[3]), share(covered[4]), share(covered[5]), share(ladder[0]), share(ladder[1]),
                   share(ladder[2]), share(ladder[3]));
    }
}

/// How often neighbours in the order are told apart: wrongly where their shares are equal.
void orders() {
    test::NestedTruth equal;
    equal.sex = equal.person = 6;
    equal.light = equal.view = 2;
    fmt::print(
        "\nNeighbours in the order that are told apart, identity and class equal, light and view "
        "equal\n{:30}{:>18}{:>16}{:>20}\n",
        "", "class, identity", "light, view", "different factors");
    for (const int identities : {20, 30, 60, 120}) {
        int people = 0, images = 0, different = 0;
        for (int s = 0; s < sets; ++s) {
            const auto found = foundIn(test::nestedSet(identities, equal, 9000 + static_cast<std::uint64_t>(s)));
            if (!found) std::abort();
            for (const FactorStep& step : found->steps) {
                const std::size_t first = std::min(step.larger, step.smaller), second = std::max(step.larger, step.smaller);
                people += step.told && first == 0 && second == 1;
                images += step.told && first == 2 && second == 3;
            }
            different += found->steps[1].told;
        }
        fmt::print("{:30}{:>17.1f}%{:>15.1f}%{:>19.1f}%\n", fmt::format("{} identities", identities), share(people),
                   share(images), share(different));
    }
}

void nesting() {
    shares();
    orders();
}

const AddPart kNesting{"nesting", nesting};

}  // namespace
}  // namespace facespace::calibration
