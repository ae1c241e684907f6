#pragma once
#include <string>

#include "core/report/report.h"

namespace facespace::report {

/// All that a report depends on besides the project, as one object: what images and which network, the grades, and the
/// values of every analysis by its key.
std::string parametersJson(const ReportOptions& options);
/// Sets what such an object says; what it does not name stays. The rows that its filter leaves are the caller's to find.
/// Errors: kFormat, and those of Values::set().
Result<void> readParameters(ReportOptions& options, const std::string& json);

}  // namespace facespace::report
