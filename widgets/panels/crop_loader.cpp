#include "widgets/panels/crop_loader.h"

#include <mutex>
#include <unordered_map>

#include "core/image/decode.h"
#include "widgets/faces/face_crop.h"

namespace facespace {

struct CropLoader::Shared {
    struct State {
        std::shared_ptr<const Snapshot> snapshot;
        std::optional<CropRecipe> recipe;
        std::unordered_map<std::string, std::size_t> rowOfFile;
    };
    std::mutex mutex;
    std::shared_ptr<const State> state = std::make_shared<State>();

    std::shared_ptr<const State> current() {
        const std::lock_guard lock(mutex);
        return state;
    }
};

CropLoader::CropLoader() : shared_(std::make_shared<Shared>()) {}

void CropLoader::set(std::shared_ptr<const Snapshot> snapshot, const NetworkRecord* network) {
    auto state = std::make_shared<Shared::State>();
    state->snapshot = std::move(snapshot);
    if (network != nullptr && state->snapshot) state->recipe = cropRecipe(*network, state->snapshot->images);
    if (state->snapshot && state->recipe) {
        for (std::size_t r = 0; r < state->snapshot->imageCount(); ++r)
            state->rowOfFile.emplace(state->snapshot->imageFile(r).string(), r);
    }
    const std::lock_guard lock(shared_->mutex);
    shared_->state = std::move(state);
}

ThumbnailCache::Loader CropLoader::loader() const {
    return [shared = shared_](const std::filesystem::path& file, int) -> QImage {
        const auto state = shared->current();
        const auto row = state->rowOfFile.find(file.string());
        if (row == state->rowOfFile.end()) return {};
        const auto image = decodeImage(file);
        if (!image) return {};
        return toQImage(alignedCrop(*image, state->snapshot->images.images[row->second], *state->recipe));
    };
}

}  // namespace facespace
