#pragma once
#include <memory>
#include <optional>
#include <QImage>
#include <string>

#include "core/dataset/image_set.h"
#include "core/extraction/crop.h"
#include "core/image/image.h"
#include "core/network/descriptor.h"
#include "core/project/records.h"

namespace facespace {

/// How the images of one network were cut, to show an image as the network saw it.
struct CropRecipe {
    NetworkDescriptor descriptor;
    CropSettings settings;
    bool facesExpected = false;
};

/// From the network as the project keeps it; nothing for imported features or an unreadable descriptor.
std::optional<CropRecipe> cropRecipe(const NetworkRecord& network, const ImageSet& images);

/// The crop that the network was fed with, before normalisation; an empty image if it had none. Landmarks
/// that a detector found are in the record. Thread-safe.
Image alignedCrop(const Image& image, const ImageRecord& record, const CropRecipe& recipe);

/// A copy that Qt can draw.
QImage toQImage(const Image& image);

}  // namespace facespace
