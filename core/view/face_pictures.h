#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "core/common/job.h"
#include "core/image/resize.h"
#include "core/project/snapshot.h"
#include "core/view/map_figure.h"

namespace facespace {

/// The face of an image (around its box, if it has one) as a square of at most `side` pixels; blurred beyond recognition if
/// `blurred`. Null where the file cannot be read. Thread-safe.
std::shared_ptr<const Image> facePicture(const Snapshot& snapshot, std::size_t row, int side, bool blurred);

/// Pictures for the points of a map; images that cannot be read are left out. Errors: kCancelled.
Result<std::vector<MapThumbnail>> mapThumbnails(const Snapshot& snapshot, const std::vector<int>& rows, int side,
                                                bool blurred, const JobContext& job);

/// The map's figure laid out, with spec.thumbnails faces read for a resolution: what the window and the command line save.
/// `say` may change the figure's words before they are laid out, as into the window's language. Errors: kCancelled.
Result<figure::Drawing> drawMap(const Snapshot& snapshot, std::shared_ptr<const MapFigureData> data,
                                const MapFigureSpec& spec, double dpi, const JobContext& job,
                                const std::function<void(figure::Figure&)>& say = {});

}  // namespace facespace
