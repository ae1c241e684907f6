#pragma once
#include <QLineEdit>
#include <QPointer>
#include <QTimer>

#include "widgets/models/filter_model.h"

class QCompleter;
class QStandardItemModel;

namespace facespace {

class NoticeLabel;

/// Where the filter's expression is typed: completes the word at the cursor, applies shortly after the last key (at once on
/// Return), and marks what it cannot understand. Several may show the same filter.
class FilterEdit : public QLineEdit {
    Q_OBJECT
  public:
    explicit FilterEdit(FilterModel* filter, QWidget* parent = nullptr);
    /// What is wrong is also said right below the field while it has the keyboard, over whatever lies there.
    void sayBelow();

  protected:
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void follow();
    void showNote();
    void apply();
    void complete(bool asked);
    void insertCompletion(const QString& text);

    FilterModel* filter_;
    QTimer applySoon_;
    QCompleter* completer_;
    QStandardItemModel* offers_;
    QPointer<NoticeLabel> note_;  // Of the window; null: nothing is said below.
    bool saysBelow_ = false;
    int wordStart_ = 0, wordLength_ = 0;
};

}  // namespace facespace
