#pragma once
#include <memory>
#include <optional>
#include <QLabel>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>
#include <vector>

#include "core/extraction/crop_preview.h"
#include "core/project/snapshot.h"

namespace facespace {

/// Six faces of the project as a network would see them, cut anew on a worker thread whenever the settings change; only the
/// latest request is answered. GUI thread only; nothing is delivered after destruction.
class CropPreviewStrip : public QWidget {
    Q_OBJECT
  public:
    explicit CropPreviewStrip(QWidget* parent = nullptr);
    ~CropPreviewStrip() override;
    /// Nothing is shown without a network or images.
    void request(std::shared_ptr<const Snapshot> snapshot, const std::optional<NetworkDescriptor>& network,
                 const ExtractOptions& options);
    /// Whether what was asked for last is shown.
    bool settled() const { return shown_ == asked_; }
    /// What is shown.
    const std::vector<CropPreview>& previews() const { return previews_; }
    QString summary() const { return summary_->text(); }

  private:
    void start();
    void show(quint64 generation, Result<std::vector<CropPreview>> previews);
    void showTile(std::size_t i);
    void clearTiles(const QString& why);
    QString sentence() const;

    std::shared_ptr<const Snapshot> snapshot_;
    std::optional<NetworkDescriptor> network_;
    ExtractOptions options_;
    std::vector<QLabel*> tiles_;
    QLabel* summary_;
    std::vector<CropPreview> previews_;
    CancelToken cancel_;
    QTimer soon_;  // Typing a path asks once.
    quint64 asked_ = 0, shown_ = 0;
    QThreadPool pool_;
};

}  // namespace facespace
