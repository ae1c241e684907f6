#pragma once
#include <QObject>

class QWidget;

namespace facespace {

/// What every window and dialog of the program keeps to: it opens inside its screen, a dialog grows with what it says,
/// and the list of a choice has room for its names. One for the application.
class WindowManners : public QObject {
    Q_OBJECT
  public:
    /// Watches the application; once is enough.
    static void install();
    /// Makes a window no larger than the room of its screen, and moves it into it.
    static void keepInside(QWidget* window);
    /// Makes a dialog as high as its text needs at its width, as far as the screen has room.
    static void growWithText(QWidget* dialog);
    /// Makes the open list of a choice as wide as its longest name, as far as the screen has room.
    static void widen(QWidget* list);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    using QObject::QObject;
};

}  // namespace facespace
