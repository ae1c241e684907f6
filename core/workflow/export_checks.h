#pragma once
#include "core/project/snapshot.h"

namespace facespace {

/// Whether images of these rows may be written to `file` as they are. Errors: kInvalid (no images, an anonymous snapshot, a
/// name that does not end in `suffix`, the image set's own folder).
Result<void> checkExport(const Snapshot& snapshot, const std::vector<int>& rows, const std::filesystem::path& file,
                         const std::string& suffix);

}  // namespace facespace
