#pragma once
#include "core/compute/table.h"
#include "core/figure/mark_rows.h"
#include "core/project/snapshot.h"

namespace facespace {

/// The images that stand behind each line of a table: those whose paths are in it; where no column holds paths, those of the
/// identity in its first column of identities. No marks: its lines are no images.
figure::MarkRows rowsBehind(const Table& table, const Snapshot& snapshot);

}  // namespace facespace
