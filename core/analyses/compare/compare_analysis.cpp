#include "core/analyses/compare/compare_analysis.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analyses/verify/verify_analysis.h"
#include "core/analyses/verify/verify_difference.h"
#include "core/charts/compare_figure.h"
#include "core/common/number_text.h"
#include "core/compute/analysis_tables.h"

namespace facespace {
namespace {

constexpr std::size_t kLines = 10;
constexpr std::size_t kFaces = 9;  ///< In one line of a printed page.

class CompareFound : public FindingsOf<Comparison> {
  public:
    CompareFound(const AnalysisRequest& request, std::string network, Comparison comparison)
        : FindingsOf(compareAnalysis(), request.snapshot, std::move(network), request.values, std::move(comparison)) {}
    std::vector<Table> tables() const override {
        auto tables = makeTables(result(), snapshot(), values().flag("neighbours"));
        if (!result().verified.empty()) tables.push_back(differencesTable(result().verified));
        return tables;
    }
    std::vector<std::string> summary() const override;
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override;
    std::vector<Block> report() const override;
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override {
        return report::compareFigure(snapshot(), result(), {request.colouring, request.privacy});
    }

  private:
    std::string shiftText(double shift) const {
        return result().ofNetworks ? fmt::format(", distance {:+.0f} percentiles", shift) : std::string();
    }
    void addChanges(std::vector<std::string>& lines) const;
    TableBlock identityBlock() const;
    FacesBlock facesBlock() const;
};

void CompareFound::addChanges(std::vector<std::string>& lines) const {
    const Comparison& c = result();
    lines.emplace_back("identities most changed:");
    const auto identities = identityChanges(c, snapshot());
    for (std::size_t i = 0; i < std::min(kLines, identities.size()); ++i)
        lines.push_back(fmt::format("  {:>3.0f} % in common{}  {} ({} images)", 100 * identities[i].shared,
                                    shiftText(identities[i].shift), identities[i].identity,
                                    groupedNumber(identities[i].images)));
    lines.emplace_back("images most changed:");
    const auto rows = mostChanged(c);
    for (std::size_t i = 0; i < std::min(kLines, rows.size()); ++i) {
        const auto row = static_cast<std::size_t>(rows[i]);
        lines.push_back(fmt::format("  {:>3.0f} % in common{}  {}", 100 * c.shared[row], shiftText(c.shift(row)),
                                    snapshot().images.images[row].path));
    }
}

std::vector<std::string> CompareFound::summary() const {
    const Comparison& c = result();
    std::vector<std::string> lines{
        fmt::format("{} and {}: {} images in both", c.first, c.second, groupedNumber(c.images)),
        fmt::format("of the {} nearest neighbours {}, {:.1f} % are in common on average ({:.1f} % by chance)", c.k,
                    c.ofNetworks ? "by the features' cosine" : "on the maps", 100 * c.meanShared, 100 * c.byChance)};
    if (c.ofNetworks && std::isfinite(c.rho))
        lines.push_back(fmt::format("distance from the origin: Spearman's rho {:.3f}, Kendall's tau {:.3f}", c.rho, c.tau));
    if (c.verified.size() == 2) {
        lines.push_back(fmt::format("telling identities apart, {} less {} over the same pairs (95 % intervals; {}):",
                                    c.first, c.second, kDifferenceGrades.text("a difference of shares")));
        for (const NetworkDifference& d : differencesOf(c.verified[0], c.verified[1]))
            lines.push_back(fmt::format("  {}: {:.4f} and {:.4f}, difference {}: {}", d.title, d.first, d.second,
                                        estimateText(d.difference.value, d.difference.low, d.difference.high, 4),
                                        d.verdict()));
    }
    addChanges(lines);
    return lines;
}

std::vector<Text> CompareFound::notes() const {
    const Comparison& c = result();
    std::vector<Text> notes;
    if (c.lacking > 0)
        notes.push_back(sayCount("One image is left out: “{1}” or “{2}” lacks it.",
                                 "{} images are left out: “{}” or “{}” lacks them.", c.lacking, groupedNumber(c.lacking),
                                 c.first, c.second));
    if (c.ofNetworks && !std::isfinite(c.rho))
        notes.emplace_back(say("The features of one network have unit length: its distances tell nothing."));
    if (!c.verifiedLacking.empty()) notes.push_back(c.verifiedLacking);
    return notes;
}

std::vector<Text> CompareFound::sentences() const {
    const Comparison& c = result();
    std::vector<Text> all{
        say("Of the {} nearest neighbours of an image, {} % on average are the same in “{}” and “{}” ({} % by "
            "chance).",
            c.k, fixedText(100 * c.meanShared, 1), c.first, c.second, fixedText(100 * c.byChance, 1))};
    all.push_back(sayCount("One image is in both.", "{} images are in both.", c.images, groupedNumber(c.images)));
    if (c.ofNetworks && std::isfinite(c.rho))
        all.push_back(
            say("Their distances from the origin go together with Spearman's ρ {} and Kendall's τ {} (1: the same "
                "order).",
                fixedText(c.rho, 3), fixedText(c.tau, 3)));
    return all;
}

TableBlock CompareFound::identityBlock() const {
    for (Table& table : makeTables(result(), snapshot(), false))
        if (table.name == "compare_identities") {
            TableBlock block{std::move(table),
                             {{"identity", "Most changed"}, {"images", "Images"}, {"neighbours_shared", "In common"}},
                             kLines};
            if (result().ofNetworks) block.columns.push_back({"mean_percentile_shift", "Distance moved"});
            return block;
        }
    return {};
}

/// The images whose neighbours have least in common.
FacesBlock CompareFound::facesBlock() const {
    FacesBlock block{say("The images that changed most, with the share of their neighbours that both have in common:"),
                     {{}}};
    const auto rows = mostChanged(result());
    for (std::size_t i = 0; i < std::min(kFaces, rows.size()); ++i) {
        const auto row = static_cast<std::size_t>(rows[i]);
        block.groups.front().faces.push_back(
            {rows[i],
             withTrueMinus(fmt::format("{}: {:.0f} %{}", snapshot().images.images[row].identity,
                                       100 * static_cast<double>(result().shared[row]), shiftText(result().shift(row))))});
    }
    return block;
}

std::vector<Block> CompareFound::report() const {
    std::vector<Block> blocks;
    for (const Text& sentence : sentences()) blocks.emplace_back(Paragraph{sentence.english()});
    for (const Text& note : notes()) blocks.emplace_back(Caution{note.english()});
    blocks.emplace_back(identityBlock());  // beside the sentences
    FigureRequest request;
    request.privacy = snapshot().anonymous;
    if (const auto drawn = figure(request, {})) {
        const bool maps = result().firstMap && result().secondMap;
        std::vector<std::string> captions;
        if (maps) captions.push_back(say("The images that both have, on two maps in the same colours."));
        if (std::isfinite(result().rho))
            captions.push_back(say("The distance from the origin of each image in both, by its percentile."));
        captions.push_back(say("How many images keep which share of their nearest neighbours."));
        auto panels = panelsOf(*drawn, captions);
        for (std::size_t i = 0; i < panels.size(); ++i) {
            panels[i].figure.charts.front().wholeRow = maps && i == 0;
            blocks.emplace_back(std::move(panels[i]));
        }
    }
    blocks.emplace_back(facesBlock());
    return blocks;
}

/// A network that was asked for is the first, where there is another one and no name says otherwise.
std::string firstOf(const AnalysisRequest& request) {
    const std::string &first = request.values.text("first"), &second = request.values.text("second");
    const bool several = request.snapshot->featureSets.size() > 1;
    const bool isFree = first.empty() && second != request.scope.network;
    const bool ofMaps = std::ranges::find(request.snapshot->maps, second, &MapRecord::name) != request.snapshot->maps.end();
    return isFree && several && !ofMaps ? request.scope.network : first;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const Values& v = request.values;
    const auto spaces = spacesNamed(*request.snapshot, firstOf(request), v.text("second"));
    if (!spaces) return forward(spaces);
    auto comparison =
        compareSpaces(*request.snapshot, {spaces->first, spaces->second, request.scope.rows, v.whole("k")}, job);
    if (!comparison) return forward(comparison);
    if (comparison->ofNetworks && v.flag("verification"))
        if (const auto done = verifyComparison(request, *comparison, job); !done) return forward(done);
    // The names that were meant: later another network may be the first.
    AnalysisRequest named = request;
    const auto nameOf = [&](bool isMap, MapId map, const std::string& name) {
        const auto at = std::ranges::find(request.snapshot->maps, map, &MapRecord::id);
        return isMap && at != request.snapshot->maps.end() ? at->name : name;
    };
    for (const auto& [key, name] :
         {std::pair{"first", nameOf(spaces->first.map.value > 0, spaces->first.map, comparison->first)},
          std::pair{"second", nameOf(spaces->second.map.value > 0, spaces->second.map, comparison->second)}})
        if (const auto set = named.values.set(key, name); !set) return forward(set);
    return compareFindings(named, std::move(*comparison));
}

Fields fields() {
    return {
        {.key = "first",
         .title = {},
         .help = "Name of a network or a map (default: the first network; with one network only, the newest map but one)",
         .fallback = std::string()},
        {.key = "second",
         .title = {},
         .help = "What it is compared with (default: the next of the same kind)",
         .fallback = std::string()},
        {.key = "k",
         .title = say("Neighbours of each image"),
         .help = say("Neighbours of each image"),
         .fallback = std::int64_t{CompareOptions().k},
         .low = 1,
         .high = 100'000},
        {.key = "verification",
         .title = {},
         .help = "Also how well two networks tell identities apart, and the paired difference with its interval",
         .fallback = true},
        leaveOutField(500, false),
        seedField("Seed of the groups of identities left out"),
        {.key = "neighbours", .title = {}, .help = "A table of each image's neighbours in both, too", .fallback = false},
    };
}

}  // namespace

Result<void> verifyComparison(const AnalysisRequest& request, Comparison& comparison, const JobContext& job) {
    VerificationOptions options;
    options.seed = static_cast<std::uint64_t>(request.values.get<std::int64_t>("seed"));
    options.leaveOut = request.values.whole("leave-out");
    std::vector<std::int64_t> rows;
    for (std::size_t row = 0; row < comparison.shared.size(); ++row)
        if (comparison.has(row)) rows.push_back(static_cast<std::int64_t>(row));
    auto verified = verifyBoth(*request.snapshot, comparison.firstNetwork, comparison.secondNetwork, rows, options, job);
    if (verified)
        comparison.verified = std::move(*verified);
    else if (verified.error().code == ErrorCode::kCancelled)
        return forward(verified);
    else
        comparison.verifiedLacking = verified.error().message;
    return {};
}

FindingsPtr compareFindings(const AnalysisRequest& request, Comparison comparison) {
    const FeatureSet* first = request.snapshot->featureSet(comparison.firstNetwork);
    return std::make_shared<CompareFound>(request, first == nullptr ? std::string() : first->network.name,
                                          std::move(comparison));
}

const Analysis& compareAnalysis() {
    static const Analysis analysis{
        .key = "compare",
        .title = say("Two spaces of the same images"),
        .name = say("Compare"),
        .question =
            "Compare how two networks, or two maps of one, see the same images: neighbours in common, ranks of the "
            "distance from the origin. Two maps of two networks stand for their networks",
        .meaning = say("How two networks or two maps see the same images: the share of nearest neighbours in common, from 0 "
                       "(others) to 100 % (the same), and ranks of the distance from the origin."),
        .manual = "compare#What it computes",
        .fields = fields(),
        .figures = {{"compare", say("Two spaces of the same images"), true}},
        .columns = compareColumns(),
        .ofOneNetwork = false,
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
