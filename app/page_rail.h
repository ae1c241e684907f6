#pragma once
#include <QTabBar>
#include <QTabWidget>

namespace facespace {

/// The names of the window's pages below each other, with icons: all can be read in every language. Where there is little
/// height the names move closer together; only where that is not enough the rail scrolls.
class PageRail : public QTabBar {
    Q_OBJECT
  public:
    explicit PageRail(QWidget* parent = nullptr);
    /// Where the name of a page is written; empty if it is scrolled out of view.
    QRect nameRect(int index) const;

  protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    /// Tall enough for the text, and air above and below it.
    QSize size(int index, int air) const;
    void paintPage(QPainter& painter, int index) const;
};

/// The pages, with their names in a rail on the left.
class Pages : public QTabWidget {
    Q_OBJECT
  public:
    explicit Pages(QWidget* parent = nullptr);
};

}  // namespace facespace
