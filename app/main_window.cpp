#include "app/main_window.h"

#include <algorithm>
#include <cmath>
#include <QApplication>
#include <QDesktopServices>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStyle>
#include <QTabWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include "app/first_looks.h"
#include "app/focus_ring.h"
#include "app/language.h"
#include "app/open_path.h"
#include "app/page_export.h"
#include "app/page_layout.h"
#include "app/page_rail.h"
#include "app/status_line.h"
#include "app/view_keeper.h"
#include "app/window_bar.h"
#include "app/window_manners.h"
#include "widgets/figure/export_dialog.h"
#include "widgets/look/long_text_tips.h"
#include "widgets/look/themed_icon.h"
#include "widgets/map/map_view.h"
#include "widgets/pages/analysis_pages.h"
#include "widgets/pages/compare_page.h"
#include "widgets/pages/distance_panel.h"
#include "widgets/pages/map_trust_page.h"
#include "widgets/pages/page_key.h"
#include "widgets/pages/probe_page.h"
#include "widgets/pages/quality_page.h"
#include "widgets/panels/filter_edit.h"
#include "widgets/panels/filter_panel.h"
#include "widgets/panels/gallery_panel.h"
#include "widgets/panels/identity_panel.h"
#include "widgets/panels/image_table_panel.h"
#include "widgets/panels/inspector_panel.h"
#include "widgets/panels/jobs_panel.h"
#include "widgets/panels/map_run_bar.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/triage_panel.h"
#include "widgets/panels/welcome_page.h"
#include "widgets/words/glossary.h"

