#pragma once
#include <functional>
#include <QObject>
#include <QTimer>

#include "app/job_queue.h"
#include "app/map_preview.h"
#include "app/map_run.h"
#include "app/project_reader.h"
#include "core/report/project_report.h"
#include "core/workflow/demo.h"
#include "core/workflow/export_images.h"
#include "core/workflow/workflow.h"
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
    /// @param measure  first what image quality is not measured yet, where the project can be written
    void writeReport(const ProjectReport& wanted, bool measure);
    /// Reads the project again.
    void refresh() { reader_.reload(); }

    /// Stops the running job and drops those that wait.
    void cancel() { queue_.cancel(); }
    bool busy() const { return queue_.busy(); }
    const JobRunner& runner() const { return queue_.runner(); }
    std::filesystem::path projectFile() const { return reader_.file(); }
    /// Whether another window or command has the project.
    ProjectSharing& sharing() { return reader_.sharing(); }

  Q_SIGNALS:
    void started(const QString& title);
    void progressed(double fraction, const QString& text);
    /// No job runs and none waits.
    void idle();

    void projectOpened(const QString& file, bool readOnly);
    /// What another window or command had can be changed here now.
    void becameWritable();
    void imported(const facespace::ImportReport& report);
    void imagesMissing(const QString& folder);
    void recordsChanged(const std::vector<facespace::JobRecord>& jobs, const std::vector<facespace::SkippedImage>& skipped);
    void message(const facespace::JobFlow::Message& message);
    /// A network has to be allowed before it runs; then go on with proceed().
    void networkAsked(const facespace::NetworkQuestion& question, const std::function<void()>& proceed);
    /// An extraction could not go on: run unchanged it would fail again.
    void extractionFailed(const facespace::NetworkDescriptor& network, const facespace::ExtractOptions& options,
                          const QString& why);
    /// An extraction ended with images skipped.
    void imagesSkipped(qint64 count);
    /// The map that is running was drawn again.
    void mapMoved(const facespace::MapRun::State& state);
    void mapEnded();

  private:
    void tell(const Error& error);
    void reload(ProjectReader::Then then = {}) { reader_.reload(std::move(then)); }
    void watchGrowth();
    void endGrowth();
    /// `show`: look at them now. Maps and predictions that the project holds already are made anew only if `again`.
    void followFeatures(NetworkId network, bool show, bool again);
    void extract(const NetworkDescriptor& network, const ExtractOptions& options, bool show);
    /// True if it is told of.
    bool extractionEnded(const Error& error, const NetworkDescriptor& network, const ExtractOptions& options, bool show);
    void demoGrew(const std::filesystem::path& file);
    /// `show`: watch it move, and look at it when it is done.
    void enqueueMap(const MapOptions& options, bool show);
    void endMap();
    void enqueuePrediction(const PredictOptions& options, bool asked);

    Workspace* workspace_;
    bool extracting_ = false;
    QTimer refresh_;
    std::shared_ptr<MapRun> map_;  // the one that is running
    JobQueue queue_;               // what the user asked for
    ProjectReader reader_;
    MapPreview preview_;
};

}  // namespace facespace
