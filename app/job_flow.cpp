#include "app/job_flow.h"

#include <algorithm>

#include "core/project/project.h"
#include "core/workflow/measure_into.h"
#include "widgets/words/core_text.h"

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

JobFlow::JobFlow(Workspace* workspace, QObject* parent) : QObject(parent), workspace_(workspace) {
    connect(&runner_, &JobRunner::started, this, &JobFlow::started);
    connect(&runner_, &JobRunner::progressed, this, &JobFlow::progressed);
    refresh_.setInterval(kRefreshMs);
    connect(&refresh_, &QTimer::timeout, this, [this] { reload(); });
    connect(workspace_, &Workspace::networkChanged, this, &JobFlow::showPreview);
}

JobFlow::~JobFlow() = default;

template <class T>
void JobFlow::enqueue(const QString& title, std::function<Result<T>(const JobContext&)> work, std::function<void(T)> done,
                      std::function<bool(const Error&)> failed, Then ended) {
    steps_.push_back(
        [this, title, work = std::move(work), done = std::move(done), failed = std::move(failed), ended = std::move(ended)] {
            runner_.start<T>(title, work, [this, done, failed, ended](Result<T> result) {
                if (ended) ended();
                if (result) {
                    done(std::move(*result));
                } else if (!failed || !failed(result.error())) {
                    steps_.clear();
                    tell(result.error());
                    reload();
                }
                startNext();
            });
        });
    startNext();
}

void JobFlow::startNext() {
    if (runner_.running()) return;
    if (steps_.empty()) {
        Q_EMIT idle();
        return;
    }
    const auto step = std::move(steps_.front());
    steps_.pop_front();
    step();
}

void JobFlow::tell(const Error& error) {
    if (error.code == ErrorCode::kCancelled) return;
    Q_EMIT message({true, coreText(error.message), {}, {}});
}

void JobFlow::cancel() {
    steps_.clear();
    runner_.cancel();
}

// ── Reading the project ─────────────────────────────────────────────────────────────────────────────────────────────

void JobFlow::openProject(const std::filesystem::path& file) {
    cancel();
    file_ = file;
    opening_ = true;
    reload();
}

void JobFlow::reload(Then then) {
    if (then) afterReload_.push_back(std::move(then));
    if (file_.empty()) return;
    if (loader_.running()) {
        reloadAgain_ = true;
        return;
    }
    const auto& shown = workspace_->snapshot();
    const auto previous = shown && shown->projectFile == file_ ? shown : nullptr;
    loader_.start<LoadedProject>(
        tr("Reading the project"), [file = file_, previous](const JobContext&) { return loadProject(file, previous.get()); },
        [this, file = file_](Result<LoadedProject> result) {
            if (file != file_) return reload();  // another project was opened meanwhile
            loaded(std::move(result));
        });
}

void JobFlow::loaded(Result<LoadedProject> result) {
    if (!result) {
        afterReload_.clear();
        if (opening_) file_ = workspace_->snapshot() ? workspace_->snapshot()->projectFile : std::filesystem::path();
        opening_ = false;
        reloadAgain_ = false;
        return tell(result.error());
    }
    if (std::exchange(reloadAgain_, false)) {
        // What was asked for since may need what is in the file only now.
        take(std::move(*result));
        return reload();
    }
    take(std::move(*result));
    for (const Then& then : std::exchange(afterReload_, {})) then();
}

void JobFlow::take(LoadedProject project) {
    const bool opened = std::exchange(opening_, false);
    workspace_->setSnapshot(project.snapshot, project.table);
    Q_EMIT recordsChanged(project.jobs, project.skipped);
    if (opened) Q_EMIT projectOpened(fromPath(file_), project.readOnly);
    if (opened && !project.imagesPresent) Q_EMIT imagesMissing(fromPath(project.snapshot->images.root));
    showPreview();
}

bool JobFlow::wantsPreview() const {
    const FeatureSet* shown = workspace_->featureSet();
    // A map that is being computed shows itself.
    if (shown == nullptr || (runner_.running() && !extracting_)) return false;
    const auto& maps = workspace_->snapshot()->maps;
    return std::none_of(maps.begin(), maps.end(), [&](const MapRecord& map) { return map.network == shown->network.id; });
}

/// Where features have no map yet, as while they are extracted or after that was broken off: their principal components.
void JobFlow::showPreview() {
    if (!wantsPreview() || preview_.running()) return;
    const auto& snapshot = workspace_->snapshot();
    preview_.start<std::shared_ptr<const Embedding>>(
        tr("Preview"),
        [snapshot, network = workspace_->network()](const JobContext& job) -> Result<std::shared_ptr<const Embedding>> {
            return previewMap(*snapshot->featureSet(network), job);
        },
        [this, snapshot, network = workspace_->network()](Result<std::shared_ptr<const Embedding>> map) {
            if (!map || *map == nullptr || !wantsPreview()) return;
            const auto& now = workspace_->snapshot();
            if (now->projectFile != snapshot->projectFile || workspace_->network() != network) return showPreview();
            workspace_->setLiveMap(*map, tr("PCA 2-D, images so far"));
            if (now != snapshot) showPreview();  // more features came meanwhile
        });
}

