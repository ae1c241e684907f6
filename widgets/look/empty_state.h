#pragma once
#include <QString>
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace facespace {

/// A widget that shows either its content or, while there is nothing to show, a sentence that says what to do next.
class EmptyState : public QWidget {
    Q_OBJECT
  public:
    /// Takes ownership of `content`.
    explicit EmptyState(QWidget* content, QWidget* parent = nullptr);
    /// Shows the hint in place of the content; an empty hint shows the content.
    void setHint(const QString& hint);
    QString hint() const;

  private:
    QStackedLayout* layout_;
    QLabel* label_;
};

}  // namespace facespace
