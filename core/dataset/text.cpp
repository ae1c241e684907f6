#include "core/dataset/text.h"

#include <fmt/format.h>
#include <glib.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>

namespace facespace {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";

/// Length of the well-formed UTF-8 character at the start of `text`; 0 if there is none.
std::size_t characterLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                               : first >= 0xE0 && first <= 0xEF ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (length == 0 || text.size() < length || byte(1) < low || byte(1) > high) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
    return length;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kWhiteSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1);
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string readableText(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const std::size_t length = characterLength(bytes);
        if (length == 0)
            text += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes.front()));
        else
            text += bytes.substr(0, length);
        bytes.remove_prefix(length == 0 ? 1 : length);
    }
    return text;
}

std::optional<double> parseNumber(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) return {};
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return {};
    return value;
}

bool isMissing(std::string_view cell) {
    constexpr std::array<std::string_view, 12> kWords{"",     "na",     "n/a",  "#n/a", "<na>", "nan",
                                                      "none", "<none>", "null", "-",    "–",    "—"};
    cell = trimmed(cell);
    return cell.size() <= 6 && std::ranges::find(kWords, lowerCase(cell)) != kWords.end();
}

bool endsAsImages(std::string_view name) { return withoutImageEnd(name).size() < name.size(); }

std::string_view withoutImageEnd(std::string_view name) {
    constexpr std::array<std::string_view, 13> kEnds{".jpg", ".jpeg", ".jpe", ".jfif", ".png",  ".bmp", ".pgm",
                                                     ".ppm", ".pbm",  ".pnm", ".tif",  ".tiff", ".webp"};
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || name.size() - dot > 5) return name;
    return std::ranges::find(kEnds, lowerCase(name.substr(dot))) != kEnds.end() ? name.substr(0, dot) : name;
}

std::string composed(std::string_view text) {
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }) || !isUtf8(text))
        return std::string(text);
    const std::unique_ptr<gchar, decltype(&g_free)> form(
        g_utf8_normalize(text.data(), static_cast<gssize>(text.size()), G_NORMALIZE_DEFAULT_COMPOSE), g_free);
    return form ? std::string(form.get()) : std::string(text);
}

}  // namespace facespace
