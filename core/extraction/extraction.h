#pragma once
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/face/detect.h"
#include "core/network/network.h"
#include "core/project/project.h"

namespace facespace {

/// How a face is cut out of an image. kAuto: landmarks where the image has them (or a detector finds them), else box,
/// else centre crop; a network without a template never uses landmarks.
enum class Alignment { kAuto, kLandmarks, kBox, kCentre, kNone };
enum class NoFacePolicy { kSkip, kCentreCrop };

struct ExtractOptions {
    std::string name;  ///< Under which the features are kept; empty: the descriptor's name.
    Alignment alignment = Alignment::kAuto;
    NoFacePolicy noFace = NoFacePolicy::kSkip;
    std::filesystem::path detector;  ///< An ONNX file, YuNet or SCRFD; empty: none.
    DetectOptions detect;            ///< How the detector searches.
    int batchSize = 16;
    int decodeThreads = 0;                        ///< 0: one per core.
    std::int64_t maxPixels = 100'000'000;         ///< Larger images are skipped unread.
    bool retrySkipped = false;                    ///< Try images again that were skipped before.
    std::chrono::milliseconds commitEvery{1000};  ///< How much work a kill may cost.
    NetworkHostOptions host;
};

struct ExtractSummary {
    NetworkId network;
    std::int64_t extracted = 0;  ///< In this run.
    std::int64_t alreadyThere = 0;
    std::int64_t skipped = 0;  ///< In this run.
    double seconds = 0;
    std::vector<Text> notes;  ///< By storeFeatures (core/workflow): what is unusual about the features.
};

/// Computes the features that the project lacks for this network and writes them as they come.
/// After a cancel or a kill the next call continues where this one stopped, and the result is bit-identical to an
/// uninterrupted run. A network that may not run (core/network/trust.h) leaves the project as it was.
/// Errors: kInvalid, kModel, kCancelled, and the project's.
Result<ExtractSummary> extractFeatures(Project& project, const NetworkDescriptor& network, const ExtractOptions& options,
                                       const JobContext& job);

}  // namespace facespace
