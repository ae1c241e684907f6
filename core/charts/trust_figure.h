#pragma once
#include <string>

#include "core/common/result.h"
#include "core/compute/trust_report.h"
#include "core/figure/chart.h"
#include "core/project/snapshot.h"

namespace facespace::report {

/// Trustworthiness, continuity and preservation of one map over the number of neighbours, of which there is one at least.
figure::Chart trustChart(const TrustReport& report);

/// How far a map can be trusted, as it was measured: trustworthiness, continuity and preservation over the number of
/// neighbours; where several maps were measured, all of them at the k of the first.
/// @param map  its name; empty: the newest that was measured
/// Errors: kNotFound (no such map), kInvalid (not measured), kFormat (a report that cannot be read).
Result<figure::Figure> trustFigure(const Snapshot& snapshot, const std::string& map = {});

/// The report that trustFigure() would draw. Errors: as there.
Result<TrustReport> measuredTrust(const Snapshot& snapshot, const std::string& map = {});

}  // namespace facespace::report
