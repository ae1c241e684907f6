#include "app/map_preview.h"

#include <algorithm>

#include "app/project_loader.h"

namespace facespace {

bool MapPreview::wanted() const {
    const FeatureSet* shown = workspace_->featureSet();
    if (shown == nullptr || mapComing_()) return false;
    const auto& maps = workspace_->snapshot()->maps;
    return std::none_of(maps.begin(), maps.end(), [&](const MapRecord& map) { return map.network == shown->network.id; });
}

void MapPreview::show() {
    if (!wanted() || runner_.running()) return;
    const auto& snapshot = workspace_->snapshot();
    runner_.start<std::shared_ptr<const Embedding>>(
        tr("Preview"),
        [snapshot, network = workspace_->network()](const JobContext& job) -> Result<std::shared_ptr<const Embedding>> {
            return previewMap(*snapshot->featureSet(network), job);
        },
        [this, snapshot, network = workspace_->network()](Result<std::shared_ptr<const Embedding>> map) {
            if (!map || *map == nullptr || !wanted()) return;
            const auto& now = workspace_->snapshot();
            if (now->projectFile != snapshot->projectFile || workspace_->network() != network) return show();
            workspace_->setLiveMap(*map, tr("PCA 2-D, images so far"));
            if (now != snapshot) show();  // more features came meanwhile
        });
}

}  // namespace facespace
