#pragma once
#include <QPointer>
#include <QWidget>

namespace facespace {

/// Who works with the keyboard sees where it is: a ring around whatever has the focus, in every window and dialog, from the
/// first Tab until the mouse is used. One for the application.
class FocusRing : public QObject {
    Q_OBJECT
  public:
    /// Watches the application; once is enough.
    static void install();
    /// What the ring is around; null while it is not shown.
    static QWidget* shownAround();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    explicit FocusRing(QObject* parent);
    void follow();
    void show(bool shown);

    class Frame;
    bool byKeyboard_ = false;
    QPointer<QWidget> around_, frame_;
};

}  // namespace facespace
