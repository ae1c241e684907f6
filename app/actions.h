#pragma once
#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>

class QUndoStack;

namespace facespace {

/// Every command of the window, with text, icon, shortcut and menu. The window connects them.
struct Actions {
    Q_DECLARE_TR_FUNCTIONS(facespace::Actions)
  public:
    /// Makes the actions as children of the window and fills its menu bar.
    Actions(QMainWindow* window, QUndoStack* undo);

    QAction *newProject, *openProject, *importFeatures, *exportTable, *exportFigure, *exportPage, *exportReport,
        *exportDistances, *exportMosaic, *copyFigure, *copyCommands, *newWindow, *closeWindow, *quit;
    QAction *undo, *redo, *editFilter, *clearFilter, *live;
    QAction *selectAll, *invert, *clearSelection, *selectFiltered;
    QAction *nextPage, *previousPage;
    QAction *fillPage, *resetView, *legend, *faces, *labels, *density, *radial;
    QAction *themeSystem, *themeLight, *themeDark;
    QAction *computeMap, *placeNew, *measureTrust, *predict;
    QAction *extract, *retrySkipped;
    QAction *manual, *shortcuts, *demo, *firstLooks, *keptFiles, *about;
    QAction *pick, *rectangle, *lasso, *brush;
    QActionGroup* tools;
    QMenu *recent, *docks, *select, *view;

    /// Enables what needs an open project, features, or something to select.
    void setState(bool project, bool features, bool map, bool busy);

  private:
    QAction* add(QMenu* menu, const QString& text, const QString& icon = {}, const QKeySequence& keys = {});
    void makeFileMenu();
    void makeEditMenu(QUndoStack* stack);
    void makeSelectMenu();
    void makeViewMenu();
    void makeAnalyseMenu();
    void makeHelpMenu();
    void makeTools();
    QMainWindow* window_;
};

/// The shortcuts of the window and its views, as HTML.
QString shortcutsText();

}  // namespace facespace
