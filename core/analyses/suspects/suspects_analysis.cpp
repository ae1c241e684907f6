#include "core/analyses/suspects/suspects_analysis.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>

#include "core/analyses/suspects/suspects_figure.h"
#include "core/charts/charts.h"
#include "core/common/number_text.h"
#include "core/common/text.h"

namespace facespace {
namespace {

constexpr std::size_t kLines = 20, kFaces = 12, kTableRows = 15;

class SuspectsFound : public FindingsOf<SuspectsReport> {
  public:
    SuspectsFound(const AnalysisRequest& request, std::string network, SuspectsReport found)
        : FindingsOf(suspectsAnalysis(), request.snapshot, std::move(network), request.values, std::move(found)) {}
    std::vector<Table> tables() const override;
    std::vector<std::string> summary() const override;
    std::vector<Text> notes() const override;
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext& job) const override;
    std::vector<Block> report() const override;

  private:
    std::string path(std::int64_t row) const {
        return row < 0 ? std::string() : snapshot().images.images[static_cast<std::size_t>(row)].path;
    }
    const std::string& identity(std::int64_t row) const {
        return snapshot().images.images[static_cast<std::size_t>(row)].identity;
    }
    std::string fileName(std::int64_t row) const { return std::filesystem::path(path(row)).filename().string(); }
    Table labelTable() const;
    Table mixedTable() const;
    Table halvesTable() const;
    Table sameTable() const;
    Table duplicateTable() const;
    Table limitTable() const;
    void addLabels(std::vector<Block>& blocks) const;
    void addMixed(std::vector<Block>& blocks) const;
    void addSame(std::vector<Block>& blocks) const;
    void addDuplicates(std::vector<Block>& blocks) const;
};

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const auto in = gather(*request.snapshot, request.scope);
    if (!in) return forward(in);
    const SuspectOptions options{request.values.whole("minimum"), static_cast<std::size_t>(request.values.whole("limit"))};
    auto found = findSuspects(in->features(), in->identity, options, job);
    if (!found) return forward(found);
    SuspectsReport report{std::move(*found), {}, {}};
    const auto seed = static_cast<std::uint64_t>(request.values.get<std::int64_t>("seed"));
    auto names = findWrongNames(in->features(), in->identity,
                                {request.values.number("mixed-below"), request.values.number("same-above"), seed}, job);
    if (!names) return forward(names);
    report.names = std::move(*names);
    auto duplicates = findDuplicates(*request.snapshot, *in,
                                     {request.values.number("alike-from"), request.values.number("pictures-from"),
                                      static_cast<std::size_t>(request.values.whole("pictures"))},
                                     job);
    if (!duplicates) return forward(duplicates);
    report.duplicates = std::move(*duplicates);
    return std::make_shared<SuspectsFound>(request, in->network(), std::move(report));
}

