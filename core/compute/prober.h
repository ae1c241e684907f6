#pragma once
#include <cstdint>
#include <Eigen/Core>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/image/image.h"
#include "core/network/network.h"
#include "core/probe/degradation.h"
#include "core/project/snapshot.h"

/// What becomes of one image's feature as the image is made worse: the network is run again on the degraded face, and the
/// answer is compared with the features of the project. Nothing is written.
namespace facespace {

struct ProbeOptions {
    std::string network;               ///< Name; empty: the only one (error if there are several).
    std::string map{};                 ///< Name; empty: the first of that network. A network without a map has no places.
    std::filesystem::path descriptor;  ///< Empty: where the network was when the features were extracted.
    int neighbours = 10;               ///< At least 1.
    bool pose = true;                  ///< Predict yaw and pitch, with a predictor fitted now if there is none yet.
    /// Images per forward pass. One is quickest; to have the very bits of an extraction take its batch size: processors
    /// round differently for batches of different sizes.
    int batchSize = 1;
    NetworkHostOptions host{};  ///< Its batch size is not read.
};

struct ProbeNeighbour {
    std::int64_t row = 0;
    double cosine = 0;
    bool sameIdentity = false;
};

/// The network that a probe with these options would run. Errors: kNotFound (no such network or descriptor), kInvalid
/// (several and no name; features that were imported without a network), those of readDescriptor.
Result<NetworkDescriptor> probedNetwork(const Snapshot& snapshot, const ProbeOptions& options);

/// One answer. NaN marks what cannot be said.
struct ProbeStep {
    std::int64_t row = 0;
    Degradation degradation;
    Image crop;  ///< What the network saw.
    Eigen::RowVectorXf feature;
    double distance = 0;    ///< ‖x‖.
    double percentile = 0;  ///< 0 … 100, of the distance among the stored ones; NaN if all have unit length.
    double cosine = 1;      ///< To the stored feature of the image.
    /// Predicted, by the predictor that gave the project's value for this image (predictorOfRow), so that the unchanged face
    /// has that value.
    double yawDeg = 0, pitchDeg = 0;
    std::vector<float> place;                ///< On the map, one value per dimension; empty if there is no map.
    std::vector<ProbeNeighbour> neighbours;  ///< Highest cosine first, without the image itself.
    int sameAmong = 0;                       ///< Of the neighbours, those of the image's identity.
    std::int64_t ownRank = 0;  ///< Of the nearest image of its identity among all others, from 1; 0: it has no other.
};

/// Keeps a network running and the features of a project at hand, so that an answer takes little more than one forward pass.
/// One thread at a time, whichever. The network's process ends with it.
class Prober {
  public:
    /// Starts the network. Errors: kNotFound (no such network, map or descriptor), kInvalid (features that were imported
    /// without a network; other weights than the features were made with; weights that may not run), kModel, kCancelled.
    static Result<std::unique_ptr<Prober>> open(std::shared_ptr<const Snapshot> snapshot, const ProbeOptions& options,
                                                const JobContext& job);
    ~Prober();
    Prober(const Prober&) = delete;
    Prober& operator=(const Prober&) = delete;

    /// The image as the project has it: its stored feature and its own point of the map. The network is not run.
    /// Errors: kInvalid (the image has no feature), kIo, kFormat (its file).
    Result<ProbeStep> stored(std::size_t row);
    /// The degraded image through the network. Errors: also kInvalid (a value out of range), kModel, kCancelled.
    Result<ProbeStep> step(std::size_t row, const Degradation& degradation);

    const Snapshot& snapshot() const;
    const NetworkRecord& network() const;
    const MapRecord* map() const;  ///< Null: none.
    /// Why yaw or pitch are not predicted, or a map not used, as sentences.
    const std::vector<Text>& notes() const;

  private:
    struct Impl;
    explicit Prober(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// A sentence if the prediction from the stored feature is not the project's (the one the Inspector shows); empty if it is.
Text posesDiffer(const Snapshot& snapshot, NetworkId network, const ProbeStep& stored);

/// A sentence if the network, run on the undegraded image, no longer gives the stored feature (the image or the way it is
/// cut out has changed); empty if it does.
Text probeMismatch(const ProbeStep& neutral);

}  // namespace facespace