// ── What the user asks for ──────────────────────────────────────────────────────────────────────────────────────────

void JobFlow::importImages(const std::filesystem::path& projectFile, const ImportOptions& options) {
    enqueue<ImportReport>(
        tr("Importing images"),
        [projectFile, options](const JobContext& job) { return importInto(projectFile, options, job); },
        [this, projectFile](ImportReport report) {
            file_ = projectFile;
            opening_ = true;
            reload([this, report = std::move(report)] { Q_EMIT imported(report); });
        });
}

void JobFlow::extract(const NetworkDescriptor& network, const ExtractOptions& options, bool show) {
    steps_.push_back([this] {
        extracting_ = true;
        refresh_.start();
        startNext();
    });
    enqueue<ExtractSummary>(
        tr("Extracting features"),
        onProject<ExtractSummary>(file_,
                                  [network, options](Project& project, const JobContext& job) {
                                      return extractInto(project, network, options, job);
                                  }),
        [this, show](ExtractSummary summary) {
            if (summary.skipped > 0) Q_EMIT imagesSkipped(summary.skipped);
            const bool changed = summary.extracted > 0;
            reload([this, id = summary.network, show, changed] { followFeatures(id, show, changed); });
        },
        [this, network, options, show](const Error& error) {
            const bool stopped = error.code == ErrorCode::kCancelled;
            if (!stopped && error.code != ErrorCode::kModel && error.code != ErrorCode::kResource) return false;
            steps_.clear();
            reload();
            const QString text = stopped ? tr("The extraction was cancelled. What it has computed is kept.")
                                         : coreText(error.message);
            Q_EMIT message(
                {!stopped, text, tr("Continue"), [this, network, options, show] { extract(network, options, show); }});
            return true;
        },
        [this] {
            extracting_ = false;
            refresh_.stop();
        });
}

void JobFlow::importFeatures(const ImportFeaturesOptions& options) {
    enqueue<NetworkId>(
        tr("Importing features"),
        onProject<NetworkId>(
            file_, [options](Project& project, const JobContext& job) { return importFeaturesInto(project, options, job); }),
        [this](NetworkId id) { reload([this, id] { followFeatures(id, true, true); }); });
}

