#pragma once
#include <QJsonObject>
#include <QMenu>
#include <QObject>
#include <QTimer>

#include "widgets/models/workspace.h"

namespace facespace {

class MapView;

/// Keeps views in the project: those that the analyst names (bookmarks), and the last one, written shortly after every
/// change, so that it can be offered after a crash. GUI thread only.
class ViewKeeper : public QObject {
    Q_OBJECT
  public:
    /// Adds its actions to the menu; `window` is the parent of its dialogs.
    ViewKeeper(Workspace* workspace, MapView* map, QMenu* menu, QWidget* window);
    ~ViewKeeper() override;

    /// A project came into view. True if the program that had it open last did not close it and left a view.
    bool begin(bool readOnly);
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
