// Speed and memory of extraction: extraction-bench NETWORK.json IMAGES COUNT. The network's own forward speed is measured in
// the same run, in turns with the pipeline, so that both see the same machine.
#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/extraction/crop.h"
#include "core/extraction/extraction.h"
#include "core/image/decode.h"

namespace {

using namespace facespace;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// VmHWM in MiB.
double peakMemory(const std::string& process) {
    std::ifstream status(fs::path("/proc") / process / "status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}

double childrensPeak() {
    double sum = 0;
    for (const auto& task : fs::directory_iterator("/proc/self/task")) {
        std::ifstream list(task.path() / "children");
        for (std::string pid; list >> pid;) sum += peakMemory(pid);
    }
    return sum;
}

ImageSet imagesOf(const fs::path& folder, std::size_t count) {
    ImageSet set;
    set.root = fs::absolute(folder);
    std::vector<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension == ".jpg" || extension == ".png") paths.push_back(entry.path().lexically_relative(folder).string());
    }
    std::sort(paths.begin(), paths.end());
    paths.resize(std::min(paths.size(), count));
    for (const std::string& path : paths) {
        ImageRecord record;
        record.path = path;
        record.identity = path;
        set.images.push_back(record);
    }
    return set;
}

/// Images a second of forward passes alone; the crops are ready.
Result<double> forwardSpeed(Network& network, const std::vector<Image>& crops) {
    const auto start = Clock::now();
    for (std::size_t i = 0; i + 16 <= crops.size(); i += 16) {
        const auto features = network.forward(std::span(crops).subspan(i, 16));
        if (!features) return forward(features);
    }
    return static_cast<double>(crops.size() / 16 * 16) / since(start);
}

Result<std::vector<Image>> cropsOf(const ImageSet& set, const NetworkDescriptor& network, std::size_t count) {
    std::vector<Image> crops;
    for (std::size_t i = 0; i < std::min(count, set.images.size()); ++i) {
        const auto image = decodeImage(set.root / set.images[i].path);
        if (!image) return forward(image);
        auto crop = cropFor(*image, set.images[i], network, {}, false, nullptr);
        if (!crop) return forward(crop);
        crops.push_back(std::move(crop->image));
    }
    return crops;
}

Result<void> run(const fs::path& networkFile, const fs::path& folder, std::size_t count) {
    const auto descriptor = readDescriptor(networkFile);
    if (!descriptor) return forward(descriptor);
    const ImageSet set = imagesOf(folder, count);
    const auto crops = cropsOf(set, *descriptor, std::min<std::size_t>(count, 128));
    if (!crops) return forward(crops);
    const fs::path file = fs::temp_directory_path() / fmt::format("extraction-bench-{}.facespace", ::time(nullptr));
    auto project = Project::create(file);
    if (!project) return forward(project);
    if (auto added = project->addImages(set); !added) return added;

    ExtractOptions options;
    options.host.consent = Consent::kOnce;  // Named by whoever measures.
    const auto before = [&]() -> Result<double> {
        auto network = startNetwork(*descriptor, options.host);
        if (!network) return forward(network);
        return forwardSpeed(**network, *crops);
    };
    const auto first = before();
    if (!first) return forward(first);

    // The time to start the network is not the pipeline's: the clock runs from the first report of progress.
    Clock::time_point start{}, end{};
    double host = 0;
    JobContext job;
    job.report = [&](const Progress& p) {
        if (p.stage != "extracting") return;
        if (start == Clock::time_point{}) start = Clock::now();
        end = Clock::now();
        host = std::max(host, childrensPeak());
    };
    const auto summary = extractFeatures(*project, *descriptor, options, job);
    if (!summary) return forward(summary);
    const auto second = before();
    if (!second) return forward(second);
    fs::remove(file);

    const double alone = (*first + *second) / 2;
    const double pipeline = static_cast<double>(summary->extracted) / std::chrono::duration<double>(end - start).count();
    fmt::print("network's forward alone  {:8.2f} images/s (before {:.2f}, after {:.2f})\n", alone, *first, *second);
    fmt::print("whole pipeline           {:8.2f} images/s ({} images) = {:.3f} of the forward speed\n", pipeline,
               summary->extracted, pipeline / alone);
    fmt::print("start to end             {:8.2f} s with starting and trying out the network\n", summary->seconds);
    fmt::print("peak memory              {:8.0f} MiB here, {:.0f} MiB in the host, of it {:.0f} MiB weights\n",
               peakMemory("self"), host, static_cast<double>(fs::file_size(descriptor->weightsFile)) / 1048576);
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        fmt::print(stderr, "extraction-bench NETWORK.json IMAGES COUNT\n");
        return 2;
    }
    const auto done = run(argv[1], argv[2], std::strtoul(argv[3], nullptr, 10));
    if (!done) fmt::print(stderr, "{}\n", done.error().message);
    return done ? 0 : 1;
}
