#include "core/report/chapter_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <map>
#include <set>

#include "core/charts/words.h"
#include "core/common/markup.h"
#include "core/report/blocks.h"
#include "core/report/sections.h"

namespace facespace::report {
namespace {

const Section* sectionOf(const NetworkPart& part, const std::string& analysis) {
    const auto found = std::ranges::find(part.sections, analysis, [](const Section& s) { return s.analysis->key; });
    return found == part.sections.end() ? nullptr : &*found;
}

/// "3 × strong support, 1 × not supported".
std::string countsOf(const std::vector<Claim>& claims, const std::string& network) {
    std::vector<std::pair<std::string, int>> counts;
    for (const Claim& claim : claims) {
        if (claim.network != network) continue;
        const std::string term = termFor(claim);
        const auto known = std::ranges::find(counts, term, &std::pair<std::string, int>::first);
        if (known == counts.end())
            counts.emplace_back(term, 1);
        else
            ++known->second;
    }
    std::vector<std::string> words;
    for (const auto& [term, count] : counts) words.push_back(fmt::format("{} × {}", count, term));
    return fmt::format("{}.", fmt::join(words, ", "));
}

/// What a chapter found, a line for each network.
std::vector<std::string> foundLines(const Chapter& chapter, const ChapterInput& input) {
    std::vector<std::string> lines;
    for (const NetworkPart& part : input.parts) {
        std::string line;
        if (chapter.abstractClaims) {
            line = countsOf(input.claims, part.findings.network.name);
        } else {
            for (const std::string& key : chapter.analyses)
                if (const Section* section = sectionOf(part, key); section != nullptr && !section->headline.empty()) {
                    line = section->headline;
                    break;
                }
        }
        if (line.empty()) continue;
        if (line.back() != '.') line += '.';
        const bool named = input.parts.size() > 1 && line.find(part.findings.network.name) == std::string::npos;
        lines.push_back(withTrueMinus(named ? fmt::format("“{}”: {}", part.findings.network.name, line) : line));
    }
    return lines;
}

/// The reasons why its analyses found nothing, each once.
std::string whyNothing(const Chapter& chapter, const std::vector<NetworkPart>& parts) {
    std::vector<std::string> reasons;
    for (const NetworkPart& part : parts)
        for (const std::string& key : chapter.analyses)
            if (const Section* section = sectionOf(part, key); section != nullptr && !section->missing.empty())
                if (std::ranges::find(reasons, section->missing) == reasons.end()) reasons.push_back(section->missing);
    if (!reasons.empty()) return fmt::format("{}", fmt::join(reasons, " "));
    for (const std::string& key : chapter.analyses)
        if (const Analysis* analysis = analyses().find(key); analysis != nullptr && !analysis->reportedWith.empty())
            return fmt::format("It was not asked for: --{} says what to look at.", analysis->reportedWith);
    return "It was not asked for.";
}

/// Sentences that another network's part has said already are not said again.
std::vector<Block> unsaid(std::vector<Block> blocks, std::set<std::string>& said) {
    std::erase_if(blocks, [&](const Block& block) {
        const auto* words = std::get_if<Paragraph>(&block);
        const auto* caution = std::get_if<Caution>(&block);
        if (words == nullptr && caution == nullptr) return false;
        return !said.insert(words != nullptr ? words->text : caution->text).second;
    });
    return blocks;
}

/// One analysis: of all networks side by side, or of each in turn.
void addAnalysis(Page& page, const std::string& key, const Chapter& chapter, const ChapterInput& input) {
    std::vector<FindingsPtr> together;
    std::set<std::string> said;
    bool first = true;
    const auto begin = [&](const Analysis& analysis) {
        // A chapter of one analysis has its title already.
        if (first && !(chapter.title == analysis.title)) page.heading(3, analysis.title.english());
        first = false;
    };
    for (const NetworkPart& part : input.parts) {
        const Section* section = sectionOf(part, key);
        if (section == nullptr) continue;
        begin(*section->analysis);
        if (!section->missing.empty() && said.insert(section->missing).second) page.note(section->missing);
        if (section->found) together.push_back(section->found);
        if (section->blocks.empty()) continue;
        if (input.parts.size() > 1 && section->analysis->ofOneNetwork)
            page.heading(4, fmt::format("“{}”", part.findings.network.name));
        addBlocks(page, unsaid(section->blocks, said), input.snapshot, input.faces);
    }
    if (!together.empty()) addBlocks(page, together.front()->analysis().together(together), input.snapshot, input.faces);
}

}  // namespace

bool hasContent(const Chapter& chapter, const std::vector<NetworkPart>& parts) {
    return std::ranges::any_of(parts, [&](const NetworkPart& part) {
        return std::ranges::any_of(chapter.analyses, [&](const std::string& key) {
            const Section* section = sectionOf(part, key);
            return section != nullptr && section->missing.empty();
        });
    });
}

void addContents(Page& page, const std::vector<Chapter>& chapters, const ChapterInput& input) {
    std::string rows, left;
    for (const Chapter& chapter : chapters) {
        if (!hasContent(chapter, input.parts)) {
            left += fmt::format("<p class=\"note\"><b>Left out: {}.</b> {}</p>\n", escapedMarkup(chapter.title),
                                escapedMarkup(whyNothing(chapter, input.parts)));
            continue;
        }
        std::string lines;
        for (const std::string& line : foundLines(chapter, input))
            lines += (lines.empty() ? "" : "<br>") + escapedMarkup(line);
        rows += fmt::format("<tr><td><a href=\"#{}\">{}</a></td><td>{}</td></tr>\n", escapedMarkup(chapter.key),
                            escapedMarkup(chapter.title), lines);
    }
    if (chapters.size() > 1 && !rows.empty())
        page.raw("<table class=\"contents\"><thead><tr><th>Chapter</th><th>Here</th></tr></thead><tbody>\n" + rows +
                 "</tbody></table>\n");
    page.raw(left);
}

void addChapter(Page& page, const Chapter& chapter, const ChapterInput& input) {
    if (!hasContent(chapter, input.parts)) return;
    page.heading(2, chapter.title, chapter.key);
    page.raw(fmt::format("<p class=\"claim\"><b>{}</b> {}{}</p>\n", chapter.source.empty() ? "Asked." : "Claimed.",
                         escapedMarkup(chapter.claim),
                         chapter.source.empty() ? "" : fmt::format(" <cite>{}.</cite>", escapedMarkup(chapter.source))));
    for (const std::string& line : foundLines(chapter, input))
        page.raw(fmt::format("<p class=\"here\"><b>Here.</b> {}</p>\n", escapedMarkup(line)));
    if (chapter.abstractClaims) addClaims(page, input.claims, input.grades, input.parts.size() > 1);
    page.beginColumns();
    for (const std::string& key : chapter.analyses) addAnalysis(page, key, chapter, input);
    if (const auto blocks = input.differences.find(chapter.differences); blocks != input.differences.end()) {
        page.heading(3, "Networks compared: who tells identities apart better", "differences");
        addBlocks(page, blocks->second, input.snapshot, input.faces);
    }
    page.endColumns();
    if (!chapter.caveat.empty())
        page.raw(fmt::format("<p class=\"caveat\"><b>Mind.</b> {}</p>\n", escapedMarkup(chapter.caveat)));
}

}  // namespace facespace::report
