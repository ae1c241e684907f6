#include <fmt/format.h>
#include <array>
#include <cstdlib>

#include "tests/bench/analysis/calibration.h"
#include "tests/unit/analysis/group_settings.h"

namespace facespace::calibration {
namespace {

constexpr double kFmr = 0.02;

void groups() {
    for (const double lift : {test::kThreefold, 0.0}) {
        const auto truth = test::groupTruth(lift, 1.3, kFmr);
        const auto& t = truth.points[0];
        fmt::print(
            "\nErrors by group, three groups of 4 images each, FMR of one {:.2f} times that of another\n{:26}{:>10}{:>10}"
            "{:>14}{:>12}{:>12}{:>12}{:>10}\n",
            t.fmrSpread.maxToMin.value, "", "FMR", "FNMR", "FMR to mean", "max/mean", "max/min", "FNMR m/m", "d′");
        for (const int identities : {20, 40, 80}) {
            std::array<int, 7> covered{};
            for (int s = 0; s < sets; ++s) {
                const auto set = test::groupSet(identities, 4, lift, 1.3, 7000 + static_cast<std::uint64_t>(s));
                GroupRateOptions o;
                o.fmrTargets = {kFmr};
                const auto found = groupRates(set.x, set.identity, set.group, test::groupNames(), o, {});
                if (!found) std::abort();
                const auto& p = found->points[0];
                // Where equal groups are planted, the truth is 1, not what 600 people of each happen to give.
                const auto least = [&](double ratio) { return lift > 0 ? ratio : 1.0; };
                covered[0] += covers(p.groups[0].fmr, t.groups[0].fmr.value);
                covered[1] += covers(p.groups[1].fnmr, t.groups[1].fnmr.value);
                covered[2] += covers(p.groups[0].fmrToMean, t.groups[0].fmrToMean.value);
                covered[3] += covers(p.fmrSpread.maxToMean, t.fmrSpread.maxToMean.value);
                covered[4] += covers(p.fmrSpread.maxToMin, lift > 0 ? t.fmrSpread.maxToMin.value : least(1));
                covered[5] += covers(p.fnmrSpread.maxToMin, t.fnmrSpread.maxToMin.value);
                covered[6] += covers(found->scores[1].dPrime, truth.scores[1].dPrime.value);
            }
            fmt::print("{:26}{:>9.1f}%{:>9.1f}%{:>13.1f}%{:>11.1f}%{:>11.1f}%{:>11.1f}%{:>9.1f}%\n",
                       fmt::format("{} people each", identities), share(covered[0]), share(covered[1]), share(covered[2]),
                       share(covered[3]), share(covered[4]), share(covered[5]), share(covered[6]));
        }
    }
}

const AddPart kGroups{"groups", groups};

}  // namespace
}  // namespace facespace::calibration
