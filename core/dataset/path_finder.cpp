#include "core/dataset/path_finder.h"

#include <algorithm>

#include "core/common/number_text.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

std::string keyOf(std::string_view path) {
    std::string key = composed(trimmed(path));
    if (key.find('\\') != std::string::npos && key.find('/') == std::string::npos) std::ranges::replace(key, '\\', '/');
    while (key.starts_with("./")) key.erase(0, 2);
    return key;
}

std::string_view nameOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// Whether one path is the end of the other, folder by folder.
bool endsWithFolders(std::string_view longer, std::string_view shorter) {
    if (longer.size() < shorter.size()) std::swap(longer, shorter);
    if (!longer.ends_with(shorter)) return false;
    return longer.size() == shorter.size() || longer[longer.size() - shorter.size() - 1] == '/';
}

}  // namespace

PathFinder::PathFinder(const std::vector<std::string>& paths) {
    keys_.reserve(paths.size());
    for (const std::string& path : paths) {
        const auto row = static_cast<std::int64_t>(keys_.size());
        keys_.push_back(keyOf(path));
        stems_.emplace_back(withoutImageEnd(keys_.back()));
        byName_[std::string(nameOf(keys_.back()))].push_back(row);
        byStem_[std::string(nameOf(stems_.back()))].push_back(row);
    }
}

PathFinder::Found PathFinder::among(const std::unordered_map<std::string, std::vector<std::int64_t>>& byName,
                                    const std::string& key, const std::vector<std::string>& keys) const {
    const auto rows = byName.find(std::string(nameOf(key)));
    if (rows == byName.end()) return {};
    // The whole path before others that end as it does; of these the one that has most of it.
    Found found;
    std::size_t best = 0;
    for (const std::int64_t row : rows->second) {
        const std::string& path = keys[static_cast<std::size_t>(row)];
        if (!endsWithFolders(path, key)) continue;
        const std::size_t same = path.size() == key.size() ? key.size() + 1 : std::min(path.size(), key.size());
        if (same > best) {
            best = same;
            found = {row, -1, row};
        } else if (same == best && found.other < 0) {
            found.other = row;
        }
    }
    if (found.other >= 0) found.row = -1;
    return found;
}

PathFinder::Found PathFinder::find(std::string_view name) const {
    const std::string key = keyOf(name);
    if (key.empty()) return {};
    const Found found = among(byName_, key, keys_);
    if (found.row >= 0 || found.ambiguous()) return found;
    return among(byStem_, std::string(withoutImageEnd(key)), stems_);
}

void NotFound::see(std::string_view name, const PathFinder::Found& found, const std::vector<std::string>& paths) {
    if (found.ambiguous()) {
        if (ambiguous++ > 0) return;
        firstAmbiguous = readableText(name);
        one = readableText(paths[static_cast<std::size_t>(found.first)]);
        another = readableText(paths[static_cast<std::size_t>(found.other)]);
    } else if (missing++ == 0) {
        firstMissing = readableText(name);
    }
}

std::vector<Text> NotFound::sentences(const std::string& file) const {
    std::vector<Text> sentences;
    if (missing > 0)
        sentences.push_back(sayCount("1 image that “{1}” names is not in this project: “{2}”.",
                                     "{0} images that “{1}” names are not in this project, the first is “{2}”.", missing,
                                     groupedNumber(missing), file, firstMissing));
    if (ambiguous > 0)
        sentences.push_back(
            sayCount("1 name in “{1}” could be several images: “{2}” is “{3}” or “{4}”; write more of its path.",
                     "{0} names in “{1}” could be several images, the first, “{2}”, is “{3}” or “{4}”; write more of their "
                     "paths.",
                     ambiguous, groupedNumber(ambiguous), file, firstAmbiguous, one, another));
    return sentences;
}

}  // namespace facespace
