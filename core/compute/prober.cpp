#include "core/compute/prober.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "core/common/numbers.h"
#include "core/common/parallel.h"
#include "core/compute/networks.h"
#include "core/compute/predictors.h"
#include "core/compute/probe_place.h"
#include "core/extraction/crop.h"
#include "core/extraction/layers.h"
#include "core/image/decode.h"
#include "core/probe/degrade.h"

namespace facespace {
namespace {

constexpr std::size_t kChunk = 1024;
/// Rounding differs between processors and batch sizes by far less, another crop by far more.
constexpr double kSameFeature = 0.9995;

double norm(const Eigen::RowVectorXf& x) { return x.cast<double>().norm(); }

double cosineOf(const Eigen::RowVectorXf& a, const Eigen::RowVectorXf& b) {
    const double lengths = norm(a) * norm(b);
    if (!(lengths > 0)) return kNoValue;
    return std::clamp(a.cast<double>().dot(b.cast<double>()) / lengths, -1.0, 1.0);
}

/// Cosines of one feature to all rows; NaN for rows without one.
std::vector<float> cosinesTo(const FeatureSet& set, const Eigen::RowVectorXf& feature) {
    const auto length = static_cast<float>(norm(feature));
    const Eigen::VectorXf x = feature.transpose();
    std::vector<float> cosines(set.distance.size());
    Eigen::Map<Eigen::VectorXf> out(cosines.data(), set.features.rows());
    parallelChunks(cosines.size(), kChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        const auto first = static_cast<Eigen::Index>(begin), count = static_cast<Eigen::Index>(end - begin);
        out.segment(first, count).noalias() = set.features.middleRows(first, count) * x;
        for (std::size_t i = begin; i < end; ++i) {
            const float lengths = set.distance[i] * length;
            cosines[i] = lengths > 0 ? std::clamp(cosines[i] / lengths, -1.0F, 1.0F) : kNoValueFloat;
        }
    });
    return cosines;
}

/// Those with which the features were made, or a sentence on what is needed.
Result<Weights> weightsOf(const NetworkRecord& network, const NetworkDescriptor& descriptor) {
    auto weights = Weights::read(descriptor.weightsFile);
    if (!weights || network.sha256.empty() || weights->sha256() == network.sha256) return weights;
    return fail(ErrorCode::kInvalid,
                say("“{}” does not hold the weights that the features “{}” were made with; put those back, or "
                    "extract again under another name.",
                    descriptor.weightsFile.string(), network.name));
}

Result<std::shared_ptr<const FeatureSet>> probedFeatures(const Snapshot& snapshot, const ProbeOptions& options) {
    std::vector<NetworkRecord> networks;
    for (const auto& each : snapshot.featureSets) networks.push_back(each->network);
    const auto record = findNetwork(std::move(networks), snapshot.projectFile.filename().string(), options.network);
    if (!record) return forward(record);
    return *std::ranges::find(snapshot.featureSets, record->id, [](const auto& set) { return set->network.id; });
}

/// The map that is asked for, or the first one of the network.
Result<const MapRecord*> mapOf(const Snapshot& snapshot, NetworkId network, const std::string& name) {
    for (const MapRecord& map : snapshot.maps) {
        if (map.network == network && (name.empty() || map.name == name)) return &map;
        if (map.name == name) return fail(ErrorCode::kInvalid, say("The map “{}” is of another network.", map.name));
    }
    if (name.empty()) return nullptr;
    return fail(ErrorCode::kNotFound, say("There is no map “{}” in the project.", name));
}

}  // namespace

Result<NetworkDescriptor> probedNetwork(const Snapshot& snapshot, const ProbeOptions& options) {
    const auto set = probedFeatures(snapshot, options);
    if (!set) return forward(set);
    const NetworkRecord& network = (*set)->network;
    if (!options.descriptor.empty() || !network.descriptorFile.empty()) {
        const auto descriptor = options.descriptor.empty() ? readDescriptorOfProject(network.descriptorFile)
                                                           : readDescriptor(options.descriptor);
        if (!descriptor) return descriptor;
        return asExtracted(*descriptor, network);
    }
    return fail(ErrorCode::kInvalid,
                say("The features “{}” were imported without their network, and a probe has to run it; extract "
                    "features with the network itself.",
                    network.name));
}

