#pragma once
#include <string>
#include <vector>

#include "core/analyses/list.h"

/// What a report is divided into: a chapter for each paper or question, with what is claimed and by whom.
namespace facespace::report {

/// Networks held against each other over the same pairs.
enum class Differences {
    kNone,
    kOfAll,     ///< Every two of the report's networks.
    kCompared,  ///< The two that are compared, over the images that both have, unless kOfAll has told it.
};

struct Chapter {
    std::string key;       ///< "parde2017", as in `report --paper`.
    Text title;            ///< Of what it is about.
    std::string claim{};   ///< In words of our own; without a source, what is asked.
    std::string source{};  ///< Who claims it. Empty: nobody.
    std::string caveat{};
    std::vector<std::string> analyses{};  ///< Keys, in the order in which they are shown.
    bool abstractClaims = false;          ///< Judged by judgeClaims().
    Differences differences = Differences::kNone;
};

/// The chapters that a report of these analyses can have: those of papers and questions, with the analyses that are in the
/// list, then one for each analysis of the list that no other has, in its own words.
std::vector<Chapter> chaptersOf(const AnalysisList& list);
/// "parde2017, parde2021": for messages.
std::string chapterKeys(const AnalysisList& list);
/// Those of these keys, in the report's order; all if there are no keys. Errors: kNotFound (no such chapter, lists them).
Result<std::vector<Chapter>> chaptersNamed(const AnalysisList& list, const std::vector<std::string>& keys);

}  // namespace facespace::report
