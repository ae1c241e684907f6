#pragma once
#include <functional>
#include <QAbstractListModel>
#include <QFontMetrics>
#include <QListView>
#include <QStyledItemDelegate>

#include "core/analysis/verification.h"
#include "widgets/models/thumbnail_cache.h"

namespace facespace {

/// "A → B" or "A / B" in so many pixels: each name is cut in its own middle, so that both can be told.
QString elidedNames(const QString& names, const QFontMetrics& metrics, int width);

/// Pairs of images, the worst first.
class PairModel : public QAbstractListModel {
    Q_OBJECT
  public:
    using QAbstractListModel::QAbstractListModel;
    void setPairs(std::vector<ScoredPair> pairs, QStringList names);
    const ScoredPair& pair(int row) const { return pairs_[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    /// Display: "score · identity / identity".
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

  private:
    std::vector<ScoredPair> pairs_;
    QStringList names_;
};

/// Pairs as both faces side by side with their score; choosing one by click or key asks to select both.
class PairView : public QListView {
    Q_OBJECT
  public:
    PairView(const QString& name, ThumbnailCache* thumbnails, std::function<bool(int)> isSelected,
             QWidget* parent = nullptr);
    /// @param names  What to say below each pair.
    void setPairs(std::vector<ScoredPair> pairs, const QStringList& names) { model_->setPairs(std::move(pairs), names); }
    PairModel* pairs() const { return model_; }

  Q_SIGNALS:
    /// `pair` is its place in the list.
    void pairChosen(int pair, Qt::KeyboardModifiers modifiers);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void choose(const QModelIndex& index);
    PairModel* model_;
};

/// Draws two thumbnails and two lines of text; pairs of which both images are selected are marked.
class PairDelegate : public QStyledItemDelegate {
  public:
    PairDelegate(ThumbnailCache* thumbnails, std::function<bool(int)> isSelected, QObject* parent);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    ThumbnailCache* thumbnails_;
    std::function<bool(int)> isSelected_;
};

}  // namespace facespace
