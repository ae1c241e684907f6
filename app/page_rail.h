#pragma once
#include <QListWidget>
#include <QTabWidget>

namespace facespace {

/// The window's pages; their names stand in a rail beside them.
class Pages : public QTabWidget {
    Q_OBJECT
  public:
    explicit Pages(QWidget* parent = nullptr);

  Q_SIGNALS:
    /// A page came, went, or has another name.
    void namesChanged();

  protected:
    void tabInserted(int index) override;
    void tabRemoved(int index) override;
};

/// The names of the pages below each other, with icons: all can be read in every language. Where there is little height
/// they move closer together, and where that is not enough they stand in two columns (or more).
class PageRail : public QListWidget {
    Q_OBJECT
  public:
    explicit PageRail(Pages* pages, QWidget* parent = nullptr);
    /// The place of a page's name in the viewport, and in it where the name is written.
    QRect placeOf(int index) const;
    QRect nameRect(int index) const;
    int columns() const { return columns_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void takeNames();
    void arrange();
    int columnWidth() const;

    Pages* pages_;
    int columns_ = 1;
};

}  // namespace facespace