struct Prober::Impl {
    std::shared_ptr<const Snapshot> snapshot;
    ProbeOptions options;
    std::shared_ptr<const FeatureSet> set;
    NetworkDescriptor descriptor;
    CropSettings settings;
    bool expectFaces = false;
    std::unique_ptr<Network> network;
    const MapRecord* map = nullptr;
    std::optional<MapPlacer> placer;
    std::optional<LinearPredictor> yaw, pitch;        // Of all labelled images.
    std::optional<LinearPredictor> rowYaw, rowPitch;  // By which the project has its values for the image in view.
    std::vector<float> sortedDistances;
    std::vector<Text> notes;
    JobContext job;  // Its token ends the network too.

    // The image that was asked for last.
    std::optional<std::size_t> row;
    Image image;
    CropFromImage transform{};

    Result<void> open();
    Result<void> openMap();
    Result<void> openPose(std::optional<LinearPredictor>& predictor, const std::string& target);
    Result<void> show(std::size_t wanted);
    Result<void> describe(ProbeStep& step) const;
    void choosePredictors(std::size_t wanted);
    Result<void> addPose(ProbeStep& step) const;
    void addNeighbours(ProbeStep& step) const;
    double percentileOf(double distance) const;
    const std::string& identity(std::size_t r) const { return snapshot->images.images[r].identity; }
    Eigen::RowVectorXf storedFeature(std::size_t r) const { return set->features.row(static_cast<Eigen::Index>(r)); }
};

Result<void> Prober::Impl::openMap() {
    const auto found = mapOf(*snapshot, set->network.id, options.map);
    if (!found) return forward(found);
    map = *found;
    if (map == nullptr) return {};
    job.progress(say("reading the map"), 0, 0);
    auto made = probePlacer(*map, set->features, options.neighbours, job);
    if (!made && made.error().code == ErrorCode::kCancelled) return forward(made);
    if (!made) {
        notes.push_back(made.error().message);
        map = nullptr;
    } else {
        placer = std::move(*made);
    }
    return {};
}

Result<void> Prober::Impl::openPose(std::optional<LinearPredictor>& predictor, const std::string& target) {
    job.progress(say("fitting {}", target), 0, 0);
    auto found = predictorFor(*snapshot, *set, target, job);
    if (!found && found.error().code == ErrorCode::kCancelled) return forward(found);
    if (!found)
        notes.push_back(found.error().message);
    else if (!*found)
        notes.push_back(say("No image has a label of {}, so it is not predicted.", target));
    else
        predictor = std::move(**found);
    return {};
}

Result<void> Prober::Impl::open() {
    if (options.neighbours < 1) return fail(ErrorCode::kInvalid, say("A probe needs at least one neighbour."));
    auto found = probedFeatures(*snapshot, options);
    if (!found) return forward(found);
    set = std::move(*found);
    auto read = probedNetwork(*snapshot, options);
    if (!read) return forward(read);
    descriptor = std::move(*read);
    const auto weights = weightsOf(set->network, descriptor);
    if (!weights) return forward(weights);
    if (const auto allowed = checkConsent(*weights, options.host.consent); !allowed) return allowed;
    auto cut = cropSettingsFromJson(set->network.settingsJson);
    if (!cut) return forward(cut);
    settings = std::move(*cut);
    expectFaces = facesExpected(snapshot->images);
    for (const float d : set->distance)
        if (!std::isnan(d)) sortedDistances.push_back(d);
    std::ranges::sort(sortedDistances);
    if (const auto mapped = openMap(); !mapped) return mapped;
    if (options.pose) {
        if (const auto posed = openPose(yaw, "yaw"); !posed) return posed;
        if (const auto posed = openPose(pitch, "pitch"); !posed) return posed;
    }
    job.progress(say("starting the network"), 0, 0);
    NetworkHostOptions host = options.host;
    host.batchSize = options.batchSize;
    auto started = startNetwork(descriptor, *weights, host, job);
    if (!started) return forward(started);
    network = std::move(*started);
    return {};
}