namespace facespace {
namespace {

constexpr int kFilterWidth = 180;

QWidget* besideTheirNames(Pages* pages) {
    auto* box = new QWidget;
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PageRail(pages));
    layout->addWidget(pages, 1);
    return box;
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      history_(&workspace_),
      jobs_(&workspace_),
      actions_(std::make_unique<Actions>(this, history_.stack())) {
    setWindowTitle(tr("FaceSpace"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    QDesktopServices::setUrlHandler(kManualScheme, this, "openManual");
    FocusRing::install();
    LongTextTips::install();
    WindowManners::install();
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks);
    buildToolBar();
    buildCentre();
    buildDocks();
    status_ = new StatusLine(&workspace_);
    setStatusBar(status_);
    connectActions();
    connectSelectionActions();
    connectViewActions();
    connectJobs();
    connectMapRun();
    connectTrust();
    connectMemory();
    connectLive();
    layout_->restore();
    refreshRecent();
    refreshState();
}

MainWindow::~MainWindow() {
    // What is typed is applied when its field loses the focus: now, while what it is about is still there.
    if (QWidget* at = focusWidget()) at->clearFocus();
    // Another window takes the manual's links over.
    QDesktopServices::unsetUrlHandler(kManualScheme);
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* other = qobject_cast<MainWindow*>(widget);
        if (other != nullptr && other != this) QDesktopServices::setUrlHandler(kManualScheme, other, "openManual");
    }
}

MainWindow* MainWindow::openWindow(const QByteArray& geometry) {
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    if (!geometry.isEmpty()) window->restoreGeometry(geometry);
    window->show();
    return window;
}

void MainWindow::speakAnew() {
    installLanguage(Settings().language());
    installNumbers(Settings().numbersAsDesktop());
    std::vector<MainWindow*> windows;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* window = qobject_cast<MainWindow*>(widget);
        if (window != nullptr && window->isVisible()) windows.push_back(window);
    }
    // The one in which the language was chosen comes last, so that it stays in front.
    std::ranges::stable_partition(windows, [](const MainWindow* window) { return !window->isActiveWindow(); });
    for (MainWindow* window : windows) {
        if (!window->jobs_.busy()) {
            window->giveWay();
        } else {
            window->messages_->showMessage(MessageBar::Kind::kInformation,
                                           tr("The window speaks the other language as soon as its job has ended."));
            connect(&window->jobs_, &JobFlow::idle, window, &MainWindow::giveWay,
                    static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        }
    }
}

/// Another window takes the place of this one, with the same project as it was left.
void MainWindow::giveWay() {
    const std::filesystem::path file = workspace_.snapshot() ? jobs_.projectFile() : std::filesystem::path();
    layout_->save();
    views_->saveNow();
    views_->end();
    views_->writer().wait();
    jobs_.sharing().begin({});
    MainWindow* next = openWindow(saveGeometry());
    hide();
    if (!file.empty()) next->openProject(QString::fromStdString(file.string()));
    close();
}

void MainWindow::buildToolBar() {
    auto* bar = new WindowBar(&workspace_);
    bar->addSeparator();
    for (QAction* tool : actions_->tools->actions()) bar->addAction(tool);
    bar->addSeparator();
    bar->addAction(actions_->resetView);
    bar->addSeparator();
    filterEdit_ = new FilterEdit(&workspace_.filter());
    filterEdit_->setMinimumWidth(kFilterWidth);
    filterEdit_->sayBelow();
    bar->addWidget(filterEdit_);
    bar->addAction(actions_->fillPage);
    addToolBar(Qt::TopToolBarArea, bar);
    bar->toggleViewAction()->setVisible(false);
}

void MainWindow::buildCentre() {
    messages_ = new MessageBar;
    mapRun_ = new MapRunBar;
    auto* pages = new Pages;
    pages->setAccessibleName(tr("Pages"));
    pages_ = pages;
    firstLooks_ = new FirstLooks(&workspace_, pages_);
    welcome_ = new WelcomePage;
    map_ = new MapView(&workspace_);
    map_->setAccessibleName(tr("Map of the faces"));
    map_->setAnimated(map_->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
    history_.follow(map_);
    map_->setEmptyText(tr(
        "The map appears once there are features. Choose Network ▸ Extract features, or drop a network's JSON file here."));
    centre_ = new QStackedWidget;
    centre_->addWidget(welcome_);
    maps_ = new QSplitter;
    maps_->setChildrenCollapsible(false);
    maps_->addWidget(map_);
    centre_->addWidget(maps_);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(mapRun_);
    layout->addWidget(firstLooks_);
    layout->addWidget(centre_, 1);
    messages_->lieOver(box);
    setCentralWidget(box);
}

void MainWindow::buildDocks() {
    const auto dock = [this](const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
        auto* widget = new QDockWidget(title, this);
        widget->setObjectName(name);
        widget->setWidget(content);
        addDockWidget(area, widget);
        actions_->docks->addAction(widget->toggleViewAction());
        return widget;
    };
    jobsPanel_ = new JobsPanel(&workspace_);
    const auto page = [this](QWidget* content, const char* key, const char* icon, const QString& title) {
        setPageKey(content, QLatin1String(key));
        content->setObjectName(QLatin1String(key));  // by which the last view knows it
        pages_->addTab(content, themedIcon(QLatin1String(icon)), title);
    };
    page(new DistancePanel(&workspace_), "distance", "histogram", tr("Distance"));
    page(new GalleryPanel(&workspace_), "gallery", "gallery", tr("Gallery"));
    page(new ImageTablePanel(&workspace_), "table", "table", tr("Table"));
    page(triage_ = new TriagePanel(&workspace_), "triage", "done", tr("Triage"));
    addAnalysisPages(pages_, &workspace_);
    trust_ = pages_->findChild<MapTrustPage*>();
    connect(pages_->findChild<QualityPage*>(), &QualityPage::measureRequested, &jobs_, &JobFlow::measureQuality);
    connect(pages_->findChild<ProbePage*>(), &ProbePage::trailChanged, map_, &MapView::setTrail);
    new PageExport(
        pages_, actions_->exportPage, [this](ExportSource source) { exportSource(std::move(source)); }, this);
    connect(pages_, &QTabWidget::currentChanged, this,
            [this, compare = pages_->findChild<ComparePage*>()] { showSecondMap(compare); });
    page(jobsPanel_, "jobs", "jobs", tr("Jobs"));
    dock(QStringLiteral("identities"), tr("Identities"), new IdentityPanel(&workspace_), Qt::LeftDockWidgetArea);
    dock(QStringLiteral("filter"), tr("Filter"), new FilterPanel(&workspace_), Qt::LeftDockWidgetArea);
    dock(QStringLiteral("inspector"), tr("Inspector"), new InspectorPanel(&workspace_), Qt::RightDockWidgetArea);
    auto* bottom =
        dock(QStringLiteral("pages"), tr("Pages"), besideTheirNames(static_cast<Pages*>(pages_)), Qt::BottomDockWidgetArea);
    bottom->setTitleBarWidget(new QWidget(bottom));  // the rail says what it is
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    layout_ = new PageLayout(this, actions_->fillPage, maps_, &settings_);
}

void MainWindow::showSecondMap(ComparePage* compare) {
    const bool wanted = pages_->currentWidget() == compare;
    if (wanted && second_ == nullptr) {
        second_ = new MapView(compare->second());
        second_->setAccessibleName(tr("The map to compare with"));
        maps_->addWidget(second_);
        maps_->setSizes({1, 1});
    }
    if (second_ != nullptr) second_->setVisible(wanted);
}

void MainWindow::refreshState() {
    const bool open = workspace_.snapshot() != nullptr;
    actions_->setState(open, workspace_.featureSet() != nullptr, open && workspace_.coordinates() != nullptr, jobs_.busy());
    actions_->placeNew->setEnabled(!jobs_.busy() && imagesLackingOnMap());
    trust_->setBusy(jobs_.busy());
    // Out of view it asks for no room: the map can be smaller than it.
    const auto policy = open ? QSizePolicy::Ignored : QSizePolicy::Preferred;
    welcome_->setSizePolicy(policy, policy);
    centre_->setCurrentWidget(open ? static_cast<QWidget*>(maps_) : welcome_);
    bool shown = false;
    for (auto* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        // Nothing to show yet: the welcome page has the window to itself, and the docks come back as they were.
        if (open && dock->property("hiddenByWelcome").toBool()) {
            dock->setProperty("hiddenByWelcome", false);
            dock->show();
            shown = true;
        } else if (!open && !dock->isHidden()) {
            dock->setProperty("hiddenByWelcome", true);
            dock->hide();
        }
    }
    for (auto* bar : findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly)) bar->setVisible(open);
    if (shown) QMetaObject::invokeMethod(layout_, &PageLayout::docksShown, Qt::QueuedConnection);
}

void MainWindow::showEverything() {
    workspace_.filter().clear();
    workspace_.selection().clear();
    map_->resetView();
}

bool MainWindow::imagesLackingOnMap() const {
    const MapRecord* map = workspace_.mapRecord();
    const FeatureSet* features = map == nullptr ? nullptr : workspace_.snapshot()->featureSet(map->network);
    if (features == nullptr) return false;
    for (std::size_t row = 0; row < features->distance.size(); ++row)
        if (!std::isnan(features->distance[row]) && !map->coordinates.row(static_cast<Eigen::Index>(row)).allFinite())
            return true;
    return false;
}

void MainWindow::refreshRecent() {
    const QStringList files = settings_.recentProjects();
    welcome_->setRecent(files);
    actions_->recent->clear();
    for (const QString& file : files) {
        actions_->recent->addAction(QFileInfo(file).completeBaseName(), this, [this, file] { openProject(file); })
            ->setToolTip(file);
    }
    actions_->recent->addSeparator();
    actions_->recent->addAction(tr("Clear the list"), this, [this] {
        settings_.clearRecentProjects();
        refreshRecent();
    });
    actions_->recent->setEnabled(!files.isEmpty());
    actions_->recent->setToolTipsVisible(true);
}

MainWindow* MainWindow::windowWith(const std::filesystem::path& file) const {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* window = qobject_cast<MainWindow*>(widget);
        if (window != nullptr && window != this && window->isVisible() && window->jobs_.projectFile() == file) return window;
    }
    return nullptr;
}

void MainWindow::openProject(const QString& file) {
    const std::filesystem::path path = QFileInfo(file).absoluteFilePath().toStdString();
    if (MainWindow* window = windowWith(path)) {
        window->activateWindow();
        window->raise();
        window->messages_->showMessage(MessageBar::Kind::kInformation, tr("“%1” is open in this window already.").arg(file));
        return;
    }
    if (workspace_.snapshot() != nullptr && jobs_.projectFile() == path)
        return messages_->showMessage(MessageBar::Kind::kInformation, tr("“%1” is open in this window already.").arg(file));
    messages_->dismiss();
    views_->saveNow();
    jobs_.openProject(path);
    // While a worker thread reads the project.
    QTimer::singleShot(0, map_, [this] { map_->vtkView()->loadGraphics(); });
}

void MainWindow::openDemo(const QString& folder, bool full) {
    messages_->dismiss();
    views_->saveNow();
    QString place = folder;
    if (place.isEmpty())
        place = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                (full ? QStringLiteral("/demo-full") : QStringLiteral("/demo"));
    jobs_.makeDemo(QFileInfo(place).absoluteFilePath().toStdString(), full ? DemoOptions::full() : DemoOptions::quick());
}

void MainWindow::openPath(const QString& path) {
    const bool open = workspace_.snapshot() != nullptr;
    switch (pathKind(path)) {
        case PathKind::kProject:
            return openProject(path);
        case PathKind::kFolder:
        case PathKind::kManifest:
        case PathKind::kContainer:
            return askForImages(path);
        case PathKind::kNetwork:
            return takeNetwork(path);
        case PathKind::kWeights:
            return askAboutWeights(path);
        case PathKind::kFeatures:
            if (open) return askForFeatures(path);
            return messages_->showMessage(MessageBar::Kind::kInformation,
                                          tr("Open a project first, then import features into it."));
        case PathKind::kMissing:
            return messages_->showMessage(MessageBar::Kind::kProblem, tr("There is no file or folder “%1”.").arg(path));
        case PathKind::kUnknown:
            return messages_->showMessage(MessageBar::Kind::kProblem,
                                          tr("“%1” is not something FaceSpace can open: give a project, a folder of images, "
                                             "a manifest (CSV) or a network (JSON).")
                                              .arg(path));
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    layout_->save();
    views_->end();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile() && pathKind(url.toLocalFile()) != PathKind::kUnknown) return event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.front().isLocalFile()) return;
    event->acceptProposedAction();
    const QString path = urls.front().toLocalFile();
    // After the drop is over: what follows may open a dialog, and the file manager waits for the drop.
    QMetaObject::invokeMethod(
        this, [this, path] { openPath(path); }, Qt::QueuedConnection);
}

}  // namespace facespace
