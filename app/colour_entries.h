#pragma once
#include <vector>

#include "widgets/models/workspace.h"
#include "widgets/panels/grouped_choice.h"

namespace facespace {

/// What points can be coloured by, for a grouped choice: what is of the images or of the network in view, by what it is
/// about (identity, distance, head pose, predictions, image quality, metadata, decisions, maps); then the other networks,
/// each under its name. The data of an entry is the column's key.
std::vector<GroupedChoice::Entry> colourEntries(const Workspace& workspace);

}  // namespace facespace
