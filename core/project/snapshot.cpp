#include "core/project/snapshot.h"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <unordered_map>

#include "core/container/container.h"
#include "core/features/norms.h"

namespace facespace {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kFilesLookedFor = 8;

std::shared_ptr<const FeatureSet> unchanged(const Snapshot* previous, const NetworkRecord& network, std::size_t images) {
    if (previous == nullptr || previous->imageCount() != images) return nullptr;
    for (const auto& set : previous->featureSets)
        if (set->network.id == network.id && set->network.revision == network.revision) return set;
    return nullptr;
}

Result<std::shared_ptr<const FeatureSet>> readFeatureSet(const Project& project, const NetworkRecord& network) {
    auto features = project.features(network.id);
    if (!features) return forward(features);
    auto set = std::make_shared<FeatureSet>();
    set->network = network;
    set->features = std::move(*features);
    set->distance = distancesFromOrigin(set->features);
    const auto count = project.featureCount(network.id);
    if (!count) return forward(count);
    set->count = *count;
    return set;
}

Result<void> readFeatureSets(const Project& project, const Snapshot* previous, Snapshot& into) {
    const auto networks = project.networks();
    if (!networks) return forward(networks);
    // Ids and revisions of two files have nothing to do with each other.
    if (previous != nullptr && previous->projectFile != into.projectFile) previous = nullptr;
    for (const NetworkRecord& network : *networks) {
        if (auto same = unchanged(previous, network, into.imageCount())) {
            into.featureSets.push_back(std::move(same));
            continue;
        }
        auto set = readFeatureSet(project, network);
        if (!set) return forward(set);
        into.featureSets.push_back(std::move(*set));
    }
    return {};
}

Result<void> readTags(const Project& project, Snapshot& into) {
    const auto tags = project.tags();
    if (!tags) return forward(tags);
    into.tags.resize(into.imageCount());
    for (const TagRecord& tag : *tags) {
        const auto at = std::lower_bound(into.imageIds.begin(), into.imageIds.end(), tag.image);
        if (at != into.imageIds.end() && *at == tag.image)
            into.tags[static_cast<std::size_t>(at - into.imageIds.begin())].push_back(tag.tag);
    }
    return {};
}

Result<void> readNotes(const Project& project, Snapshot& into) {
    auto notes = project.notes();
    if (!notes) return forward(notes);
    if (!notes->empty()) into.notes.resize(into.imageIds.size());
    for (auto& note : *notes) {
        const auto at = std::ranges::lower_bound(into.imageIds, note.image);
        if (at != into.imageIds.end() && *at == note.image)
            into.notes[static_cast<std::size_t>(at - into.imageIds.begin())] = std::move(note.text);
    }
    return {};
}

Result<void> readViews(const Project& project, Snapshot& into) {
    auto settings = project.settings();
    if (!settings) return forward(settings);
    into.views = std::move(*settings);
    std::erase_if(into.views, [](const auto& setting) { return !setting.first.starts_with("view/"); });
    return {};
}

/// Moves a result's value to `to`.
template <class T>
Result<void> take(Result<T> from, T& to) {
    if (!from) return forward(from);
    to = std::move(*from);
    return {};
}

}  // namespace

fs::path Snapshot::imageFile(std::size_t row) const { return images.root.empty() ? fs::path() : images.root / pathOf(row); }

const FeatureSet* Snapshot::featureSet(NetworkId network) const {
    for (const auto& set : featureSets)
        if (set->network.id == network) return set.get();
    return nullptr;
}

const FeatureSet* Snapshot::featureSet(const std::string& networkName) const {
    for (const auto& set : featureSets)
        if (networkName.empty() || set->network.name == networkName) return set.get();
    return nullptr;
}

const TrustRecord* Snapshot::trustOf(MapId map) const {
    for (const TrustRecord& record : trust)
        if (record.map == map) return &record;
    return nullptr;
}

const PredictionRecord* Snapshot::prediction(NetworkId network, const std::string& target) const {
    for (const PredictionRecord& record : predictions)
        if (record.network == network && record.target == target) return &record;
    return nullptr;
}

bool imagesPresent(const Snapshot& snapshot) {
    const std::size_t images = snapshot.imageCount();
    if (snapshot.images.root.empty()) return false;
    const std::size_t tries = std::min(images, kFilesLookedFor);
    for (std::size_t i = 0; i < tries; ++i)
        if (imageExists(snapshot.imageFile(i * images / tries))) return true;
    return false;
}

Result<std::shared_ptr<const Snapshot>> loadSnapshot(const Project& project, const Snapshot* previous) {
    const auto moment = project.beginRead();
    if (!moment) return forward(moment);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->projectFile = project.file();
    Result<void> done = take(project.images(), snapshot->images);
    if (done) done = take(project.imageIds(), snapshot->imageIds);
    if (done) done = readFeatureSets(project, previous, *snapshot);
    if (done) done = take(project.maps(), snapshot->maps);
    if (done) done = take(project.trust(), snapshot->trust);
    if (done) done = take(project.predictions(), snapshot->predictions);
    if (done) done = take(project.measures(), snapshot->measures);
    if (done) done = readTags(project, *snapshot);
    if (done) done = readNotes(project, *snapshot);
    if (done) done = readViews(project, *snapshot);
    if (done) done = take(project.selections(), snapshot->selections);
    if (!done) return forward(done);
    return snapshot;
}

}  // namespace facespace
