#include "core/analyses/analysis.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace facespace {
namespace {

constexpr std::size_t kRowsShown = 15;
/// Clusters below which intervals over clusters are rough (Cameron, Gelbach and Miller 2008).
constexpr std::size_t kFewIdentities = 30;

/// Every column under its own name.
TableBlock whole(Table table) {
    TableBlock block{std::move(table), {}, kRowsShown};
    for (const std::string& column : block.table.columns) block.columns.push_back({column, column});
    return block;
}

}  // namespace

std::vector<Text> Findings::sentences() const {
    std::vector<Text> sentences;
    for (const std::string& line : summary()) sentences.emplace_back(line);
    return sentences;
}

Text Findings::headline() const {
    const auto all = sentences();
    return all.empty() ? Text() : all.front();
}

std::vector<Text> Findings::cautions() const {
    std::vector<Text> all = notes();
    if (!analysis().intervals) return all;
    std::set<std::string_view> identities;
    for (const ImageRecord& image : snapshot().images.images) identities.insert(image.identity);
    if (identities.size() > 1 && identities.size() < kFewIdentities)
        all.push_back(
            say("Intervals and p-values go by identities, of which {} are few: below about {} they tend to be too "
                "narrow, and what is found may be these people's alone.",
                identities.size(), kFewIdentities));
    return all;
}

std::vector<Block> Findings::report() const {
    std::vector<Block> blocks;
    for (const std::string& line : summary()) blocks.emplace_back(Paragraph{line});
    for (const std::string& note : notes()) blocks.emplace_back(Caution{note});
    for (const FigureKind& kind : analysis().figures) {
        FigureRequest request;
        request.name = kind.name;
        if (auto drawn = figure(request, {}))
            blocks.emplace_back(FigureBlock{std::move(*drawn), kind.title.english() + "."});
    }
    for (Table& table : tables())
        if (!table.large && !table.rows.empty()) blocks.emplace_back(whole(std::move(table)));
    return blocks;
}

bool Analysis::draws(const std::string& figure) const {
    return std::ranges::find(figures, figure, &FigureKind::name) != figures.end();
}

const Text& Analysis::meaningOfFigure(const std::string& figure) const {
    const auto kind = std::ranges::find(figures, figure, &FigureKind::name);
    return kind == figures.end() || kind->meaning.empty() ? meaning : kind->meaning;
}

const ColumnMeaning* Analysis::meaningOf(const std::string& table, const std::string& column) const {
    const bool number = !column.empty() && column.find_first_not_of("0123456789") == std::string::npos;
    // Its own name before what stands for many.
    for (const std::string& said : {number ? std::string("#") : column, std::string("*")}) {
        const auto found =
            std::ranges::find_if(columns, [&](const ColumnMeaning& c) { return c.table == table && c.column == said; });
        if (found != columns.end()) return &*found;
    }
    return nullptr;
}

Field seedField(Text help) {
    return {
        .key = "seed", .title = say("Seed"), .help = std::move(help), .fallback = std::int64_t{1}, .low = 0, .high = 9e15};
}

Field leaveOutField(std::int64_t fallback, bool inWindow) {
    return {.key = "leave-out",
            .title = inWindow ? say("Identities left out for intervals") : Text{},
            .help = say("Identities, or random groups of them, left out in turn for the intervals; 0: none"),
            .fallback = fallback,
            .low = 0,
            .high = 1e6};
}

}  // namespace facespace
