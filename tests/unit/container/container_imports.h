#pragma once
#include "core/dataset/import.h"
#include "tests/unit/container/container_files.h"
#include "tests/unit/dataset/set_files.h"

namespace facespace::test {

/// More than any image of these tests has.
inline constexpr std::uint64_t kMost = 1U << 24;

inline Result<ImportedSet> imported(const std::filesystem::path& file, const std::filesystem::path& manifest = {}) {
    ImportOptions options;
    options.folder = file;
    options.manifest = manifest;
    return importImageSet(options);
}

inline std::string warningsOf(const Result<ImportedSet>& set) {
    std::string all;
    if (set)
        for (const std::string& warning : set->warnings) all += warning + '\n';
    return all;
}

}  // namespace facespace::test
