#pragma once
#include <string>

#include "core/common/result.h"
#include "core/figure/chart.h"
#include "core/project/snapshot.h"

namespace facespace::report {

/// How far a map can be trusted, as it was measured: trustworthiness, continuity and preservation over the number of
/// neighbours; where several maps were measured, all of them at the k of the first.
/// @param map  its name; empty: the newest that was measured
/// Errors: kNotFound (no such map), kInvalid (not measured), kFormat (a report that cannot be read).
Result<figure::Figure> trustFigure(const Snapshot& snapshot, const std::string& map = {});

/// The network whose features the map that trustFigure() would draw was made from; empty if there is none.
std::string networkOfTrust(const Snapshot& snapshot, const std::string& map = {});

}  // namespace facespace::report
