#pragma once
#include <functional>
#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace facespace {

/// A line at the top of the content that tells of a problem or an event without stopping the work. It lies over the content,
/// which keeps its place and size. The latest message replaces the one before.
class MessageBar : public QFrame {
    Q_OBJECT
  public:
    enum class Kind { kInformation, kProblem };
    explicit MessageBar(QWidget* parent = nullptr);

    /// @param action  Text of the button that does `run` and closes the bar; empty: no button.
    void showMessage(Kind kind, const QString& text, const QString& action = {}, std::function<void()> run = {});
    void dismiss();
    QString text() const;
    /// What it lies over.
    void lieOver(QWidget* content);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void place();
    QString text_;
    QLabel *icon_, *label_;
    QPushButton* action_;
    QToolButton* close_;
    std::function<void()> run_;
};

}  // namespace facespace