void JobFlow::makeDemo(const std::filesystem::path& folder, const DemoOptions& options) {
    cancel();
    steps_.push_back([this] {
        extracting_ = true;
        refresh_.start();
        startNext();
    });
    enqueue<DemoReport>(
        tr("Making the demo"),
        [this, folder, options](const JobContext& job) {
            return growDemo(folder, options, job, [this, folder](std::int64_t) {
                runner_.post([this, file = demoProjectFile(folder)] { demoGrew(file); });
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
            steps_.clear();
            reload();
            Q_EMIT message({false, tr("The demo was cancelled. What is there is kept."), tr("Continue"),
                            [this, folder, options] { makeDemo(folder, options); }});
            return true;
        },
        [this] {
            extracting_ = false;
            refresh_.stop();
        });
}

void JobFlow::demoGrew(const std::filesystem::path& file) {
    if (file_ != file) {
        file_ = file;
        opening_ = true;
    }
    reload();
}

void JobFlow::followFeatures(NetworkId id, bool show, bool again) {
    const auto& snapshot = workspace_->snapshot();
    const FeatureSet* features = snapshot ? snapshot->featureSet(id) : nullptr;
    if (features == nullptr || features->count == 0) return;
    if (show) workspace_->setNetwork(id);
    const std::string name = features->network.name;
    const auto mapped = [&](const char* method) {
        return std::any_of(snapshot->maps.begin(), snapshot->maps.end(),
                           [&](const MapRecord& map) { return map.network == id && map.method == method; });
    };
    const bool predicted = std::any_of(snapshot->predictions.begin(), snapshot->predictions.end(),
                                       [&](const PredictionRecord& prediction) { return prediction.network == id; });
    // The first map is there at once, the second moves until it is better.
    for (const char* method : {"pca", "tsne"}) {
        if (!again && mapped(method)) continue;
        MapOptions options;
        options.network = name;
        options.method = method;
        enqueueMap(options, show);
    }
    if (!again && predicted) return;
    PredictOptions prediction;
    prediction.network = name;
    enqueuePrediction(prediction, false);
}

void JobFlow::computeMap(const MapOptions& options) { enqueueMap(options, true); }

void JobFlow::enqueueMap(const MapOptions& options, bool show) {
    const QString title = options.method == "pca"    ? tr("Computing principal components")
                          : options.method == "umap" ? tr("Computing the UMAP map")
                                                     : tr("Computing the t-SNE map");
    const auto run = options.method == "pca" || !show
                         ? nullptr
                         : std::make_shared<MapRun>(workspace_, &runner_, options, [this](const MapRun::State& state) {
                               if (map_) Q_EMIT mapMoved(state);
                           });
    if (run) {
        steps_.push_back([this, run] {
            map_ = run;
            startNext();
        });
    }
    enqueue<MapRecord>(
        title,
        onProject<MapRecord>(file_,
                             [options, run](Project& project, const JobContext& job) {
                                 if (!run) return mapInto(project, options, job);
                                 const MapObserver observer = [&run](const MapMoment& moment) { run->observe(moment); };
                                 return mapInto(project, options, job, observer, &run->control);
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
    enqueue<PlaceReport>(tr("Placing new images"),
                         onProject<PlaceReport>(file_,
                                                [map](Project& project, const JobContext& job) {
                                                    PlaceOptions options;
                                                    options.map = map;
                                                    return placeInto(project, options, job);
                                                }),
                         [this](const PlaceReport& report) {
                             const QString name = QString::fromStdString(report.map.name);
                             const QString text = report.placed == 0 ? tr("No image is missing on “%1”.").arg(name)
                                                  : report.placed == 1
                                                      ? tr("One new image is on “%1” now.").arg(name)
                                                      : tr("%1 new images are on “%2” now.").arg(report.placed).arg(name);
                             Q_EMIT message({false, text, {}, {}});
                             reload([this, id = report.map.id] { workspace_->setMap(id); });
                         });
}

void JobFlow::measureTrust(const TrustOptions& options) {
    enqueue<TrustReport>(
        tr("Measuring the map"),
        onProject<TrustReport>(
            file_, [options](Project& project, const JobContext& job) { return trustInto(project, options, job); }),
        [this](const TrustReport&) { reload(); });
}

void JobFlow::predict(const PredictOptions& options) { enqueuePrediction(options, true); }

void JobFlow::enqueuePrediction(const PredictOptions& options, bool asked) {
    using Predictions = std::vector<PredictionRecord>;
    enqueue<Predictions>(
        tr("Predicting head pose"),
        onProject<Predictions>(
            file_, [options](Project& project, const JobContext& job) { return predictInto(project, options, job); }),
        [this](const Predictions&) { reload(); },
        [this, asked](const Error& error) {
            // Without labels there is nothing to learn from; that is no news unless someone asked.
            const bool nothingToLearn = error.code == ErrorCode::kInvalid || error.code == ErrorCode::kNotFound;
            if (!asked && nothingToLearn) reload();
            return !asked && nothingToLearn;
        });
}

void JobFlow::measureQuality() {
    enqueue<MeasureSummary>(
        tr("Measuring image quality"),
        onProject<MeasureSummary>(
            file_, [](Project& project, const JobContext& job) { return measureInto(project, MeasureOptions{}, job); }),
        [this](const MeasureSummary&) { reload(); },
        [this](const Error& error) {
            if (error.code == ErrorCode::kCancelled) reload();  // what was measured is kept
            return false;
        });
}

void JobFlow::setImageRoot(const std::filesystem::path& folder) {
    enqueue<bool>(tr("Finding the images"),
                  onProject<bool>(file_,
                                  [folder](Project& project, const JobContext&) -> Result<bool> {
                                      auto done = project.setImageRoot(folder);
                                      if (!done) return forward(done);
                                      return true;
                                  }),
                  [this](bool) {
                      opening_ = true;  // look again whether the images are there
                      reload();
                  });
}

void JobFlow::exportDecisions(const std::filesystem::path& file) {
    workspace_->marks().writer().wait();
    enqueue<std::int64_t>(
        tr("Writing the decisions"),
        onProject<std::int64_t>(file_,
                                [file](Project& project, const JobContext&) { return writeDecisionsCsv(project, file); }),
        [this, file](std::int64_t count) {
            Q_EMIT message({false, tr("The decisions on %1 images are in “%2”.").arg(count).arg(fromPath(file)), {}, {}});
        });
}

void JobFlow::exportImages(const std::vector<int>& rows, const ExportImagesOptions& options) {
    const auto snapshot = workspace_->snapshot();
    if (!snapshot) return;
    enqueue<ExportImagesReport>(
        options.link ? tr("Linking images") : tr("Copying images"),
        [snapshot, rows, options](const JobContext& job) { return facespace::exportImages(*snapshot, rows, options, job); },
        [this, options](const ExportImagesReport& report) {
            QString text = tr("%1 images are in “%2”.").arg(report.written).arg(fromPath(options.folder));
            if (report.alreadyThere > 0) text += tr(" %1 were there already and stay as they are.").arg(report.alreadyThere);
            if (!report.problems.empty()) {
                text += tr(" %1 could not be written. The first: ").arg(report.problems.size());
                text += QString::fromStdString(report.problems.front());
            }
            Q_EMIT message({!report.problems.empty(), text, {}, {}});
        });
}

void JobFlow::exportTable(const std::filesystem::path& file) {
    const auto table = workspace_->table();
    if (!table) return;
    enqueue<bool>(
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
