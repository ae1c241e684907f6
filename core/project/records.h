#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/common/ids.h"
#include "core/common/text.h"
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
    std::optional<Landmarks> landmarks{};  ///< None: the detector gives none.
    float score = 0;                       ///< 0 … 1.
};

/// Which way a face looks, as its five landmarks tell; none: no pose fits them.
struct LandmarkPoseRecord {
    ImageId image;
    std::optional<double> yawDeg{}, rollDeg{};
};

/// Why an image has no feature for a network.
struct SkipRecord {
    ImageId image;
    Text reason;
};

struct MapRecord {
    MapId id;
    NetworkId network;
    std::string name;            ///< Unique in a project: "tsne 2-D A".
    std::string method;          ///< Its name in the list of map methods: "tsne".
    std::string parametersJson;  ///< Everything needed to make it again, the seed too.
    std::string createdUtc;      ///< ISO 8601.
    Embedding coordinates;       ///< N × dims.
};

/// How far a map can be trusted, as measured once; it goes when the map changes.
struct TrustRecord {
    MapId map;
    std::string reportJson;  ///< All figures and how they were measured.
    int neighbours = 0;      ///< The k of `preservation`.
    /// N; share of each image's k nearest in the features that are its k nearest on the map.
    std::vector<float> preservation;
};

/// Predicted values of one target from one network's features: numbers, or of two classes the probability of class 1.
struct PredictionRecord {
    NetworkId network;
    std::string target;                  ///< "yaw", "pitch", "media", or a metadata column.
    std::string unit;                    ///< "deg".
    Text labelSource;                    ///< "manifest", "landmarks (solvePnP)", or "predictor FILE".
    std::string parametersJson;          ///< Penalty, folds, seed, figures (MAE, R² …).
    std::string predictorJson;           ///< The predictor fitted on all labelled images; "" if none.
    std::vector<float> values;           ///< N; out-of-fold where the image was labelled.
    std::vector<float> labels;           ///< N; the label used (a number, or 0 or 1 for a class), NaN where there was none.
    std::vector<std::string> classes{};  ///< Names of classes 0 and 1; empty for numbers.
};

/// One of the measures that are taken of every image.
struct MeasureRecord {
    std::string key;    ///< Unique: "sharpness".
    std::string title;  ///< "Sharpness (Laplacian variance)".
    std::string unit;   ///< "px" or "".
    int better = 0;     ///< 1: more is better, -1: less is better, 0: neither or not known.
    friend bool operator==(const MeasureRecord&, const MeasureRecord&) = default;
};

/// What was measured of each image.
struct MeasuresRecord {
    std::vector<MeasureRecord> measures;
    std::string settings;                     ///< How they were taken; see Project::setMeasures.
    std::vector<std::vector<double>> values;  ///< Per measure N; NaN where it was not or could not be measured.
    std::vector<Text> reasons;                ///< N; why an image could not be measured, else "".
    std::int64_t measured = 0;                ///< Images with values.
};

struct SelectionRecord {
    std::string name;  ///< Unique; "" is the current selection kept across sessions.
    std::vector<ImageId> images;
};

struct TagRecord {
    ImageId image;
    std::string tag;
};

struct NoteRecord {
    ImageId image;
    std::string text;
};

struct JobRecord {
    JobId id;
    std::string kind;  ///< "import", "extract", "map", "predict".
    std::string startedUtc;
    std::string finishedUtc;  ///< "" while running (or after a kill).
    std::string status;       ///< "running", "done", "cancelled", "failed".
    Text message;
    std::string parametersJson;
};

}  // namespace facespace
