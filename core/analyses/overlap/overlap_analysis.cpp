#include "core/analyses/overlap/overlap_analysis.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/analyses/draw.h"
#include "core/charts/overlap_figure.h"
#include "core/common/number_text.h"
#include "core/common/text.h"

namespace facespace {
namespace {

constexpr std::size_t kLines = 10, kTableRows = 20, kFaces = 12;

class OverlapFound : public FindingsOf<OverlapReport> {
  public:
    OverlapFound(const AnalysisRequest& request, OverlapReport report)
        : FindingsOf(overlapAnalysis(), request.snapshot, report.network, request.values, report) {}
    std::vector<Table> tables() const override { return {sums(), identities(), images(), flagged(false), flagged(true)}; }
    std::vector<std::string> summary() const override;
    std::vector<Text> sentences() const override;
    std::vector<Text> notes() const override { return result().notes; }
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext& job) const override;
    std::vector<Block> report() const override;

  private:
    const std::string& path(std::int64_t row) const { return record(row, false).path; }
    const ImageRecord& record(std::int64_t row, bool there) const {
        return (there ? *result().other : snapshot()).images.images[static_cast<std::size_t>(row)];
    }
    std::string against() const { return std::filesystem::path(values().text("against")).filename().string(); }
    Table sums() const;
    Table identities() const;
    Table images() const;
    Table flagged(bool there) const;
};

Text kindOf(const SharedImage& image) {
    const Text kind = termFor(image.picture.match);
    return kind.empty() ? say("alike features") : kind;
}

Table OverlapFound::sums() const {
    Table table{"overlap",
                say("What both projects have"),
                {"against", "images", "other_images", "identities", "other_identities", "shared_identities", "shared_images",
                 "identities_above", "chance", "limit_of_this", "limit_of_other", "halves_median", "halves_found",
                 "image_pairs", "image_pairs_compared"},
                {},
                false};
    const OverlapReport& r = result();
    const SharedIdentityLimits& l = r.identities.limits;
    table.add(against(), r.images, r.otherImages, r.identities.firstCount, r.identities.secondCount, r.identities.mutual(),
              r.shared.size(), l.above, values().number("chance"), l.firstLimit, l.secondLimit, l.halvesMedian,
              l.halvesFound, r.candidates, r.compared);
    return table;
}

Table OverlapFound::identities() const {
    Table table{"overlap_identities",
                say("Identities that are in both projects"),
                {"identity", "other_identity", "same_name", "cosine", "next_cosine", "mutual", "images", "other_images",
                 "path", "other_path"},
                {},
                false};
    for (const SharedIdentity& s : result().identities.list)
        table.add(s.first, s.second, s.first == s.second, s.cosine, s.next, s.mutual, s.firstImages, s.secondImages,
                  path(s.firstExample), record(s.secondExample, true).path);
    return table;
}

Table OverlapFound::images() const {
    Table table{"overlap_images",
                say("Images that are in both projects"),
                {"path", "other_path", "identity", "other_identity", "kind", "cosine", "hash_bits_apart", "share"},
                {},
                false};
    for (const SharedImage& s : result().shared) {
        const ImageRecord& other = record(s.second, true);
        const bool part = s.picture.match == PictureMatch::kFirstIsPart || s.picture.match == PictureMatch::kSecondIsPart;
        table.add(path(s.first), other.path, record(s.first, false).identity, other.identity, kindOf(s), s.cosine,
                  s.picture.bitsApart < 0 ? Table::Cell{} : Table::cell(s.picture.bitsApart),
                  part ? Table::cell(s.picture.share) : Table::Cell{});
    }
    return table;
}

Table OverlapFound::flagged(bool there) const {
    Table table{
        there ? "overlap_there" : "overlap_here",
        there ? say("Images of the other project that this one has, too") : say("Images that the other project has, too"),
        {"path", "overlap"},
        {},
        true};
    const Snapshot& of = there ? *result().other : snapshot();
    const std::vector<std::uint8_t> parts = overlapOf(result(), of, there);
    for (std::size_t row = 0; row < parts.size(); ++row)
        if (parts[row] != kNoOverlap) table.add(of.images.images[row].path, termForOverlap(parts[row]));
    return table;
}

std::vector<Text> OverlapFound::sentences() const {
    const OverlapReport& r = result();
    std::vector<Text> sentences;
    if (const double above = r.identities.limits.above; !std::isnan(above)) {
        const std::int64_t mutual = r.identities.mutual(), more = std::ssize(r.identities.list) - mutual;
        sentences.push_back(sayCount(
            "{} of {} identities is in “{}”, too, under whatever name (each the other's nearest, cosine above {}).",
            "{} of {} identities are in “{}”, too, under whatever name (each the other's nearest, cosine above {}).", mutual,
            groupedNumber(mutual), groupedNumber(r.identities.firstCount), against(), fixedText(above, 2)));
        if (more > 0)
            sentences.push_back(sayCount(
                "{} more pair of identities is as alike, though one of the two has a nearer one: one person may have "
                "several names.",
                "{} more pairs of identities are as alike, though one of the two has a nearer one: one person may have "
                "several names.",
                more, groupedNumber(more)));
    }
    const std::int64_t shared = std::ssize(r.shared);
    sentences.push_back(sayCount("{} pair of images of the two projects is one picture, or a part of one.",
                                 "{} pairs of images of the two projects are one picture, or a part of one.", shared,
                                 groupedNumber(shared)));
    return sentences;
}

std::vector<std::string> OverlapFound::summary() const {
    const OverlapReport& r = result();
    std::vector<std::string> lines{fmt::format("{} images of {} identities against {} of {} in {}", groupedNumber(r.images),
                                               groupedNumber(r.identities.firstCount), groupedNumber(r.otherImages),
                                               groupedNumber(r.identities.secondCount), against())};
    const auto said = sentences();
    const auto add = [&](std::size_t count, const auto& line) {
        for (std::size_t i = 0; i < std::min(kLines, count); ++i) lines.push_back("  " + line(i));
        if (count > kLines) lines.emplace_back("  … and more; -o FOLDER writes all of them");
    };
    for (std::size_t s = 0; s + 1 < said.size(); ++s) lines.push_back(said[s].english());
    add(r.identities.list.size(), [&](std::size_t i) {
        const SharedIdentity& s = r.identities.list[i];
        return fmt::format("{:.3f}  {} and {}{}", s.cosine, s.first, s.second, s.mutual ? "" : " (one has a nearer one)");
    });
    lines.push_back(said.back().english());
    add(r.shared.size(), [&](std::size_t i) {
        const SharedImage& s = r.shared[i];
        return fmt::format("{:.3f}  {} and {} ({})", s.cosine, path(s.first), record(s.second, true).path, kindOf(s));
    });
    return lines;
}

Result<figure::Figure> OverlapFound::figure(const FigureRequest& request, const JobContext& job) const {
    if (request.name == "overlap-cosines")
        return drawnOr(report::overlapFigure(result(), snapshot()), say("There is nothing to draw."));
    const report::FaceGroupOptions options{.most = static_cast<std::size_t>(valuesFor(request).whole("overlaps")),
                                           .widthMm = request.widthMm,
                                           .dpi = request.dpi,
                                           .style = request.style,
                                           .privacy = request.privacy};
    if (request.name == "overlap-images") return report::sharedImagesFigure(snapshot(), result(), options, job);
    return report::sharedIdentitiesFigure(snapshot(), result(), options, job);
}

std::vector<Block> OverlapFound::report() const {
    const OverlapReport& r = result();
    std::vector<Block> blocks;
    for (const Text& sentence : sentences()) blocks.emplace_back(Paragraph{sentence});
    for (const Text& note : notes()) blocks.emplace_back(Caution{note});
    if (figure::Figure drawn = report::overlapFigure(r, snapshot()); !drawn.charts.empty())
        blocks.emplace_back(FigureBlock{std::move(drawn), overlapAnalysis().meaningOfFigure("overlap-cosines").english()});
    if (!r.identities.list.empty()) {
        blocks.emplace_back(TableBlock{identities(),
                                       {{"identity", "Identity"},
                                        {"other_identity", "There"},
                                        {"cosine", "Cosine"},
                                        {"next_cosine", "Next nearest"},
                                        {"mutual", "Each other's nearest"},
                                        {"images", "Images"},
                                        {"other_images", "there"}},
                                       kTableRows});
        FacesBlock faces{"Typical images of identities that are in both:", {}, false};
        for (std::size_t i = 0; i < std::min(kFaces, r.identities.list.size()); ++i) {
            const SharedIdentity& s = r.identities.list[i];
            faces.groups.push_back({{}, {{s.firstExample, fmt::format("{}: {} there", s.first, s.second)}}});
        }
        blocks.emplace_back(std::move(faces));
    }
    if (!r.shared.empty())
        blocks.emplace_back(TableBlock{images(),
                                       {{"path", "Image"},
                                        {"other_path", "There"},
                                        {"identity", "Identity"},
                                        {"other_identity", "there"},
                                        {"kind", "What is the same"},
                                        {"cosine", "Cosine"}},
                                       kTableRows});
    return blocks;
}

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const Values& v = request.values;
    OverlapOptions options;
    options.other = v.text("against");
    options.otherNetwork = v.text("against-network");
    options.identities = {v.number("identities-above"), v.number("chance"),
                          static_cast<std::uint64_t>(v.get<std::int64_t>("seed"))};
    options.alikeFrom = v.number("same-from");
    options.candidatesFrom = v.number("candidates-from");
    options.mostCandidates = static_cast<std::size_t>(v.whole("candidates"));
    auto report = computeOverlap(*request.snapshot, request.scope, options, job);
    if (!report) return forward(report);
    return std::make_shared<OverlapFound>(request, std::move(*report));
}