Fields fields() {
    return {
        {.key = "minimum",
         .title = say("Images that an identity must have"),
         .help = say("Images that an identity must have to be a candidate"),
         .fallback = std::int64_t{2},
         .low = 1,
         .high = 1'000'000,
         .alias = "candidate-minimum"},
        {.key = "limit", .title = {}, .help = "At most so many; 0: all", .fallback = std::int64_t{0}, .low = 0, .high = 1e9},
        {.key = "mixed-below",
         .title = {},
         .help = "Names whose two halves have a cosine below this are two people; 0: the limit is found in the set",
         .fallback = 0.0,
         .low = 0,
         .high = 1},
        {.key = "same-above",
         .title = {},
         .help = "Two names with a cosine above this are one person; 0: the limit is found in the set",
         .fallback = 0.0,
         .low = 0,
         .high = 1},
        {.key = "alike-from",
         .title = {},
         .help = "Images whose features have a cosine of this or more are duplicates, whatever their pictures are",
         .fallback = DuplicateOptions().alikeFrom,
         .low = 0.5,
         .high = 1},
        {.key = "pictures-from",
         .title = {},
         .help = "Images whose features have a cosine of this or more are compared as pictures",
         .fallback = DuplicateOptions().picturesFrom,
         .low = 0.5,
         .high = 1},
        {.key = "pictures",
         .title = {},
         .help = "So many pairs at most are compared as pictures, the most alike first",
         .fallback = static_cast<std::int64_t>(DuplicateOptions().mostPictures),
         .low = 0,
         .high = 10'000},
        seedField("Seed of the mixtures of names that are planted for the limits"),
        {.key = "suspects",
         .title = {},
         .help = "Images, names or pairs drawn at most, the most suspect first",
         .fallback = std::int64_t{12},
         .low = 1,
         .high = 1000,
         .drawing = true},
    };
}

FacesBlock facesOf(const Suspects& suspects, const Snapshot& snapshot) {
    FacesBlock block{
        "Each image beside one of the identity it is labelled as, and one of the identity it is nearer to:", {}, false};
    for (std::size_t i = 0; i < std::min(kFaces, suspects.list.size()); ++i) {
        const Suspect& s = suspects.list[i];
        const std::filesystem::path path = snapshot.images.images[static_cast<std::size_t>(s.row)].path;
        FacesBlock::Group group{{}, {{s.row, path.filename().string()}}};
        if (s.ownExample >= 0) group.faces.push_back({s.ownExample, fmt::format("labelled {}", s.identity)});
        if (s.nearestExample >= 0) group.faces.push_back({s.nearestExample, fmt::format("{}?", s.nearest)});
        block.groups.push_back(std::move(group));
    }
    return block;
}

std::vector<Table> SuspectsFound::tables() const {
    return {labelTable(), mixedTable(), halvesTable(), sameTable(), duplicateTable(), limitTable()};
}

Table SuspectsFound::labelTable() const {
    Table table{
        "suspects",
        say("Labels that look wrong"),
        {"path", "identity", "nearest", "own_cosine", "nearest_cosine", "margin", "identity_example", "nearest_example"},
        {},
        false};
    for (const Suspect& s : result().list)
        table.add(path(s.row), s.identity, s.nearest, s.own, s.other, s.margin(), path(s.ownExample),
                  path(s.nearestExample));
    return table;
}

Table SuspectsFound::mixedTable() const {
    Table table{"suspect_names",
                say("Names that look like two people"),
                {"identity", "cosine", "first_images", "second_images", "first_example", "second_example"},
                {},
                false};
    for (const MixedName& m : result().names.mixed)
        table.add(m.identity, m.cosine, m.first.size(), m.second.size(), path(m.first.front()), path(m.second.front()));
    return table;
}

Table SuspectsFound::halvesTable() const {
    Table table{
        "suspect_halves", say("Which image of such a name is in which half"), {"identity", "path", "half"}, {}, true};
    for (const MixedName& m : result().names.mixed)
        for (const auto* half : {&m.first, &m.second})
            for (const std::int64_t row : *half) table.add(m.identity, path(row), half == &m.first ? 1 : 2);
    return table;
}

Table SuspectsFound::sameTable() const {
    Table table{"suspect_pairs_of_names",
                say("Two names that look like one person"),
                {"first", "second", "cosine", "first_images", "second_images", "first_example", "second_example"},
                {},
                false};
    for (const SameNames& s : result().names.same)
        table.add(s.first, s.second, s.cosine, s.firstImages, s.secondImages, path(s.firstExample), path(s.secondExample));
    return table;
}

Table SuspectsFound::duplicateTable() const {
    Table table{"duplicates",
                say("Images that are there twice"),
                {"first", "second", "first_identity", "second_identity", "kind", "cosine", "hash_bits_apart"},
                {},
                false};
    for (const DuplicatePair& d : result().duplicates.pairs)
        table.add(path(d.a), path(d.b), identity(d.a), identity(d.b), termFor(d.kind), d.cosine,
                  d.hashDistance < 0 ? Table::Cell{} : Table::cell(d.hashDistance));
    return table;
}

Table SuspectsFound::limitTable() const {
    Table table{"suspect_limits",
                say("Limits for names that are wrong as a whole, and how they were found"),
                {"mixed_below", "names_cut", "mixtures_planted", "mixtures_95th_percentile", "names_median",
                 "mixtures_found", "same_above", "pairs_99th_percentile", "halves_median", "halves_found"},
                {},
                false};
    const NameLimits& l = result().names.limits;
    table.add(l.mixedBelow, l.names, l.planted, l.mixtureHigh, l.nameMedian, l.plantedFound, l.sameAbove, l.differentHigh,
              l.sameMedian, l.halvesFound);
    return table;
}

std::vector<Text> SuspectsFound::notes() const {
    std::vector<Text> notes = result().notes;
    notes.insert(notes.end(), result().names.notes.begin(), result().names.notes.end());
    notes.insert(notes.end(), result().duplicates.notes.begin(), result().duplicates.notes.end());
    return notes;
}

/// Lines for what was found, as many as there is room for.
template <class T>
void addLines(std::vector<std::string>& lines, std::string head, const std::vector<T>& found,
              const std::function<std::string(const T&)>& line) {
    lines.push_back(std::move(head));
    for (std::size_t i = 0; i < std::min(kLines, found.size()); ++i) lines.push_back("  " + line(found[i]));
    if (found.size() > kLines) lines.emplace_back("  … and more; -o FOLDER writes all of them");
}

std::vector<std::string> SuspectsFound::summary() const {
    std::vector<std::string> lines;
    addLines<Suspect>(lines,
                      fmt::format("{} of {} images are nearer to another identity than to their own",
                                  groupedNumber(std::ssize(result().list)), groupedNumber(result().judged)),
                      result().list, [&](const Suspect& s) {
                          return fmt::format("{:+.3f}  {}: labelled {}, nearest {}", s.margin(), path(s.row), s.identity,
                                             s.nearest);
                      });
    const WrongNames& names = result().names;
    if (!std::isnan(names.limits.mixedBelow))
        addLines<MixedName>(
            lines,
            sayCount("{} name looks like two people (halves with a cosine below {})",
                     "{} names look like two people (halves with a cosine below {})", std::ssize(names.mixed),
                     groupedNumber(std::ssize(names.mixed)), fixedText(names.limits.mixedBelow, 2)),
            names.mixed, [&](const MixedName& m) {
                return fmt::format("{:.3f}  {}: {} and {} images, as {} and {}", m.cosine, m.identity, m.first.size(),
                                   m.second.size(), fileName(m.first.front()), fileName(m.second.front()));
            });
    if (!std::isnan(names.limits.sameAbove))
        addLines<SameNames>(
            lines,
            sayCount("{} pair of names looks like one person (cosine above {})",
                     "{} pairs of names look like one person (cosine above {})", std::ssize(names.same),
                     groupedNumber(std::ssize(names.same)), fixedText(names.limits.sameAbove, 2)),
            names.same, [&](const SameNames& s) { return fmt::format("{:.3f}  {} and {}", s.cosine, s.first, s.second); });
    const auto& pairs = result().duplicates.pairs;
    addLines<DuplicatePair>(lines,
                            sayCount("{} pair of images is the same picture, or has alike features",
                                     "{} pairs of images are the same picture, or have alike features", std::ssize(pairs),
                                     groupedNumber(std::ssize(pairs))),
                            pairs, [&](const DuplicatePair& d) {
                                return fmt::format("{:.3f}  {} and {} ({})", d.cosine, path(d.a), path(d.b),
                                                   termFor(d.kind).words);
                            });
    return lines;
}

Result<figure::Figure> SuspectsFound::figure(const FigureRequest& request, const JobContext& job) const {
    if (request.name == "suspect-margins") {
        figure::Figure margins = report::suspectMarginsFigure(result());
        if (margins.charts.empty()) return fail(ErrorCode::kInvalid, say("There is nothing to draw."));
        return margins;
    }
    const report::SuspectsFigureOptions options{.most = static_cast<std::size_t>(valuesFor(request).whole("suspects")),
                                                .widthMm = request.widthMm,
                                                .dpi = request.dpi,
                                                .style = request.style,
                                                .privacy = request.privacy};
    if (request.name == "mixed-names") return report::mixedNamesFigure(snapshot(), result().names, options, job);
    if (request.name == "same-names") return report::sameNamesFigure(snapshot(), result().names, options, job);
    if (request.name == "duplicates") return report::duplicatesFigure(snapshot(), result().duplicates, options, job);
    return report::suspectsFigure(snapshot(), result(), options, job);
}

void SuspectsFound::addLabels(std::vector<Block>& blocks) const {
    blocks.emplace_back(
        Paragraph{fmt::format("{} of {} {} {} nearer to another identity's centroid than to their own, taken without them.",
                              groupedNumber(std::ssize(result().list)), groupedNumber(result().judged),
                              result().judged == 1 ? "image" : "images", result().list.size() == 1 ? "is" : "are")});
    for (const std::string& note : notes()) blocks.emplace_back(Caution{note});
    if (result().list.empty()) return;
    blocks.emplace_back(TableBlock{labelTable(),
                                   {{"path", "Image"},
                                    {"identity", "Labelled"},
                                    {"nearest", "Nearest"},
                                    {"own_cosine", "Cosine to own"},
                                    {"nearest_cosine", "to nearest"},
                                    {"margin", "Margin"}},
                                   kTableRows});
    blocks.emplace_back(facesOf(result(), snapshot()));
}

void SuspectsFound::addMixed(std::vector<Block>& blocks) const {
    const WrongNames& names = result().names;
    const NameLimits& l = names.limits;
    if (std::isnan(l.mixedBelow)) return;
    std::string how =
        say("Two people under one name: each name's images are cut in two, and {} of {} names have halves with a "
            "cosine below {}.",
            groupedNumber(std::ssize(names.mixed)), groupedNumber(l.names), fixedText(l.mixedBelow, 2));
    if (l.planted > 0)
        how += " " + say("That finds {} % of {} planted mixtures of two names. Halves of one image are not judged.",
                         fixedText(100 * l.plantedFound, 0), l.planted)
                         .english();
    blocks.emplace_back(Paragraph{how});
    if (names.mixed.empty()) return;
    blocks.emplace_back(TableBlock{mixedTable(),
                                   {{"identity", "Name"},
                                    {"cosine", "Cosine of halves"},
                                    {"first_images", "Images in one"},
                                    {"second_images", "in the other"},
                                    {"first_example", "As"},
                                    {"second_example", "and"}},
                                   kTableRows});
    FacesBlock faces{"Typical images of both halves:", {}, false};
    for (std::size_t i = 0; i < std::min(kFaces, names.mixed.size()); ++i) {
        const MixedName& m = names.mixed[i];
        faces.groups.push_back({{}, {{m.first.front(), m.identity}, {m.second.front(), "the other half"}}});
    }
    blocks.emplace_back(std::move(faces));
}

void SuspectsFound::addSame(std::vector<Block>& blocks) const {
    const WrongNames& names = result().names;
    const NameLimits& l = names.limits;
    if (std::isnan(l.sameAbove)) return;
    blocks.emplace_back(Paragraph{
        sayCount(
            "One person under two names: {} pair of names are each other's nearest with a cosine above {}; {} % of random "
            "halves of one name are.",
            "One person under two names: {} pairs of names are each other's nearest with a cosine above {}; {} % of "
            "random halves of one name are.",
            std::ssize(names.same), groupedNumber(std::ssize(names.same)), fixedText(l.sameAbove, 2),
            fixedText(100 * l.halvesFound, 0))
            .english()});
    if (names.same.empty()) return;
    blocks.emplace_back(TableBlock{sameTable(),
                                   {{"first", "Name"},
                                    {"second", "Other name"},
                                    {"cosine", "Cosine"},
                                    {"first_images", "Images"},
                                    {"second_images", "of the other"}},
                                   kTableRows});
    FacesBlock faces{"Typical images of both names, which may be merged:", {}, false};
    for (std::size_t i = 0; i < std::min(kFaces, names.same.size()); ++i) {
        const SameNames& s = names.same[i];
        faces.groups.push_back({{}, {{s.firstExample, s.first}, {s.secondExample, s.second}}});
    }
    blocks.emplace_back(std::move(faces));
}

void SuspectsFound::addDuplicates(std::vector<Block>& blocks) const {
    const auto& pairs = result().duplicates.pairs;
    blocks.emplace_back(Paragraph{
        sayCount(
            "Duplicates: {} pair of images has the same pixels, is the same picture saved in another way, or has features "
            "with a cosine of {} or more. Frames of one video are not compared with each other.",
            "Duplicates: {} pairs of images have the same pixels, are the same picture saved in another way, or have "
            "features with a cosine of {} or more. Frames of one video are not compared with each other.",
            std::ssize(pairs), groupedNumber(std::ssize(pairs)), fixedText(values().number("alike-from"), 2))
            .english()});
    if (pairs.empty()) return;
    blocks.emplace_back(TableBlock{duplicateTable(),
                                   {{"first", "Image"},
                                    {"second", "Again"},
                                    {"first_identity", "Labelled"},
                                    {"second_identity", "and"},
                                    {"kind", "What is the same"},
                                    {"cosine", "Cosine"}},
                                   kTableRows});
    FacesBlock faces{"Duplicates, two by two:", {}, false};
    for (std::size_t i = 0; i < std::min(kFaces, pairs.size()); ++i)
        faces.groups.push_back({{}, {{pairs[i].a, fileName(pairs[i].a)}, {pairs[i].b, fileName(pairs[i].b)}}});
    blocks.emplace_back(std::move(faces));
}

std::vector<Block> SuspectsFound::report() const {
    std::vector<Block> blocks;
    addLabels(blocks);
    addMixed(blocks);
    addSame(blocks);
    addDuplicates(blocks);
    return blocks;
}

}  // namespace

