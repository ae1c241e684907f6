#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <QCache>
#include <QImage>
#include <QObject>

#include "widgets/models/workspace.h"

namespace facespace {

/// Small images of the workspace's rows, decoded on worker threads and kept up to a memory limit. The newest request is
/// served first and requests that fell far behind are forgotten, so that scrolling through 24,000 images stays quick.
/// GUI thread only; nothing is delivered after destruction.
class ThumbnailCache : public QObject {
    Q_OBJECT
  public:
    /// Decodes one file to at most `maxSide` pixels; a null image if it cannot. Called on worker threads.
    using Loader = std::function<QImage(const std::filesystem::path& file, int maxSide)>;

    /// @param maxSide  Longer side of the thumbnails, pixels.
    /// @param bytes    Limit of what is kept.
    explicit ThumbnailCache(const Workspace* workspace, int maxSide = 128, int bytes = 64 << 20, QObject* parent = nullptr);
    ThumbnailCache(const Workspace* workspace, Loader loader, int maxSide, int bytes, QObject* parent = nullptr);
    ~ThumbnailCache() override;

    int maxSide() const;
    /// The thumbnail if it is there; else null, and it is requested.
    QImage request(int row);
    /// The thumbnail if it is there; requests nothing.
    QImage cached(int row) const;
    /// True if the image was tried and cannot be read.
    bool failed(int row) const;
    void clear();
    /// Keeps at most so many bytes from now on; the least recently used go first.
    void setLimit(int bytes) { images_.setMaxCost(bytes); }
    /// What is kept, bytes.
    int bytes() const { return static_cast<int>(images_.totalCost()); }

  Q_SIGNALS:
    /// A requested thumbnail arrived; null if the image cannot be read.
    void thumbnailReady(int row, const QImage& image);

  private:
    struct Shared;
    void deliver(quint64 generation, int row, const QImage& image);
    void followSnapshot();

    const Workspace* workspace_;
    std::shared_ptr<const Snapshot> snapshot_;
    std::unique_ptr<Shared> shared_;
    QCache<int, QImage> images_;
    quint64 generation_ = 0;
};

}  // namespace facespace