Fields fields() {
    const OverlapOptions o;
    return {
        {.key = "against",
         .title = say("Other project"),
         .help = say("The other project's file, with features of the same network"),
         .fallback = std::string(),
         .file = true},
        {.key = "against-network",
         .title = {},
         .help = "Whose features of the other project (default: those of the same weights)",
         .fallback = std::string()},
        {.key = "identities-above",
         .title = say("Identities above (cosine)"),
         .help = say("Identities more alike than this are one person; 0: the limit is found in the two sets"),
         .fallback = 0.0,
         .low = 0,
         .high = 1},
        {.key = "chance",
         .title = {},
         .help = "Chance that anybody is named where nobody is in both, for the limit that is found",
         .fallback = o.identities.chance,
         .low = 1e-6,
         .high = 0.5},
        {.key = "same-from",
         .title = {},
         .help = "Where an image's file is not there, features with a cosine of this or more are one picture",
         .fallback = o.alikeFrom,
         .low = 0.5,
         .high = 1},
        {.key = "candidates-from",
         .title = {},
         .help = "Images whose features have a cosine of this or more are compared as pictures",
         .fallback = o.candidatesFrom,
         .low = 0.3,
         .high = 1},
        {.key = "candidates",
         .title = {},
         .help = "So many pairs at most are compared as pictures, the most alike first",
         .fallback = static_cast<std::int64_t>(o.mostCandidates),
         .low = 0,
         .high = 1'000'000},
        seedField("Seed of the halves of names that say how many people are found"),
        {.key = "overlaps",
         .title = {},
         .help = "Pairs drawn at most, the surest first",
         .fallback = std::int64_t{12},
         .low = 1,
         .high = 1000,
         .drawing = true},
    };
}

}  // namespace

const Analysis& overlapAnalysis() {
    static const Analysis analysis{
        .key = "overlap",
        .title = say("Overlap with another project"),
        .name = say("Overlap"),
        .question = "List identities and images that are in another project, too: before training, or before a test",
        .meaning = say("Who and what is in both projects, whatever it is called there: identities that are each other's "
                       "nearest with a cosine that different people do not reach by chance, and images of one picture."),
        .manual = "overlap#What it computes",
        .fields = fields(),
        .figures = {{"overlap-cosines", say("How near the nearest identity is"), false,
                     say("Cosine of each identity's mean to the nearest of the other project, and to the nearest other one "
                         "of its own project, which is another person: right of the limit it is the same person.")},
                    {"overlap-identities", say("Identities in both projects"), true,
                     say("Identities that are each other's nearest, a typical image of each: the larger the cosine of their "
                         "means, the surer it is one person.")},
                    {"overlap-images", say("Images in both projects"), true,
                     say("Images with the same pixels, of the same picture in other pixels, or of a part of it (hash of 256 "
                         "bits), one of each project.")}},
        .columns = overlapColumns(),
        .reportedWith = "against",
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
