#pragma once
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/figure/chart.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"

namespace facespace {

struct DistanceRequest {
    std::string network{};               ///< Name; empty: the first.
    std::string groupBy{};               ///< A column of few levels, a histogram for each; empty: all images together.
    std::vector<std::uint8_t> passes{};  ///< 1 per row that a filter lets through; empty: all.
    std::string filter{};                ///< The filter in words, for how it was made.
    bool privacy = false;                ///< Numbers in place of names.
    int bins = 0;                        ///< 0: by Freedman and Diaconis.
};

/// How far the images are from the origin of a network's feature space, as histograms over common bins; groups are compared
/// by their share of images, for they differ in size.
/// Errors: kNotFound (network, column; lists what there is), kInvalid (no distances, too many groups).
Result<figure::Figure> distanceFigure(const Snapshot& snapshot, const DataTable& table, const DistanceRequest& request);

}  // namespace facespace
