#pragma once
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace facespace {

/// Scrolls its content up and down only, and asks for the width that the content needs, so that nothing is cut at the side.
class ColumnScroll : public QScrollArea {
  public:
    explicit ColumnScroll(QWidget* content, QWidget* parent = nullptr) : QScrollArea(parent) {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWidget(content);
        fit();
    }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool done = QScrollArea::eventFilter(watched, event);
        if (watched == widget() && event->type() == QEvent::LayoutRequest) fit();
        return done;
    }

  private:
    void fit() { setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width()); }
};

}  // namespace facespace
