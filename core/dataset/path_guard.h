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
    enum class Files {
        kCheck,
        kFollow,  ///< The same, and links may lead out of the root.
        kIgnore
    };
    /// @param root absolute; may be empty if files are ignored.
    PathGuard(std::filesystem::path root, Files files);

    /// The path relative to the root, '/' between folders, without "." and "..". An absolute path inside the root is
    /// accepted. With files checked, links are followed, absent files are counted, and a file is found by its name in
    /// another form of Unicode (macOS takes letters and accents apart), too, and without the end of an image file. The path
    /// may lead into a container of images.
    /// @param where "line 3 of “labels.csv”", for the message.
    /// Errors: kFormat (empty, or leads out of the root, by itself or through a link).
    Result<std::string> accept(const std::string& raw, const Text& where);

    /// With links followed out of the root, the folder that holds it and all they lead to; else empty.
    const std::filesystem::path& linked() const { return linked_; }
    std::int64_t missing() const { return missing_; }
    const std::string& firstMissing() const { return firstMissing_; }

  private:
    enum class Place { kInside, kOutside, kAbsent };
    Place placeOf(const std::filesystem::path& relative);
    Place placeInContainer(const std::filesystem::path& relative);
    Place placeOfFolder(const std::filesystem::path& relative);
    Place resolve(const std::filesystem::path& file);
    Place placeOfOtherForm(std::filesystem::path& path);
    const std::unordered_map<std::string, std::string>& namesIn(const std::filesystem::path& folder);

    std::filesystem::path root_, realRoot_, linked_;
    Files files_;
    std::unordered_map<std::string, Place> folders_;
    /// By folder: composed names, and those of images without their end, to the names there are.
    std::unordered_map<std::string, std::unordered_map<std::string, std::string>> names_;
    std::int64_t missing_ = 0;
    std::string firstMissing_;
};

}  // namespace facespace
