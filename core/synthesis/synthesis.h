#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/common/shard.h"

namespace facespace {

/// A set of rendered faces. The same options give the same pixels on every machine and for any number of threads; the
/// JPEG files are the same bytes for the same libjpeg.
struct SynthOptions {
    int identities = 500;    ///< 1 … 100,000.
    int images = 24000;      ///< In all; at least one for each identity, as equally many for each as possible.
    std::uint64_t seed = 1;  ///< Of the population and of everything else. Sets of different seeds share no identity.
    int size = 128;          ///< Pixels a side, 64 … 512.
    int firstIdentity = 0;   ///< Number of the first identity in the population of the seed.
    int longestVideo = 12;   ///< Frames, 1 … 12; shorter videos show people in more settings, as training wants.
    /// What sets each face apart from the average one, times this, 0 … 1.5. Several: every image is rendered at each,
    /// `images` at each of them. Empty, or 1 alone: people as they are.
    std::vector<double> identityStrengths{};
    /// Only these identities, on one of several machines: without the manifest, which a call without it writes once all are
    /// there.
    Shard shard{};
};

struct SynthReport {
    int images = 0;    ///< In the set, or its shard.
    int rendered = 0;  ///< By this call.
    int reused = 0;    ///< Found from an earlier call with the same options.
    double seconds = 0;
};

/// Renders the set into `folder`: images/ID/….jpg and, when all are there, manifest.csv with every known truth.
/// A second call with the same options keeps what is complete (identities are the unit) and renders the rest.
/// The columns are described in resources/manual/rendered-faces.md.
/// `observer`, if given, is told of each identity (0 … identities − 1, in any order) once its images and rows are there.
/// With identity strengths the manifest has two more columns, “identity_strength” and “scene”, which is the same for the
/// images that differ in strength only, and for frames of a video.
/// Errors: kInvalid (options), kExists (the folder holds a set made with other options), kIo, kCancelled.
using SynthObserver = std::function<void(int identity)>;  ///< Called on working threads, several at a time.
Result<SynthReport> renderFaces(const std::filesystem::path& folder, const SynthOptions& options, const JobContext& job = {},
                                const SynthObserver& observer = {});

/// The manifest of some of the identities of a set that is being rendered: header and rows, as renderFaces writes them.
/// Errors: kIo if one of them is not there yet.
Result<std::string> synthManifestPart(const std::filesystem::path& folder, const SynthOptions& options, int first, int last);

/// Header of the manifest that renderFaces writes, in order, without those of identity strengths.
const std::vector<std::string>& synthManifestColumns();

}  // namespace facespace
