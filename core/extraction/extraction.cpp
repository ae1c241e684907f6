#include "core/extraction/extraction.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>
#include <unordered_map>

#include "core/extraction/crop.h"
#include "core/extraction/crop_stream.h"
#include "core/extraction/detectors.h"
#include "core/image/decode.h"
#include "core/network/descriptor_check.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kLookForCancel = 50ms;
constexpr std::size_t kFinishedBatches = 2;

/// One image still to do.
struct Task {
    ImageId id;
    const ImageRecord* record = nullptr;
};

/// Features and skip reasons of one batch.
struct Batch {
    std::vector<ImageId> images;
    FeatureMatrix features;
    std::vector<SkipRecord> skipped;
    std::vector<DetectedFaceRecord> faces;
};

/// Everything that is fixed during one run.
struct Plan {
    const NetworkDescriptor& descriptor;
    const ExtractOptions& options;
    CropSettings settings;
    fs::path root;
    ImageSet set;
    std::vector<Task> tasks;
    bool facesExpected = false;
    fs::path readable{};  ///< Images lie in it, links followed.
};

std::size_t decodeThreads(const ExtractOptions& options) {
    return options.decodeThreads > 0 ? static_cast<std::size_t>(options.decodeThreads)
                                     : std::max(1U, std::thread::hardware_concurrency());
}

PreparedImage prepare(const Plan& plan, const Task& task, FaceDetector* detector) {
    const auto image =
        decodeImage(plan.root / fs::path(task.record->path), DecodeOptions{plan.options.maxPixels, plan.readable});
    if (!image) return {{}, image.error().message, {}};
    auto crop = cropFor(*image, *task.record, plan.descriptor, plan.settings, plan.facesExpected, detector);
    if (!crop) return {{}, crop.error().message, {}};
    return {std::move(crop->image), {}, crop->detected};
}

/// Takes crops, has them run through the network on a thread of its own, and hands batches on in order.
class ForwardStage {
  public:
    ForwardStage(const Plan& plan, Network& network, std::vector<FaceDetector>& detectors)
        : plan_(plan),
          network_(network),
          batchSize_(static_cast<std::size_t>(std::clamp(plan.options.batchSize, 1, 1024))),
          crops_(plan.tasks.size(), decodeThreads(plan.options), 3 * batchSize_ + decodeThreads(plan.options),
                 [&plan, &detectors](std::size_t thread, std::size_t index) {
                     return prepare(plan, plan.tasks[index], detectors.empty() ? nullptr : &detectors[thread]);
                 }),
          thread_([this](const std::stop_token& stop) { work(stop); }) {}

