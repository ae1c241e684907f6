#include <fmt/format.h>
#include <cmath>

#include "app/cli/analysis_words.h"
#include "app/cli/console.h"
#include "app/cli/network_words.h"
#include "core/analyses/probe/probe_analysis.h"
#include "core/common/number_text.h"
#include "core/image/encode.h"
#include "core/workflow/probe_tables.h"

namespace facespace::cli {
namespace {

struct ProbeWords : AnalysisWords {
    std::string image;
    std::vector<std::string> sweeps;
    DegradationWords degradation;
    ProbeOptions options;
    bool crops = false;
};

/// What is asked for, in order; alone the one degradation.
Result<std::vector<Degradation>> stepsOf(const ProbeWords& words) {
    const auto base = words.degradation.read();
    if (!base) return forward(base);
    std::vector<Degradation> steps;
    for (const std::string& text : words.sweeps) {
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
Values valuesOf(const ProbeWords& words) {
    Values values = probeAnalysis().defaults();
    (void)values.set("image", words.image);
    if (!words.sweeps.empty()) (void)values.set("sweep", words.sweeps.front());
    (void)values.set("descriptor", words.options.descriptor.string());
    (void)values.set("side", words.degradation.side);
    for (const DegradationField& field : degradationFields())
        (void)values.set(field.key, words.degradation.degradation.*field.value);
    return values;
}

Result<void> runProbe(ProbeWords words, const JobContext& job) {
    const auto degradations = stepsOf(words);
    if (!degradations) return forward(degradations);
    if (words.crops && words.output.empty())
        return fail(ErrorCode::kInvalid, "The faces need a folder to go to; name it with “-o”.");
    const auto snapshot = words.snapshot();
    if (!snapshot) return forward(snapshot);
    const auto row = probeRow(**snapshot, words.image);
    if (!row) return forward(row);
    words.options.network = words.network;
    const auto prober = Prober::open(*snapshot, words.options, job);
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
    if (!words.json) print(steps, **prober);
    if (words.crops)
        if (const auto written = writeCrops(steps, words.output); !written) return written;
    MadeTables tables = words.noTables();
    tables.add(probeAnalysis(), **snapshot, (*prober)->network().name, valuesOf(words), tablesOf(steps, **prober));
    return words.write(tables);
}

}  // namespace

void addProbe(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("probe", "Make an image worse and see what becomes of its feature");
    auto words = std::make_shared<ProbeWords>();
    words->addTo(*command);
    command->add_option("--image", words->image, "The image: its path in the project, or its file")->required();
    words->degradation.addTo(*command);
    command->add_option("--sweep", words->sweeps, "NAME=FROM:TO:STEPS, for instance blur=0:8:9; may be repeated");
    auto& o = words->options;
    command->add_option("--map", o.map, "The map on which the image moves (default: the network's first)");
    command->add_option("--descriptor", o.descriptor, "The network's descriptor, if it is no longer where it was");
    command->add_option("-k,--neighbours", o.neighbours, "Nearest images looked at")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_flag_callback(
        "--no-pose", [words] { words->options.pose = false; }, "Predict no yaw and pitch");
    command->add_flag("--crops", words->crops, "Also write the degraded faces into the output folder");
    command->add_option("--batch", o.batchSize, "Images per forward pass; that of the extraction gives its very bits")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    addNetworkOptions(*command, o.host);
    command->callback([words, &action] { action = [words](const JobContext& job) { return runProbe(*words, job); }; });
}

}  // namespace facespace::cli
