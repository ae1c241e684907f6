#include "core/workflow/demo.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "core/common/resources.h"
#include "core/common/whole_file.h"
#include "core/dataset/import.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// Renders on threads of its own and knows how many people, counted from the first, are complete.
class Renderer {
  public:
    Renderer(fs::path folder, const SynthOptions& options, CancelToken cancel)
        : folder_(std::move(folder)), options_(options), ready_(static_cast<std::size_t>(options.identities), false) {
        job_.cancel = std::move(cancel);
        thread_ = std::thread([this] { work(); });
    }
    ~Renderer() {
        stop_.cancel();
        thread_.join();
    }
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    /// Waits until more than `known` people are complete, the work has ended, or a while has passed.
    int complete(int known) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, 50ms, [&] { return complete_ > known || ended_; });
        return complete_;
    }
    bool ended() {
        const std::lock_guard lock(mutex_);
        return ended_;
    }
    Result<void> outcome() {
        const std::lock_guard lock(mutex_);
        if (error_) return tl::make_unexpected(*error_);
        return {};
    }

  private:
    void work() {
        JobContext job;
        job.cancel = stop_;
        const auto report = renderFaces(folder_, options_, job, [this](int identity) {
            if (job_.cancelled()) stop_.cancel();
            const std::lock_guard lock(mutex_);
            ready_[static_cast<std::size_t>(identity)] = true;
            while (complete_ < options_.identities && ready_[static_cast<std::size_t>(complete_)]) ++complete_;
            changed_.notify_all();
        });
        const std::lock_guard lock(mutex_);
        if (!report) error_ = report.error();
        ended_ = true;
        changed_.notify_all();
    }

    fs::path folder_;
    SynthOptions options_;
    JobContext job_;
    CancelToken stop_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<bool> ready_;
    int complete_ = 0;
    bool ended_ = false;
    std::optional<Error> error_;
    std::thread thread_;
};

int imagesBefore(const SynthOptions& o, int identity) {
    return identity * (o.images / o.identities) + std::min(identity, o.images % o.identities);
}

class Grower {
  public:
    Grower(fs::path folder, const DemoOptions& options, NetworkDescriptor network, const JobContext& job)
        : folder_(std::move(folder)), options_(options), network_(std::move(network)), job_(job) {}

    Result<void> open() {
        const fs::path file = demoProjectFile(folder_);
        std::error_code error;
        auto project = fs::exists(file, error) ? Project::open(file) : Project::create(file);
        if (!project) return forward(project);
        project_.emplace(std::move(*project));
        const auto count = project_->imageCount();
        if (!count) return forward(count);
        while (people_ < options_.faces.identities && imagesBefore(options_.faces, people_ + 1) <= *count) ++people_;
        if (imagesBefore(options_.faces, people_) != *count)
            return fail(ErrorCode::kExists,
                        say("“{}” holds other images than the demo's; choose an empty folder.", file.string()));
        before_ = *count;
        return {};
    }

    /// Adds people up to `last` and extracts what is missing.
    Result<void> growTo(int last) {
        if (last > people_) {
            if (auto added = add(people_, last); !added) return added;
            people_ = last;
        }
        const std::int64_t there = imagesBefore(options_.faces, people_);
        JobContext inner = job_;
        inner.report = [this](const Progress& p) {
            if (p.total > 0) job_.progress(say("extracting"), p.done, options_.faces.images);
        };
        const auto summary = storeFeatures(*project_, network_, options_.extraction, inner);
        if (!summary) return forward(summary);
        extracted_ = summary->network;
        images_ = there;
        return {};
    }

    /// Nothing to render, add or extract.
    Result<bool> finished() {
        std::error_code error;
        if (people_ < options_.faces.identities || !fs::exists(folder_ / "faces" / "manifest.csv", error)) return false;
        const auto networks = project_->networks();
        if (!networks) return forward(networks);
        for (const NetworkRecord& n : *networks) {
            if (n.name != network_.name) continue;
            const auto pending = project_->pendingImages(n.id);
            if (!pending) return forward(pending);
            extracted_ = n.id;
            return pending->empty();
        }
        return false;
    }

