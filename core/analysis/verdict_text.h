#pragma once
#include <string>

#include "core/analysis/statistics.h"
#include "core/analysis/view_dependence.h"

/// What the analyses found, in words: the same on the command line, in tables and in the report.
namespace facespace {

/// "p = 0.034", "p < 0.001"; from shuffles "p = 0.034 (199 shuffles)", and the least that there can be, which is no more
/// than a bound, as "p ≤ 0.005 (199 shuffles)". "–" for NaN.
std::string pValueText(double p, int shuffles = 0);

/// Whether p-values from so many shuffles can be as small as a Bonferroni correction of 5 % for so many tests needs; if not,
/// how many shuffles it takes.
std::string resolvedText(int tests, int shuffles);

const char* termFor(ViewOwner owner);
/// "rises throughout", "rises, then falls (from the 60th percentile on)".
std::string shapeText(const Trend& trend);

}  // namespace facespace
