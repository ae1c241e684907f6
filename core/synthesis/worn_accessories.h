#pragma once
#include "core/synthesis/accessories.h"

namespace facespace::synthesis {

std::vector<Accessory> makeGlasses(const ImageParameters& image, const HeadShape& shape, bool dark);
std::vector<Accessory> makeMask(const ImageParameters& image, const HeadShape& shape);
std::vector<Accessory> makeHat(const ImageParameters& image, const HeadShape& shape);
std::vector<Accessory> makeScarf(const ImageParameters& image, const HeadShape& shape);

}  // namespace facespace::synthesis
