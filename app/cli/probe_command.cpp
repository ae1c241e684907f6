#include <fmt/format.h>
#include <cmath>

#include "app/cli/analysis_arguments.h"
#include "app/cli/console.h"
#include "app/cli/input_files.h"
#include "app/cli/network_options.h"
#include "app/cli/shard_options.h"
#include "core/analyses/probe/probe_analysis.h"
#include "core/common/number_text.h"
#include "core/compute/probe_tables.h"
#include "core/image/encode.h"

namespace facespace::cli {
namespace {

struct ProbeArguments : AnalysisArguments {
    std::string image;
    std::vector<std::string> sweeps;
    DegradationArguments degradation;
    ProbeOptions options;
    bool crops = false;
    std::string shard;
};

/// The steps that are taken, the number of the first of them, 0 being the stored feature.
struct ProbeSteps {
    std::size_t first = 0;
    std::vector<ProbeStep> steps;
};

/// What is asked for, in order; alone the one degradation.
Result<std::vector<Degradation>> stepsOf(const ProbeArguments& arguments) {
    const auto base = arguments.degradation.read();
    if (!base) return forward(base);
    std::vector<Degradation> steps;
    for (const std::string& text : arguments.sweeps) {
        const auto sweep = probeSweepFromString(text);
        if (!sweep) return forward(sweep);
        const auto more = sweep->over(*base);
        steps.insert(steps.end(), more.begin(), more.end());
    }
    if (steps.empty()) steps.push_back(*base);
    return steps;
}

std::string degrees(double value) { return std::isnan(value) ? "–" : fmt::format("{:.0f}°", value); }

void print(const ProbeSteps& taken, const Prober& prober) {
    fmt::print("{:36}{:>10}{:>12}{:>8}{:>7}{:>7}{:>14}{:>10}\n", "", "distance", "percentile", "cosine", "yaw", "pitch",
               "own identity", "own rank");
    for (std::size_t i = 0; i < taken.steps.size(); ++i) {
        const ProbeStep& s = taken.steps[i];
        fmt::print("{:36}{:>#10.4g}{:>12}{:>8.4f}{:>7}{:>7}{:>14}{:>10}\n",
                   taken.first + i == 0 ? "stored" : describe(s.degradation), s.distance,
                   std::isnan(s.percentile) ? "–" : fmt::format("{:.1f}", s.percentile), s.cosine, degrees(s.yawDeg),
                   degrees(s.pitchDeg), fmt::format("{} of {}", s.sameAmong, s.neighbours.size()),
                   s.ownRank > 0 ? groupedNumber(s.ownRank) : "–");
    }
    if (prober.network().normalised)
        printNote("This network's features have unit length, so their distance from the origin says nothing.");
}

Result<void> writeCrops(const ProbeSteps& taken, const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (std::size_t i = 0; i < taken.steps.size(); ++i)
        if (const auto written = writePng(taken.steps[i].crop, folder / fmt::format("probe_{:03}.png", taken.first + i));
            !written)
            return written;
    return {};
}

/// As the figure of the same face takes them; of several sweeps the first.
Values valuesOf(const ProbeArguments& arguments) {
    Values values = probeAnalysis().defaults();
    (void)values.set("image", arguments.image);
    if (!arguments.sweeps.empty()) (void)values.set("sweep", arguments.sweeps.front());
    (void)values.set("descriptor", arguments.options.descriptor.string());
    (void)values.set("side", arguments.degradation.side);
    for (const DegradationField& field : degradationFields())
        (void)values.set(field.key, arguments.degradation.degradation.*field.value);
    return values;
}

/// The part's degradations, and the stored feature in the first part.
Result<ProbeSteps> takeSteps(Prober& prober, std::size_t row, const std::vector<Degradation>& all, const Shard& part,
                             const JobContext& job) {
    const auto [first, last] = part.of(all.size());
    ProbeSteps taken{first == 0 ? 0 : first + 1, {}};
    if (first == 0) {
        auto stored = prober.stored(row);
        if (!stored) return forward(stored);
        taken.steps.push_back(std::move(*stored));
    }
    for (std::size_t i = first; i < last; ++i) {
        if (job.cancelled()) return cancelled();
        job.progress("probing", static_cast<std::int64_t>(i - first), static_cast<std::int64_t>(last - first));
        auto step = prober.step(row, all[i]);
        if (!step) return forward(step);
        if (all[i] == Degradation{.side = all[i].side})
            if (const auto mismatch = probeMismatch(*step); !mismatch.empty()) printNote(mismatch);
        taken.steps.push_back(std::move(*step));
    }
    return taken;
}

Result<void> runProbe(ProbeArguments arguments, const JobContext& job) {
    const auto degradations = stepsOf(arguments);
    if (!degradations) return forward(degradations);
    const auto part = arguments.shard.empty() ? Result<Shard>(Shard{}) : shardFromString(arguments.shard);
    if (!part) return forward(part);
    if (auto fine = checkShard(*part, degradations->size()); !fine) return forward(fine);
    if (arguments.crops && arguments.output.empty())
        return fail(ErrorCode::kInvalid, "The faces need a folder to go to; name it with “-o”.");
    if (const auto there = inputsExist({arguments.options.descriptor}); !there) return there;
    const auto snapshot = arguments.snapshot();
    if (!snapshot) return forward(snapshot);
    const auto row = probeRow(**snapshot, arguments.image);
    if (!row) return forward(row);
    arguments.options.network = arguments.network;
    const auto prober = Prober::open(*snapshot, arguments.options, job);
    if (!prober) return forward(prober);
    for (const std::string& note : (*prober)->notes()) printNote(note);
    const auto taken = takeSteps(**prober, *row, *degradations, *part, job);
    if (!taken) return forward(taken);
    if (!arguments.json()) print(*taken, **prober);
    if (arguments.crops)
        if (const auto written = writeCrops(*taken, arguments.output); !written) return written;
    MadeTables tables = arguments.noTables();
    tables.add(probeAnalysis(), **snapshot, (*prober)->network().name, valuesOf(arguments),
               makeTables(taken->steps, **prober, taken->first));
    return arguments.write(tables);
}

}  // namespace

void addProbe(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("probe", "Make an image worse and see what becomes of its feature");
    auto arguments = std::make_shared<ProbeArguments>();
    arguments->addTo(*command);
    command->add_option("--image", arguments->image, "The image: its path in the project, or its file")->required();
    arguments->degradation.addTo(*command);
    command->add_option("--sweep", arguments->sweeps, "NAME=FROM:TO:STEPS, for instance blur=0:8:9; may be repeated");
    auto& o = arguments->options;
    command->add_option("--map", o.map, "The map on which the image moves (default: the network's first)");
    command->add_option("--descriptor", o.descriptor, "The network's descriptor, if it is no longer where it was");
    command->add_option("-k,--neighbours", o.neighbours, "Nearest images looked at")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_flag_callback(
        "--no-pose", [arguments] { arguments->options.pose = false; }, "Predict no yaw and pitch");
    command->add_flag("--crops", arguments->crops, "Also write the degraded faces into the output folder");
    command->add_option("--batch", o.batchSize, "Images per forward pass; that of the extraction gives its very bits")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    addShardOption(*command, arguments->shard,
                   "Only this of so many parts of the steps, as 2/8; its tables follow those of the part before");
    addNetworkOptions(*command, o.host);
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runProbe(*arguments, job); }; });
}

}  // namespace facespace::cli
