#pragma once
#include <string>
#include <vector>

#include "core/analysis/group_rates.h"
#include "core/compute/analysis_input.h"

/// Groups of images, as a column labels them: do errors, distances and quality differ?
namespace facespace {

struct GroupsAnalysisOptions {
    /// A column of the table with 2 to 20 values. Empty: the first of metadata with one value for each identity; else still
    /// or video; else the first.
    std::string column;
    GroupRateOptions rates;
};

/// A number by group.
struct GroupedColumn {
    std::string key;
    Text title;
    std::string unit;
    std::vector<GroupMean> groups;  ///< As GroupRates::names.
};

struct GroupsReport {
    std::string network;
    std::string column;
    bool ofPeople = true;  ///< All images of an identity are in one group.
    GroupRates rates;
    std::vector<GroupedColumn> columns;  ///< Distance from the origin, and what qualityColumns() has.
    std::vector<std::string> groupOf;    ///< N; empty: in no group.
};

/// Errors as groupRates(), kNotFound (no such column, lists those that could be), kInvalid (too many values).
Result<GroupsReport> computeGroups(const Snapshot& snapshot, const AnalysisScope& scope,
                                   const GroupsAnalysisOptions& options, const JobContext& job);

}  // namespace facespace
