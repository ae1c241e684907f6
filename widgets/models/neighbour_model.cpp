#include "widgets/models/neighbour_model.h"

#include <algorithm>
#include <cmath>

namespace facespace {
namespace {

constexpr std::size_t kSameIdentity = 12;

/// The rows of `among` by falling likeness to `row`, without the row itself.
std::vector<int> nearestAmong(const FeatureSet& set, int row, const std::vector<int>& among, Metric metric) {
    const auto at = std::lower_bound(among.begin(), among.end(), row) - among.begin();
    const FeatureMatrix own = set.features(among, Eigen::all);
    std::vector<float> norms;
    for (const int i : among) norms.push_back(set.distance[static_cast<std::size_t>(i)]);
    std::vector<int> rows;
    for (const Neighbour& n : nearestNeighbours(own, static_cast<std::size_t>(at), kSameIdentity, metric, norms))
        rows.push_back(among[n.row]);
    return rows;
}

}  // namespace

NeighbourModel::NeighbourModel(QObject* parent) : QObject(parent) { pool_.setMaxThreadCount(1); }

NeighbourModel::~NeighbourModel() {
    pool_.clear();
    pool_.waitForDone();
}

NeighbourModel::Answer NeighbourModel::answer(const Snapshot& snapshot, NetworkId network, int row, const Options& options) {
    Answer result;
    const auto& images = snapshot.images.images;
    const auto at = static_cast<std::size_t>(row);
    const auto isSame = [&](std::size_t i) { return images[i].identity == images[at].identity; };
    std::vector<int> same;
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (isSame(i)) same.push_back(static_cast<int>(i));
    }
    const FeatureSet* set = snapshot.featureSet(network);
    if (set == nullptr || std::isnan(set->distance[at])) {
        std::erase(same, row);
        same.resize(std::min(same.size(), kSameIdentity));
        result.same = same;
        return result;
    }
    const auto nearest =
        nearestNeighbours(set->features, at, static_cast<std::size_t>(options.k), options.metric, set->distance);
    for (const Neighbour& n : nearest) result.found.push_back({static_cast<int>(n.row), n.value, isSame(n.row)});
    result.same = nearestAmong(*set, row, same, options.metric);
    return result;
}

void NeighbourModel::setSource(std::shared_ptr<const Snapshot> snapshot, NetworkId network) {
    const auto featuresOf = [](const Snapshot* s, NetworkId n) { return s == nullptr ? nullptr : s->featureSet(n); };
    const bool sameFeatures = featuresOf(snapshot_.get(), network_) == featuresOf(snapshot.get(), network);
    const bool sameImages = snapshot_ != nullptr && snapshot != nullptr && snapshot_->imageIds == snapshot->imageIds;
    snapshot_ = std::move(snapshot);
    network_ = network;
    if (!sameFeatures || !sameImages) ask();
}

void NeighbourModel::setCurrent(int row) {
    if (row == current_) return;
    current_ = row;
    ask();
}

void NeighbourModel::setOptions(const Options& options) {
    Options next = options;
    next.k = std::clamp(next.k, 1, 200);
    if (next == options_) return;
    const bool other = next.k != options_.k || next.metric != options_.metric;
    options_ = next;
    Q_EMIT optionsChanged();
    if (other) ask();
}

void NeighbourModel::ask() {
    const quint64 generation = ++generation_;
    pool_.clear();  // what has not begun is no longer wanted
    foundOf_ = -1;
    found_.clear();
    same_.clear();
    Q_EMIT neighboursChanged();
    if (snapshot_ == nullptr || current_ < 0 || static_cast<std::size_t>(current_) >= snapshot_->imageCount()) return;
    pool_.start([this, snapshot = snapshot_, network = network_, row = current_, options = options_, generation] {
        Answer found = answer(*snapshot, network, row, options);
        QMetaObject::invokeMethod(
            this,
            [this, generation, row, found = std::move(found)]() mutable {
                if (generation != generation_) return;
                foundOf_ = row;
                found_ = std::move(found.found);
                same_ = std::move(found.same);
                Q_EMIT neighboursChanged();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace facespace
