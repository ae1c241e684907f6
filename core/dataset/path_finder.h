#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/common/text.h"

namespace facespace {

/// Finds the images of a set by what other files call them: by the path, by more of it ("/data/lfw/A/1.jpg" for "A/1.jpg"),
/// by less of it down to the file's name alone ("1.jpg"), with another end or none; in either form of Unicode, with '\' for
/// '/'. What could be two images is none. Not thread-safe.
class PathFinder {
  public:
    /// @param paths  relative to the set's root, '/' between folders; the same path may stand in several rows.
    explicit PathFinder(const std::vector<std::string>& paths);

    struct Found {
        std::int64_t row = -1;    ///< −1: none, or several.
        std::int64_t other = -1;  ///< With `first`, two of those that it could be.
        std::int64_t first = -1;
        bool ambiguous() const { return other >= 0; }
    };
    Found find(std::string_view name) const;
    std::size_t size() const { return keys_.size(); }

  private:
    Found among(const std::unordered_map<std::string, std::vector<std::int64_t>>& byName, const std::string& key,
                const std::vector<std::string>& keys) const;

    std::vector<std::string> keys_, stems_;  ///< Composed paths by row, and without the end of an image.
    std::unordered_map<std::string, std::vector<std::int64_t>> byName_, byStem_;  ///< By what is behind the last '/'.
};

/// Collects what was not found, for one sentence each.
struct NotFound {
    std::int64_t missing = 0, ambiguous = 0;
    std::string firstMissing, firstAmbiguous, one, another;

    void see(std::string_view name, const PathFinder::Found& found, const std::vector<std::string>& paths);
    /// “… names images that are not in this project”, “… could be two images”. @param file how messages call it
    std::vector<Text> sentences(const std::string& file) const;
};

}  // namespace facespace