    /// Waits for the next batch for a while. Nothing with no error: not yet, or finished().
    Result<std::optional<Batch>> next(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, patience, [this] { return !done_.empty() || ended_; });
        if (!done_.empty()) {
            std::optional<Batch> batch(std::move(done_.front()));
            done_.pop_front();
            lock.unlock();
            changed_.notify_all();
            return batch;
        }
        if (ended_ && failure_) return tl::make_unexpected(*failure_);
        return std::optional<Batch>();
    }

    bool finished() {
        const std::lock_guard lock(mutex_);
        return ended_ && done_.empty() && !failure_;
    }

  private:
    void work(const std::stop_token& stop) {
        std::optional<Error> failure;
        std::size_t index = 0;
        while (index < plan_.tasks.size() && !stop.stop_requested() && !failure) {
            Batch batch;
            std::vector<Image> crops;
            gather(stop, index, batch, crops);
            failure = run(batch, crops);
            if (failure || !hand(stop, std::move(batch))) break;
        }
        const std::lock_guard lock(mutex_);
        failure_ = std::move(failure);
        ended_ = true;
        changed_.notify_all();
    }

    void gather(const std::stop_token& stop, std::size_t& index, Batch& batch, std::vector<Image>& crops) {
        while (crops.size() < batchSize_ && batch.skipped.size() < 4 * batchSize_) {
            auto image = crops_.next(stop);
            if (!image) break;
            const ImageId id = plan_.tasks[index].id;
            ++index;
            if (!image->skipReason.empty()) {
                batch.skipped.push_back({id, std::move(image->skipReason)});
                continue;
            }
            if (image->detected)
                batch.faces.push_back({id, image->detected->box, image->detected->landmarks, image->detected->score});
            batch.images.push_back(id);
            crops.push_back(std::move(image->crop));
        }
    }

    std::optional<Error> run(Batch& batch, const std::vector<Image>& crops) {
        auto features = network_.forward(crops);
        if (!features) {
            batch.images.clear();
            return features.error();
        }
        for (std::size_t i = 0; i < crops.size(); ++i) {
            if (features->row(static_cast<Eigen::Index>(i)).array().isFinite().all()) continue;
            const ImageId bad = batch.images[i];
            const auto task =
                std::find_if(plan_.tasks.begin(), plan_.tasks.end(), [&](const Task& t) { return t.id == bad; });
            return Error{ErrorCode::kModel,
                         say("The network “{}” returned NaN or infinity for “{}”; it cannot be used on these images.",
                             plan_.descriptor.name, task->record->path)};
        }
        batch.features = std::move(*features);
        return std::nullopt;
    }

    bool hand(const std::stop_token& stop, Batch batch) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait(lock, stop, [this] { return done_.size() < kFinishedBatches; })) return false;
        done_.push_back(std::move(batch));
        changed_.notify_all();
        return true;
    }

    const Plan& plan_;
    Network& network_;
    const std::size_t batchSize_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Batch> done_;
    std::optional<Error> failure_;
    bool ended_ = false;
    CropStream crops_;
    std::jthread thread_;  // Last: it uses everything above.
};

/// Collects batches and writes them in transactions.
class Writer {
  public:
    Writer(Project& project, NetworkId network, std::chrono::milliseconds commitEvery)
        : project_(project), network_(network), commitEvery_(commitEvery) {}

    Result<void> add(Batch batch) {
        images_ += static_cast<std::int64_t>(batch.images.size());
        skips_ += static_cast<std::int64_t>(batch.skipped.size());
        waiting_.push_back(std::move(batch));
        if (Clock::now() - last_ < commitEvery_) return {};
        return flush();
    }

    Result<void> flush() {
        std::vector<Project::FeatureRow> rows;
        std::vector<SkipRecord> skipped;
        std::vector<DetectedFaceRecord> faces;
        for (const Batch& batch : waiting_) {
            faces.insert(faces.end(), batch.faces.begin(), batch.faces.end());
            for (std::size_t i = 0; i < batch.images.size(); ++i)
                rows.push_back({batch.images[i],
                                {batch.features.row(static_cast<Eigen::Index>(i)).data(),
                                 static_cast<std::size_t>(batch.features.cols())}});
            skipped.insert(skipped.end(), batch.skipped.begin(), batch.skipped.end());
        }
        last_ = Clock::now();
        if (rows.empty() && skipped.empty()) return {};
        // First the faces: after a kill in between, the same landmarks give the same features again.
        if (!faces.empty())
            if (auto kept = project_.putDetectedFaces(faces); !kept) return kept;
        auto put = project_.putFeatures(network_, rows, skipped);
        if (put) waiting_.clear();
        return put;
    }

    std::int64_t images() const { return images_; }
    std::int64_t skips() const { return skips_; }

  private:
    Project& project_;
    NetworkId network_;
    const std::chrono::milliseconds commitEvery_;
    std::vector<Batch> waiting_;
    Clock::time_point last_ = Clock::now();
    std::int64_t images_ = 0, skips_ = 0;
};

Result<NetworkId> registerNetwork(Project& project, const NetworkDescriptor& descriptor, const std::string& sha256,
                                  const Plan& plan) {
    NetworkRecord record;
    record.name = plan.options.name.empty() ? descriptor.name : plan.options.name;
    record.sha256 = sha256;
    record.dimension = descriptor.dimension;
    record.normalised = descriptor.normalised;
    record.descriptorFile = descriptor.descriptorFile.string();
    record.descriptorJson = descriptor.json;
    record.settingsJson = toJson(plan.settings, descriptor);
    return project.addNetwork(record);
}

