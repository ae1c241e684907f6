#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/features/feature_matrix.h"

class vtkRenderer;

namespace facespace {

struct PointCloudStyle {
    double radius = 3;            ///< Device pixels.
    double selectedRadius = 3.5;  ///< Device pixels.
    double pixelRatio = 1;        ///< Device pixels per logical pixel; outlines follow it.
    bool dimmed = false;          ///< Points outside the selection fade (they never vanish).
    std::array<double, 3> background{1, 1, 1};
    std::array<double, 3> accent{0, 0, 0};  ///< Around selected points.
    double fadeFront = 0, fadeBack = 0;     ///< Distances from the eye between which points fade; equal: none.
    double nearPlane = 0, farPlane = 1;
};

/// All points of a map as round, antialiased marks with a fine outline, in VTK; selected points lie over the others,
/// filtered-out ones faint below. Of very many points a sample can stand for all while the view moves. GUI thread only.
class PointCloud {
  public:
    explicit PointCloud(vtkRenderer* renderer);
    ~PointCloud();
    PointCloud(const PointCloud&) = delete;
    PointCloud& operator=(const PointCloud&) = delete;

    void setCoordinates(const Embedding& coordinates);
    /// 3 bytes per row.
    void setColours(const std::vector<std::uint8_t>& rgb);
    /// Rows from the bottom to the top, each in one of the three lists; `dim` are those that a filter leaves out.
    void setRows(const std::vector<int>& dim, const std::vector<int>& plain, const std::vector<int>& selected);
    void setStyle(const PointCloudStyle& style);
    /// Draws about every n-th point only, so that very many points can be moved; takes effect with the next picture.
    void setSampled(bool sampled);
    /// Points that a sampled picture shows; all of them where there are few enough.
    std::size_t sampleSize() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace facespace
