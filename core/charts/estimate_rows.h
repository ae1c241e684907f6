#pragma once
#include <vector>

#include "core/analysis/resampling.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// An estimate with its name and the images that it is of.
struct EstimateRow {
    facespace::Text name;
    Estimate estimate;  ///< NaN: no row.
    std::vector<int> rows{};
};
/// A line for each, from above: a dot and its interval, if it has one.
void addEstimateRows(figure::Chart& chart, const std::vector<EstimateRow>& rows, figure::Tone tone);
/// How high a figure with so many lines is.
double estimateRowsMm(std::size_t rows);

}  // namespace facespace::report
