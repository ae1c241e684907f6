#include "widgets/models/thumbnail_cache.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <QThreadPool>
#include <unordered_set>

#include "core/common/inside.h"
#include "core/image/decode.h"

namespace facespace {
namespace {

/// More than a screen full of small thumbnails; older requests are forgotten.
constexpr std::size_t kMostPending = 512;

QImage decodeFile(const std::filesystem::path& file, int maxSide) {
    const auto decoded = decodeThumbnail(file, maxSide);
    if (!decoded || decoded->empty()) return {};
    const QImage view(decoded->pixels.data(), decoded->width, decoded->height, static_cast<qsizetype>(decoded->rowBytes()),
                      QImage::Format_RGB888);
    return view.convertToFormat(QImage::Format_RGB32);  // A deep copy, in the format that is fastest to draw.
}

}  // namespace

/// What worker threads and the GUI thread share.
struct ThumbnailCache::Shared {
    struct Request {
        int row = 0;
        quint64 generation = 0;
        std::filesystem::path file, root;
    };

    Loader loader;
    int maxSide = 128;
    std::mutex mutex;
    std::deque<Request> pending;     // Newest at the back.
    std::unordered_set<int> wanted;  // Rows pending or being decoded.
    QThreadPool pool;

    bool take(Request& request) {
        const std::lock_guard lock(mutex);
        if (pending.empty()) return false;
        request = std::move(pending.back());
        pending.pop_back();
        return true;
    }
};

ThumbnailCache::ThumbnailCache(const Workspace* workspace, int maxSide, int bytes, QObject* parent)
    : ThumbnailCache(workspace, decodeFile, maxSide, bytes, parent) {}

ThumbnailCache::ThumbnailCache(const Workspace* workspace, Loader loader, int maxSide, int bytes, QObject* parent)
    : QObject(parent), workspace_(workspace), shared_(std::make_unique<Shared>()), images_(bytes) {
    shared_->loader = std::move(loader);
    shared_->maxSide = maxSide;
    shared_->pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, 4));
    followSnapshot();
    connect(workspace_, &Workspace::snapshotChanged, this, &ThumbnailCache::followSnapshot);
}

ThumbnailCache::~ThumbnailCache() {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->pending.clear();
    }
    shared_->pool.clear();
    shared_->pool.waitForDone();
}

int ThumbnailCache::maxSide() const { return shared_->maxSide; }

QImage ThumbnailCache::cached(int row) const {
    const QImage* image = images_.object(row);
    return image == nullptr ? QImage() : *image;
}

bool ThumbnailCache::failed(int row) const {
    const QImage* image = images_.object(row);
    return image != nullptr && image->isNull();
}

QImage ThumbnailCache::request(int row) {
    if (const QImage* image = images_.object(row)) return *image;
    if (snapshot_ == nullptr || row < 0 || static_cast<std::size_t>(row) >= snapshot_->imageCount()) return {};
    const std::string& path = snapshot_->images.images[static_cast<std::size_t>(row)].path;
    if (snapshot_->images.root.empty()) return {};  // Labels without images.
    {
        const std::lock_guard lock(shared_->mutex);
        if (!shared_->wanted.insert(row).second) return {};
        shared_->pending.push_back({row, generation_, snapshot_->images.root / path, snapshot_->images.readable()});
        if (shared_->pending.size() > kMostPending) {
            shared_->wanted.erase(shared_->pending.front().row);
            shared_->pending.pop_front();
        }
    }
    shared_->pool.start([this, shared = shared_.get()] {
        Shared::Request next;
        if (!shared->take(next)) return;
        QImage image = leadsInside(next.file, next.root) ? shared->loader(next.file, shared->maxSide) : QImage();
        // The destructor waits for this thread, and Qt drops what is queued for an object that is gone.
        QMetaObject::invokeMethod(
            this, [this, next, image] { deliver(next.generation, next.row, image); }, Qt::QueuedConnection);
    });
    return {};
}

void ThumbnailCache::clear() {
    const std::lock_guard lock(shared_->mutex);
    shared_->pending.clear();
    shared_->wanted.clear();
    images_.clear();
    ++generation_;
}

void ThumbnailCache::deliver(quint64 generation, int row, const QImage& image) {
    if (generation != generation_) return;
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->wanted.erase(row);
    }
    images_.insert(row, new QImage(image), static_cast<int>(std::max<qsizetype>(image.sizeInBytes(), 256)));
    Q_EMIT thumbnailReady(row, image);
}

void ThumbnailCache::followSnapshot() {
    const auto now = workspace_->snapshot();
    const bool same = now != nullptr && snapshot_ != nullptr && now->images.root == snapshot_->images.root &&
                      snapshot_->imageIds.size() <= now->imageIds.size() && now->projectFile == snapshot_->projectFile &&
                      std::equal(snapshot_->imageIds.begin(), snapshot_->imageIds.end(), now->imageIds.begin());
    snapshot_ = now;
    if (!same) clear();
}

}  // namespace facespace
