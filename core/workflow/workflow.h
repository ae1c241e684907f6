#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/dataset/import.h"
#include "core/extraction/extraction.h"
#include "core/extraction/layers.h"
#include "core/project/project.h"
#include "core/workflow/maps.h"
#include "core/workflow/store_trust.h"

/// What an analyst does, as whole steps on a project file. The window and the command line call these and nothing
/// below them, so both give the same numbers. Each step is entered in the project's job log.
namespace facespace {

struct ImportReport {
    std::int64_t images = 0;
    std::int64_t identities = 0;
    std::string layout;
    std::vector<Text> warnings;
};
/// Makes a new project from an image set.
Result<ImportReport> createProject(const std::filesystem::path& projectFile, const ImportOptions& options,
                                   const JobContext& job);

/// What has to be asked before this extraction can run: whether the network may, and after a yes whether the detector may,
/// where that is one, too. Empty if nothing has, or if it cannot run anyway.
std::optional<NetworkQuestion> extractionQuestion(const NetworkDescriptor& network, const ExtractOptions& options);

/// Extraction with a job-log entry.
Result<ExtractSummary> storeFeatures(Project& project, const NetworkDescriptor& network, const ExtractOptions& options,
                                     const JobContext& job);
/// The same of several inner layers in one pass (core/extraction/layers.h).
Result<std::vector<ExtractSummary>> storeLayers(Project& project, const LayerSet& layers, const ExtractOptions& options,
                                                const JobContext& job);

struct PredictOptions {
    std::string network;
    std::vector<std::string> targets;  ///< See computeLabels(); empty: yaw, pitch, and media where it can be read.
    int folds = 5;
    std::uint64_t seed = 1;
    std::filesystem::path predictor;  ///< Apply this saved predictor in place of fitting one.
};
Result<std::vector<PredictionRecord>> storePredictions(Project& project, const PredictOptions& options,
                                                       const JobContext& job);

struct ImportFeaturesOptions {
    std::filesystem::path file;  ///< .npy, .npz or .csv.
    /// A table with a column of paths, or a list of them, that names the image of each row; empty: by the names in the
    /// file, if there are any, else in import order.
    std::filesystem::path index;
    std::string name;
};
struct FeatureImport {
    NetworkId network;
    std::vector<Text> notes;  ///< What is unusual about the file, its rows or its features, a sentence each.
};
/// Errors: as readFeatureFile() and rowsOfFeatures(), and kExists (the name is taken).
Result<FeatureImport> importFeatureFile(Project& project, const ImportFeaturesOptions& options, const JobContext& job);

}  // namespace facespace
