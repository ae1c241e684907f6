#pragma once
#include <functional>
#include <vector>

#include "core/synthesis/raster.h"

/// Simple surfaces for props, with normals; material coordinates are (along, around, 0).
namespace facespace::synthesis {

/// A tube along a path with a radius at each point; a flat tube if `flatten` < 1 (squeezed along z).
Surface tube(const std::vector<Vec3>& path, const std::vector<float>& radii, int sides = 8, bool closed = false,
             float flatten = 1.0F);
Surface ellipsoid(Vec3 centre, Vec3 radii, const Mat3& turn = {});
/// A sheet of rows × columns points; `at(u, v)` with u, v in 0 … 1 (columns, rows).
Surface sheet(int rows, int columns, bool wrap, const std::function<Vec3(float, float)>& at);
/// A rectangular block with half-sizes, turned.
Surface block(Vec3 centre, Vec3 half, const Mat3& turn);

}  // namespace facespace::synthesis
