#include "core/container/container.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace facespace {
namespace {
namespace fs = std::filesystem;

struct Suffix {
    std::string_view suffix;
    ContainerKind kind;
};
constexpr std::array kSuffixes{Suffix{".rec", ContainerKind::kRecords}, Suffix{".bin", ContainerKind::kPairs},
                               Suffix{".tar", ContainerKind::kTar}, Suffix{".zip", ContainerKind::kZip}};

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool endsWith(std::string_view name, std::string_view suffix) {
    return name.size() > suffix.size() &&
           std::equal(suffix.rbegin(), suffix.rend(), name.rbegin(), [](char a, char b) { return a == lowered(b); });
}

}  // namespace

std::optional<ContainerKind> containerKind(const fs::path& file) {
    const std::string name = file.filename().string();
    for (const Suffix& known : kSuffixes)
        if (endsWith(name, known.suffix)) return known.kind;
    return {};
}

ImagePlace imagePlace(const fs::path& path) {
    std::error_code error;
    // A file that is there is the common case, and needs one look.
    if (fs::is_regular_file(path, error)) return {path, {}};
    for (fs::path above = path.parent_path(); above.has_filename(); above = above.parent_path())
        if (containerKind(above) && fs::is_regular_file(above, error))
            return {above, path.lexically_relative(above).lexically_normal().generic_string()};
    return {path, {}};
}

bool imageExists(const fs::path& path) {
    const ImagePlace place = imagePlace(path);
    std::error_code error;
    return !place.entry.empty() || fs::exists(place.file, error);
}

}  // namespace facespace
