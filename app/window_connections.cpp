// What the window's actions and jobs are joined to.
#include <QApplication>
#include <QFileInfo>
#include <QTabWidget>

#include "app/first_looks.h"
#include "app/kept_files.h"
#include "app/language.h"
#include "app/live_server.h"
#include "app/live_view.h"
#include "app/main_window.h"
#include "app/selection_actions.h"
#include "app/status_line.h"
#include "app/view_keeper.h"
#include "widgets/consent/network_question.h"
#include "widgets/figure/capture.h"
#include "widgets/jobs/freed_memory.h"
#include "widgets/map/map_view.h"
#include "widgets/pages/map_trust_page.h"
#include "widgets/panels/filter_edit.h"
#include "widgets/panels/jobs_panel.h"
#include "widgets/panels/map_run_bar.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/triage_panel.h"
#include "widgets/panels/welcome_page.h"
#include "widgets/words/core_text.h"

namespace facespace {

void MainWindow::connectActions() {
    const Actions& a = *actions_;
    connect(a.newProject, &QAction::triggered, this, [this] { askForImages(); });
    connect(a.openProject, &QAction::triggered, this, &MainWindow::askForProject);
    connect(a.importFeatures, &QAction::triggered, this, [this] { askForFeatures(); });
    connect(a.exportTable, &QAction::triggered, this, &MainWindow::askForTableFile);
    connect(a.exportFigure, &QAction::triggered, this, &MainWindow::askForFigure);
    connect(a.exportReport, &QAction::triggered, this, &MainWindow::askForReport);
    connect(a.exportDistances, &QAction::triggered, this, [this] { exportSource(distanceExportSource(workspace_)); });
    connect(a.exportMosaic, &QAction::triggered, this, [this] { exportSource(mosaicExportSource(workspace_)); });
    connect(a.copyFigure, &QAction::triggered, this, &MainWindow::copyFigure);
    connect(a.copyCommands, &QAction::triggered, this, &MainWindow::copyCommands);
    connect(a.newWindow, &QAction::triggered, this, [this] { openWindow()->move(pos() + QPoint(40, 40)); });
    connect(a.closeWindow, &QAction::triggered, this, &QWidget::close);
    connect(a.quit, &QAction::triggered, qApp, &QApplication::closeAllWindows);
    connect(a.computeMap, &QAction::triggered, this, &MainWindow::askForMap);
    connect(a.placeNew, &QAction::triggered, this, [this] {
        if (const MapRecord* map = workspace_.mapRecord()) jobs_.placeNewImages(map->name);
    });
    connect(a.measureTrust, &QAction::triggered, this, [this] {
        pages_->setCurrentWidget(trust_);
        trust_->measure();
    });
    connect(a.predict, &QAction::triggered, this, [this] {
        PredictOptions options;
        if (const FeatureSet* features = workspace_.featureSet()) options.network = features->network.name;
        jobs_.predict(options);
    });
    connect(a.extract, &QAction::triggered, this, [this] { askForNetwork(); });
    connect(a.retrySkipped, &QAction::triggered, this, &MainWindow::retrySkipped);
    connect(a.shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(a.demo, &QAction::triggered, this, [this] { openDemo(); });
    connect(a.firstLooks, &QAction::toggled, firstLooks_, &QWidget::setVisible);
    connect(firstLooks_, &FirstLooks::closed, a.firstLooks, [action = a.firstLooks] { action->setChecked(false); });
    connect(a.manual, &QAction::triggered, this, &MainWindow::showManual);
    connect(a.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(a.keptFiles, &QAction::triggered, this, [this] { showKeptFiles(this, settings_, [this] { refreshRecent(); }); });
    connect(welcome_, &WelcomePage::openImagesRequested, this, [this] { askForImages(); });
    connect(welcome_, &WelcomePage::openProjectRequested, this, &MainWindow::askForProject);
    connect(welcome_, &WelcomePage::demoRequested, this, [this] { openDemo(); });
    connect(welcome_, &WelcomePage::recentChosen, this, &MainWindow::openProject);
    connect(triage_, &TriagePanel::exportListRequested, this, &MainWindow::askForDecisionsFile);
    connect(triage_, &TriagePanel::exportImagesRequested, this, &MainWindow::askForExportFolder);
    connect(jobsPanel_, &JobsPanel::exportSkippedRequested, this, &MainWindow::writeSkipped);
}

void MainWindow::connectSelectionActions() {
    const Actions& a = *actions_;
    SelectionModel& selection = workspace_.selection();
    connect(a.selectAll, &QAction::triggered, &selection, &SelectionModel::selectAll);
    connect(a.invert, &QAction::triggered, &selection, &SelectionModel::invert);
    connect(a.clearSelection, &QAction::triggered, &selection, &SelectionModel::clear);
    connect(a.selectFiltered, &QAction::triggered, this,
            [this] { workspace_.selection().select(workspace_.filter().passingRows()); });
    connect(a.editFilter, &QAction::triggered, this, [this] {
        filterEdit_->setFocus(Qt::ShortcutFocusReason);
        filterEdit_->selectAll();
    });
    auto* more = new SelectionActions(&workspace_, a.select, this);
    connect(more, &SelectionActions::problem, this,
            [this](const QString& text) { messages_->showMessage(MessageBar::Kind::kProblem, text); });
    MarksModel& marks = workspace_.marks();
    connect(&marks, &MarksModel::failed, this,
            [this](const QString& text) { messages_->showMessage(MessageBar::Kind::kProblem, text); });
    connect(&marks, &MarksModel::settled, &jobs_, &JobFlow::refresh);
    connect(a.clearFilter, &QAction::triggered, &workspace_.filter(), &FilterModel::clear);
}

void MainWindow::connectViewActions() {
    const Actions& a = *actions_;
    const std::pair<QAction*, MapTool> tools[] = {{a.pick, MapTool::kPick},
                                                  {a.rectangle, MapTool::kRectangle},
                                                  {a.lasso, MapTool::kLasso},
                                                  {a.brush, MapTool::kBrush}};
    for (const auto& [action, tool] : tools) {
        connect(action, &QAction::triggered, map_, [this, tool = tool] { map_->setTool(tool); });
        connect(map_, &MapView::toolChanged, action, [action = action, tool = tool](MapTool now) {
            if (now == tool) action->setChecked(true);
        });
    }
    const auto turn = [this](int by) {
        pages_->setCurrentIndex((pages_->currentIndex() + by + pages_->count()) % pages_->count());
    };
    connect(a.nextPage, &QAction::triggered, this, [turn] { turn(1); });
    connect(a.previousPage, &QAction::triggered, this, [turn] { turn(-1); });
    connect(a.resetView, &QAction::triggered, map_, &MapView::resetView);
    connect(a.legend, &QAction::toggled, map_, &MapView::setLegendVisible);
    connect(a.faces, &QAction::toggled, map_, &MapView::setThumbnailsShown);
    connect(a.labels, &QAction::toggled, map_, &MapView::setLabelsShown);
    connect(a.density, &QAction::toggled, map_, &MapView::setDensityShown);
    // Letters are the map's only while it has the keyboard: lists search by them.
    for (QAction* layer : {a.faces, a.labels, a.density, a.radial}) {
        layer->setShortcutContext(Qt::WidgetShortcut);
        map_->addAction(layer);
    }
    connect(a.radial, &QAction::toggled, &workspace_, &Workspace::setRadial);
    connect(&workspace_, &Workspace::mapChanged, a.radial, [this, radial = a.radial] {
        radial->setChecked(workspace_.radial());  // a kept view has its own
    });
    connect(map_, &MapView::statusChanged, status_, &StatusLine::setMapStatus);

    a.view->addSeparator();
    views_ = new ViewKeeper(&workspace_, map_, pages_, a.view, this);
    connect(&views_->writer(), &ProjectWriter::failed, this,
            [this](const QString& text) { messages_->showMessage(MessageBar::Kind::kProblem, text); });
    const std::pair<QAction*, Theme> themes[] = {
        {a.themeSystem, Theme::kSystem}, {a.themeLight, Theme::kLight}, {a.themeDark, Theme::kDark}};
    for (const auto& [action, theme] : themes) {
        action->setChecked(settings_.theme() == theme);
        connect(action, &QAction::triggered, this, [this, theme = theme] { setTheme(theme); });
    }
    addLanguageMenu(a.view, &settings_, [] {
        QMetaObject::invokeMethod(
            qApp, [] { MainWindow::speakAnew(); }, Qt::QueuedConnection);
    });
    connect(&workspace_, &Workspace::snapshotChanged, this, &MainWindow::refreshState);
    connect(&workspace_, &Workspace::networkChanged, this, &MainWindow::refreshState);
    connect(&workspace_, &Workspace::mapChanged, this, &MainWindow::refreshState);
}

void MainWindow::connectMapRun() {
    connect(&jobs_, &JobFlow::mapMoved, mapRun_, [this](const MapRun::State& s) {
        mapRun_->showRun(s.title, s.iteration, s.last, s.atMost, s.exaggeration, s.steerable);
    });
    connect(&jobs_, &JobFlow::mapEnded, mapRun_, &MapRunBar::endRun);
    connect(mapRun_, &MapRunBar::pauseToggled, &jobs_, &JobFlow::pauseMap);
    connect(mapRun_, &MapRunBar::finishRequested, &jobs_, &JobFlow::finishMap);
    connect(mapRun_, &MapRunBar::exaggerationChosen, &jobs_, &JobFlow::setMapExaggeration);
}

void MainWindow::connectTrust() {
    connect(trust_, &MapTrustPage::measureRequested, &jobs_, &JobFlow::measureTrust);
    connect(trust_, &MapTrustPage::exportRequested, this, &MainWindow::askForTrustFile);
}

void MainWindow::connectJobs() {
    connect(&jobs_, &JobFlow::started, status_, &StatusLine::showJob);
    connect(&jobs_, &JobFlow::started, this, &MainWindow::refreshState);
    connect(&jobs_, &JobFlow::progressed, status_, &StatusLine::showProgress);
    connect(&jobs_, &JobFlow::idle, status_, &StatusLine::showIdle);
    connect(&jobs_, &JobFlow::idle, this, &MainWindow::refreshState);
    connect(status_, &StatusLine::cancelRequested, &jobs_, &JobFlow::cancel);
    connect(&jobs_, &JobFlow::recordsChanged, jobsPanel_, &JobsPanel::setRecords);
    connect(&jobs_, &JobFlow::message, this, [this](const JobFlow::Message& m) {
        messages_->showMessage(m.isProblem ? MessageBar::Kind::kProblem : MessageBar::Kind::kInformation, m.text, m.offer,
                               m.run);
    });
    connect(&jobs_, &JobFlow::networkAsked, this,
            [this](const NetworkQuestion& question, const std::function<void()>& proceed) {
                auto* dialog = new NetworkQuestionDialog(question, this);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                connect(dialog, &QDialog::accepted, this, proceed);
                dialog->open();
            });
    connect(&jobs_, &JobFlow::imported, this, &MainWindow::showImported);
    connect(&jobs_, &JobFlow::extractionFailed, this,
            [this](const NetworkDescriptor& network, const ExtractOptions& options, const QString& why) {
                messages_->showMessage(MessageBar::Kind::kProblem, why, tr("Change and run again…"),
                                       [this, network, options, why] { askAgain(network, options, why); });
            });
    connect(&jobs_, &JobFlow::imagesSkipped, this, [this](qint64 count) {
        messages_->showMessage(MessageBar::Kind::kInformation,
                               count == 1 ? tr("One image has no feature.") : tr("%1 images have no feature.").arg(count),
                               tr("Show why"), [this] { pages_->setCurrentWidget(jobsPanel_); });
    });
    connect(&jobs_, &JobFlow::imagesMissing, this, [this](const QString& folder) {
        messages_->showMessage(MessageBar::Kind::kProblem,
                               tr("Images are not where they were: there are none in “%1”.").arg(folder),
                               tr("Choose their folder…"), [this] { askForImageFolder(); });
    });
    connect(&jobs_, &JobFlow::projectOpened, this, [this](const QString& file, bool readOnly) {
        const auto last = views_->begin(readOnly);
        if (last != ViewKeeper::Last::kNone) views_->restoreLast();
        history_.clear();
        if (last == ViewKeeper::Last::kAfterCrash) {
            messages_->showMessage(MessageBar::Kind::kInformation,
                                   tr("FaceSpace ended unexpectedly while this project was open. It looks as it did then."),
                                   tr("Show everything"), [this] { showEverything(); });
        }
        actions_->firstLooks->setChecked(firstLooks_->wantedWith(file));
        settings_.addRecentProject(file);
        refreshRecent();
        setWindowTitle(tr("%1 – FaceSpace").arg(QFileInfo(file).completeBaseName()));
        setWindowFilePath(file);
        openLive();
        if (const auto& other = jobs_.sharing().other(); other && readOnly) {
            messages_->showMessage(MessageBar::Kind::kInformation,
                                   tr("“%1” is in use by %2. It is open for reading here; what changes there is shown.")
                                       .arg(file, coreText(other->text())));
        } else if (readOnly) {
            messages_->showMessage(MessageBar::Kind::kInformation,
                                   tr("“%1” cannot be written: you can look at it, but nothing new is kept.").arg(file));
        }
    });
    connect(&jobs_, &JobFlow::becameWritable, this, [this] {
        views_->begin(false);
        messages_->showMessage(MessageBar::Kind::kInformation,
                               tr("The other program has closed the project: it can be changed here now."));
    });
}

/// Drawing a page for the first time, and letting go of many faces, leaves much that was freed.
void MainWindow::connectMemory() {
    connect(pages_, &QTabWidget::currentChanged, this, &trimHeapsSoon);
    connect(actions_->faces, &QAction::toggled, this, &trimHeapsSoon);
}

void MainWindow::connectLive() {
    live_ = new LiveServer(
        [view = LiveView(&workspace_, map_, pages_)](const QJsonObject& request) mutable { return view.answer(request); },
        this);
    connect(actions_->live, &QAction::toggled, this, [this](bool on) { on ? openLive() : live_->close(); });
    const auto tell = [this] { live_->changed(); };
    connect(&workspace_.selection(), &SelectionModel::selectionChanged, this, tell);
    connect(&workspace_.selection(), &SelectionModel::currentChanged, this, tell);
    connect(&workspace_.filter(), &FilterModel::stateChanged, this, tell);
    connect(&workspace_.colours(), &ColourModel::coloursChanged, this, tell);
    connect(&workspace_, &Workspace::networkChanged, this, tell);
    connect(&workspace_, &Workspace::mapChanged, this, tell);
    connect(map_, &MapView::viewChanged, this, tell);
    connect(pages_, &QTabWidget::currentChanged, this, tell);
}

void MainWindow::openLive() {
    if (!actions_->live->isChecked() || workspace_.snapshot() == nullptr) return;
    const QString reason = live_->open(QString::fromStdString(workspace_.snapshot()->projectFile.string()));
    if (!reason.isEmpty()) actions_->live->setChecked(false);
    messages_->showMessage(reason.isEmpty() ? MessageBar::Kind::kInformation : MessageBar::Kind::kProblem,
                           reason.isEmpty() ? tr("Programs of yours can steer this window now, from Python by "
                                                 "facespace.open(…).live(), until you turn it off.")
                                            : tr("Programs cannot steer this window. %1").arg(reason));
}

}  // namespace facespace
