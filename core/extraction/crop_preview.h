#pragma once
#include <cstddef>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/text.h"
#include "core/dataset/image_set.h"
#include "core/extraction/crop.h"
#include "core/extraction/extraction.h"

namespace facespace {

/// What the network would see of one image.
struct CropPreview {
    std::size_t row = 0;  ///< In import order.
    Image crop;           ///< Of the network's input size; empty: the image would be skipped.
    Text skipReason;      ///< Why it is empty.
    Alignment used = Alignment::kNone;
};

/// Cuts out a few faces, evenly spread over the set, as an extraction with these options would, without running the network.
/// @param count  How many; fewer if the set has fewer.
/// Errors: of the detector (kModel, kIo; kInvalid: it may not run yet, core/network/trust.h); kCancelled. An image that
/// cannot be read is told of in its place.
Result<std::vector<CropPreview>> previewCrops(const ImageSet& images, const NetworkDescriptor& network,
                                              const ExtractOptions& options, std::size_t count, const JobContext& job);

/// Whether the network was trained on faces aligned by landmarks and these options give it others: how many images of the
/// set have no landmarks, where no detector looks for them. 0 where all is well.
std::size_t imagesLackingLandmarks(const ImageSet& images, const NetworkDescriptor& network, const ExtractOptions& options);

}  // namespace facespace
