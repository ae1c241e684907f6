#pragma once
#include "core/analyses/analysis.h"

namespace facespace {

/// What stands above a column of an analysis' table, for people: "per_sd_low" is “per SD low”. Empty for a name that no
/// analysis gives.
Text columnHeading(const std::string& column);

/// The same where the analysis itself names the column; a column that goes by a name from elsewhere, as of the metadata,
/// keeps it, underscores as spaces.
Text headingOf(const Analysis& analysis, const std::string& table, const std::string& column);

}  // namespace facespace
