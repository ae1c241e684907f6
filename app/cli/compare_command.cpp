#include <fmt/format.h>
#include <algorithm>

#include "app/cli/analysis_words.h"
#include "app/cli/console.h"
#include "core/common/number_text.h"
#include "core/workflow/analysis_tables.h"

namespace facespace::cli {
namespace {

constexpr std::size_t kIdentitiesPrinted = 10, kImagesPrinted = 10;

struct CompareWords : AnalysisWords {
    std::string first, second;
    int k = CompareOptions().k;
    bool neighbours = false;
};

std::string shiftText(const Comparison& c, double shift) {
    return c.ofNetworks ? fmt::format(", distance {:+.0f} percentiles", shift) : std::string();
}

void printChanges(const Comparison& c, const Snapshot& snapshot) {
    const auto identities = identityChanges(c, snapshot);
    fmt::print("identities most changed:\n");
    for (std::size_t i = 0; i < std::min(kIdentitiesPrinted, identities.size()); ++i) {
        const IdentityChange& change = identities[i];
        fmt::print("  {:>3.0f} % in common{}  {} ({} images)\n", 100 * change.shared, shiftText(c, change.shift),
                   change.identity, groupedNumber(change.images));
    }
    fmt::print("images most changed:\n");
    const auto rows = mostChanged(c);
    for (std::size_t i = 0; i < std::min(kImagesPrinted, rows.size()); ++i) {
        const auto row = static_cast<std::size_t>(rows[i]);
        fmt::print("  {:>3.0f} % in common{}  {}\n", 100 * c.shared[row], shiftText(c, c.shift(row)),
                   snapshot.images.images[row].path);
    }
}

void print(const Comparison& c, const Snapshot& snapshot) {
    fmt::print("{} and {}: {} images in both\n", c.first, c.second, groupedNumber(c.images));
    if (c.lacking > 0)
        printNote(
            fmt::format("{} images are left out: “{}” or “{}” lacks them.", groupedNumber(c.lacking), c.first, c.second));
    fmt::print("of the {} nearest neighbours {}, {:.1f} % are in common on average ({:.1f} % by chance)\n", c.k,
               c.ofNetworks ? "by the features' cosine" : "on the maps", 100 * c.meanShared, 100 * c.byChance);
    if (c.ofNetworks && std::isfinite(c.rho))
        fmt::print("distance from the origin: Spearman's rho {:.3f}, Kendall's tau {:.3f}\n", c.rho, c.tau);
    else if (c.ofNetworks)
        printNote("The features of one network have unit length: its distances tell nothing.");
    printChanges(c, snapshot);
}

Result<void> runCompare(const CompareWords& words, const JobContext& job) {
    const auto snapshot = words.snapshot();
    if (!snapshot) return forward(snapshot);
    const auto spaces = spacesNamed(**snapshot, words.first, words.second);
    if (!spaces) return forward(spaces);
    const auto comparison = compareSpaces(**snapshot, {spaces->first, spaces->second, {}, words.k}, job);
    if (!comparison) return forward(comparison);
    if (!words.json) print(*comparison, **snapshot);
    if (!words.json && words.output.empty()) printNote("-o FOLDER writes every image and identity as tables.");
    return words.write(tablesOf(*comparison, **snapshot, words.neighbours));
}

}  // namespace

void addCompare(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand(
        "compare",
        "Compare how two networks, or two maps of one, see the same images: neighbours in common, ranks of "
        "the distance from the origin. Two maps of two networks stand for their networks");
    auto words = std::make_shared<CompareWords>();
    words->addTo(*command, false);
    command->add_option("--first", words->first,
                        "Name of a network or a map (default: the first network; with one network only, the newest map "
                        "but one)");
    command->add_option("--second", words->second, "What it is compared with (default: the next of the same kind)");
    command->add_option("--k", words->k, "Neighbours of each image")->check(CLI::PositiveNumber)->capture_default_str();
    command->add_flag("--neighbours", words->neighbours, "A table of each image's neighbours in both, too");
    command->callback([words, &action] { action = [words](const JobContext& job) { return runCompare(*words, job); }; });
}

}  // namespace facespace::cli
