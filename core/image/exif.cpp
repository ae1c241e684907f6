#include "core/image/exif.h"

#include <algorithm>
#include <string_view>

namespace facespace {
namespace {

constexpr std::uint64_t kOrientation = 274, kExtraSamples = 338, kShort = 3;
constexpr std::uint64_t kMostEntries = 65535;

/// A directory's entry for a tag.
struct TagPlace {
    std::uint64_t type = 0, count = 0;
    std::uint64_t value = 0;  ///< Where the value is, or where its offset is if it does not fit.
    std::uint64_t room = 0;   ///< Bytes that fit.
};

std::optional<TagPlace> findTag(ByteFields& fields, bool big, std::uint64_t wanted) {
    const int offsetBytes = big ? 8 : 4;
    const auto directory = fields.number(big ? 8 : 4, offsetBytes);
    if (!directory) return {};
    const auto entries = fields.number(*directory, big ? 8 : 2);
    if (!entries || *entries > kMostEntries) return {};
    for (std::uint64_t i = 0; i < *entries; ++i) {
        const std::uint64_t entry = *directory + (big ? 8 : 2) + (big ? 20 : 12) * i;
        const auto tag = fields.number(entry, 2);
        if (!tag) return {};
        if (*tag != wanted) continue;
        const auto type = fields.number(entry + 2, 2), count = fields.number(entry + 4, offsetBytes);
        if (!type || !count) return {};
        const auto room = static_cast<std::uint64_t>(offsetBytes);
        return TagPlace{*type, *count, entry + 4 + room, room};
    }
    return {};
}

/// "II" or "MM".
std::optional<bool> isBigEndian(ByteSource& tiff) {
    const auto order = ByteFields(tiff, true).number(0, 2);
    if (order != 0x4949U && order != 0x4D4DU) return {};
    return order == 0x4D4DU;
}

}  // namespace

int tiffOrientation(ByteSource& tiff) {
    const auto bigEndian = isBigEndian(tiff);
    if (!bigEndian) return 1;
    ByteFields fields(tiff, *bigEndian);
    const auto tag = findTag(fields, false, kOrientation);
    const std::uint64_t value = tag ? fields.number(tag->value, 2).value_or(1) : 1;
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

int webpOrientation(std::span<const std::uint8_t> webp) {
    using std::string_view_literals::operator""sv;
    MemorySource source(webp);
    ByteFields fields(source, false);
    // Behind "RIFF", its length and "WEBP": chunks of a name, a length and as many bytes, made even.
    for (std::uint64_t at = 12; at + 8 <= webp.size();) {
        const std::string_view name(reinterpret_cast<const char*>(webp.data()) + at, 4);
        const std::uint64_t bytes = fields.number(at + 4, 4).value_or(0);
        if (name == "EXIF"sv) {
            auto exif = webp.subspan(at + 8, std::min<std::uint64_t>(bytes, webp.size() - at - 8));
            // Some programs write JPEG's name of the segment before it.
            const std::string_view start(reinterpret_cast<const char*>(exif.data()), exif.size());
            if (start.starts_with("Exif\0\0"sv)) exif = exif.subspan(6);
            MemorySource tiff(exif);
            return tiffOrientation(tiff);
        }
        at += 8 + bytes + bytes % 2;
    }
    return 1;
}

std::vector<std::uint8_t> withAlphaAside(std::span<const std::uint8_t> tiff) {
    MemorySource source(tiff);
    const auto bigEndian = isBigEndian(source);
    if (!bigEndian) return {};
    ByteFields fields(source, *bigEndian);
    const auto tag = findTag(fields, fields.number(2, 2) == 43U, kExtraSamples);
    if (!tag || tag->type != kShort || tag->count == 0 || 2 * tag->count > tag->room) return {};
    std::vector<std::uint8_t> changed;
    for (std::uint64_t i = 0; i < tag->count; ++i) {
        const std::uint64_t at = tag->value + 2 * i;
        if (fields.number(at, 2) != 2U) continue;
        if (changed.empty()) changed.assign(tiff.begin(), tiff.end());
        changed[static_cast<std::size_t>(at + (*bigEndian ? 1 : 0))] = 1;
    }
    return changed;
}

}  // namespace facespace
