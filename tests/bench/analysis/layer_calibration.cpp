#include <fmt/format.h>
#include <array>
#include <cstdlib>

#include "tests/bench/analysis/calibration.h"
#include "tests/unit/analysis/layer_settings.h"

namespace facespace::calibration {
namespace {

/// The truth is the mean over many sets of as many people: what is read depends on how many there are to fit to.
void layers() {
    fmt::print(
        "\nLayers, 6 images each: first and last layer, and the "
        "difference\n{:20}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}\n",
        "", "AUC", "", "last−1st", "yaw", "", "last−1st", "sex", "", "last−1st");
    LayerProbeOptions o;
    for (const int identities : {20, 30, 60, 120}) {
        std::array<std::array<std::vector<Estimate>, 3>, 3> found;
        for (int s = 0; s < sets; ++s) {
            const auto set = test::layerSets(identities, 6, test::plantedLayers(), 7000 + static_cast<std::uint64_t>(s));
            const auto probes = layerProbes(set.pointers(), set.identity, set.attributes, o, {});
            if (!probes) std::abort();
            for (std::size_t k = 0; k < 3; ++k) {
                found[k][0].push_back(probes->curves[k].layers.front());
                found[k][1].push_back(probes->curves[k].layers.back());
                found[k][2].push_back(probes->curves[k].lastLessFirst);
            }
        }
        fmt::print("{:20}", fmt::format("{} identities", identities));
        for (const auto& curve : found)
            for (const auto& estimates : curve) {
                double mean = 0;
                int covered = 0;
                for (const Estimate& e : estimates) mean += e.value / sets;
                for (const Estimate& e : estimates) covered += covers(e, mean);
                fmt::print("{:>8.1f}%", share(covered));
            }
        fmt::print("\n");
    }
}

const AddPart kLayers{"layers", layers};

}  // namespace
}  // namespace facespace::calibration
