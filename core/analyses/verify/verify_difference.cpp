#include "core/analyses/verify/verify_difference.h"

#include <fmt/format.h>
#include <cmath>

#include "core/common/number_text.h"
#include "core/common/text.h"

namespace facespace {
namespace {

/// @param sign  1: more is better, -1: less is
NetworkDifference judged(NetworkDifference d, int sign, const VerifiedNetwork& first, const VerifiedNetwork& second,
                         const GradeLimits* limits) {
    const bool known = std::isfinite(d.difference.low) && std::isfinite(d.difference.high);
    if (!known || (d.difference.low <= 0 && d.difference.high >= 0)) return d;
    const bool larger = d.difference.low > 0;
    d.better = larger == (sign > 0) ? first.network : second.network;
    const Estimate size = larger ? d.difference : Estimate{-d.difference.value, -d.difference.high, -d.difference.low};
    if (limits != nullptr) d.grade = gradeOf(size, *limits);
    return d;
}

/// With the sign, a typographic minus.
std::string signedText(double value, int digits) {
    const std::string text = fixedText(value, digits);
    return text.starts_with('-') ? "−" + text.substr(1) : "+" + text;
}
std::string signedText(const Estimate& e, int digits) {
    if (std::isnan(e.low) || std::isnan(e.high)) return signedText(e.value, digits);
    return fmt::format("{} ({} to {})", signedText(e.value, digits), signedText(e.low, digits), signedText(e.high, digits));
}

}  // namespace

std::string NetworkDifference::verdict() const {
    if (better.empty()) return "cannot tell";
    return grade ? fmt::format("“{}” is better, {} difference", better, termFor(*grade))
                 : fmt::format("“{}” is better", better);
}

std::vector<NetworkDifference> differencesOf(const VerifiedNetwork& first, const VerifiedNetwork& second,
                                             const GradeLimits& limits) {
    const Verification &a = first.figures, &b = second.figures;
    const auto d = differenceOf(a, b);
    if (!d) return {};
    std::vector<NetworkDifference> all;
    const auto add = [&](NetworkDifference one, int sign, const GradeLimits* graded) {
        all.push_back(judged(std::move(one), sign, first, second, graded));
    };
    add({"auc", "AUC", kNoValue, a.auc.value, b.auc.value, d->auc, {}, {}}, 1, &limits);
    add({"eer", "EER", kNoValue, a.eer.value, b.eer.value, d->eer, {}, {}}, -1, &limits);
    add({"d_prime", "d′", kNoValue, a.dPrime.value, b.dPrime.value, d->dPrime, {}, {}}, 1, nullptr);
    for (std::size_t t = 0; t < d->tar.size(); ++t) {
        const OperatingPoint &p = a.operatingPoints[t], &q = b.operatingPoints[t];
        if (!p.resolved || !q.resolved) continue;
        add({"tar",
             fmt::format("1 − FNMR at FMR {:g}", p.fmrTarget),
             p.fmrTarget,
             p.tar.value,
             q.tar.value,
             d->tar[t],
             {},
             {}},
            1, &limits);
    }
    return all;
}

Table differencesTable(const std::vector<VerifiedNetwork>& networks, const GradeLimits& limits) {
    Table table{"verification_differences",
                say("Two networks over the same pairs, first less second"),
                {"first_network", "second_network", "figure", "title", "fmr_target", "first", "second", "difference",
                 "difference_low", "difference_high", "verdict"},
                {},
                false};
    for (std::size_t i = 0; i < networks.size(); ++i)
        for (std::size_t j = i + 1; j < networks.size(); ++j)
            for (const NetworkDifference& d : differencesOf(networks[i], networks[j], limits))
                table.add(networks[i].network, networks[j].network, d.figure, d.title, d.fmrTarget, d.first, d.second,
                          d.difference.value, d.difference.low, d.difference.high, d.verdict());
    return table;
}

std::vector<Block> differenceBlocks(const std::vector<VerifiedNetwork>& networks, const GradeLimits& limits) {
    std::vector<Block> blocks;
    if (networks.size() < 2) return blocks;
    blocks.emplace_back(Paragraph{say("Differences of two networks over the same pairs, first less second, with 95 % "
                                      "intervals: each identity is left out in "
                                      "turn in both networks alike, with all its pairs, impostor pairs with anyone "
                                      "included, and every threshold is found "
                                      "again. What makes the images hard for both drops out, so an interval can leave out 0 "
                                      "where those of the two networks "
                                      "overlap.")
                                      .english()});
    blocks.emplace_back(Paragraph{say("The sizes of differences of shares: {}.", limits.text("a difference")).english()});
    for (std::size_t i = 0; i < networks.size(); ++i)
        for (std::size_t j = i + 1; j < networks.size(); ++j) {
            const auto &a = networks[i], &b = networks[j];
            const auto differences = differencesOf(a, b, limits);
            if (differences.empty()) {
                blocks.emplace_back(
                    Caution{say("“{}” and “{}” were not compared over the same pairs, or without intervals, so there is no "
                                "paired difference here; “facespace-cli compare” takes the images that both have.",
                                a.network, b.network)
                                .english()});
                continue;
            }
            TableBlock block{{"", "", {"title", "first", "second", "difference", "verdict"}, {}, false},
                             {{"title", "Figure"},
                              {"first", fmt::format("“{}”", a.network)},
                              {"second", fmt::format("“{}”", b.network)},
                              {"difference", "Difference (95 % interval)"},
                              {"verdict", "Verdict"}}};
            for (const NetworkDifference& d : differences)
                block.table.add(d.title, fixedText(d.first, 4), fixedText(d.second, 4), signedText(d.difference, 4),
                                d.verdict());
            blocks.emplace_back(std::move(block));
        }
    return blocks;
}

std::vector<ColumnMeaning> differenceColumns() {
    const std::string table = "verification_differences";
    return {
        {table, "first_network", say("The first network"), {}},
        {table, "second_network", say("The second one"), {}},
        {table, "figure", say("auc, eer, d_prime, or tar: 1 − FNMR at a fixed FMR"), {}},
        {table, "title", say("The same for people"), {}},
        {table, "fmr_target", say("False match rate at which both are compared"), {}},
        {table, "first", say("The figure of the first network"), {}},
        {table, "second", say("The figure of the second one"), {}},
        {table, "difference", say("First less second, over the same pairs"), {}},
        {table,
         "difference_low",
         say("Lower end of its 95 % interval; the same identities are left out in both networks, thresholds are found "
             "again"),
         {}},
        {table, "difference_high", say("Upper end of that interval"), {}},
        {table,
         "verdict",
         say("Which is better and how much, by the end of the interval that is nearer to 0; or “cannot tell”"),
         {}},
    };
}

}  // namespace facespace
