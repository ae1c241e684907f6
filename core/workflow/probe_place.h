#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/projection/pca.h"
#include "core/projection/placement.h"
#include "core/workflow/map_options.h"

/// For core/workflow alone.
namespace facespace {

/// Where a feature that is not in the project lies on one of its maps. PCA: by projection. t-SNE and UMAP: at the median of
/// its nearest images, nearer ones counting for more.
class MapPlacer {
  public:
    /// @param features  N × D, NaN rows where there is none.
    /// Errors: kInvalid (no image of the map has a feature), kFormat, kCancelled.
    static Result<MapPlacer> make(const MapRecord& map, const FeatureMatrix& features, int neighbours,
                                  const JobContext& job);
    /// One value per dimension. Errors: kCancelled, kInvalid.
    Result<std::vector<float>> place(const Eigen::RowVectorXf& feature, const JobContext& job) const;

  private:
    FeatureMatrix features_;
    Embedding positions_;
    PlacementOptions options_;
    std::optional<Pca> pca_;
};

}  // namespace facespace