/// Decodes the image and finds out how it is cut, unless it was the last one too.
Result<void> Prober::Impl::show(std::size_t wanted) {
    if (row == wanted) return {};
    if (wanted >= snapshot->imageCount())
        return fail(ErrorCode::kInvalid, say("There is no image {}; the project has {}.", wanted, snapshot->imageCount()));
    const ImageRecord& record = snapshot->images.images[wanted];
    if (!(set->distance[wanted] >= 0))
        return fail(ErrorCode::kInvalid,
                    say("“{}” has no feature of “{}” that a probe could start from.", record.path, set->network.name));
    const auto file = snapshot->imageFile(wanted);
    if (file.empty())
        return fail(ErrorCode::kInvalid,
                    say("This project holds labels without images, and a probe has to look at the image itself."));
    row.reset();
    auto decoded = decodeImage(file, {.within = snapshot->images.readable()});
    if (!decoded) return forward(decoded);
    // A face that a detector found is in the record, so no detector is needed.
    const auto crop = cropFor(*decoded, record, descriptor, settings, expectFaces, nullptr);
    if (!crop) return forward(crop);
    image = std::move(*decoded);
    transform = crop->transform;
    choosePredictors(wanted);
    row = wanted;
    return {};
}

void Prober::Impl::choosePredictors(std::size_t wanted) {
    const auto chosen = [&](const std::optional<LinearPredictor>& predictor,
                            const char* target) -> std::optional<LinearPredictor> {
        const PredictionRecord* stored = snapshot->prediction(set->network.id, target);
        if (!predictor || stored == nullptr) return predictor;
        return predictorOfRow(*predictor, *stored, *set, wanted).predictor;
    };
    rowYaw = chosen(yaw, "yaw");
    rowPitch = chosen(pitch, "pitch");
}

double Prober::Impl::percentileOf(double distance) const {
    if (set->network.normalised) return kNoValue;
    return percentileRank(sortedDistances, static_cast<float>(distance));
}

void Prober::Impl::addNeighbours(ProbeStep& step) const {
    const std::vector<float> cosines = cosinesTo(*set, step.feature);
    const auto own = static_cast<std::size_t>(step.row);
    std::vector<std::size_t> others;
    float bestOwn = -2;
    for (std::size_t r = 0; r < cosines.size(); ++r) {
        if (r == own || std::isnan(cosines[r])) continue;
        others.push_back(r);
        if (identity(r) == identity(own)) bestOwn = std::max(bestOwn, cosines[r]);
    }
    const auto k =
        static_cast<std::ptrdiff_t>(std::min<std::size_t>(static_cast<std::size_t>(options.neighbours), others.size()));
    std::partial_sort(others.begin(), others.begin() + k, others.end(), [&](std::size_t a, std::size_t b) {
        return cosines[a] != cosines[b] ? cosines[a] > cosines[b] : a < b;
    });
    for (const std::size_t r : std::span(others).first(static_cast<std::size_t>(k))) {
        const bool same = identity(r) == identity(own);
        step.neighbours.push_back({static_cast<std::int64_t>(r), static_cast<double>(cosines[r]), same});
        step.sameAmong += same ? 1 : 0;
    }
    if (bestOwn > -2) step.ownRank = 1 + std::ranges::count_if(others, [&](std::size_t r) { return cosines[r] > bestOwn; });
}

Result<void> Prober::Impl::addPose(ProbeStep& step) const {
    step.yawDeg = step.pitchDeg = kNoValue;
    const auto predicted = [&](const std::optional<LinearPredictor>& predictor, double& value) -> Result<void> {
        if (!predictor) return {};
        const auto values = predictor->predict(FeatureMatrix(step.feature));
        if (!values) return forward(values);
        value = static_cast<double>(values->front());
        return {};
    };
    if (const auto done = predicted(rowYaw, step.yawDeg); !done) return done;
    return predicted(rowPitch, step.pitchDeg);
}

