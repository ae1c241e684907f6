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

#include "core/extraction/crop.h"
#include "core/extraction/crop_stream.h"
#include "core/extraction/detectors.h"
#include "core/extraction/feature_writer.h"
#include "core/extraction/layers.h"
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

using Batch = FeatureBatch;

/// Everything that is fixed during one run.
struct Plan {
    const NetworkDescriptor& descriptor;
    const ExtractOptions& options;
    CropSettings settings;
    fs::path root;
    ImageSet set;
    std::vector<Task> tasks;
    bool facesExpected = false;
    CancelToken cancel{};
    fs::path readable{};  ///< Images lie in it, links followed.
    std::vector<FeatureTarget> targets{};
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

/// With the numbers of the mirrored images behind those of their layer in place of behind all layers.
FeatureMatrix inTurn(FeatureMatrix& features, const Plan& plan) {
    if (plan.targets.size() < 2 || plan.descriptor.flip != FlipRule::kConcatenate) return std::move(features);
    FeatureMatrix ordered(features.rows(), features.cols());
    const Eigen::Index mirrored = features.cols() / 2;
    for (const FeatureTarget& target : plan.targets) {
        const auto first = static_cast<Eigen::Index>(target.first), half = static_cast<Eigen::Index>(target.count / 2);
        ordered.middleCols(first, half) = features.middleCols(first / 2, half);
        ordered.middleCols(first + half, half) = features.middleCols(mirrored + first / 2, half);
    }
    return ordered;
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
        while (index < plan_.tasks.size() && !stop.stop_requested() && !failure && !plan_.cancel.cancelled()) {
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
            if (!image->skipReason.empty() && plan_.cancel.cancelled()) break;  // It may be no reason of the image's own.
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
        batch.features = inTurn(*features, plan_);
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

Result<void> listTasks(const Project& project, Plan& plan) {
    auto set = project.images();
    if (!set) return forward(set);
    const auto ids = project.imageIds();
    if (!ids) return forward(ids);
    plan.set = std::move(*set);
    plan.facesExpected = facesExpected(plan.set);
    for (FeatureTarget& target : plan.targets) {
        const auto pending = project.pendingImages(target.network);
        if (!pending) return forward(pending);
        for (const ImageId id : *pending) target.pending.insert(id.value);
    }
    for (std::size_t row = 0; row < ids->size(); ++row) {
        const ImageId id = (*ids)[row];
        const auto lacks = [&](const FeatureTarget& target) { return target.pending.contains(id.value); };
        if (std::ranges::any_of(plan.targets, lacks)) plan.tasks.push_back({id, &plan.set.images[row]});
    }
    return {};
}

/// Moves batches from the stage into the project until all is done.
Result<void> pump(ForwardStage& stage, FeatureWriter& writer, std::int64_t before, std::int64_t total,
                  const JobContext& job) {
    for (;;) {
        if (job.cancelled()) return cancelled();
        auto batch = stage.next(kLookForCancel);
        if (!batch) return forward(batch);
        if (*batch) {
            if (auto added = writer.add(std::move(**batch)); !added) return added;
            job.progress(say("extracting"), before + writer.images(), total);
        } else if (stage.finished()) {
            return job.cancelled() ? Result<void>(cancelled()) : Result<void>();
        }
    }
}

/// The project hears of the features, and the plan of where each part goes.
Result<void> addTargets(Project& project, const std::vector<NetworkDescriptor>& parts, const std::string& sha256,
                        Plan& plan) {
    std::size_t first = 0;
    for (const NetworkDescriptor& part : parts) {
        const auto id = registerNetwork(project, part, sha256, plan);
        if (!id) return forward(id);
        if (plan.options.retrySkipped)
            if (auto cleared = project.clearSkipped(*id); !cleared) return cleared;
        const auto width = static_cast<std::size_t>(part.dimension);
        plan.targets.push_back({*id, first, width});
        first += width;
    }
    return listTasks(project, plan);
}

Result<std::vector<ExtractSummary>> summariesBefore(const Project& project, const Plan& plan) {
    std::vector<ExtractSummary> summaries;
    for (const FeatureTarget& target : plan.targets) {
        const auto counted = project.featureCount(target.network);
        if (!counted) return forward(counted);
        summaries.emplace_back().network = target.network;
        summaries.back().alreadyThere = *counted;
    }
    return summaries;
}

/// @param layers  Kept one by one; none: the network's feature is.
Result<std::vector<ExtractSummary>> extract(Project& project, const NetworkDescriptor& descriptor,
                                            const std::vector<NetworkDescriptor>& layers, const ExtractOptions& options,
                                            const JobContext& job) {
    const auto start = Clock::now();
    job.progress(say("starting the network"), 0, 0);
    Plan plan{descriptor, options, {}, {}, {}, {}, false};
    auto settings = cropSettings(options);
    if (!settings) return forward(settings);
    plan.settings = std::move(*settings);
    plan.cancel = job.cancel;
    if (auto rooted = checkRoot(project, plan); !rooted) return forward(rooted);
    if (auto checked = checkScales(descriptor); !checked) return forward(checked);
    const auto weights = Weights::read(descriptor.weightsFile);
    if (!weights) return forward(weights);
    auto detectors = loadDetectors(options, decodeThreads(options), job);  // each thread has its own
    if (!detectors) return forward(detectors);

    // The network is tried out before the project hears of it.
    NetworkHostOptions host = options.host;
    host.batchSize = options.batchSize;
    host.refuseNonFinite = false;
    auto network = startNetwork(descriptor, *weights, host, job);
    if (!network) return forward(network);
    const auto parts = layers.size() > 1 ? layers : std::vector{(*network)->descriptor()};
    if (auto added = addTargets(project, parts, weights->sha256(), plan); !added) return forward(added);

    const auto total = static_cast<std::int64_t>(plan.set.images.size());
    const std::int64_t before = total - static_cast<std::int64_t>(plan.tasks.size());
    auto summaries = summariesBefore(project, plan);
    if (!summaries) return summaries;
    job.progress(say("extracting"), before, total);

    FeatureWriter writer(project, plan.targets, options.commitEvery);
    Result<void> pumped;
    {
        ForwardStage stage(plan, **network, *detectors);
        pumped = pump(stage, writer, before, total, job);
    }
    // Also after a cancel or an error: what is done is done.
    const auto flushed = writer.flush();
    if (!pumped) return forward(pumped);
    if (!flushed) return forward(flushed);
    for (std::size_t i = 0; i < summaries->size(); ++i) {
        (*summaries)[i].extracted = writer.extracted(i);
        (*summaries)[i].skipped = writer.skipped(i);
        (*summaries)[i].seconds = std::chrono::duration<double>(Clock::now() - start).count();
    }
    return summaries;
}

}  // namespace

Result<ExtractSummary> extractFeatures(Project& project, const NetworkDescriptor& descriptor, const ExtractOptions& options,
                                       const JobContext& job) {
    auto summaries = extract(project, descriptor, {}, options, job);
    if (!summaries) return forward(summaries);
    return std::move(summaries->front());
}

Result<std::vector<ExtractSummary>> extractLayers(Project& project, const LayerSet& layers, const ExtractOptions& options,
                                                  const JobContext& job) {
    ExtractOptions named = options;
    named.name.clear();
    return extract(project, layers.network, layers.parts, named, job);
}

}  // namespace facespace
