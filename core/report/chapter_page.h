#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/report/chapters.h"
#include "core/report/claims.h"
#include "core/report/page.h"

/// The chapters on a report's page.
namespace facespace::report {

/// What one analysis of one network has to say.
struct Section {
    const Analysis* analysis = nullptr;
    std::string headline;  ///< What it found, in one sentence.
    std::string missing;   ///< Why it found nothing.
    std::vector<Block> blocks;
    FindingsPtr found;  ///< Kept of analyses that show all networks side by side only.
};
/// What a network's analyses found, as far as it is kept until the page is written: findings themselves can be large.
struct NetworkPart {
    NetworkFindings findings;
    std::vector<Section> sections;
    std::vector<Table> tables;
};

struct ChapterInput {
    const std::vector<NetworkPart>& parts;
    const std::vector<Claim>& claims;
    const std::map<Differences, std::vector<Block>>& differences;  ///< Of networks over the same pairs.
    const GradeOptions& grades;
    const Snapshot& snapshot;
    bool faces = true;
};

/// Whether any analysis of the chapter found anything.
bool hasContent(const Chapter& chapter, const std::vector<NetworkPart>& parts);
/// What each chapter found in a line, and of those that are left out why.
void addContents(Page& page, const std::vector<Chapter>& chapters, const ChapterInput& input);
/// Claim and source, what is found, its analyses with their figures, and the caveat.
void addChapter(Page& page, const Chapter& chapter, const ChapterInput& input);

}  // namespace facespace::report
