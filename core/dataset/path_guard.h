#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>

#include "core/common/result.h"

namespace facespace {

/// Keeps the paths of a manifest inside its folder. Not thread-safe.
class PathGuard {
  public:
    enum class Files { kCheck, kIgnore };
    /// @param root absolute; may be empty if files are ignored.
    PathGuard(std::filesystem::path root, Files files);

    /// The path relative to the root, '/' between folders, without "." and "..". An absolute path inside the root is
    /// accepted. With files checked, links are followed, and absent files are counted.
    /// @param where "line 3 of “labels.csv”", for the message.
    /// Errors: kFormat (empty, or leads out of the root, by itself or through a link).
    Result<std::string> accept(const std::string& raw, const Text& where);

    std::int64_t missing() const { return missing_; }
    const std::string& firstMissing() const { return firstMissing_; }

  private:
    enum class Place { kInside, kOutside, kAbsent };
    Place placeOf(const std::filesystem::path& relative);
    Place placeOfFolder(const std::filesystem::path& relative);
    Place resolve(const std::filesystem::path& file) const;

    std::filesystem::path root_, realRoot_;
    Files files_;
    std::unordered_map<std::string, Place> folders_;
    std::int64_t missing_ = 0;
    std::string firstMissing_;
};

}  // namespace facespace
