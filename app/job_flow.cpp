#include "app/job_flow.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "core/project/project.h"
#include "core/workflow/follow_up.h"
#include "core/workflow/image_folder.h"
#include "core/workflow/store_measures.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kRefreshMs = 2500;

QString fromPath(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

/// A job of its own connection to the project: connections belong to one thread.
template <class T, class Work>
std::function<Result<T>(const JobContext&)> onProject(std::filesystem::path file, Work work) {
    return [file = std::move(file), work = std::move(work)](const JobContext& job) -> Result<T> {
        auto project = Project::open(file);
        if (!project) return forward(project);
        return work(*project, job);
    };
}

}  // namespace

JobFlow::JobFlow(Workspace* workspace, QObject* parent)
    : QObject(parent),
      workspace_(workspace),
      reader_(workspace),
      preview_(workspace, [this] { return queue_.running() && !extracting_; }) {
    connect(&queue_.runner(), &JobRunner::started, this, &JobFlow::started);
    connect(&queue_.runner(), &JobRunner::progressed, this, &JobFlow::progressed);
    connect(&queue_, &JobQueue::idle, this, &JobFlow::idle);
    connect(&queue_, &JobQueue::broke, this, [this](const Error& error) {
        tell(error);
        reload();
    });
    connect(&reader_, &ProjectReader::opened, this, &JobFlow::projectOpened);
    connect(&reader_, &ProjectReader::becameWritable, this, &JobFlow::becameWritable);
    connect(&reader_, &ProjectReader::imagesMissing, this, &JobFlow::imagesMissing);
    connect(&reader_, &ProjectReader::recordsChanged, this, &JobFlow::recordsChanged);
    connect(&reader_, &ProjectReader::failed, this, &JobFlow::tell);
    connect(&reader_, &ProjectReader::taken, &preview_, &MapPreview::show);
    refresh_.setInterval(kRefreshMs);
    connect(&refresh_, &QTimer::timeout, this, [this] { reload(); });
    connect(workspace_, &Workspace::networkChanged, &preview_, &MapPreview::show);
}

JobFlow::~JobFlow() = default;

void JobFlow::tell(const Error& error) {
    if (error.code == ErrorCode::kCancelled) return;
    Q_EMIT message({true, coreText(error.message), {}, {}});
}

void JobFlow::openProject(const std::filesystem::path& file) {
    cancel();
    reader_.open(file);
}

/// The project is read again and again while features are written to it.
void JobFlow::watchGrowth() {
    queue_.before([this] {
        extracting_ = true;
        refresh_.start();
    });
}

void JobFlow::endGrowth() {
    extracting_ = false;
    refresh_.stop();
}

void JobFlow::importImages(const std::filesystem::path& projectFile, const ImportOptions& options) {
    queue_.enqueue<ImportReport>(
        tr("Importing images"),
        [projectFile, options](const JobContext& job) { return createProject(projectFile, options, job); },
        [this, projectFile](ImportReport report) {
            reader_.open(projectFile, [this, report = std::move(report)] { Q_EMIT imported(report); });
        });
}

namespace {

/// The network's features, or those of the layers that it names; of these the summary of the last.
Result<ExtractSummary> extracted(Project& project, const NetworkDescriptor& network, const ExtractOptions& options,
                                 const JobContext& job) {
    if (network.layersTogether.empty()) return storeFeatures(project, network, options, job);
    NetworkDescriptor whole = network;
    whole.layersTogether.clear();
    const auto layers = layerSet(whole, network.layersTogether, options.name, options.host, job);
    if (!layers) return forward(layers);
    const auto summaries = storeLayers(project, *layers, options, job);
    if (!summaries) return forward(summaries);
    return summaries->back();
}

}  // namespace

void JobFlow::extract(const NetworkDescriptor& network, const ExtractOptions& options, bool show) {
    watchGrowth();
    const auto question = std::make_shared<std::optional<NetworkQuestion>>();
    queue_.enqueue<ExtractSummary>(
        tr("Extracting features"),
        onProject<ExtractSummary>(
            reader_.file(),
            [network, options, question](Project& project, const JobContext& job) -> Result<ExtractSummary> {
                *question = extractionQuestion(network, options);
                if (*question) return cancelled();  // Nothing of it reaches the project before there is an answer.
                return extracted(project, network, options, job);
            }),
        [this, show](ExtractSummary summary) {
            if (summary.skipped > 0) Q_EMIT imagesSkipped(summary.skipped);
            if (!summary.notes.empty()) Q_EMIT message({false, coreText(inARow(summary.notes)), {}, {}});
            const bool changed = summary.extracted > 0;
            reload([this, id = summary.network, show, changed] { followFeatures(id, show, changed); });
        },
        [this, network, options, show, question](const Error& error) {
            if (*question) {
                Q_EMIT networkAsked(**question, [this, network, options, show] { extract(network, options, show); });
                return true;
            }
            return extractionEnded(error, network, options, show);
        },
        [this] { endGrowth(); });
}

