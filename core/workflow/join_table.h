#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

struct JoinOptions {
    std::filesystem::path table;  ///< With a header; commas, tabs, semicolons (OFIQ), bars or blanks.
    std::string pathColumn;       ///< That names the images; empty: the customary one, or that which holds images.
    std::string prefix;           ///< Put before the names of the columns.
    bool replace = false;         ///< Columns that are there already are replaced.
};

struct JoinReport {
    std::int64_t rows = 0;     ///< Of the table that were joined.
    std::int64_t without = 0;  ///< Images that the table does not name.
    std::vector<std::string> columns;
    std::vector<Text> notes;             ///< What was left out, a sentence each.
    std::vector<std::string> unmatched;  ///< The first 20 names in it that are no image's, or several's.
};

/// Adds the columns of a table to the images that its rows name (PathFinder), as metadata: to colour by, to filter, to
/// export and to hold distances against. Words for missing values are none. Errors: as TableFile::open(), kFormat (no column
/// names the images; a row of another width), kNotFound (no such column, or none of the images), kExists (a column is there
/// already).
Result<JoinReport> joinTable(Project& project, const JoinOptions& options, const JobContext& job);

}  // namespace facespace
