#pragma once
#include <cstdint>
#include <vector>

#include "core/features/feature_matrix.h"
#include "core/figure/colour_maps.h"
#include "core/view/map_camera.h"

/// Which point comes over which, and how large points are: shared by the window and by print.
namespace facespace {

/// Rows with coordinates in the order in which they are painted: those of the colour `grey` (missing values, "other") under
/// the rest (rgb: 3 per row), else shuffled (in import order one identity would cover the next); in 3-D from far to near.
std::vector<int> mapPaintOrder(const Embedding& coordinates, const std::vector<std::uint8_t>& rgb, Rgb grey,
                               const MapCamera& camera);
/// Radius of a point in pixels at 96 dpi for `count` points in a view of `area` square pixels; `zoom` 1 shows the whole map.
double mapPointRadius(std::size_t count, double area, double zoom);

}  // namespace facespace