const Analysis& suspectsAnalysis() {
    static const Analysis analysis{
        .key = "suspects",
        .title = say("Labels that look wrong"),
        .name = say("Suspected labels"),
        .question = "List images whose identity label looks wrong, names of two people, people of two names, and duplicates",
        .meaning = say("Labels that look wrong by the features: images nearer to the mean of another identity than to their "
                       "own, names of two people, people of two names, and the same picture twice."),
        .manual = "suspected-labels#What it computes",
        .fields = fields(),
        .figures = {{"suspects", say("Labels that look wrong"), true},
                    {"suspect-margins", say("How much nearer to another identity"), false,
                     say("Cosine to the nearest other identity's mean minus that to the own, for every image, itself left "
                         "out of its own: above 0 it is nearer to another identity.")},
                    {"mixed-names", say("Two people under one name"), true,
                     say("Names whose images fall into two halves (2-means) that are less alike than those of one person: "
                         "the smaller the cosine of the halves, the likelier two people.")},
                    {"same-names", say("One person under two names"), true,
                     say("Names that are each other's nearest, with a cosine of their means as high as between two halves "
                         "of one name: the larger, the likelier one person.")},
                    {"duplicates", say("The same picture twice"), true,
                     say("Pairs of images with the same pixels, the same picture in other pixels (hash of 256 bits) or "
                         "alike features (cosine near 1).")}},
        .columns =
            {
                {"suspects", "path", say("The image, as in the project"), {}},
                {"suspects", "identity", say("Identity that it is labelled as"), {}},
                {"suspects", "nearest", say("Identity whose centroid is nearest"), {}},
                {"suspects", "own_cosine", say("To the centroid of its identity's other images"), say("cosine")},
                {"suspects", "nearest_cosine", say("To the centroid of the nearest identity"), say("cosine")},
                {"suspects", "margin", say("How much nearer it is to that than to its own"), say("cosine")},
                {"suspects", "identity_example", say("An image that stands for the identity it is labelled as"), {}},
                {"suspects", "nearest_example", say("An image that stands for the nearest identity"), {}},
                {"suspect_names", "identity", say("Name whose images look like two people"), {}},
                {"suspect_names", "cosine", say("Of the means of the two halves of its images"), say("cosine")},
                {"suspect_names", "first_images", say("Images in the larger half"), {}},
                {"suspect_names", "second_images", say("Images in the other half"), {}},
                {"suspect_names", "first_example", say("A typical image of the larger half"), {}},
                {"suspect_names", "second_example", say("A typical image of the other half"), {}},
                {"suspect_halves", "identity", say("Name whose images look like two people"), {}},
                {"suspect_halves", "path", say("The image, as in the project"), {}},
                {"suspect_halves", "half", say("1: the larger half, 2: the other; the most typical images first"), {}},
                {"suspect_pairs_of_names", "first", say("A name"), {}},
                {"suspect_pairs_of_names", "second", say("Another name that looks like the same person"), {}},
                {"suspect_pairs_of_names", "cosine", say("Of the means of both names' images"), say("cosine")},
                {"suspect_pairs_of_names", "first_images", say("Images of the first"), {}},
                {"suspect_pairs_of_names", "second_images", say("Images of the second"), {}},
                {"suspect_pairs_of_names", "first_example", say("A typical image of the first"), {}},
                {"suspect_pairs_of_names", "second_example", say("A typical image of the second"), {}},
                {"duplicates", "first", say("An image, as in the project"), {}},
                {"duplicates", "second", say("Another image that is the same or nearly"), {}},
                {"duplicates", "first_identity", say("Identity of the first"), {}},
                {"duplicates", "second_identity", say("Identity of the second"), {}},
                {"duplicates", "kind", say("Same pixels, same picture in other pixels, or alike features only"), {}},
                {"duplicates", "cosine", say("Of their features"), say("cosine")},
                {"duplicates", "hash_bits_apart",
                 say("Bits in which the pictures' hashes differ, of 256; up to 10: same picture"), say("bit")},
                {"suspect_limits", "mixed_below", say("Halves less alike than this are two people; none: cannot be told"),
                 say("cosine")},
                {"suspect_limits", "names_cut", say("Names that could be cut in two halves of two images or more"), {}},
                {"suspect_limits", "mixtures_planted", say("Mixtures of two names that were planted and cut in two"), {}},
                {"suspect_limits", "mixtures_95th_percentile", say("Of the cosines of their halves"), say("cosine")},
                {"suspect_limits", "names_median", say("Of the cosines of the names' halves"), say("cosine")},
                {"suspect_limits", "mixtures_found", say("Share of the planted mixtures below the limit"), {}},
                {"suspect_limits", "same_above", say("Names more alike than this are one person; none: cannot be told"),
                 say("cosine")},
                {"suspect_limits", "pairs_99th_percentile", say("Of the cosines of all pairs of names"), say("cosine")},
                {"suspect_limits", "halves_median", say("Of the cosines of random halves of a name"), say("cosine")},
                {"suspect_limits", "halves_found", say("Share of random halves of a name above the limit"), {}},
            },
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
