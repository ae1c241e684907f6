#pragma once
#include <QJsonObject>
#include <QMenu>
#include <QObject>
#include <QTimer>

#include "widgets/models/workspace.h"

class QTabWidget;

namespace facespace {

class MapView;

/// Keeps views in the project: those that the analyst names (bookmarks), and the last one, written shortly after every
/// change, so that the project looks as it was left however the program ended. GUI thread only.
class ViewKeeper : public QObject {
    Q_OBJECT
  public:
    /// Adds its actions to the menu; `window` is the parent of its dialogs. A page is known by its objectName().
    ViewKeeper(Workspace* workspace, MapView* map, QTabWidget* pages, QMenu* menu, QWidget* window);
    ~ViewKeeper() override;

    /// What there is of the last view when a project comes into view.
    enum class Last {
        kNone,
        kKept,
        kAfterCrash  ///< The program that had this very file open last, on this machine, did not close it.
    };
    Last begin(bool readOnly);
    /// Another project is about to come into view: what is to be saved is saved.
    void saveNow();
    /// The window closes properly.
    void end();
    /// Goes back to what begin() found.
    void restoreLast();
    /// Its own connection, so that a view never waits for other changes.
    ProjectWriter& writer() { return writer_; }
    /// How long after a change the view is saved: two seconds.
    void setDelayMs(int ms) { saveSoon_.setInterval(ms); }
    void keep(const QString& name);
    void go(const QString& name);

  private:
    void askForName();
    void fill();
    void changed();
    void save();
    void put(const QString& key, const QString& value);
    Workspace* workspace_;
    MapView* map_;
    QTabWidget* pages_;
    QWidget* window_;
    QAction* keep_;
    QMenu* kept_;
    std::map<QString, QString> views_;  // Bookmarks by name, as JSON.
    QJsonObject last_;
    bool writes_ = false;
    QTimer saveSoon_;
    ProjectWriter writer_;
};

}  // namespace facespace
