#include "core/analyses/suspects/suspects_analysis.h"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>

#include "core/analyses/suspects/suspects_figure.h"
#include "core/charts/charts.h"
#include "core/common/number_text.h"

namespace facespace {
namespace {

constexpr std::size_t kLines = 20, kFaces = 12, kTableRows = 15;

class SuspectsFound : public FindingsOf<Suspects> {
  public:
    SuspectsFound(const AnalysisRequest& request, std::string network, Suspects found)
        : FindingsOf(suspectsAnalysis(), request.snapshot, std::move(network), request.values, std::move(found)) {}
    std::vector<Table> tables() const override;
    std::vector<std::string> summary() const override;
    std::vector<Text> notes() const override { return result().notes; }
    Result<figure::Figure> figure(const FigureRequest& request, const JobContext& job) const override;
    std::vector<Block> report() const override;
};

Result<FindingsPtr> run(const AnalysisRequest& request, const JobContext& job) {
    const auto in = gather(*request.snapshot, request.scope);
    if (!in) return forward(in);
    const SuspectOptions options{request.values.whole("minimum"), static_cast<std::size_t>(request.values.whole("limit"))};
    auto found = findSuspects(in->features(), in->identity, options, job);
    if (!found) return forward(found);
    return std::make_shared<SuspectsFound>(request, in->network(), std::move(*found));
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
        {.key = "suspects",
         .title = {},
         .help = "Images drawn at most, the most suspect first",
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
    Table table{
        "suspects",
        "Labels that look wrong",
        {"path", "identity", "nearest", "own_cosine", "nearest_cosine", "margin", "identity_example", "nearest_example"},
        {},
        false};
    const auto pathOf = [&](std::int64_t row) {
        return row < 0 ? std::string() : snapshot().images.images[static_cast<std::size_t>(row)].path;
    };
    for (const Suspect& s : result().list)
        table.add(pathOf(s.row), s.identity, s.nearest, s.own, s.other, s.margin(), pathOf(s.ownExample),
                  pathOf(s.nearestExample));
    return {table};
}

std::vector<std::string> SuspectsFound::summary() const {
    std::vector<std::string> lines{fmt::format("{} of {} images are nearer to another identity than to their own",
                                               groupedNumber(std::ssize(result().list)), groupedNumber(result().judged))};
    for (std::size_t i = 0; i < std::min(kLines, result().list.size()); ++i) {
        const Suspect& s = result().list[i];
        lines.push_back(fmt::format("  {:+.3f}  {}: labelled {}, nearest {}", s.margin(),
                                    snapshot().images.images[static_cast<std::size_t>(s.row)].path, s.identity, s.nearest));
    }
    if (result().list.size() > kLines) lines.emplace_back("  … and more; -o FOLDER writes all of them");
    return lines;
}

Result<figure::Figure> SuspectsFound::figure(const FigureRequest& request, const JobContext& job) const {
    if (request.name == "suspect-margins") {
        figure::Figure margins = report::suspectMarginsFigure(result());
        if (margins.charts.empty()) return fail(ErrorCode::kInvalid, say("There is nothing to draw."));
        return margins;
    }
    return report::suspectsFigure(snapshot(), result(),
                                  {.most = static_cast<std::size_t>(valuesFor(request).whole("suspects")),
                                   .widthMm = request.widthMm,
                                   .dpi = request.dpi,
                                   .style = request.style,
                                   .privacy = request.privacy},
                                  job);
}

std::vector<Block> SuspectsFound::report() const {
    std::vector<Block> blocks;
    blocks.emplace_back(
        Paragraph{fmt::format("{} of {} {} {} nearer to another identity's centroid than to their own, taken without them.",
                              groupedNumber(std::ssize(result().list)), groupedNumber(result().judged),
                              result().judged == 1 ? "image" : "images", result().list.size() == 1 ? "is" : "are")});
    for (const std::string& note : result().notes) blocks.emplace_back(Caution{note});
    if (result().list.empty()) return blocks;
    blocks.emplace_back(TableBlock{tables().front(),
                                   {{"path", "Image"},
                                    {"identity", "Labelled"},
                                    {"nearest", "Nearest"},
                                    {"own_cosine", "Cosine to own"},
                                    {"nearest_cosine", "to nearest"},
                                    {"margin", "Margin"}},
                                   kTableRows});
    blocks.emplace_back(facesOf(result(), snapshot()));
    return blocks;
}

}  // namespace

const Analysis& suspectsAnalysis() {
    static const Analysis analysis{
        .key = "suspects",
        .title = say("Labels that look wrong"),
        .name = say("Suspected labels"),
        .question = "List images whose identity label looks wrong",
        .fields = fields(),
        .figures = {{"suspects", say("Labels that look wrong"), true},
                    {"suspect-margins", say("How much nearer to another identity"), false}},
        .columns =
            {
                {"suspects", "path", "The image, as in the project", ""},
                {"suspects", "identity", "Identity that it is labelled as", ""},
                {"suspects", "nearest", "Identity whose centroid is nearest", ""},
                {"suspects", "own_cosine", "To the centroid of its identity's other images", "cosine"},
                {"suspects", "nearest_cosine", "To the centroid of the nearest identity", "cosine"},
                {"suspects", "margin", "How much nearer it is to that than to its own", "cosine"},
                {"suspects", "identity_example", "An image that stands for the identity it is labelled as", ""},
                {"suspects", "nearest_example", "An image that stands for the nearest identity", ""},
            },
        .run = run,
    };
    return analysis;
}

}  // namespace facespace
