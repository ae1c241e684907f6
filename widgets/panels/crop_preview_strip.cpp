#include "widgets/panels/crop_preview_strip.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <utility>

#include "widgets/faces/face_crop.h"
#include "widgets/look/text_label.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr std::size_t kTiles = 6;
constexpr int kSide = 84, kAfterMs = 150;

QString pathOf(const Snapshot& snapshot, std::size_t row) {
    return row < snapshot.imageCount() ? QString::fromStdString(snapshot.images.images[row].path) : QString();
}

}  // namespace

CropPreviewStrip::CropPreviewStrip(QWidget* parent) : QWidget(parent), summary_(new TextLabel) {
    setAccessibleName(tr("What the network will see"));
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    for (std::size_t i = 0; i < kTiles; ++i) {
        auto* tile = new TextLabel;
        tile->setFixedSize(kSide, kSide);
        tile->setAlignment(Qt::AlignCenter);
        tile->setWordWrap(true);
        tile->setTextFormat(Qt::PlainText);
        tile->setFrameShape(QFrame::StyledPanel);
        tiles_.push_back(tile);
        row->addWidget(tile);
    }
    row->addStretch();
    summary_->setWordWrap(true);
    summary_->setTextFormat(Qt::PlainText);
    summary_->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    layout->addLayout(row);
    layout->addWidget(summary_);
    pool_.setMaxThreadCount(1);
    soon_.setSingleShot(true);
    soon_.setInterval(kAfterMs);
    connect(&soon_, &QTimer::timeout, this, &CropPreviewStrip::start);
    clearTiles(tr("Choose a network to see what it will see."));
}

CropPreviewStrip::~CropPreviewStrip() {
    cancel_.cancel();
    pool_.clear();
    pool_.waitForDone();
}

void CropPreviewStrip::request(std::shared_ptr<const Snapshot> snapshot, const std::optional<NetworkDescriptor>& network,
                               const ExtractOptions& options) {
    snapshot_ = std::move(snapshot);
    network_ = network;
    options_ = options;
    ++asked_;
    cancel_.cancel();
    soon_.start();
}

void CropPreviewStrip::start() {
    pool_.clear();
    const bool hasImages = snapshot_ != nullptr && !snapshot_->images.root.empty() && !snapshot_->images.images.empty();
    if (!network_ || !hasImages) {
        shown_ = asked_;
        return clearTiles(network_ ? tr("The project holds labels without images.")
                                   : tr("Choose a network to see what it will see."));
    }
    cancel_ = CancelToken();
    JobContext job;
    job.cancel = cancel_;
    pool_.start([this, snapshot = snapshot_, network = *network_, options = options_, generation = asked_, job] {
        auto made = previewCrops(snapshot->images, network, options, kTiles, job);
        // The destructor waits for this thread, and Qt drops what is queued for an object that is gone.
        QMetaObject::invokeMethod(
            this, [this, generation, made] { show(generation, made); }, Qt::QueuedConnection);
    });
}

void CropPreviewStrip::show(quint64 generation, Result<std::vector<CropPreview>> previews) {
    if (generation != asked_) return;
    shown_ = generation;
    if (!previews) return clearTiles(coreText(previews.error().message));
    previews_ = std::move(*previews);
    for (std::size_t i = 0; i < tiles_.size(); ++i) showTile(i);
    summary_->setText(sentence());
}

void CropPreviewStrip::showTile(std::size_t i) {
    QLabel* tile = tiles_[i];
    tile->setVisible(i < previews_.size());
    if (i >= previews_.size()) return;
    const CropPreview& preview = previews_[i];
    const QString path = pathOf(*snapshot_, preview.row);
    if (preview.crop.empty()) {
        tile->setText(tr("skipped"));
        tile->setToolTip(path + QLatin1Char('\n') + coreText(preview.skipReason));
        return;
    }
    const qreal ratio = devicePixelRatioF();
    const int side = static_cast<int>((kSide - 2) * ratio);
    QPixmap pixmap =
        QPixmap::fromImage(toQImage(preview.crop).scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    tile->setPixmap(pixmap);
    tile->setToolTip(path);
}

void CropPreviewStrip::clearTiles(const QString& why) {
    previews_.clear();
    for (QLabel* tile : tiles_) {
        tile->clear();
        tile->setToolTip({});
        tile->show();
    }
    summary_->setText(why);
}

QString CropPreviewStrip::sentence() const {
    const auto with = [this](Alignment how) {
        return std::ranges::count_if(previews_, [how](const CropPreview& p) { return !p.crop.empty() && p.used == how; });
    };
    QStringList parts;
    if (const auto n = with(Alignment::kLandmarks)) parts << tr("%1 aligned by landmarks").arg(n);
    if (const auto n = with(Alignment::kBox)) parts << tr("%1 cut by face box").arg(n);
    if (const auto n = with(Alignment::kCentre)) parts << tr("%1 cut from the centre").arg(n);
    if (const auto n = with(Alignment::kNone)) parts << tr("%1 whole").arg(n);
    const auto skipped = std::ranges::count_if(previews_, [](const CropPreview& p) { return p.crop.empty(); });
    if (skipped > 0) parts << tr("%1 skipped").arg(skipped);
    return tr("Of these %1 images: %2.").arg(previews_.size()).arg(parts.join(QStringLiteral(", ")));
}

}  // namespace facespace
