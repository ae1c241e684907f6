#include <fmt/format.h>
#include <cmath>

#include "app/cli/analysis_arguments.h"
#include "app/cli/console.h"
#include "app/cli/input_files.h"
#include "app/cli/network_options.h"
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

void print(const std::vector<ProbeStep>& steps, const Prober& prober) {
    fmt::print("{:36}{:>10}{:>12}{:>8}{:>7}{:>7}{:>14}{:>10}\n", "", "distance", "percentile", "cosine", "yaw", "pitch",
               "own identity", "own rank");
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const ProbeStep& s = steps[i];
        fmt::print("{:36}{:>#10.4g}{:>12}{:>8.4f}{:>7}{:>7}{:>14}{:>10}\n", i == 0 ? "stored" : describe(s.degradation),
                   s.distance, std::isnan(s.percentile) ? "–" : fmt::format("{:.1f}", s.percentile), s.cosine,
                   degrees(s.yawDeg), degrees(s.pitchDeg), fmt::format("{} of {}", s.sameAmong, s.neighbours.size()),
                   s.ownRank > 0 ? groupedNumber(s.ownRank) : "–");
    }
    if (prober.network().normalised)
        printNote("This network's features have unit length, so their distance from the origin says nothing.");
}

Result<void> writeCrops(const std::vector<ProbeStep>& steps, const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (const auto written = writePng(steps[i].crop, folder / fmt::format("probe_{:03}.png", i)); !written)
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

Result<void> runProbe(ProbeArguments arguments, const JobContext& job) {
    const auto degradations = stepsOf(arguments);
    if (!degradations) return forward(degradations);
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
    auto stored = (*prober)->stored(*row);
    if (!stored) return forward(stored);
    std::vector<ProbeStep> steps{std::move(*stored)};
    for (const Degradation& degradation : *degradations) {
        if (job.cancelled()) return cancelled();
        job.progress("probing", static_cast<std::int64_t>(steps.size()) - 1,
                     static_cast<std::int64_t>(degradations->size()));
        auto step = (*prober)->step(*row, degradation);
        if (!step) return forward(step);
        if (degradation == Degradation{.side = degradation.side})
            if (const auto mismatch = probeMismatch(*step); !mismatch.empty()) printNote(mismatch);
        steps.push_back(std::move(*step));
    }
    if (!arguments.json()) print(steps, **prober);
    if (arguments.crops)
        if (const auto written = writeCrops(steps, arguments.output); !written) return written;
    MadeTables tables = arguments.noTables();
    tables.add(probeAnalysis(), **snapshot, (*prober)->network().name, valuesOf(arguments), makeTables(steps, **prober));
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
    addNetworkOptions(*command, o.host);
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runProbe(*arguments, job); }; });
}

}  // namespace facespace::cli
