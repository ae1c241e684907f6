#pragma once
#include <string>
#include <vector>

#include "core/analysis/nested_variance.h"
#include "core/project/data_table.h"

namespace facespace {

/// Levels of images from a column: its values, 2 to 20, or ranges of a number that hold as many images each. “view” is |yaw|
/// in ranges of 30°. @param ranges  of a number of more than 20 values
/// Errors: kNotFound (no such column), kInvalid (one value only, or too many words).
Result<ImageFactor> imageFactor(const Snapshot& snapshot, const DataTable& table, const std::string& column, int ranges);
/// The same of people: a number is cut where half of the identities are below, by their means.
Result<ImageFactor> peopleFactor(const Snapshot& snapshot, const DataTable& table, const std::string& column);

/// Which column labels classes of people where none is named: the first of metadata that has one value for each identity;
/// else the “masculinity” of rendered faces; empty: none.
std::string usualClasses(const Snapshot& snapshot, const DataTable& table);
/// Light, by the usual names, and “view” where there is yaw.
std::vector<std::string> usualConditions(const Snapshot& snapshot, const DataTable& table);

}  // namespace facespace
