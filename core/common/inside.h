#pragma once
#include <filesystem>
#include <string_view>

namespace facespace {

/// Whether the place that `inner` leads to, links followed, lies in the folder `outer` (or is it). What is not there yet is
/// taken by its name, from the last folder on that is there.
bool leadsInside(const std::filesystem::path& inner, const std::filesystem::path& outer);

/// Whether a path is relative, names something and does not climb out of where it starts, by its words alone: no "..", no
/// "/" at its beginning, no zero byte.
bool staysBelow(std::string_view path);

}  // namespace facespace
