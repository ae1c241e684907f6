#include <fmt/format.h>
#include <cmath>
#include <cstdlib>

#include "core/analysis/ageing.h"
#include "core/analysis/mixed_model.h"
#include "tests/bench/analysis/calibration.h"
#include "tests/unit/analysis/ageing_settings.h"
#include "tests/unit/analysis/nested_noise.h"

namespace facespace::calibration {
namespace {

struct Setting {
    const char* name;
    int images, videos;
    bool uneven;
};

void lines() {
    fmt::print("\nScore against time, cosines with the earliest image, a line for each person\n{:44}{:>12}{:>12}{:>14}\n",
               "", "none, p≤.05", "covers", "start covers");
    for (const int identities : {30, 60, 120})
        for (const Setting& c : {Setting{"8 images", 8, 0, false}, Setting{"3 to 8 images, unequal noise", 8, 0, true},
                                 Setting{"3 videos of 4 frames", 13, 4, false}}) {
            int none = 0, covered = 0, start = 0;
            for (int s = 0; s < sets; ++s) {
                test::AgeingOptionsOfSet o{.identities = identities, .images = c.images, .videos = c.videos};
                o.uneven = c.uneven;
                o.seed = 90'000 + static_cast<std::uint64_t>(s);
                for (const double perYear : {0.0, -0.01}) {
                    o.perYear = perYear;
                    const test::AgeingSet set(o);
                    const auto found = ageing(set.x, set.units(), set.time, {}, {});
                    if (!found) std::abort();
                    if (perYear == 0) none += found->pValue <= 0.05 ? 1 : 0;
                    if (perYear < 0) covered += covers(found->perYear, perYear) ? 1 : 0;
                    if (perYear < 0) start += covers(found->atStart, 0.7) ? 1 : 0;
                }
            }
            fmt::print("{:44}{:>11.1f}%{:>11.1f}%{:>13.1f}%\n", fmt::format("{} people, {}", identities, c.name),
                       share(none), share(covered), share(start));
        }
}

/// Pairs that share images, at times that say nothing.
void pairs() {
    fmt::print("\nAll pairs of 8 images, of which some are unlike all others\n{:44}{:>12}{:>18}\n", "", "none, p≤.05",
               "by the model alone");
    for (const int identities : {30, 60, 120}) {
        int none = 0, model = 0;
        std::vector<std::string> identity;
        for (int i = 0; i < 8 * identities; ++i) identity.push_back("p" + std::to_string(i / 8));
        for (int s = 0; s < sets; ++s) {
            std::vector<double> time;
            const auto x = test::timelessFeatures(identities, 8, 97'000 + static_cast<std::uint64_t>(s), time);
            AgeingOptions o;
            o.allPairs = true;
            const auto found = ageing(x, Units(identity), time, o, {});
            if (!found) std::abort();
            none += found->pValue <= 0.05 ? 1 : 0;
            model += std::abs(found->perYear.value) > 1.96 * found->modelError ? 1 : 0;
        }
        fmt::print("{:44}{:>11.1f}%{:>17.1f}%\n", fmt::format("{} people", identities), share(none), share(model));
    }
}

/// Two columns of images in videos of people, of which one has an effect that differs between people.
void effects() {
    fmt::print("\nMixed models, 5 videos of 4 frames each, random start, slope and video\n{:44}{:>12}{:>12}{:>12}\n", "",
               "none, p≤.05", "covers", "differs");
    for (const int identities : {30, 60, 120})
        for (const auto& [ofIdentity, ofVideo] : {std::pair{0.0, 0.0}, std::pair{0.3, 0.3}, std::pair{0.2, 0.7}}) {
            const test::Layout layout{identities, 5, 4};
            const Units units = layout.units();
            std::vector<std::int64_t> rows;
            for (int i = 0; i < layout.images(); ++i) rows.push_back(i);
            const UnitGroups groups = units.of(rows);
            int none = 0, covered = 0, differs = 0;
            for (int s = 0; s < sets; ++s) {
                test::NestedNoise noise(layout, ofIdentity, ofVideo, 95'000 + static_cast<std::uint64_t>(s));
                test::NestedNoise ofPeople({identities, 1, 1}, 0, 0, 195'000 + static_cast<std::uint64_t>(s));
                const auto x = noise.column(), z = noise.column(), e = noise.column(), slopes = ofPeople.column();
                MixedModel m{Eigen::VectorXd(layout.images()), Eigen::MatrixXd::Ones(layout.images(), 3), {}};
                for (std::size_t i = 0; i < x.size(); ++i) {
                    const auto row = static_cast<Eigen::Index>(i);
                    m.x(row, 1) = x[i], m.x(row, 2) = z[i];
                    const auto person = static_cast<std::size_t>(groups.identities.groupOf[i]);
                    m.y(row) = (0.3 + 0.2 * slopes[person]) * x[i] + e[i];
                }
                m.random = {{"identity", groups.identities.groupOf, groups.identities.count, m.x.leftCols(2)},
                            {"video", groups.units.groupOf, groups.units.count, m.x.leftCols(1)}};
                const auto fit = fitMixed(m, {}, {});
                if (!fit) std::abort();
                const auto errors = clusterErrors(m, *fit, groups.identities.groupOf, groups.identities.count,
                                                  Eigen::MatrixXd::Identity(3, 3), {}, {});
                if (!errors) std::abort();
                covered += covers((*errors)[1].interval(fit->beta(1)), 0.3) ? 1 : 0;
                none += (*errors)[2].pValue(fit->beta(2)) <= 0.05 ? 1 : 0;
                differs += (*errors)[1].pValue(fit->beta(1)) <= 0.05 ? 1 : 0;
            }
            fmt::print("{:44}{:>11.1f}%{:>11.1f}%{:>11.1f}%\n",
                       fmt::format("{} people, ICC {} + {}", identities, ofIdentity, ofVideo), share(none), share(covered),
                       share(differs));
        }
}

void ageingAndMixed() {
    lines();
    pairs();
    effects();
}

const AddPart kAgeing{"ageing", ageingAndMixed};

}  // namespace
}  // namespace facespace::calibration
