#include <fmt/format.h>
#include <cstdlib>

#include "tests/bench/analysis/calibration.h"
#include "tests/unit/analysis/code_settings.h"

namespace facespace::calibration {
namespace {

void codes() {
    PopulationOptions o;
    o.repeats = 1;
    o.pairs = 1000;
    fmt::print("\nCodes of two classes in 64 units, 4 images each: effects covered\n{:34}{:>11}{:>11}{:>11}{:>11}{:>12}\n",
               "", "all units", "carrier", "no carrier", "identity", "code right", "wrong");
    for (const int identities : {20, 30, 40, 80})
        for (const auto& [carriers, kind] :
             {std::pair{1, CodeKind::kOneUnit}, std::pair{4, CodeKind::kSparse}, std::pair{64, CodeKind::kDistributed}}) {
            int covered = 0, carrier = 0, none = 0, identity = 0, right = 0, wrong = 0;
            for (int s = 0; s < sets; ++s) {
                const auto set = test::codeSet(identities, 4, carriers, 600 + static_cast<std::uint64_t>(s));
                const auto found = populationCode(set.x, set.identity, {set.sex}, set.yaw, o, {});
                if (!found) std::abort();
                covered += covers(found->codes[1].total, test::kCodeTotal);
                carrier += covers(found->codes[1].effect[63], test::carrierEffect(carriers));
                none += covers(found->codes[1].effect[30], 0);
                identity += covers(found->codes[0].effect[30], 0.49 / 1.49);
                right += found->codes[1].kind == kind;
                wrong += found->codes[1].kind != kind && found->codes[1].kind != CodeKind::kCannotTell;
            }
            const bool few = carriers < 64;
            const auto text = [&](int count) { return few ? fmt::format("{:.1f}%", share(count)) : std::string("-"); };
            fmt::print("{:34}{:>10.1f}%{:>11}{:>11}{:>11}{:>11.1f}%{:>8.1f}%\n",
                       fmt::format("{} identities, {}", identities, termFor(kind)), share(covered), text(carrier),
                       text(none), text(identity), share(right), share(wrong));
        }
}

const AddPart kCodes{"codes", codes};

}  // namespace
}  // namespace facespace::calibration
