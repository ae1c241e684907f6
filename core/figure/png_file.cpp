#include "core/figure/png_file.h"

#include <boost/crc.hpp>
#include <cmath>
#include <cstdint>

namespace facespace::figure {
namespace {

constexpr std::size_t kAfterHeader = 8 + 25;  // Signature and the IHDR chunk.
constexpr std::size_t kLongestKeyword = 79;

cairo_status_t append(void* to, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

std::string bigEndian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(value >> shift & 0xFF));
    return bytes;
}

std::string chunk(const std::string& type, const std::string& content) {
    boost::crc_32_type crc;
    crc.process_bytes(type.data(), type.size());
    crc.process_bytes(content.data(), content.size());
    return bigEndian(static_cast<std::uint32_t>(content.size())) + type + content + bigEndian(crc.checksum());
}

/// PNG (third edition), 11.3.3.4: keyword, no compression, no language, UTF-8.
std::string textChunk(const std::string& key, const std::string& value) {
    using namespace std::string_literals;
    return chunk("iTXt", key.substr(0, kLongestKeyword) + "\0\0\0\0\0"s + value);
}

}  // namespace

std::string pngOf(cairo_surface_t* surface, double dpi, const TextEntries& texts) {
    std::string bytes;
    if (cairo_surface_write_to_png_stream(surface, append, &bytes) != CAIRO_STATUS_SUCCESS) return {};
    std::string extra;
    if (dpi > 0) {
        const std::string perMetre = bigEndian(static_cast<std::uint32_t>(std::lround(dpi / 0.0254)));
        extra += chunk("pHYs", perMetre + perMetre + '\1');
    }
    for (const auto& [key, value] : texts) {
        if (!key.empty() && !value.empty()) extra += textChunk(key, value);
    }
    return bytes.insert(kAfterHeader, extra);
}

}  // namespace facespace::figure
