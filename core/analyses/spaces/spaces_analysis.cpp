#include "core/analyses/spaces/spaces_analysis.h"

#include <fmt/format.h>
#include <cmath>

#include "core/analyses/draw.h"
#include "core/analyses/estimate_text.h"
#include "core/analyses/spaces/spaces_figure.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

Text text(const Estimate& e) { return estimateText(e.value, e.low, e.high); }

class SpacesFound : public FindingsOf<SpacesReport> {
  public:
    SpacesFound(const AnalysisRequest& request, SpacesReport report)
        : FindingsOf(spacesAnalysis(), request.snapshot, report.first, request.values, report) {}
    std::vector<Table> tables() const override {
        return {measureTable(), ceilingTable(), pairTable(), traitTable(), specificityTable()};
    }
    std::vector<std::string> summary() const override {
        std::vector<std::string> lines;
        for (const Text& sentence : sentences()) lines.push_back(sentence.english());
        return lines;
    }
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override { return result().notes; }
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext&) const override;
    std::vector<Block> report() const override;

  private:
    void addSimilarity(std::vector<Text>& all) const;
    Table measureTable() const;
    Table ceilingTable() const;
    Table pairTable() const;
    Table traitTable() const;
    Table specificityTable() const;
};

void SpacesFound::addSimilarity(std::vector<Text>& all) const {
    const SpaceSimilarity& s = *result().similarity;
    const Rsa& rsa = s.rsa;
    all.push_back(say("“{}” and “{}” over {} images of {} identities: distances of identities go together with ρ {}.",
                      result().first, result().second, groupedNumber(s.images), groupedNumber(s.identities),
                      text(rsa.spearman)));
    if (std::isfinite(rsa.ceiling))
        all.push_back(
            say("From different images of each identity it is {}, where so few images let it reach {} at most: {} "
                "without that noise (1: the same geometry).",
                text(rsa.across), fixedText(rsa.ceiling, 3), text(rsa.corrected)));
    all.push_back(say("Unbiased CKA of the images is {} (0: nothing in common, 1: the same but for rotation and scale).",
                      text(s.cka)));
    all.push_back(
        say("Rotated onto each other as fits the other identities best, one space tells {} of the variance of the "
            "other (R²).",
            fixedText(s.heldOut, 3)));
    all.push_back(say("{} of each image's {} nearest neighbours are the same in both; {} by chance.",
                      fixedText(result().neighboursShared, 3), result().neighbours,
                      fixedText(result().neighboursByChance, 3)));
}

std::vector<Text> SpacesFound::sentences() const {
    std::vector<Text> all;
    if (result().similarity) addSimilarity(all);
    for (const RatedSpace& space : result().rated) {
        if (space.pairs) {
            all.push_back(say("Cosines of “{}” go with the ratings of {} pairs with ρ {}.", space.network,
                              groupedNumber(space.pairs->pairs), text(space.pairs->spearman)));
            if (std::isfinite(space.pairs->lowerCeiling))
                all.push_back(say("Raters go with each other with ρ between {} and {}.",
                                  fixedText(space.pairs->lowerCeiling, 3), fixedText(space.pairs->upperCeiling, 3)));
        }
        if (!space.traits) continue;
        for (const TraitPrediction& t : space.traits->traits)
            all.push_back(say("“{}” is predicted from “{}” with r {}.", t.trait, space.network, fixedText(t.r, 3)));
        if (std::isfinite(space.traits->specificity))
            all.push_back(say(
                "A face's own ratings are more like what is predicted of it than {} of other people's are (0.5 by chance).",
                fixedText(space.traits->specificity, 3)));
    }
    return all;
}

