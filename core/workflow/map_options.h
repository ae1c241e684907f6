#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

/// How a map is made. Zeros and empty values stand for what the preset or the method has.
struct MapOptions {
    std::string network;                 ///< Name; empty: the only one (error if there are several).
    std::string method = "tsne";         ///< "pca", "tsne" or "umap".
    std::string metric = "euclidean";    ///< What t-SNE and UMAP compare features by: see `mapMetrics()`.
    std::string preset = "fast";         ///< t-SNE: settings of the literature, see `tsnePresets()`.
    int dims = 2;                        ///< 2 or 3.
    std::vector<double> perplexities{};  ///< t-SNE; several are averaged (multiscale). Empty: the preset's, else 30.
    double learningRate = 0;             ///< t-SNE; 0: the preset's.
    double earlyExaggeration = 0;        ///< t-SNE; 0: the preset's.
    int exaggerationIterations = 0;      ///< t-SNE; 0: the preset's.
    double lateExaggeration = 1;         ///< t-SNE; 1: none.
    int lateIterations = 0;              ///< t-SNE; the last so many have late exaggeration; 0: half of all.
    double stopWhenStill = 0;            ///< t-SNE; ends early once the mean step is below this share of the map's radius.
    int neighbours = 15;                 ///< UMAP.
    double minDistance = 0.1;            ///< UMAP.
    int iterations = 0;                  ///< t-SNE's iterations or UMAP's epochs; 0: the preset's.
    std::uint64_t seed = 1;
    std::string startFrom{};  ///< t-SNE: go on from this t-SNE map; images it lacks begin among their neighbours.
    std::string name{};       ///< Empty: "tsne 2-D NETWORK".
};

/// A metric's name on the command line and for people.
struct MapMetric {
    const char* name;
    const char* title;
};
/// "euclidean" (raw features; centring changes nothing), "cosine" (unit-length features), "centred-cosine" (unit length
/// after the mean is subtracted).
const std::vector<MapMetric>& mapMetrics();

/// The options that a map was made with, from its record. Errors: kFormat.
Result<MapOptions> mapOptionsOf(const MapRecord& map);

/// What a running map can be told, from any thread. Shared between whoever asks and `mapInto`.
class MapControl {
  public:
    void pause(bool paused) { paused_ = paused; }
    bool paused() const { return paused_; }
    /// Ends the run where it is and keeps the map.
    void finish() { finish_ = true; }
    bool finishing() const { return finish_; }
    /// t-SNE: exaggeration from the next iterations on; 0: as the schedule has it.
    void setExaggeration(double exaggeration) { exaggeration_ = exaggeration; }
    double exaggeration() const { return exaggeration_; }
    /// Waits while paused; false if the job was cancelled meanwhile.
    bool wait(const JobContext& job) const;

  private:
    std::atomic<bool> paused_{false}, finish_{false};
    std::atomic<double> exaggeration_{0.0};
};

/// A map at one moment of its making.
struct MapMoment {
    int iteration = 0;             ///< 0: the first map, before the neighbours are known.
    int last = 0;                  ///< Where the run ends.
    double exaggeration = 1;       ///< t-SNE: of the next iteration.
    const Embedding& coordinates;  ///< A row per image; NaN where there is no feature.
};
/// Called on the working thread as the map moves.
using MapObserver = std::function<void(const MapMoment&)>;

/// Computes a map of all images that have features and stores it. Errors: kInvalid, kNotFound, kCancelled.
Result<MapRecord> mapInto(Project& project, const MapOptions& options, const JobContext& job,
                          const MapObserver& observer = {}, const MapControl* control = nullptr);

struct PlaceOptions {
    std::string map;      ///< The map's name.
    std::string name{};   ///< Stored under this name; empty: in place of the map.
    int neighbours = 10;  ///< t-SNE and UMAP: each new image lies at the median of so many nearest images.
};
struct PlaceReport {
    MapRecord map;
    std::int64_t placed = 0;
};
/// Places images that got features after a map was made, without moving the others. PCA maps: by projection.
/// Errors: kNotFound (no such map), kInvalid, kCancelled.
Result<PlaceReport> placeInto(Project& project, const PlaceOptions& options, const JobContext& job);

}  // namespace facespace
