#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/common/ids.h"
#include "core/dataset/image_set.h"
#include "core/features/feature_matrix.h"

/// What a project file holds, as plain values. Vectors and matrices "per image" have one entry per image in import
/// order; NaN marks a missing number.
namespace facespace {

/// A network, or features imported under a name.
struct NetworkRecord {
    NetworkId id;
    std::string name;    ///< Unique in a project.
    std::string sha256;  ///< Of the weights; empty for imported features.
    int dimension = 0;
    bool normalised = false;     ///< True if the source returns unit-length features.
    std::string descriptorFile;  ///< Where the descriptor was; empty for imported features.
    std::string descriptorJson;
    std::string settingsJson;   ///< How faces were cut out (alignment, detector, …); features of one record share it.
    std::int64_t revision = 0;  ///< Counts changes of its features and skip reasons; kept by the project.
};

/// A face that a detector found in an image whose manifest gives no landmarks; pixels of the stored image.
struct DetectedFaceRecord {
    ImageId image;
    FaceBox box;
    Landmarks landmarks{};
    float score = 0;  ///< 0 … 1.
};

/// Why an image has no feature for a network.
struct SkipRecord {
    ImageId image;
    std::string reason;
};

struct MapRecord {
    MapId id;
    NetworkId network;
    std::string name;            ///< Unique in a project: "tsne 2-D A".
    std::string method;          ///< "pca", "tsne".
    std::string parametersJson;  ///< Everything needed to make it again, the seed too.
    std::string createdUtc;      ///< ISO 8601.
    Embedding coordinates;       ///< N × dims.
};

/// Predicted values of one target from one network's features.
struct PredictionRecord {
    NetworkId network;
    std::string target;          ///< "yaw", "pitch", or a metadata column.
    std::string unit;            ///< "deg".
    std::string labelSource;     ///< "manifest", "landmarks (solvePnP)", or "predictor FILE".
    std::string parametersJson;  ///< Penalty, folds, seed, figures (MAE, R² …).
    std::string predictorJson;   ///< The predictor fitted on all labelled images; "" if none.
    std::vector<float> values;   ///< N; out-of-fold where the image was labelled.
    std::vector<float> labels;   ///< N; the label used, NaN where there was none.
};

struct SelectionRecord {
    std::string name;  ///< Unique; "" is the current selection kept across sessions.
    std::vector<ImageId> images;
};

struct TagRecord {
    ImageId image;
    std::string tag;
};

struct JobRecord {
    JobId id;
    std::string kind;  ///< "import", "extract", "map", "predict".
    std::string startedUtc;
    std::string finishedUtc;  ///< "" while running (or after a kill).
    std::string status;       ///< "running", "done", "cancelled", "failed".
    std::string message;
    std::string parametersJson;
};

}  // namespace facespace