Table SpacesFound::measureTable() const {
    Table table{"spaces",
                say("How alike two spaces are"),
                {"first", "second", "measure", "value", "low", "high", "chance", "images", "identities"},
                {},
                false};
    if (!result().similarity) return table;
    const SpaceSimilarity& s = *result().similarity;
    const auto add = [&](const char* measure, const Estimate& e, double chance, std::int64_t identities) {
        table.add(result().first, result().second, measure, e.value, e.low, e.high, chance, s.images, identities);
    };
    add("rsa", s.rsa.spearman, kNoValue, s.rsa.identities);
    add("rsa_unbiased", s.rsa.unbiased, kNoValue, s.rsa.splitIdentities);
    add("rsa_across", s.rsa.across, 0, s.rsa.splitIdentities);
    add("rsa_corrected", s.rsa.corrected, 0, s.rsa.splitIdentities);
    add("cka", s.cka, 0, s.identities);
    add("procrustes", {s.procrustes, kNoValue, kNoValue}, kNoValue, s.identities);
    add("procrustes_held_out", {s.heldOut, kNoValue, kNoValue}, 0, s.identities);
    add("neighbours", {result().neighboursShared, kNoValue, kNoValue}, result().neighboursByChance, s.identities);
    return table;
}

Table SpacesFound::ceilingTable() const {
    Table table{"spaces_ceiling",
                say("What the images let be seen"),
                {"first_reliability", "second_reliability", "ceiling", "identities"},
                {},
                false};
    if (result().similarity)
        table.add(result().similarity->rsa.firstReliability, result().similarity->rsa.secondReliability,
                  result().similarity->rsa.ceiling, result().similarity->rsa.splitIdentities);
    return table;
}

Table SpacesFound::pairTable() const {
    Table table{"spaces_pairs",
                say("Ratings of pairs"),
                {"network", "rho", "rho_low", "rho_high", "lower_ceiling", "upper_ceiling", "pairs", "identities"},
                {},
                false};
    for (const RatedSpace& space : result().rated)
        if (space.pairs)
            table.add(space.network, space.pairs->spearman.value, space.pairs->spearman.low, space.pairs->spearman.high,
                      space.pairs->lowerCeiling, space.pairs->upperCeiling, space.pairs->pairs, space.pairs->identities);
    return table;
}

Table SpacesFound::traitTable() const {
    Table table{"spaces_traits", say("Ratings of faces"), {"network", "trait", "r", "faces"}, {}, false};
    for (const RatedSpace& space : result().rated)
        if (space.traits)
            for (const TraitPrediction& t : space.traits->traits) table.add(space.network, t.trait, t.r, t.faces);
    return table;
}

Table SpacesFound::specificityTable() const {
    Table table{"spaces_specificity",
                say("Whether a face's own profile is predicted"),
                {"network", "share", "faces", "identities"},
                {},
                false};
    for (const RatedSpace& space : result().rated)
        if (space.traits) table.add(space.network, space.traits->specificity, space.traits->faces, space.traits->identities);
    return table;
}

Result<figure::Figure> SpacesFound::figure(const FigureRequest& request, const JobContext&) const {
    if (request.name == "spaces") return drawnOr(report::spaceMeasuresFigure(result()), say("There is one network only."));
    if (request.name == "spaces-distances")
        return drawnOr(report::spaceDistancesFigure(result()), say("There is one network only, or too few identities."));
    return drawnOr(report::ratingsFigure(result()), say("There are no ratings; give a table of them (--ratings)."));
}

