#include "app/actions.h"

#include <QMenuBar>
#include <QUndoStack>

#include "widgets/look/themed_icon.h"

namespace facespace {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("facespace", text); }

}  // namespace

Actions::Actions(QMainWindow* window, QUndoStack* stack) : window_(window) {
    makeFileMenu();
    makeEditMenu(stack);
    makeSelectMenu();
    makeViewMenu();
    makeAnalyseMenu();
    makeHelpMenu();
    makeTools();
    setState(false, false, false, false);
}

QAction* Actions::add(QMenu* menu, const QString& text, const QString& icon, const QKeySequence& keys) {
    auto* action = menu->addAction(text);
    if (!icon.isEmpty()) action->setIcon(themedIcon(icon));
    if (!keys.isEmpty()) action->setShortcut(keys);
    return action;
}

void Actions::makeFileMenu() {
    auto* menu = window_->menuBar()->addMenu(tr("&File"));
    newProject = add(menu, tr("&New from images…"), QStringLiteral("images"), QKeySequence::New);
    openProject = add(menu, tr("&Open project…"), QStringLiteral("open"), QKeySequence::Open);
    recent = menu->addMenu(tr("Open &recent"));
    menu->addSeparator();
    importFeatures = add(menu, tr("&Import features…"), QStringLiteral("import"));
    exportTable = add(menu, tr("Export &table…"), QStringLiteral("table"));
    exportFigure = add(menu, tr("Export &figure…"), QStringLiteral("figure"), QKeySequence(Qt::CTRL | Qt::Key_E));
    exportPage = add(menu, tr("Export figure of the &page…"), {}, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E));
    exportReport = add(menu, tr("E&xport report…"), {});
    exportDistances = add(menu, tr("Export &distances…"), {});
    exportMosaic = add(menu, tr("Export fa&ces by distance…"), {});
    menu->addSeparator();
    newWindow = add(menu, tr("New &window"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    closeWindow = add(menu, tr("C&lose window"), {}, QKeySequence(Qt::CTRL | Qt::Key_W));
    quit = add(menu, tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::makeEditMenu(QUndoStack* stack) {
    auto* menu = window_->menuBar()->addMenu(tr("&Edit"));
    undo = stack->createUndoAction(window_, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(themedIcon(QStringLiteral("undo")));
    redo = stack->createRedoAction(window_, tr("&Redo"));
    redo->setShortcut(QKeySequence::Redo);
    redo->setIcon(themedIcon(QStringLiteral("redo")));
    menu->addActions({undo, redo});
    menu->addSeparator();
    copyFigure = add(menu, tr("Copy &figure"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copyCommands = add(menu, tr("Copy as co&mmands"), {});
    menu->addSeparator();
    editFilter = add(menu, tr("&Filter…"), QStringLiteral("search"), QKeySequence::Find);
    clearFilter = add(menu, tr("Clear the f&ilter"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    menu->addSeparator();
    live = add(menu, tr("Let my pro&grams steer this window"), {});
    live->setCheckable(true);
    live->setStatusTip(tr("Programs of yours, such as a notebook, can read and set selection, filter, colouring and view"));
}

void Actions::makeSelectMenu() {
    auto* menu = select = window_->menuBar()->addMenu(tr("&Select"));
    selectAll = add(menu, tr("Select &all"), QStringLiteral("select-all"), QKeySequence::SelectAll);
    invert = add(menu, tr("&Invert selection"), QStringLiteral("invert"), QKeySequence(Qt::CTRL | Qt::Key_I));
    clearSelection = add(menu, tr("&Clear selection"), {}, QKeySequence(Qt::Key_Escape));
    menu->addSeparator();
    selectFiltered = add(menu, tr("What &passes the filter"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
}

void Actions::makeViewMenu() {
    auto* menu = view = window_->menuBar()->addMenu(tr("&View"));
    docks = menu->addMenu(tr("&Panels"));
    fillPage = add(menu, tr("&Page fills the window"), QStringLiteral("fill-page"), QKeySequence(Qt::Key_F9));
    fillPage->setCheckable(true);
    fillPage->setToolTip(QStringLiteral("%1 (%2)").arg(tr("The page in view fills the window, the map small beside it"),
                                                       fillPage->shortcut().toString(QKeySequence::NativeText)));
    nextPage = add(menu, tr("&Next page"), {}, QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    previousPage = add(menu, tr("Pre&vious page"), {}, QKeySequence(Qt::CTRL | Qt::Key_PageUp));
    menu->addSeparator();
    resetView = add(menu, tr("Show the &whole map"), QStringLiteral("reset-view"), QKeySequence(Qt::CTRL | Qt::Key_0));
    legend = add(menu, tr("&Legend"));
    legend->setCheckable(true);
    legend->setChecked(true);
    const auto layer = [&](const QString& text, const QKeySequence& keys) {
        auto* action = add(menu, text, {}, keys);
        action->setCheckable(true);
        return action;
    };
    faces = layer(tr("&Faces on the points"), QKeySequence(Qt::Key_F));
    labels = layer(tr("&Names of identities"), QKeySequence(Qt::Key_I));
    density = layer(tr("&Density"), QKeySequence(Qt::Key_D));
    radial = layer(tr("&Radius is the distance from the origin"), QKeySequence(Qt::Key_O));
    menu->addSeparator();
    auto* theme = menu->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(window_);
    themeSystem = add(theme, tr("As the &desktop"));
    themeLight = add(theme, tr("&Light"));
    themeDark = add(theme, tr("Da&rk"));
    for (QAction* action : {themeSystem, themeLight, themeDark}) {
        action->setCheckable(true);
        group->addAction(action);
    }
}

void Actions::makeAnalyseMenu() {
    auto* analyse = window_->menuBar()->addMenu(tr("&Analyse"));
    computeMap = add(analyse, tr("Compute a &map…"), QStringLiteral("map"), QKeySequence(Qt::CTRL | Qt::Key_M));
    placeNew = add(analyse, tr("Place &new images on the map"));
    measureTrust = add(analyse, tr("Measure how far the map can be &trusted"), QStringLiteral("trust"));
    predict = add(analyse, tr("&Predict head pose"), QStringLiteral("pose"));
    auto* network = window_->menuBar()->addMenu(tr("&Network"));
    extract =
        add(network, tr("&Extract features…"), QStringLiteral("network"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    retrySkipped = add(network, tr("Try &skipped images again"));
}

void Actions::makeHelpMenu() {
    auto* menu = window_->menuBar()->addMenu(tr("&Help"));
    manual = add(menu, tr("&Manual"), {}, QKeySequence::HelpContents);
    shortcuts = add(menu, tr("&Shortcuts"), {}, QKeySequence(Qt::CTRL | Qt::Key_F1));
    demo = add(menu, tr("Try the &demo"), QStringLiteral("people"));
    firstLooks = add(menu, tr("What to &look at first"));
    firstLooks->setCheckable(true);
    menu->addSeparator();
    keptFiles = add(menu, tr("&Where files are kept…"));
    about = add(menu, tr("&About FaceSpace"));
    about->setMenuRole(QAction::AboutRole);
}

void Actions::makeTools() {
    tools = new QActionGroup(window_);
    const auto tool = [&](const char* icon, const QString& text, Qt::Key key, const QString& tip) {
        auto* action = new QAction(themedIcon(QLatin1String(icon)), text, window_);
        action->setCheckable(true);
        action->setShortcut(QKeySequence(key));
        action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
        tools->addAction(action);
        return action;
    };
    pick = tool("pick", tr("Pick"), Qt::Key_V, tr("Click a point; drag to move the map"));
    rectangle = tool("rectangle", tr("Rectangle"), Qt::Key_R, tr("Select by a rectangle"));
    lasso = tool("lasso", tr("Lasso"), Qt::Key_L, tr("Select by drawing around points"));
    brush = tool("brush", tr("Brush"), Qt::Key_B, tr("Select by painting over points"));
    pick->setChecked(true);
}

void Actions::setState(bool project, bool features, bool map, bool busy) {
    for (QAction* action : {exportTable, copyCommands, firstLooks, editFilter, clearFilter, live, selectAll, invert,
                            clearSelection, selectFiltered, fillPage, nextPage, previousPage})
        action->setEnabled(project);
    for (QAction* action : {importFeatures, extract}) action->setEnabled(project && !busy);
    for (QAction* action : {computeMap, measureTrust, predict, retrySkipped}) action->setEnabled(features && !busy);
    for (QAction* action : {exportReport, exportDistances, exportMosaic}) action->setEnabled(features);
    for (QAction* action :
         {exportFigure, copyFigure, resetView, legend, faces, labels, density, radial, pick, rectangle, lasso, brush})
        action->setEnabled(map);
}

QString shortcutsText() {
    const std::pair<const char*, const char*> rows[] = {
        {QT_TRANSLATE_NOOP("facespace", "F1, Ctrl+F1"), QT_TRANSLATE_NOOP("facespace", "The manual, these shortcuts")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+N, Ctrl+O"),
         QT_TRANSLATE_NOOP("facespace", "New project from images, open a project")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+Shift+N, Ctrl+W, Ctrl+Q"),
         QT_TRANSLATE_NOOP("facespace", "Another window, close the window, quit")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+PgDown, Ctrl+PgUp"),
         QT_TRANSLATE_NOOP("facespace", "The next page, the one before")},
        {QT_TRANSLATE_NOOP("facespace", "Tab, Shift+Tab"),
         QT_TRANSLATE_NOOP("facespace", "Go from one control to the next; a ring shows where the keyboard is")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+Shift+E"), QT_TRANSLATE_NOOP("facespace", "Extract features with a network")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+M"), QT_TRANSLATE_NOOP("facespace", "Compute a map")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+E, Ctrl+Alt+E"),
         QT_TRANSLATE_NOOP("facespace", "Export a figure of the map, of the analysis page in view")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+Shift+C"), QT_TRANSLATE_NOOP("facespace", "Copy the figure")},
        {QT_TRANSLATE_NOOP("facespace", "V, R, L, B"), QT_TRANSLATE_NOOP("facespace", "Pick, rectangle, lasso, brush")},
        {QT_TRANSLATE_NOOP("facespace", "Shift, Ctrl while selecting on the map"),
         QT_TRANSLATE_NOOP("facespace", "Add to the selection, remove from it")},
        {QT_TRANSLATE_NOOP("facespace", "Shift+click, Ctrl+click in lists"),
         QT_TRANSLATE_NOOP("facespace", "Select a range, toggle one")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+A, Ctrl+I, Esc"), QT_TRANSLATE_NOOP("facespace", "Select all, invert, clear")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+F, Ctrl+Shift+F"), QT_TRANSLATE_NOOP("facespace", "Type a filter, clear it")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+Shift+A"), QT_TRANSLATE_NOOP("facespace", "Select what passes the filter")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+D, Ctrl+G"),
         QT_TRANSLATE_NOOP("facespace", "Select the same identity, grow to neighbours")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+K, Ctrl+Shift+K"),
         QT_TRANSLATE_NOOP("facespace", "Keep the selection, the view under a name")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+Z, Ctrl+Shift+Z"),
         QT_TRANSLATE_NOOP("facespace", "Undo and redo selection, filter, colouring, tags and view")},
        {QT_TRANSLATE_NOOP("facespace", "Mouse wheel, + and −"), QT_TRANSLATE_NOOP("facespace", "Zoom the map")},
        {QT_TRANSLATE_NOOP("facespace", "Arrow keys, middle button"), QT_TRANSLATE_NOOP("facespace", "Move the map")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+arrow keys on the map"),
         QT_TRANSLATE_NOOP("facespace", "Go to the next point in this direction and look at it")},
        {QT_TRANSLATE_NOOP("facespace", "Return on the map"),
         QT_TRANSLATE_NOOP("facespace", "Select the point one looks at (Shift adds, Ctrl removes)")},
        {QT_TRANSLATE_NOOP("facespace", "F, I, D, O"),
         QT_TRANSLATE_NOOP("facespace", "Faces on the points, names, density, radius as distance from the origin")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+0, Home, double click"), QT_TRANSLATE_NOOP("facespace", "Show the whole map")},
        {QT_TRANSLATE_NOOP("facespace", "F9"),
         QT_TRANSLATE_NOOP("facespace", "The page in view fills the window, the map small beside it; and back")},
        {QT_TRANSLATE_NOOP("facespace", "K, X, U on the page Triage"),
         QT_TRANSLATE_NOOP("facespace", "Keep, reject, undecided")},
        {QT_TRANSLATE_NOOP("facespace", "T, N, arrow keys, PgDown on the page Triage"),
         QT_TRANSLATE_NOOP("facespace", "Tag, note, the next image, ten images on")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+Space in the filter, Tab"),
         QT_TRANSLATE_NOOP("facespace", "What can come next, take the first")},
        {QT_TRANSLATE_NOOP("facespace", "Arrow keys in a row of faces"),
         QT_TRANSLATE_NOOP("facespace", "Go from face to face, which Tab passes over")},
        {QT_TRANSLATE_NOOP("facespace", "Ctrl+C in the table"),
         QT_TRANSLATE_NOOP("facespace", "Copy the selected rows as CSV")},
    };
    QString text = QStringLiteral("<table cellspacing='0' cellpadding='4'>");
    for (const auto& [keys, what] : rows) {
        text += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(translated(keys).toHtmlEscaped(), translated(what).toHtmlEscaped());
    }
    return text + QStringLiteral("</table>");
}

}  // namespace facespace
