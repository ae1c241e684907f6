#include "widgets/faces/face_crop.h"

namespace facespace {

std::optional<CropRecipe> cropRecipe(const NetworkRecord& network, const ImageSet& images) {
    if (network.descriptorFile.empty()) return std::nullopt;
    auto descriptor = readDescriptorOfProject(network.descriptorFile);
    auto settings = cropSettingsFromJson(network.settingsJson);
    if (!descriptor || !settings) return std::nullopt;
    return CropRecipe{std::move(*descriptor), std::move(*settings), facesExpected(images)};
}

Image alignedCrop(const Image& image, const ImageRecord& record, const CropRecipe& recipe) {
    if (image.empty()) return {};
    auto crop = cropFor(image, record, recipe.descriptor, recipe.settings, recipe.facesExpected, nullptr);
    return crop ? std::move(crop->image) : Image();
}

QImage toQImage(const Image& image) {
    if (image.empty()) return {};
    const QImage view(image.pixels.data(), image.width, image.height, static_cast<qsizetype>(image.rowBytes()),
                      QImage::Format_RGB888);
    return view.convertToFormat(QImage::Format_RGB32);
}

}  // namespace facespace