std::vector<Block> SpacesFound::report() const {
    std::vector<Block> blocks;
    for (const std::string& line : summary()) blocks.emplace_back(Paragraph{line});
    for (const Text& note : notes()) blocks.emplace_back(Caution{note.english()});
    if (result().similarity)
        blocks.emplace_back(
            Paragraph{"Intervals are 95 %: each identity, or a random group of them, is left out in turn. What is fitted to "
                      "other people "
                      "has none."});
    const auto add = [&](figure::Figure figure, const char* key) {
        if (!figure.charts.empty())
            blocks.emplace_back(FigureBlock{std::move(figure), spacesAnalysis().meaningOfFigure(key).english()});
    };
    add(report::spaceMeasuresFigure(result()), "spaces");
    add(report::spaceDistancesFigure(result()), "spaces-distances");
    add(report::ratingsFigure(result()), "spaces-ratings");
    if (const Table traits = traitTable(); !traits.rows.empty())
        blocks.emplace_back(
            TableBlock{traits, {{"network", "Network"}, {"trait", "Trait"}, {"r", "r"}, {"faces", "Faces"}}});
    return blocks;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const Values& v = request.values;
    SpacesAnalysisOptions o{v.text("first"),
                            v.text("second"),
                            {v.whole("splits"), v.whole("folds"), v.whole("leave-out"), v.whole("most-identities"),
                             static_cast<std::uint64_t>(v.get<std::int64_t>("seed"))},
                            v.whole("k"),
                            v.text("ratings")};
    if (o.first.empty() && o.second != request.scope.network) o.first = request.scope.network;
    auto report = computeSpaces(*request.snapshot, request.scope.rows, request.scope.unit, o, job);
    if (!report) return forward(report);
    return std::make_shared<SpacesFound>(request, std::move(*report));
}

Field whole(const char* key, Text title, Text help, std::int64_t fallback, double low, double high) {
    return {.key = key, .title = std::move(title), .help = std::move(help), .fallback = fallback, .low = low, .high = high};
}

Fields fields() {
    return {
        {.key = "first",
         .title = say("Network"),
         .help = say("Network that is compared; empty: the first"),
         .fallback = std::string()},
        {.key = "second",
         .title = say("With"),
         .help = say("Network that it is compared with; empty: the next"),
         .fallback = std::string()},
        {.key = "ratings",
         .title = say("Ratings"),
         .help =
             say("Table of what people say: two columns that name images or identities and how alike they are, a column for "
                 "each rater; or one that names them and a column for each trait"),
         .fallback = std::string(),
         .file = true},
        whole("splits", say("Halves"), say("Random halves of each identity's images, for the noise ceiling"), 10, 0, 1000),
        whole("folds", {}, "Folds of identities, for what is predicted or rotated", 5, 2, 32),
        whole("k", say("Neighbours"), say("Nearest neighbours of each image that are compared"), 10, 1, 1000),
        whole("most-identities", {}, "Identities whose distances are compared; of more, a random choice", 300, 4, 5000),
        leaveOutField(100),
        seedField(say("Seed of halves, folds and groups of identities left out")),
    };
}

}  // namespace

const Analysis& spacesAnalysis() {
    static const Analysis analysis{
        .key = "spaces",
        .title = say("Spaces compared"),
        .name = say("Spaces"),
        .question = "Compare two networks as spaces (RSA, CKA, Procrustes), and with ratings of pairs or faces by people",
        .meaning = say("Whether two networks are the same space, whatever their axes: ρ of distances between people (RSA), "
                       "unbiased CKA of images, and R² after rotation (Procrustes), from 0 (nothing in common) to 1 (the "
                       "same); and whether a network is near to ratings by people."),
        .manual = "spaces#What it computes",
        .fields = fields(),
        .figures = {{"spaces", say("How alike two spaces are"), false,
                     say("Measures of agreement, from 0 (nothing in common) to 1 (the same space). “Over ceiling” is "
                         "without what too few images for each person take away.")},
                    {"spaces-distances", say("Distances of identities in both"), false,
                     say("Each pair of people by its distance in both networks: 1 − the cosine of the means of their "
                         "features. Along a rising line the networks order pairs alike.")},
                    {"spaces-ratings", say("Agreement with ratings"), false,
                     say("Spearman’s ρ of cosines and rated likeness, or r of each trait and what is predicted for people "
                         "who were not fitted to; 0 by chance, 1 at most.")}},
        .columns = spacesColumns(),
        .ofOneNetwork = false,
        .intervals = true,
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
