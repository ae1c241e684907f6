#pragma once
#include <QObject>

class QWidget;

namespace facespace {

/// What a control leaves out of its text for want of room: all of the text then, else empty. Knows TextLabel, choices (not
/// those one types into) and buttons.
QString leftOut(const QWidget* widget);

/// Says by a tooltip what a control leaves out of its text, and breaks tooltips that are wider than a screen. One for the
/// application; GUI thread only.
class LongTextTips : public QObject {
    Q_OBJECT
  public:
    static void install();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    using QObject::QObject;
};

}  // namespace facespace
