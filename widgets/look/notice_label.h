#pragma once
#include <QColor>

#include "widgets/look/text_label.h"

namespace facespace {

/// What a notice lies on: amber for a warning, blue for information, in the theme in use.
QColor noticeColour(bool warning);

/// A sentence beside what it is about: quiet, or on the colour of a warning. Hidden while it says nothing.
class NoticeLabel : public TextLabel {
    Q_OBJECT
  public:
    enum class Kind { kNote, kWarning };
    explicit NoticeLabel(QWidget* parent = nullptr);
    void setNotice(Kind kind, const QString& text);
    Kind kind() const { return kind_; }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void restyle();
    Kind kind_ = Kind::kNote;
};

}  // namespace facespace
