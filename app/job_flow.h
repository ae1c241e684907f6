#pragma once
#include <deque>
#include <functional>
#include <QObject>
#include <QTimer>

#include "app/map_run.h"
#include "app/project_loader.h"
#include "core/workflow/demo.h"
#include "core/workflow/export_images.h"
#include "core/workflow/workflow.h"
#include "widgets/jobs/job_runner.h"
#include "widgets/models/workspace.h"

namespace facespace {

/// What follows what: runs the steps of core/workflow one after another on a worker thread, reloads the project as they
/// write to it, and hands what they produce to the workspace. It asks nothing and shows nothing: the window does. GUI thread
/// only.
class JobFlow : public QObject {
    Q_OBJECT
  public:
    /// Something to tell; `offer` names what run() would do, "" if nothing.
    struct Message {
        bool isProblem = false;
        QString text, offer;
        std::function<void()> run;
    };
    explicit JobFlow(Workspace* workspace, QObject* parent = nullptr);
    ~JobFlow() override;

    void openProject(const std::filesystem::path& file);
    void importImages(const std::filesystem::path& projectFile, const ImportOptions& options);
    /// Features, and then what is always wanted of them: principal components, t-SNE, and head pose where there are labels.
    void extract(const NetworkDescriptor& network, const ExtractOptions& options) { extract(network, options, true); }
    /// Makes or completes the demo in this folder; its project opens as soon as it holds the first people.
    void makeDemo(const std::filesystem::path& folder, const DemoOptions& options);
    void importFeatures(const ImportFeaturesOptions& options);
    void computeMap(const MapOptions& options);
    /// Puts images that a map lacks on it, without moving the others.
    void placeNewImages(const std::string& map);
    /// Measures how far a map can be trusted.
    void measureTrust(const TrustOptions& options);
    /// Of the map that is running, if one is.
    void pauseMap(bool paused);
    void finishMap();
    void setMapExaggeration(double exaggeration);
    void predict(const PredictOptions& options);
    /// The images' quality from their pixels, kept in the project.
    void measureQuality();
    void setImageRoot(const std::filesystem::path& folder);
    void exportTable(const std::filesystem::path& file);
    /// Tags and notes as a list.
    void exportDecisions(const std::filesystem::path& file);
    void exportImages(const std::vector<int>& rows, const ExportImagesOptions& options);
    /// Reads the project again.
    void refresh() { reload(); }

    /// Stops the running job and drops those that wait.
    void cancel();
    bool busy() const { return runner_.running() || !steps_.empty(); }
    const JobRunner& runner() const { return runner_; }
    std::filesystem::path projectFile() const { return file_; }

  Q_SIGNALS:
    void started(const QString& title);
    void progressed(double fraction, const QString& text);
    /// No job runs and none waits.
    void idle();

    void projectOpened(const QString& file, bool readOnly);
    void imported(const facespace::ImportReport& report);
    void imagesMissing(const QString& folder);
    void recordsChanged(const std::vector<facespace::JobRecord>& jobs, const std::vector<facespace::SkippedImage>& skipped);
    void message(const facespace::JobFlow::Message& message);
    /// An extraction ended with images skipped.
    void imagesSkipped(qint64 count);
    /// The map that is running was drawn again.
    void mapMoved(const facespace::MapRun::State& state);
    void mapEnded();

  private:
    using Then = std::function<void()>;
    /// Puts work on the project file into the queue. An error stops the queue; `failed` may answer it (true: answered).
    template <class T>
    void enqueue(const QString& title, std::function<Result<T>(const JobContext&)> work, std::function<void(T)> done,
                 std::function<bool(const Error&)> failed = {}, Then ended = {});
    void startNext();
    void tell(const Error& error);
    void reload(Then then = {});
    void loaded(Result<LoadedProject> result);
    void take(LoadedProject project);
    /// `show`: look at them now. Maps and predictions that the project holds already are made anew only if `again`.
    void followFeatures(NetworkId network, bool show, bool again);
    void extract(const NetworkDescriptor& network, const ExtractOptions& options, bool show);
    void demoGrew(const std::filesystem::path& file);
    bool wantsPreview() const;
    void showPreview();
    /// `show`: watch it move, and look at it when it is done.
    void enqueueMap(const MapOptions& options, bool show);
    void endMap();
    void enqueuePrediction(const PredictOptions& options, bool asked);

    Workspace* workspace_;
    std::filesystem::path file_;
    std::deque<std::function<void()>> steps_;
    QTimer refresh_;
    bool opening_ = false;
    bool extracting_ = false;
    bool reloadAgain_ = false;
    std::vector<Then> afterReload_;
    std::shared_ptr<MapRun> map_;  // the one that is running
    JobRunner runner_;             // what the user asked for
    JobRunner loader_;             // re-reads the project meanwhile
    JobRunner preview_;            // a map of the features so far
};

}  // namespace facespace
