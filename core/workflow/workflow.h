#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/dataset/import.h"
#include "core/extraction/extraction.h"
#include "core/project/project.h"

/// What an analyst does, as whole steps on a project file. The window and the command line call these and nothing
/// below them, so both give the same numbers. Each step is entered in the project's job log.
namespace facespace {

struct ImportReport {
    std::int64_t images = 0;
    std::int64_t identities = 0;
    std::string layout;
    std::vector<std::string> warnings;
};
/// Makes a new project from an image set.
Result<ImportReport> importInto(const std::filesystem::path& projectFile, const ImportOptions& options,
                                const JobContext& job);

/// Extraction with a job-log entry.
Result<ExtractSummary> extractInto(Project& project, const NetworkDescriptor& network, const ExtractOptions& options,
                                   const JobContext& job);

struct MapOptions {
    std::string network;          ///< Name; empty: the only one (error if there are several).
    std::string method = "tsne";  ///< "pca" or "tsne".
    int dims = 2;
    double perplexity = 30;
    double learningRate = 0;  ///< 0: N / early exaggeration.
    double earlyExaggeration = 12;
    int iterations = 0;  ///< t-SNE; 0: the engine's default.
    std::uint64_t seed = 1;
    std::string name;  ///< Empty: "tsne 2-D NETWORK".
};
/// Called on the working thread with coordinates for all rows (NaN where there is no feature) as the map moves.
using MapObserver = std::function<void(int iteration, const Embedding& coordinates)>;
Result<MapRecord> mapInto(Project& project, const MapOptions& options, const JobContext& job,
                          const MapObserver& observer = {});

struct PredictOptions {
    std::string network;
    std::vector<std::string> targets;  ///< See labelsOf(); empty: yaw, pitch, and media where it can be read.
    int folds = 5;
    std::uint64_t seed = 1;
    std::filesystem::path predictor;  ///< Apply this saved predictor in place of fitting one.
};
Result<std::vector<PredictionRecord>> predictInto(Project& project, const PredictOptions& options, const JobContext& job);

struct ImportFeaturesOptions {
    std::filesystem::path file;   ///< .npy, .npz or .csv.
    std::filesystem::path index;  ///< CSV with a `path` column naming the image of each row; empty: import order.
    std::string name;
};
Result<NetworkId> importFeaturesInto(Project& project, const ImportFeaturesOptions& options, const JobContext& job);

}  // namespace facespace
