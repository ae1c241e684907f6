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

/// Hyphens before digits as the typographic minus.
inline std::string withTrueMinus(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
        const bool number = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
        if (text[i] == '-' && begins && number)
            out += "−";
        else
            out += text[i];
    }
    return out;
}

}  // namespace facespace::report
