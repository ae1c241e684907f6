#pragma once
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/figure/chart.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"

namespace facespace {

struct MosaicRequest {
    std::string column;   ///< Of numbers; empty or “distance”: the distance from the origin.
    std::string network;  ///< Whose distance; empty: the first.
    std::vector<double> percentiles{0, 5, 25, 50, 75, 95, 100};
    int perPercentile = 8;
    std::vector<std::uint8_t> passes;  ///< 1 per row that a filter lets through; empty: all.
    std::string filter;                ///< The filter in words, for how it was made.
    double widthMm = figure::kTwoColumnsMm;
    double dpi = 300;  ///< Of the faces.
    figure::Style style;
    bool privacy = false;  ///< Faces are blurred.
};

/// Faces at percentiles of a column, one line each, from the smallest value down: the images that lie next to the
/// percentile. No image is in two lines. An image that cannot be read leaves a grey square. Errors: kNotFound (column; lists
/// what there is), kInvalid (no values), kCancelled.
Result<figure::Figure> mosaicFigure(const Snapshot& snapshot, const DataTable& table, const MosaicRequest& request,
                                    const JobContext& job);

}  // namespace facespace
