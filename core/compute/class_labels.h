#pragma once
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/project/data_table.h"

namespace facespace {

/// A column of 2 to 20 different values, as words.
struct ClassLabels {
    static constexpr std::size_t kMost = 20;
    std::string column;
    std::vector<std::string> labels;   ///< N; empty: none.
    std::vector<std::string> classes;  ///< Sorted.
    bool ofPeople = false;             ///< All images of an identity that have a label have the same.
};

/// What could label classes: metadata with one value for each identity, then still or video, then other metadata
/// but numbers, which count or measure something.
std::vector<ClassLabels> classColumns(const Snapshot& snapshot, const DataTable& table);
/// Errors: kNotFound (no such column, lists those that could be), kInvalid (too many or too few values).
Result<ClassLabels> classLabels(const Snapshot& snapshot, const DataTable& table, const std::string& column);

}  // namespace facespace
