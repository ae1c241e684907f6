#pragma once
#include <vector>

#include "core/analyses/analysis.h"
#include "core/report/page.h"

namespace facespace::report {

/// Writes what an analysis has to say into the page.
/// @param faces  with the small faces; they are left out, too, where the project has no images
void addBlocks(Page& page, const std::vector<Block>& blocks, const Snapshot& snapshot, bool faces);

}  // namespace facespace::report
