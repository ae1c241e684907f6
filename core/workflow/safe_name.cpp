#include "core/workflow/safe_name.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <memory>

namespace facespace {
namespace {

constexpr std::size_t kLongestExtension = 10;

/// Characters that some file system reserves, and bytes that are no UTF-8, as "_".
std::string withoutReserved(std::string_view name) {
    constexpr std::string_view kReserved = "/\\:*?\"<>|\x7f";
    std::string out;
    while (!name.empty()) {
        const gunichar c = g_utf8_get_char_validated(name.data(), static_cast<gssize>(name.size()));
        const bool valid = c != static_cast<gunichar>(-1) && c != static_cast<gunichar>(-2) && c != 0;
        const std::size_t length = valid ? static_cast<std::size_t>(g_unichar_to_utf8(c, nullptr)) : 1;
        const bool reserved = !valid || g_unichar_iscntrl(c) != 0 ||
                              (c < 0x80 && kReserved.find(static_cast<char>(c)) != std::string_view::npos);
        out += reserved ? std::string_view("_") : name.substr(0, length);
        name.remove_prefix(length);
    }
    return out;
}

/// CON, nul.txt, Com1 …: Windows takes them for devices, with any extension.
bool isDevice(std::string_view name) {
    std::string stem(name.substr(0, name.find('.')));
    std::ranges::transform(stem, stem.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    while (stem.ends_with(' ')) stem.pop_back();
    for (const char* device : {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"})
        if (stem == device) return true;
    return stem.size() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")) &&
           std::isdigit(static_cast<unsigned char>(stem[3])) != 0;
}

/// FNV-1a: the same on every machine and in every version.
std::uint32_t numberOf(std::string_view name) {
    std::uint32_t hash = 2166136261U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

std::string cut(const std::string& name, std::string_view whole, bool extension) {
    const std::size_t dot = extension ? name.rfind('.') : std::string::npos;
    const std::string kept = dot != std::string::npos && name.size() - dot <= kLongestExtension ? name.substr(dot) : "";
    const std::string mark = fmt::format("~{:08x}{}", numberOf(whole), kept);
    std::size_t size = kMaxSafeName - mark.size();
    while (size > 0 && (static_cast<unsigned char>(name[size]) & 0xC0U) == 0x80U) --size;
    return name.substr(0, size) + mark;
}

}  // namespace

std::string safeName(std::string_view whole, bool extension) {
    std::string name = withoutReserved(whole);
    for (std::size_t i = name.size(); i > 0 && (name[i - 1] == '.' || name[i - 1] == ' '); --i) name[i - 1] = '_';
    if (name.empty() || isDevice(name)) name.insert(0, "_");
    return name.size() <= kMaxSafeName ? name : cut(name, whole, extension);
}

std::string foldedName(std::string_view name) {
    const std::string valid = withoutReserved(name);
    const std::unique_ptr<gchar, decltype(&g_free)> composed(
        g_utf8_normalize(valid.data(), static_cast<gssize>(valid.size()), G_NORMALIZE_NFC), &g_free);
    const std::unique_ptr<gchar, decltype(&g_free)> folded(g_utf8_casefold(composed.get(), -1), &g_free);
    return folded.get();
}

}  // namespace facespace
