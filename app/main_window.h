#pragma once
#include <memory>
#include <QMainWindow>

#include "app/actions.h"
#include "app/history.h"
#include "app/job_flow.h"
#include "app/settings.h"
#include "widgets/jobs/job_runner.h"
#include "widgets/models/workspace.h"

class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace facespace {

struct ExportSource;
class ComparePage;
enum class DecidedImages;
class ExtractDialog;
class FirstLooks;
class FilterEdit;
class JobsPanel;
class LiveServer;
class MapRunBar;
class MapTrustPage;
class MapView;
class MessageBar;
class PageLayout;
class StatusLine;
class TriagePanel;
class ViewKeeper;
class WelcomePage;

/// The window: joins the workspace, the panels, the actions and the jobs. It computes nothing and keeps no data.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;
    /// Another window, with nothing open; it deletes itself when it is closed.
    /// @param geometry  saveGeometry() of the one whose place it takes; empty: as the last one was left.
    static MainWindow* openWindow(const QByteArray& geometry = {});
    /// All windows speak the language of the settings: each gives way to a new one that looks as it did, where a job runs as
    /// soon as it has ended.
    static void speakAnew();

    /// A project, a folder of images, a manifest, a network's descriptor or a file of features.
    void openPath(const QString& path);
    /// Where another window has it, that one comes to the front.
    void openProject(const QString& file);
    /// Makes or completes the demo; an empty folder means the user's data folder.
    void openDemo(const QString& folder = {}, bool full = false);

    /// A page of the manual at a heading, as manualLink() names it.
    Q_INVOKABLE void openManual(const QUrl& link);

    Workspace& workspace() { return workspace_; }
    JobFlow& jobs() { return jobs_; }
    MessageBar& messages() { return *messages_; }
    ViewKeeper& views() { return *views_; }
    const Actions& actions() const { return *actions_; }

  protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void buildCentre();
    void buildDocks();
    void showSecondMap(ComparePage* compare);
    void buildToolBar();
    void connectActions();
    void connectSelectionActions();
    void connectViewActions();
    void connectJobs();
    void connectMapRun();
    void connectTrust();
    void connectMemory();
    void connectLive();
    void openLive();
    void refreshState();
    void giveWay();
    void showEverything();
    void refreshRecent();
    MainWindow* windowWith(const std::filesystem::path& file) const;
    bool imagesLackingOnMap() const;

    void askForImages(const QString& path = {});
    void askForProject();
    void askForNetwork(const QString& descriptor = {});
    /// Weights, or a pack of them, without descriptor: what is beside them is taken, or made in a dialog.
    void askAboutWeights(const QString& path);
    void showNetworkDialog(const std::filesystem::path& weights);
    void takeNetwork(const QString& descriptor);
    void askAgain(const NetworkDescriptor& network, const ExtractOptions& options, const QString& why);
    void runNetwork(ExtractDialog* dialog);
    void askForFeatures(const QString& file = {});
    void askForMap();
    void askForTableFile();
    void askForTrustFile();
    void askForFigure();
    void askForReport();
    void exportSource(ExportSource source);
    void copyFigure();
    void copyCommands();
    void askForDecisionsFile();
    void askForExportFolder(DecidedImages which, bool link);
    std::vector<int> decidedRows(DecidedImages which) const;
    QString projectFolder() const;  ///< Empty without a project.
    QString exportFolder() const;   ///< Where something was last put, else the project's own.
    /// "FOLDER/PROJECT table.csv" for “table”.
    QString proposedFile(const QString& what) const;
    void askForImageFolder();
    void writeSkipped();
    void retrySkipped();
    void showShortcuts();
    void showManual();
    void showAbout();
    void showImported(const ImportReport& report);
    void setTheme(Theme theme);

    Settings settings_;
    Workspace workspace_;
    History history_;
    JobFlow jobs_;
    std::unique_ptr<Actions> actions_;
    QStackedWidget* centre_ = nullptr;
    WelcomePage* welcome_ = nullptr;
    QSplitter* maps_ = nullptr;
    MapView* map_ = nullptr;
    MapView* second_ = nullptr;  // Made when it is first looked at.
    FilterEdit* filterEdit_ = nullptr;
    MessageBar* messages_ = nullptr;
    MapRunBar* mapRun_ = nullptr;
    FirstLooks* firstLooks_ = nullptr;
    StatusLine* status_ = nullptr;
    QTabWidget* pages_ = nullptr;
    PageLayout* layout_ = nullptr;
    JobsPanel* jobsPanel_ = nullptr;
    TriagePanel* triage_ = nullptr;
    ViewKeeper* views_ = nullptr;
    LiveServer* live_ = nullptr;
    MapTrustPage* trust_ = nullptr;
    JobRunner figureRunner_;  // Last: it joins before what it uses is gone.
};

}  // namespace facespace
