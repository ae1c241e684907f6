#include "widgets/panels/inspector_loader.h"

#include <algorithm>
#include <cmath>

#include "core/features/neighbours.h"
#include "core/image/decode.h"
#include "widgets/panels/face_crop.h"

namespace facespace {
namespace {

constexpr int kNeighbours = 12;

const FeatureSet* findSet(const Snapshot& snapshot, NetworkId network) { return snapshot.featureSet(network); }

InspectedImage loadImage(const Snapshot& snapshot, NetworkId network, int row) {
    InspectedImage result;
    result.row = row;
    const auto r = static_cast<std::size_t>(row);
    if (snapshot.images.root.empty()) {
        result.problem = QObject::tr("The project holds labels without images.");
        return result;
    }
    const auto image = decodeImage(snapshot.imageFile(r));
    if (!image) {
        result.problem = QString::fromStdString(image.error().message);
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

/// The rows of `among` by falling cosine similarity to `row`, without the row itself.
std::vector<int> nearestAmong(const FeatureSet& set, int row, const std::vector<int>& among) {
    const auto r = static_cast<std::size_t>(row);
    const FeatureMatrix own = set.features(among, Eigen::all);
    const auto at = std::lower_bound(among.begin(), among.end(), row) - among.begin();
    std::vector<float> norms;
    for (const int i : among) norms.push_back(set.distance[static_cast<std::size_t>(i)]);
    std::vector<int> rows;
    if (static_cast<std::size_t>(at) >= among.size() || std::isnan(set.distance[r])) return rows;
    for (const Neighbour& n : nearestNeighbours(own, static_cast<std::size_t>(at), kNeighbours, Metric::kCosine, norms)) {
        rows.push_back(among[n.row]);
    }
    return rows;
}

InspectedImage findNeighbours(const Snapshot& snapshot, NetworkId network, int row) {
    InspectedImage result;
    result.row = row;
    const auto& images = snapshot.images.images;
    std::vector<int> same;
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (images[i].identity == images[static_cast<std::size_t>(row)].identity) same.push_back(static_cast<int>(i));
    }
    const FeatureSet* set = findSet(snapshot, network);
    if (set != nullptr && !std::isnan(set->distance[static_cast<std::size_t>(row)])) {
        const auto r = static_cast<std::size_t>(row);
        for (const Neighbour& n : nearestNeighbours(set->features, r, kNeighbours, Metric::kCosine, set->distance)) {
            result.nearest.push_back(static_cast<int>(n.row));
            result.nearestSimilarity.push_back(static_cast<float>(n.value));
        }
        result.sameIdentity = nearestAmong(*set, row, same);
    } else {
        std::erase(same, row);
        same.resize(std::min<std::size_t>(same.size(), kNeighbours));
        result.sameIdentity = same;
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
    pool_.start([this, snapshot, network, row, generation] {
        auto found = findNeighbours(*snapshot, network, row);
        QMetaObject::invokeMethod(
            this,
            [this, generation, found] {
                if (generation == generation_) Q_EMIT neighboursReady(found);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace facespace
