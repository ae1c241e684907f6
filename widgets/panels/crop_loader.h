#pragma once
#include "widgets/models/thumbnail_cache.h"

namespace facespace {

/// Gives a ThumbnailCache the aligned crops of the network in view in place of the images. The loader may be called on any
/// thread and follows whatever was set last. GUI thread for the rest.
class CropLoader {
  public:
    CropLoader();
    /// What to cut: the images of the snapshot, as this network's recipe says (null: nothing can be cut).
    void set(std::shared_ptr<const Snapshot> snapshot, const NetworkRecord* network);
    ThumbnailCache::Loader loader() const;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

}  // namespace facespace
