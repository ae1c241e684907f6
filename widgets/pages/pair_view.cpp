#include "widgets/pages/pair_view.h"

#include <algorithm>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

#include "widgets/look/theme.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/face_tile.h"
#include "widgets/pages/figures_table.h"

namespace facespace {
namespace {

constexpr int kFace = 58;
constexpr int kPad = 5;

}  // namespace

QString elidedNames(const QString& names, const QFontMetrics& metrics, int width) {
    if (metrics.horizontalAdvance(names) <= width) return names;
    for (const QString& between : {QStringLiteral(" → "), QStringLiteral(" / ")}) {
        const qsizetype at = names.indexOf(between);
        if (at < 0) continue;
        const QString first = names.left(at), second = names.mid(at + between.size());
        const int room = width - metrics.horizontalAdvance(between);
        // What a short name leaves goes to the other.
        const int left = std::max(room / 2, room - metrics.horizontalAdvance(second));
        const QString shown = metrics.elidedText(first, Qt::ElideMiddle, left);
        return shown + between + metrics.elidedText(second, Qt::ElideMiddle, room - metrics.horizontalAdvance(shown));
    }
    return metrics.elidedText(names, Qt::ElideMiddle, width);
}

void PairModel::setPairs(std::vector<ScoredPair> pairs, QStringList names) {
    beginResetModel();
    pairs_ = std::move(pairs);
    names_ = std::move(names);
    endResetModel();
}

int PairModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(pairs_.size()); }

QVariant PairModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::DisplayRole) return fixedNumber(static_cast<double>(pair(index.row()).score), 3);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return QStringLiteral("%1 · %2").arg(data(index).toString(), names_.value(index.row()));
    if (role == Qt::UserRole) return names_.value(index.row());
    return {};
}

PairDelegate::PairDelegate(ThumbnailCache* thumbnails, std::function<bool(int)> isSelected, QObject* parent)
    : QStyledItemDelegate(parent), thumbnails_(thumbnails), isSelected_(std::move(isSelected)) {}

QSize PairDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {2 * kFace + 2 * kPad + 2, kFace + 2 * kPad + 2 * option.fontMetrics.height()};
}

void PairDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = qobject_cast<const PairModel*>(index.model());
    const ScoredPair& pair = model->pair(index.row());
    const int a = static_cast<int>(pair.a), b = static_cast<int>(pair.b);
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const QPalette& palette = option.palette;
    const QRect place = option.rect.adjusted(1, 1, -1, -1);
    const bool selected = isSelected_(a) && isSelected_(b);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor tint = palette.color(QPalette::Highlight);
        tint.setAlphaF(selected ? 0.3F : 0.1F);
        painter->fillRect(place, tint);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(palette.color(QPalette::Highlight));
        painter->drawRect(place.adjusted(0, 0, -1, -1));
    }
    const int left = place.center().x() - kFace;
    for (const auto& [row, x] : {std::pair{a, left}, std::pair{b, left + kFace + 2}}) {
        const QRect face(x, place.top() + kPad - 1, kFace, kFace);
        drawFaceTile(painter, face, thumbnails_->request(row), thumbnails_->failed(row), palette);
        if (!isSelected_(row)) continue;
        painter->setPen(QPen(toneColour(figure::Tone::kSelected, palette), 2));
        painter->drawRect(face.adjusted(1, 1, -1, -1));
    }
    const int line = option.fontMetrics.height();
    const QRect first(place.left() + 3, place.top() + kPad + kFace, place.width() - 6, line);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(first, Qt::AlignCenter, index.data().toString());
    painter->setPen(secondaryTextColour(palette));
    painter->drawText(first.translated(0, line - 2), Qt::AlignCenter,
                      elidedNames(index.data(Qt::UserRole).toString(), option.fontMetrics, first.width()));
    painter->restore();
}

PairView::PairView(const QString& name, ThumbnailCache* thumbnails, std::function<bool(int)> isSelected, QWidget* parent)
    : QListView(parent), model_(new PairModel(this)) {
    setAccessibleName(name);
    setModel(model_);
    setItemDelegate(new PairDelegate(thumbnails, std::move(isSelected), this));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSpacing(1);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    connect(this, &QListView::clicked, this, &PairView::choose);
    connect(thumbnails, &ThumbnailCache::thumbnailReady, viewport(), qOverload<>(&QWidget::update));
}

void PairView::choose(const QModelIndex& index) { Q_EMIT pairChosen(index.row(), QGuiApplication::keyboardModifiers()); }

void PairView::keyPressEvent(QKeyEvent* event) {
    const QModelIndex before = currentIndex();
    const bool chooses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (!chooses) QListView::keyPressEvent(event);
    if (currentIndex().isValid() && (chooses || currentIndex() != before)) choose(currentIndex());
}

}  // namespace facespace
