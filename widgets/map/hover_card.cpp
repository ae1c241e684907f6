#include "widgets/map/hover_card.h"

#include <algorithm>
#include <cmath>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "widgets/look/text_label.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kPictureSide = 96;
constexpr int kGap = 16;
/// In characters, of a name; it is whole in the Inspector.
constexpr int kLongest = 36;

const Column* findColumn(const Workspace& workspace, const QString& key) {
    if (workspace.table() == nullptr) return nullptr;
    for (const Column& column : workspace.table()->columns) {
        if (column.key == key.toStdString()) return &column;
    }
    return nullptr;
}

/// "11.3", "−34°", "video"; empty if the column or the value is missing.
QString valueText(const Column* column, std::size_t row) {
    if (column == nullptr) return {};
    if (column->kind == Column::Kind::kCategory) {
        const std::int32_t code = row < column->codes.size() ? column->codes[row] : -1;
        return code < 0 ? QString() : QString::fromStdString(column->levels[static_cast<std::size_t>(code)]);
    }
    if (column->kind != Column::Kind::kNumber || row >= column->numbers.size() || std::isnan(column->numbers[row]))
        return {};
    const double value = column->numbers[row];
    const bool degrees = column->unit == "deg";
    const int decimals = degrees                                                 ? 0
                         : std::abs(value) >= 1000 || value == std::round(value) ? 0
                         : std::abs(value) >= 1                                  ? 1
                                                                                 : 3;
    QString text = numberText(value, decimals);
    if (text == QStringLiteral("−0")) text = QStringLiteral("0");
    return degrees ? text + QChar(0x00B0) : text;
}

QString poseText(const Workspace& workspace, const QString& target, const QString& network, std::size_t row) {
    const QString label = valueText(findColumn(workspace, target), row);
    const QString predicted = valueText(findColumn(workspace, QStringLiteral("predicted_%1[%2]").arg(target, network)), row);
    if (predicted.isEmpty()) return label.isEmpty() ? QString() : QObject::tr("%1 %2 (label)").arg(target, label);
    if (label.isEmpty()) return QObject::tr("%1 %2").arg(target, predicted);
    return QObject::tr("%1 %2 (label %3)").arg(target, predicted, label);
}

}  // namespace

QString hoverText(const Workspace& workspace, int row) {
    if (workspace.snapshot() == nullptr || row < 0) return {};
    const auto at = static_cast<std::size_t>(row);
    if (at >= workspace.snapshot()->imageCount()) return {};
    const FeatureSet* set = workspace.featureSet();
    const QString network = set == nullptr ? QString() : QString::fromStdString(set->network.name);
    const QString identity = briefName(QString::fromStdString(workspace.snapshot()->images.images[at].identity), kLongest);
    QStringList lines{QStringLiteral("<b>%1</b>").arg(identity.toHtmlEscaped())};
    if (set != nullptr && at < set->distance.size()) {
        const auto distance = static_cast<double>(set->distance[at]);
        lines << (std::isnan(distance) ? QObject::tr("no feature")
                                       : QObject::tr("distance %1").arg(numberText(distance, 1)));
    }
    for (const char* target : {"yaw", "pitch"}) {
        const QString pose = poseText(workspace, QString::fromLatin1(target), network, at);
        if (!pose.isEmpty()) lines << pose.toHtmlEscaped();
    }
    // What gives the point its colour, if not said yet.
    const QString key = workspace.colours().key();
    const bool said = key == QStringLiteral("identity") || key == QStringLiteral("distance[%1]").arg(network) ||
                      key.contains(QStringLiteral("yaw")) || key.contains(QStringLiteral("pitch"));
    const QString value = said || key.isEmpty() ? QString() : valueText(findColumn(workspace, key), at);
    if (!value.isEmpty()) {
        const Column* column = findColumn(workspace, key);
        const QString title = coreText(column->title.empty() ? Text(column->key) : column->title);
        lines << QStringLiteral("%1 %2").arg(briefName(title, kLongest), briefName(value, kLongest)).toHtmlEscaped();
    }
    return lines.join(QStringLiteral("<br>"));
}

HoverCard::HoverCard(const Workspace* workspace, ThumbnailCache* thumbnails, QWidget* parent)
    : QFrame(parent),
      workspace_(workspace),
      thumbnails_(thumbnails),
      picture_(new TextLabel({}, this)),
      text_(new TextLabel({}, this)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Image under the pointer"));
    picture_->setAlignment(Qt::AlignCenter);
    picture_->setFixedSize(kPictureSide, kPictureSide);
    text_->setTextFormat(Qt::RichText);
    text_->setMaximumWidth(320);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 6, 10, 6);
    layout->setSpacing(8);
    layout->addWidget(picture_);
    layout->addWidget(text_);
    hide();
    connect(thumbnails_, &ThumbnailCache::thumbnailReady, this, [this](int row, const QImage& image) {
        if (row == row_) setThumbnail(image);
    });
}

void HoverCard::setThumbnail(const QImage& image) {
    picture_->setText(QString());
    if (image.isNull()) {
        const bool failed = thumbnails_->failed(row_);
        picture_->setPixmap(QPixmap());
        if (failed) picture_->setText(tr("unreadable"));
        return;
    }
    const double ratio = devicePixelRatioF();
    const int side = static_cast<int>(kPictureSide * ratio);
    QPixmap pixmap = QPixmap::fromImage(image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    picture_->setPixmap(pixmap);
}

void HoverCard::showRow(int row, QPoint anchor) {
    anchor_ = anchor;
    if (row < 0 || workspace_->snapshot() == nullptr) {
        row_ = -1;
        hide();
        return;
    }
    if (row != row_) {
        row_ = row;
        text_->setText(hoverText(*workspace_, row));
        const bool hasImages = !workspace_->snapshot()->images.root.empty();
        picture_->setVisible(hasImages);
        if (hasImages) setThumbnail(thumbnails_->request(row));
        layout()->activate();
        adjustSize();
    }
    place();
    show();
    raise();
}

void HoverCard::place() {
    const QRect area = parentWidget()->rect();
    QPoint at = anchor_ + QPoint(kGap, kGap);
    if (at.x() + width() > area.right()) at.setX(anchor_.x() - kGap - width());
    if (at.y() + height() > area.bottom()) at.setY(anchor_.y() - kGap - height());
    at.setX(std::clamp(at.x(), 0, std::max(0, area.width() - width())));
    at.setY(std::clamp(at.y(), 0, std::max(0, area.height() - height())));
    move(at);
}

}  // namespace facespace
