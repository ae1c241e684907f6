#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/network/descriptor.h"
#include "core/network/families.h"
#include "core/network/network.h"

namespace facespace {

/// A descriptor for weights that have none: what the file says, and what follows from the family it seems to be of.
struct NetworkGuess {
    NetworkDescriptor descriptor;           ///< Whole; its file is not written yet.
    const NetworkFamily* family = nullptr;  ///< Null: none is known that fits; the usual numbers stand.
    std::vector<Text> reasons;              ///< What was seen and what was guessed from it, one sentence each.
};

/// Looks at weights (.onnx, .pt), or at a folder of them as InsightFace's packs are: legacy ones by what their files take
/// in, those of version 2 by their manifest.json, whose SHA-256 must be the file's. An ONNX file is only read. What a
/// TorchScript network takes in and gives is not in its file: it is run on a blank image of the sizes that are usual, which
/// takes consent (core/network/trust.h). Errors: kNotFound (no network in the folder), kInvalid (a detector, landmarks: no
/// network of features), kFormat (the manifest), those of networkOutputs.
Result<NetworkGuess> guessNetwork(const std::filesystem::path& path, const NetworkHostOptions& host, const JobContext& job);

/// The guess as a descriptor's JSON, with "family" and "guessed": true.
std::string descriptorJson(const NetworkGuess& guess);

/// Where the descriptor of these weights (a full path) would be written: STEM.json beside them, or `file`.
/// Errors: kInvalid (there is one already, or another folder).
Result<std::filesystem::path> placeForDescriptor(const std::filesystem::path& weights, const std::filesystem::path& file);

/// Writes it beside the weights: STEM.json, or `file`, which must lie in the same folder.
/// Errors: kInvalid (there is one already, or another folder), kIo.
Result<std::filesystem::path> writeDescriptor(const NetworkGuess& guess, const std::filesystem::path& file = {});

}  // namespace facespace
