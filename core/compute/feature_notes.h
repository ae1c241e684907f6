#pragma once
#include <vector>

#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

/// What the user should know of the features of a network: that they have unit length, that values or all rows are the same
/// for every image, that they equal those of another network of the project. One sentence each; usually none.
/// Errors: the project's.
Result<std::vector<Text>> featureNotes(const Project& project, NetworkId network);
/// Of these, those about other networks of the project.
Result<std::vector<Text>> equalFeatures(const Project& project, NetworkId network);

}  // namespace facespace
