#pragma once
#include <QByteArray>
#include <QObject>
#include <QTimer>

class QAction;
class QDockWidget;
class QMainWindow;
class QSplitter;

namespace facespace {

class Settings;

/// How the window divides its room. There are two layouts: the map with the pages low beneath it, and a page that fills the
/// window with the map small beside it, the Inspector under the map. Each comes back as the analyst left it, also in
/// another run.
class PageLayout : public QObject {
    Q_OBJECT
  public:
    /// @param fill  The checkable action that changes between the two.
    /// @param maps  The maps in view; they stand below each other where the map is small.
    PageLayout(QMainWindow* window, QAction* fill, QSplitter* maps, Settings* settings);

    /// Before the window is shown: its place on the screen and the layout with the large map.
    void restore();
    /// The docks are in view, after the welcome page had the window to itself.
    void docksShown();
    /// For the next run. It saves itself two seconds after a change, as long as a project is in view.
    void save();
    bool pageFills() const { return fills_; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void setPageFills(bool fills);
    void arrangeMap();
    void arrangePage();
    QDockWidget* dock(const char* name) const;

    QMainWindow* window_;
    QAction* fill_;
    QSplitter* maps_;
    Settings* settings_;
    bool fills_ = false;
    QTimer saveSoon_;
    QByteArray mapLarge_, pageLarge_;  ///< The layout that is not in use, as it was left; empty if never used.
};

}  // namespace facespace