bool JobFlow::extractionEnded(const Error& error, const NetworkDescriptor& network, const ExtractOptions& options,
                              bool show) {
    switch (error.code) {
        case ErrorCode::kCancelled:
            Q_EMIT message({false, tr("The extraction was cancelled. What it has computed is kept."), tr("Continue"),
                            [this, network, options, show] { extract(network, options, show); }});
            break;
        case ErrorCode::kModel:
        case ErrorCode::kResource:
        case ErrorCode::kExists:
            Q_EMIT extractionFailed(network, options, coreText(error.message));
            break;
        default:
            return false;
    }
    queue_.dropWaiting();
    reload();
    return true;
}

void JobFlow::importFeatures(const ImportFeaturesOptions& options) {
    queue_.enqueue<FeatureImport>(tr("Importing features"),
                                  onProject<FeatureImport>(reader_.file(),
                                                           [options](Project& project, const JobContext& job) {
                                                               return importFeatureFile(project, options, job);
                                                           }),
                                  [this](FeatureImport imported) {
                                      if (!imported.notes.empty())
                                          Q_EMIT message({false, coreText(inARow(imported.notes)), {}, {}});
                                      reload([this, id = imported.network] { followFeatures(id, true, true); });
                                  });
}

void JobFlow::makeDemo(const std::filesystem::path& folder, const DemoOptions& options) {
    cancel();
    watchGrowth();
    queue_.enqueue<DemoReport>(
        tr("Making the demo"),
        [this, folder, options](const JobContext& job) {
            return growDemo(folder, options, job, [this, folder](std::int64_t) {
                queue_.runner().post([this, file = demoProjectFile(folder)] { demoGrew(file); });
            });
        },
        [this, folder, options](const DemoReport& report) {
            demoGrew(demoProjectFile(folder));
            const bool changed = report.images > report.reused;
            reload([this, options, id = report.network, changed] {
                followFeatures(id, true, changed);
                const auto networks = shippedNetworks();
                if (!networks) return tell(networks.error());
                for (auto other = networks->begin() + 1; other != networks->end(); ++other)
                    extract(*other, options.extraction, false);
            });
        },
        [this, folder, options](const Error& error) {
            if (error.code != ErrorCode::kCancelled) return false;
            queue_.dropWaiting();
            reload();
            Q_EMIT message({false, tr("The demo was cancelled. What is there is kept."), tr("Continue"),
                            [this, folder, options] { makeDemo(folder, options); }});
            return true;
        },
        [this] { endGrowth(); });
}

void JobFlow::demoGrew(const std::filesystem::path& file) {
    if (reader_.file() != file) return reader_.open(file);
    reload();
}

void JobFlow::followFeatures(NetworkId id, bool show, bool again) {
    const auto& snapshot = workspace_->snapshot();
    const FeatureSet* features = snapshot ? snapshot->featureSet(id) : nullptr;
    if (features == nullptr || features->count == 0) return;
    if (show) workspace_->setNetwork(id);
    const FollowUp steps = planFollowUp(features->network, snapshot->maps, snapshot->predictions, again);
    for (const MapOptions& options : steps.maps) enqueueMap(options, show);  // the first is there at once, the second moves
    if (steps.predictions) enqueuePrediction(*steps.predictions, false);
}

void JobFlow::computeMap(const MapOptions& options) { enqueueMap(options, true); }

void JobFlow::enqueueMap(const MapOptions& options, bool show) {
    const MapMethod* method = mapMethod(options.method);
    const QString title = tr("Computing a map: %1").arg(coreText(method == nullptr ? Text(options.method) : method->title));
    const auto run =
        method == nullptr || !method->iterates || !show
            ? nullptr
            : std::make_shared<MapRun>(workspace_, &queue_.runner(), options, [this](const MapRun::State& state) {
                  if (map_) Q_EMIT mapMoved(state);
              });
    if (run) {
        queue_.before([this, run] { map_ = run; });
    }
    queue_.enqueue<MapRecord>(
        title,
        onProject<MapRecord>(reader_.file(),
                             [options, run](Project& project, const JobContext& job) {
                                 if (!run) return storeMap(project, options, job);
                                 const MapObserver observer = [&run](const MapMoment& moment) { run->observe(moment); };
                                 return storeMap(project, options, job, observer, &run->control);
                             }),
        [this, show](const MapRecord& map) {
            reload([this, id = map.id, show] {
                if (show) workspace_->setMap(id);
            });
        },
        [this](const Error&) {
            workspace_->clearLiveMap();
            return false;
        },
        [this] { endMap(); });
}

void JobFlow::endMap() {
    if (!std::exchange(map_, nullptr)) return;
    Q_EMIT mapEnded();
}

void JobFlow::pauseMap(bool paused) {
    if (map_) map_->control.pause(paused);
}

void JobFlow::finishMap() {
    if (map_) map_->control.finish();
}

void JobFlow::setMapExaggeration(double exaggeration) {
    if (map_) map_->control.setExaggeration(exaggeration);
}