Result<void> checkRoot(const Project& project, Plan& plan) {
    auto root = project.imageRoot();
    if (!root) return forward(root);
    plan.root = std::move(*root);
    if (plan.root.empty())
        return fail(ErrorCode::kInvalid,
                    say("This project holds labels without images, so there is nothing to extract features from."));
    std::error_code error;
    auto readable = project.readableRoot();
    if (!readable) return forward(readable);
    plan.readable = std::move(*readable);
    if (!fs::is_directory(plan.root, error))
        return fail(ErrorCode::kNotFound,
                    say("The folder of images “{}” is not there; say where the images are now.", plan.root.string()));
    return {};
}

Result<void> listTasks(const Project& project, NetworkId network, Plan& plan) {
    auto set = project.images();
    if (!set) return forward(set);
    const auto ids = project.imageIds();
    if (!ids) return forward(ids);
    const auto pending = project.pendingImages(network);
    if (!pending) return forward(pending);
    plan.set = std::move(*set);
    plan.facesExpected = facesExpected(plan.set);
    std::unordered_map<ImageId, std::size_t> rowOf;
    for (std::size_t row = 0; row < ids->size(); ++row) rowOf[(*ids)[row]] = row;
    for (const ImageId id : *pending) plan.tasks.push_back({id, &plan.set.images[rowOf.at(id)]});
    return {};
}

/// Moves batches from the stage into the project until all is done.
Result<void> pump(ForwardStage& stage, Writer& writer, std::int64_t before, std::int64_t total, const JobContext& job) {
    for (;;) {
        if (job.cancelled()) return cancelled();
        auto batch = stage.next(kLookForCancel);
        if (!batch) return forward(batch);
        if (*batch) {
            if (auto added = writer.add(std::move(**batch)); !added) return added;
            job.progress(say("extracting"), before + writer.images() + writer.skips(), total);
        } else if (stage.finished()) {
            return {};
        }
    }
}

}  // namespace

Result<ExtractSummary> extractFeatures(Project& project, const NetworkDescriptor& descriptor, const ExtractOptions& options,
                                       const JobContext& job) {
    const auto start = Clock::now();
    job.progress(say("starting the network"), 0, 0);
    Plan plan{descriptor, options, {}, {}, {}, {}, false};
    auto settings = cropSettings(options);
    if (!settings) return forward(settings);
    plan.settings = std::move(*settings);
    if (auto rooted = checkRoot(project, plan); !rooted) return forward(rooted);
    if (auto checked = checkScales(descriptor); !checked) return forward(checked);
    const auto weights = Weights::read(descriptor.weightsFile);
    if (!weights) return forward(weights);
    auto detectors = loadDetectors(options, decodeThreads(options));  // each thread has its own
    if (!detectors) return forward(detectors);

    // The network is tried out before the project hears of it.
    NetworkHostOptions host = options.host;
    host.batchSize = options.batchSize;
    host.refuseNonFinite = false;
    auto network = startNetwork(descriptor, *weights, host, job);
    if (!network) return forward(network);
    const auto id = registerNetwork(project, (*network)->descriptor(), weights->sha256(), plan);
    if (!id) return forward(id);
    if (options.retrySkipped)
        if (auto cleared = project.clearSkipped(*id); !cleared) return forward(cleared);
    if (auto listed = listTasks(project, *id, plan); !listed) return forward(listed);

    ExtractSummary summary;
    summary.network = *id;
    const auto total = static_cast<std::int64_t>(plan.set.images.size());
    const std::int64_t before = total - static_cast<std::int64_t>(plan.tasks.size());
    const auto counted = project.featureCount(*id);
    if (!counted) return forward(counted);
    summary.alreadyThere = *counted;
    job.progress(say("extracting"), before, total);

    Writer writer(project, *id, options.commitEvery);
    Result<void> pumped;
    {
        ForwardStage stage(plan, **network, *detectors);
        pumped = pump(stage, writer, before, total, job);
    }
    // Also after a cancel or an error: what is done is done.
    const auto flushed = writer.flush();
    if (!pumped) return forward(pumped);
    if (!flushed) return forward(flushed);
    summary.extracted = writer.images();
    summary.skipped = writer.skips();
    summary.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return summary;
}

}  // namespace facespace
