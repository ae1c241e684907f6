#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"
#include "core/view/map_figure.h"

namespace facespace {

/// Which map of a project, and how.
struct MapRequest {
    MapId map;                         ///< None: the newest, of `network` if that is given.
    std::string network;               ///< Name; empty: any.
    std::string name;                  ///< Of the map; empty: by `map` or `network`.
    ColouringOptions colouring;        ///< An empty key: the distance from the origin; "none": one colour.
    bool radial = false;               ///< The radius is the distance from the origin, the angle the map's.
    std::vector<int> selected;         ///< Rows.
    std::vector<std::uint8_t> passes;  ///< 1 per row that a filter lets through; empty: all.
    std::string filter;                ///< The filter in words, for how it was made.
};

/// What a figure of the map shows; the window and the command line draw what this gives.
/// Errors: kNotFound (no such map or column; lists what there is), kInvalid (no map at all).
Result<MapFigureData> mapFigureData(const Snapshot& snapshot, const DataTable& table, const MapRequest& request);

/// "PC 1", …; empty for methods whose axes mean nothing.
std::vector<std::string> axisLabelsOf(const MapRecord& map);

}  // namespace facespace
