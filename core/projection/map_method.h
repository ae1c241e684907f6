#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"
#include "core/projection/placement.h"

/// The methods that lay features out as a map, as a list: whoever makes, watches, places on, labels or asks for a map goes
/// by what the method says of itself here, so that a new method is one more entry.
namespace facespace {

/// How a map is laid out. Zeros and empty values stand for what the preset or the method has; a method reads what its fields
/// name, the number of dimensions and the seed.
struct MapSettings {
    int dims = 2;                        ///< 2 or 3.
    std::string metric = "euclidean";    ///< What features are compared by: see metric.h.
    std::string preset = "fast";         ///< t-SNE: settings of the literature, see `tsnePresets()`.
    std::vector<double> perplexities{};  ///< t-SNE; several are averaged (multiscale). Empty: the preset's, else 30.
    double learningRate = 0;             ///< t-SNE; 0: the preset's.
    double earlyExaggeration = 0;        ///< t-SNE; 0: the preset's.
    int exaggerationIterations = 0;      ///< t-SNE; 0: the preset's.
    double lateExaggeration = 1;         ///< t-SNE; 1: none.
    int lateIterations = 0;              ///< t-SNE; the last so many have late exaggeration; 0: half of all.
    double stopWhenStill = 0;            ///< t-SNE; ends early once the mean step is below this share of the map's radius.
    int neighbours = 15;                 ///< UMAP.
    double minDistance = 0.1;            ///< UMAP.
    int iterations = 0;                  ///< Of methods that iterate (UMAP's epochs); 0: the preset's.
    std::uint64_t seed = 1;
};
/// Errors: kInvalid, in one sentence.
Result<void> checkMapSettings(const MapSettings& settings);

/// A setting that a method reads, as it is asked for: on the command line and in the window.
struct MapField {
    const char* option;  ///< "--min-distance".
    const char* help;    ///< For the command line: "how closely points may be packed".
    std::variant<int MapSettings::*, double MapSettings::*, std::string MapSettings::*, std::vector<double> MapSettings::*>
        member;
    Text label = {};           ///< In the window, with its mnemonic; empty: on the command line only.
    double low = 0, high = 0;  ///< Of numbers.
    double least = 0;          ///< Above `low`, the least that means something.
    double step = 1;
    int decimals = 0;       ///< Of a double.
    Text atLowest = {};     ///< What `low` stands for: "as the settings have it".
    double whenTicked = 0;  ///< Not 0: the window asks for this value or the default by a box to tick.
    std::vector<std::pair<std::string, Text>> choices{};  ///< Of a text: what there is, and how people call it.
};

/// A map at one moment of its making.
struct MapFrame {
    int iteration = 0, last = 0;  ///< 0: the first map, before the neighbours are known; where the run ends.
    double exaggeration = 1;      ///< Of the next iteration.
    bool atMost = false;          ///< The run may end before `last`: once it has converged.
};
using MapFrameShown = std::function<void(const MapFrame& frame, const Embedding& map)>;

/// A map in the making. Its slices do not change the result.
class MapState {
  public:
    virtual ~MapState() = default;
    virtual bool done() const = 0;
    /// Runs a slice as short as a live picture wants it. Errors: kCancelled.
    virtual Result<void> advance(const JobContext& job) = 0;
    virtual MapFrame frame() const = 0;
    /// From the next iteration on; 0: as the schedule has it. Of steerable methods only.
    virtual void setExaggeration(double) {}
    virtual Embedding embedding() const = 0;
    /// How it was made, and what came of it: enough to make it again.
    virtual nlohmann::json parameters() = 0;
};

/// Where other features lie on a map that stays as it is; a row each.
using MapPlacer = std::function<Result<Embedding>(const FeatureMatrix& added, const JobContext& job)>;
/// At the median of their nearest images, for any map. @param features, map  N × D and N × dims, of the images on the map
MapPlacer placerAmongNeighbours(FeatureMatrix features, Embedding map, const PlacementOptions& options);

class MapMethod {
  public:
    std::string name;  ///< "tsne": on the command line, and in the project.
    Text title;        ///< "t-SNE".
    std::vector<MapField> fields{};
    bool iterates = false;   ///< Takes time, can be watched, paused and ended early.
    bool steerable = false;  ///< Its exaggeration can be changed while it runs.
    bool continues = false;  ///< Can go on from an earlier map of the method.
    bool random = false;     ///< Another seed gives another map.
    int firstMap = 0;        ///< 1, 2 …: made in this order once there are features; 0: where it is asked for.

    virtual ~MapMethod() = default;
    /// @param x  N × D, finite, N ≥ 1.  @param start  for one that continues: N × dims, NaN for new images; null: from the
    /// beginning.  @param shown  told the map before the first slice; may be empty.
    /// Errors: kInvalid, kResource, kCancelled.
    virtual Result<std::unique_ptr<MapState>> create(const FeatureMatrix& x, const MapSettings& settings,
                                                     const Embedding* start, const MapFrameShown& shown,
                                                     const JobContext& job) const = 0;
    /// Errors: kInvalid (the features are not those that the map was made from), kCancelled.
    virtual Result<MapPlacer> placer(FeatureMatrix features, Embedding map, const PlacementOptions& options,
                                     const JobContext& job) const;
    /// What is to be known of a map's axes and distances, for the foot of a figure. @param parameters  of the map; may be
    /// anything
    virtual Text note(const nlohmann::json& parameters) const = 0;
    /// "PC 1", …; empty where axes mean nothing.
    virtual std::vector<std::string> axisLabels(int dims) const;
    /// One sentence on what a map of so many images will be.
    virtual Text advice(const MapSettings& settings, std::int64_t images) const;
    /// What stands for an empty field, as in "30"; empty: nothing.
    virtual std::string standsFor(const MapField& field, const MapSettings& settings, std::int64_t images) const;
};

/// All there are, the default first.
const std::vector<const MapMethod*>& mapMethods();
/// Null if there is none of that name: a map of a later version.
const MapMethod* mapMethod(const std::string& name);
/// Errors: kInvalid (lists what there is).
Result<const MapMethod*> mapMethodNamed(const std::string& name);
std::vector<std::string> mapMethodNames();
/// Those that are made once there are features, in order.
std::vector<const MapMethod*> firstMapMethods();
/// One more, for as long as the program runs; before it is used from several threads.
void addMapMethod(std::unique_ptr<const MapMethod> method);

}  // namespace facespace
