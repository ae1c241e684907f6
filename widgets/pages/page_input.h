#pragma once
#include <memory>

#include "core/compute/analysis_input.h"

namespace facespace {

/// Which images an analysis of a page takes.
enum class PageScope { kAll, kWithoutSelected, kOnlySelected };

/// What a page's analysis reads on its worker thread: the project at one moment, the network in view, the images taken.
struct PageInput {
    std::shared_ptr<const Snapshot> snapshot;
    AnalysisScope scope;
};

}  // namespace facespace