    int people() const { return people_; }
    std::int64_t images() const { return images_; }
    std::int64_t before() const { return before_; }
    NetworkId network() const { return extracted_; }

  private:
    Result<void> add(int first, int last) {
        const auto text = synthManifestPart(folder_ / "faces", options_.faces, first, last);
        if (!text) return forward(text);
        const fs::path part = folder_ / "faces" / "rows" / "part.csv";
        if (auto written = writeWholeFile(part, [&](std::ostream& out) { out << *text; }); !written) return written;
        ImportOptions import;
        import.folder = folder_ / "faces";
        import.manifest = part;
        JobContext quiet;  // the job counts images with features, not this part's rows
        quiet.cancel = job_.cancel;
        const auto imported = importImageSet(import, quiet);
        std::error_code ignored;
        fs::remove(part, ignored);
        if (!imported) return forward(imported);
        return project_->addImages(imported->set, quiet);
    }

    fs::path folder_;
    const DemoOptions& options_;
    NetworkDescriptor network_;
    const JobContext& job_;
    std::optional<Project> project_;
    int people_ = 0;
    std::int64_t before_ = 0, images_ = 0;
    NetworkId extracted_;
};

}  // namespace

DemoOptions DemoOptions::full() { return {}; }

DemoOptions DemoOptions::quick() {
    DemoOptions options;
    options.faces.identities = 125;
    options.faces.images = 6000;
    return options;
}

fs::path demoProjectFile(const fs::path& folder) { return folder / "demo.facespace"; }

Result<std::vector<NetworkDescriptor>> shippedNetworks() {
    const fs::path folder = resourceFolder() / "networks";
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".json" && fs::exists(fs::path(entry.path()).replace_extension(".pt"), error))
            files.push_back(entry.path());
    if (files.empty())
        return fail(ErrorCode::kNotFound,
                    say("The networks that come with FaceSpace are not where they were installed; install "
                        "FaceSpace again, or set FACESPACE_RESOURCES to their folder."));
    std::sort(files.begin(), files.end());
    std::vector<NetworkDescriptor> networks;
    for (const fs::path& file : files) {
        auto network = readDescriptor(file);
        if (!network) return forward(network);
        networks.push_back(std::move(*network));
    }
    return networks;
}

Result<DemoReport> growDemo(const fs::path& folder, const DemoOptions& options, const JobContext& job,
                            const std::function<void(std::int64_t images)>& grown) {
    auto networks = shippedNetworks();
    if (!networks) return forward(networks);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::kIo, say("The folder “{}” cannot be made; choose one that you may write.", folder.string()));
    Grower grower(folder, options, networks->front(), job);
    if (auto opened = grower.open(); !opened) return forward(opened);
    const auto finished = grower.finished();
    if (!finished) return forward(finished);
    if (*finished) return DemoReport{grower.before(), grower.before(), grower.network()};
    Renderer renderer(folder / "faces", options.faces, job.cancel);
    // The first part is small, so that something is there soon; starting the network costs a second each time.
    int wanted = 4;
    for (bool last = false; !last;) {
        int complete = renderer.complete(grower.people());
        while (complete < std::min(wanted, options.faces.identities) && !renderer.ended() && !job.cancelled()) {
            complete = renderer.complete(complete);
            job.progress(say("rendering faces"), imagesBefore(options.faces, complete), options.faces.images);
        }
        if (job.cancelled()) return cancelled();
        if (auto outcome = renderer.outcome(); !outcome) return forward(outcome);
        last = complete == options.faces.identities;
        if (auto step = grower.growTo(complete); !step) return forward(step);
        if (grown) grown(grower.images());
        wanted = std::max(complete + 1, 3 * complete);
    }
    return DemoReport{grower.images(), grower.before(), grower.network()};
}

}  // namespace facespace
