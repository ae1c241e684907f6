#include "widgets/panels/inspector_loader.h"

#include "core/image/decode.h"
#include "widgets/faces/face_crop.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

const FeatureSet* findSet(const Snapshot& snapshot, NetworkId network) { return snapshot.featureSet(network); }

InspectedImage loadImage(const Snapshot& snapshot, NetworkId network, int row) {
    InspectedImage result;
    result.row = row;
    const auto r = static_cast<std::size_t>(row);
    if (snapshot.images.root.empty()) {
        result.problem = QObject::tr("The project holds labels without images.");
        return result;
    }
    const auto image = decodeImage(snapshot.imageFile(r), {.within = snapshot.images.readable()});
    if (!image) {
        result.problem = coreText(image.error().message);
        return result;
    }
    result.stored = toQImage(*image);
    if (const FeatureSet* set = findSet(snapshot, network)) {
        if (const auto recipe = cropRecipe(set->network, snapshot.images)) {
            result.crop = toQImage(alignedCrop(*image, snapshot.images.images[r], *recipe));
        }
    }
    return result;
}

}  // namespace

InspectorLoader::InspectorLoader(QObject* parent) : QObject(parent) { pool_.setMaxThreadCount(2); }

InspectorLoader::~InspectorLoader() {
    pool_.clear();
    pool_.waitForDone();
}

void InspectorLoader::request(std::shared_ptr<const Snapshot> snapshot, NetworkId network, int row) {
    const quint64 generation = ++generation_;
    pool_.clear();  // what has not begun is no longer wanted
    if (!snapshot || row < 0 || static_cast<std::size_t>(row) >= snapshot->imageCount()) return;
    pool_.start([this, snapshot, network, row, generation] {
        auto loaded = loadImage(*snapshot, network, row);
        QMetaObject::invokeMethod(
            this,
            [this, generation, loaded] {
                if (generation == generation_) Q_EMIT imageReady(loaded);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace facespace
