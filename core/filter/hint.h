#pragma once
#include <string>

#include "core/filter/filter.h"

namespace facespace {

/// Where no image passes: which value that an expression asks for a column never has, and what may have been meant. Empty if
/// the reason is another.
Text filterHint(const std::string& expression, const DataTable& table, const std::string& network = {});

}  // namespace facespace
