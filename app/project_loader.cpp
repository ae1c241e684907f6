#include "app/project_loader.h"

#include <cmath>
#include <unordered_map>

#include "core/common/numbers.h"
#include "core/projection/pca.h"

namespace facespace {
namespace {

constexpr Eigen::Index kFewestForMap = 3;

Result<std::vector<SkippedImage>> loadSkipped(const Project& project, const Snapshot& snapshot) {
    std::unordered_map<ImageId, int> rows;
    for (std::size_t r = 0; r < snapshot.imageIds.size(); ++r) rows.emplace(snapshot.imageIds[r], static_cast<int>(r));
    std::vector<SkippedImage> result;
    for (const auto& set : snapshot.featureSets) {
        auto skipped = project.skipped(set->network.id);
        if (!skipped) return forward(skipped);
        for (const SkipRecord& s : *skipped) {
            const auto row = rows.find(s.image);
            if (row == rows.end()) continue;
            const ImageRecord& image = snapshot.images.images[static_cast<std::size_t>(row->second)];
            result.push_back({set->network.name, image.path, image.identity, s.reason, row->second});
        }
    }
    return result;
}

}  // namespace

Result<LoadedProject> loadProject(const std::filesystem::path& file, const Snapshot* previous) {
    LoadedProject loaded;
    auto project = Project::open(file);
    if (!project) {
        // A project on a medium that cannot be written can still be looked at.
        auto readable = Project::open(file, Project::Mode::kReadOnly);
        if (!readable) return forward(project);
        project = std::move(readable);
    }
    loaded.readOnly = project->readOnly();
    auto snapshot = loadSnapshot(*project, previous);
    if (!snapshot) return forward(snapshot);
    loaded.snapshot = *snapshot;
    loaded.table = std::make_shared<DataTable>(buildDataTable(**snapshot));
    auto jobs = project->jobs();
    if (!jobs) return forward(jobs);
    loaded.jobs = std::move(*jobs);
    auto skipped = loadSkipped(*project, **snapshot);
    if (!skipped) return forward(skipped);
    loaded.skipped = std::move(*skipped);
    loaded.imagesPresent = (*snapshot)->images.root.empty() || imagesPresent(**snapshot);
    return loaded;
}

std::shared_ptr<const Embedding> previewMap(const FeatureSet& features, const JobContext& job) {
    std::vector<int> rows;
    for (std::size_t r = 0; r < features.distance.size(); ++r) {
        if (!std::isnan(features.distance[r])) rows.push_back(static_cast<int>(r));
    }
    if (static_cast<Eigen::Index>(rows.size()) < kFewestForMap) return nullptr;
    const FeatureMatrix present = features.features(rows, Eigen::all);
    const auto analysis = pca(present, PcaOptions{2}, job);
    if (!analysis) return nullptr;
    auto map = std::make_shared<Embedding>(Embedding::Constant(features.features.rows(), 2, kNoValueFloat));
    for (std::size_t i = 0; i < rows.size(); ++i) map->row(rows[i]) = analysis->scores.row(static_cast<Eigen::Index>(i));
    return map;
}

}  // namespace facespace
