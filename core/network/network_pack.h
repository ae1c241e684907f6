#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/common/result.h"

namespace facespace {

/// A network's weights, and what the pack that they are in says of them.
struct PackedNetwork {
    std::filesystem::path file;      ///< Absolute.
    std::string name;                ///< The pack's; empty: the file is in none.
    std::optional<float> mean, std;  ///< Of pixels 0…255.
    std::string licence;             ///< The file in which it stands.
};

/// The network of features at this path: the file itself, or the one of a folder. InsightFace's packs of version 2 name it
/// in manifest.json ("tasks": {"recognition": {"file", "sha256", "preprocessing"}}); in a folder without manifest it is the
/// ONNX file that takes images of 112 × 112 and gives numbers, not maps. Errors: kNotFound, kInvalid (several: names them),
/// kFormat (the manifest, another hash), kIo.
Result<PackedNetwork> networkIn(const std::filesystem::path& path);

/// A weights file's bytes to look at, not to run. Errors: kIo, kResource (over 4 GiB).
Result<std::vector<std::byte>> readWeightsForLooking(const std::filesystem::path& file);

}  // namespace facespace
