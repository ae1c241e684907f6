#pragma once
#include <string>
#include <utility>

#include "tests/unit/container/container_files.h"

namespace facespace::test {

using Files = std::vector<std::pair<std::string, Bytes>>;

/// Writes an archive with libarchive. @param format  "ustar", "pax", "gnutar", "v7tar", "zip" (deflated) or "stored zip".
std::filesystem::path writeArchive(const std::filesystem::path& file, const std::string& format, const Files& files);

Bytes textBytes(const std::string& text);

}  // namespace facespace::test