void JobFlow::placeNewImages(const std::string& map) {
    queue_.enqueue<PlaceReport>(
        tr("Placing new images"),
        onProject<PlaceReport>(reader_.file(),
                               [map](Project& project, const JobContext& job) {
                                   PlaceOptions options;
                                   options.map = map;
                                   return placeImages(project, options, job);
                               }),
        [this](const PlaceReport& report) {
            const QString name = QString::fromStdString(report.map.name);
            const QString text = report.placed == 0   ? tr("No image is missing on “%1”.").arg(name)
                                 : report.placed == 1 ? tr("One new image is on “%1” now.").arg(name)
                                                      : tr("%1 new images are on “%2” now.").arg(report.placed).arg(name);
            Q_EMIT message({false, text, {}, {}});
            reload([this, id = report.map.id] { workspace_->setMap(id); });
        });
}

void JobFlow::measureTrust(const TrustOptions& options) {
    queue_.enqueue<TrustReport>(tr("Measuring the map"),
                                onProject<TrustReport>(reader_.file(),
                                                       [options](Project& project, const JobContext& job) {
                                                           return storeTrust(project, options, job);
                                                       }),
                                [this](const TrustReport&) { reload(); });
}

void JobFlow::predict(const PredictOptions& options) { enqueuePrediction(options, true); }

void JobFlow::enqueuePrediction(const PredictOptions& options, bool asked) {
    using Predictions = std::vector<PredictionRecord>;
    queue_.enqueue<Predictions>(
        tr("Predicting head pose"),
        onProject<Predictions>(
            reader_.file(),
            [options](Project& project, const JobContext& job) { return storePredictions(project, options, job); }),
        [this](const Predictions&) { reload(); },
        [this, asked](const Error& error) {
            // Without labels there is nothing to learn from; that is no news unless someone asked.
            const bool nothingToLearn = error.code == ErrorCode::kInvalid || error.code == ErrorCode::kNotFound;
            if (!asked && nothingToLearn) reload();
            return !asked && nothingToLearn;
        });
}

void JobFlow::measureQuality() {
    queue_.enqueue<MeasureSummary>(
        tr("Measuring image quality"),
        onProject<MeasureSummary>(
            reader_.file(),
            [](Project& project, const JobContext& job) { return storeMeasures(project, MeasureOptions{}, job); }),
        [this](const MeasureSummary&) { reload(); },
        [this](const Error& error) {
            if (error.code == ErrorCode::kCancelled) reload();  // what was measured is kept
            return false;
        });
}

void JobFlow::setImageRoot(const std::filesystem::path& folder) {
    queue_.enqueue<bool>(tr("Finding the images"),
                         onProject<bool>(reader_.file(),
                                         [folder](Project& project, const JobContext& job) -> Result<bool> {
                                             auto done = setImageFolder(project, folder, job);
                                             if (!done) return forward(done);
                                             return true;
                                         }),
                         [this](bool) { reader_.open(reader_.file()); });  // looks again whether the images are there
}

void JobFlow::exportDecisions(const std::filesystem::path& file) {
    workspace_->marks().writer().wait();
    queue_.enqueue<DecisionsWritten>(
        tr("Writing the decisions"),
        onProject<DecisionsWritten>(
            reader_.file(), [file](Project& project, const JobContext&) { return writeDecisionsCsv(project, file); }),
        [this, file](const DecisionsWritten& written) {
            const auto grouped = [](std::int64_t n) { return countText(n); };
            QString text = tr("The decisions on %1 images are in “%2”.").arg(grouped(written.decided), fromPath(file));
            // A tag or a note is no decision.
            if (const std::int64_t others = written.images - written.decided; others > 0)
                text += u' ' + tr("Images with nothing but a tag or a note: %1.").arg(grouped(others));
            Q_EMIT message({false, text, {}, {}});
        });
}

void JobFlow::exportImages(const std::vector<int>& rows, const ExportImagesOptions& options) {
    const auto snapshot = workspace_->snapshot();
    if (!snapshot) return;
    queue_.enqueue<ExportImagesReport>(
        options.link ? tr("Linking images") : tr("Copying images"),
        [snapshot, rows, options](const JobContext& job) { return facespace::exportImages(*snapshot, rows, options, job); },
        [this, options](const ExportImagesReport& report) {
            QString text = tr("%1 images are in “%2”.").arg(report.written).arg(fromPath(options.folder));
            if (report.alreadyThere > 0) text += tr(" %1 were there already and stay as they are.").arg(report.alreadyThere);
            if (!report.problems.empty()) {
                text += tr(" %1 could not be written. The first: ").arg(report.problems.size());
                text += coreText(report.problems.front());
            }
            Q_EMIT message({!report.problems.empty(), text, {}, {}});
        });
}

void JobFlow::exportTable(const std::filesystem::path& file) {
    const auto table = workspace_->table();
    if (!table) return;
    queue_.enqueue<bool>(
        tr("Writing the table"),
        [table, file](const JobContext&) -> Result<bool> {
            auto done = writeCsv(*table, file);
            if (!done) return forward(done);
            return true;
        },
        [this, file](bool) {
            Q_EMIT message({false, tr("The table is in “%1”.").arg(fromPath(file)), {}, {}});
        });
}

}  // namespace facespace
