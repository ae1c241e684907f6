#pragma once
#include <string>

#include "core/analyses/list.h"

namespace facespace {

/// The manual's page of parameters, in Markdown: every field of every analysis with its flag, fallback, range and meaning.
std::string parametersPage(const AnalysisList& list);
/// The manual's page of columns: what every column of every table means, with unit and source.
std::string columnsPage(const AnalysisList& list);

}  // namespace facespace
