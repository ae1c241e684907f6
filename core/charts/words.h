#pragma once
#include <string>

#include "core/common/number_text.h"

namespace facespace::report {

/// "1 image", "6,000 images".
inline std::string counted(std::int64_t n, const char* one, const char* many) {
    return groupedNumber(n) + " " + (n == 1 ? one : many);
}
inline std::string imagesText(std::int64_t n) { return counted(n, "image", "images"); }
inline std::string identitiesText(std::int64_t n) { return counted(n, "identity", "identities"); }

}  // namespace facespace::report