/// All that follows from the feature, but for the place on the map.
Result<void> Prober::Impl::describe(ProbeStep& step) const {
    step.distance = norm(step.feature);
    step.percentile = percentileOf(step.distance);
    step.cosine = cosineOf(step.feature, storedFeature(static_cast<std::size_t>(step.row)));
    addNeighbours(step);
    return addPose(step);
}

Prober::Prober(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Prober::~Prober() = default;

Result<std::unique_ptr<Prober>> Prober::open(std::shared_ptr<const Snapshot> snapshot, const ProbeOptions& options,
                                             const JobContext& job) {
    auto impl = std::make_unique<Impl>();
    impl->snapshot = std::move(snapshot);
    impl->options = options;
    impl->job = job;
    if (const auto opened = impl->open(); !opened) return forward(opened);
    impl->job.report = {};
    return std::unique_ptr<Prober>(new Prober(std::move(impl)));
}

Result<ProbeStep> Prober::stored(std::size_t row) {
    if (const auto shown = impl_->show(row); !shown) return forward(shown);
    ProbeStep step;
    step.row = static_cast<std::int64_t>(row);
    auto crop =
        degradedCrop(impl_->image, impl_->transform, impl_->descriptor.inputWidth, impl_->descriptor.inputHeight, {});
    if (!crop) return forward(crop);
    step.crop = std::move(*crop);
    step.feature = impl_->storedFeature(row);
    if (const auto described = impl_->describe(step); !described) return forward(described);
    if (impl_->map != nullptr) {
        const Eigen::RowVectorXf own = impl_->map->coordinates.row(static_cast<Eigen::Index>(row));
        if (own.allFinite()) step.place.assign(own.data(), own.data() + own.size());
    }
    return step;
}

Result<ProbeStep> Prober::step(std::size_t row, const Degradation& degradation) {
    if (const auto shown = impl_->show(row); !shown) return forward(shown);
    ProbeStep step;
    step.row = static_cast<std::int64_t>(row);
    step.degradation = degradation;
    auto crop = degradedCrop(impl_->image, impl_->transform, impl_->descriptor.inputWidth, impl_->descriptor.inputHeight,
                             degradation);
    if (!crop) return forward(crop);
    step.crop = std::move(*crop);
    const auto features = impl_->network->forward(std::span(&step.crop, 1));
    if (!features) return forward(features);
    step.feature = features->row(0);
    if (const auto described = impl_->describe(step); !described) return forward(described);
    if (impl_->placer) {
        const auto place = (*impl_->placer)(FeatureMatrix(step.feature), impl_->job);
        if (!place) return forward(place);
        step.place.assign(place->data(), place->data() + place->cols());
    }
    return step;
}

const Snapshot& Prober::snapshot() const { return *impl_->snapshot; }
const NetworkRecord& Prober::network() const { return impl_->set->network; }
const MapRecord* Prober::map() const { return impl_->map; }
const std::vector<Text>& Prober::notes() const { return impl_->notes; }

Text posesDiffer(const Snapshot& snapshot, NetworkId network, const ProbeStep& stored) {
    constexpr double kVisible = 0.5;
    const auto differs = [&](const char* target, double value) {
        const PredictionRecord* own = snapshot.prediction(network, target);
        const auto row = static_cast<std::size_t>(stored.row);
        return own != nullptr && row < own->values.size() &&
               std::abs(value - static_cast<double>(own->values[row])) > kVisible;
    };
    if (!differs("yaw", stored.yawDeg) && !differs("pitch", stored.pitchDeg)) return {};
    return say(
        "Pose is predicted here from all labelled images, in the Inspector without those of this person; predict head pose "
        "again to have both the same.");
}

Text probeMismatch(const ProbeStep& neutral) {
    if (neutral.cosine >= kSameFeature) return {};
    return say(
        "The undegraded image no longer gives the stored feature (cosine {:.3f}): the file, or how the face "
        "is cut out of it, has changed since the extraction.",
        neutral.cosine);
}

}  // namespace facespace
