#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/shard_options.h"
#include "core/common/number_text.h"
#include "core/synthesis/synthesis.h"

namespace facespace::cli {
namespace {

struct SynthArguments {
    std::filesystem::path folder;
    SynthOptions options;
    std::string shard;
};

void printPart(const SynthArguments& arguments, const SynthReport& report) {
    printResult(
        fmt::format("shard {}: {} images in {} ({} were there already)\nthe same command without --shard, once all are "
                    "there, writes the manifest",
                    arguments.shard, groupedNumber(report.images), arguments.folder.string(), groupedNumber(report.reused)),
        {{"folder", arguments.folder.string()},
         {"shard", arguments.shard},
         {"images", report.images},
         {"reused", report.reused}});
}

Result<void> runSynth(SynthArguments arguments, const JobContext& job) {
    if (!arguments.shard.empty()) {
        const auto part = shardFromString(arguments.shard);
        if (!part) return forward(part);
        arguments.options.shard = *part;
    }
    const auto report = renderFaces(arguments.folder, arguments.options, job);
    if (!report) return forward(report);
    if (arguments.options.shard.count > 1) return printPart(arguments, *report), Result<void>();
    const std::string manifest = (arguments.folder / "manifest.csv").string();
    std::string said = fmt::format("{} images of {} identities in {}", groupedNumber(report->images),
                                   groupedNumber(arguments.options.identities), arguments.folder.string());
    if (report->reused > 0) said += fmt::format(" ({} were there already)", groupedNumber(report->reused));
    if (report->rendered > 0 && report->seconds > 0)
        said += fmt::format(", rendered in {:.1f} s, {:.0f} images a second", report->seconds,
                            static_cast<double>(report->rendered) / report->seconds);
    printResult(said + "\nmanifest: " + manifest, {{"folder", arguments.folder.string()},
                                                   {"manifest", manifest},
                                                   {"images", report->images},
                                                   {"identities", arguments.options.identities},
                                                   {"reused", report->reused}});
    return {};
}

}  // namespace

void addSynth(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand(
        "synth", "Render a set of faces with known truth (identity, pose, light, blur, occlusion …) and its manifest");
    auto arguments = std::make_shared<SynthArguments>();
    auto& o = arguments->options;
    command
        ->add_option("-o,--output", arguments->folder, "The folder to write; completed if it holds a part of the same set")
        ->required();
    command->add_option("--identities", o.identities, "Number of people")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_option("--images", o.images, "Number of images in all, equally many for each person as far as possible")
        ->check(CLI::Range(1, 100000000))
        ->capture_default_str();
    command->add_option("--seed", o.seed, "Seed of the population and of everything else")->capture_default_str();
    command->add_option("--size", o.size, "Pixels a side")->check(CLI::Range(64, 512))->capture_default_str();
    command->add_option("--first", o.firstIdentity, "Number of the first person in the seed's population")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        ->add_option("--longest-video", o.longestVideo, "Frames of the longest video; 1 shows people in the most settings")
        ->check(CLI::Range(1, 12))
        ->capture_default_str();
    command
        ->add_option(
            "--identity-strength", o.identityStrengths,
            "What sets each face apart from the average one, times this, 0 to 1.5: below 1 an anti-caricature, above "
            "it a caricature; of several every image is rendered at each, and “identity_strength” says which")
        ->check(CLI::Range(0.0, 1.5))
        ->delimiter(',');
    addShardOption(
        *command, arguments->shard,
        "Only this of so many parts of the people, as 2/8; the same command without it, once all are there, writes "
        "the manifest");
    command->callback(
        [arguments, &action] { action = [arguments](const JobContext& job) { return runSynth(*arguments, job); }; });
}

}  // namespace facespace::cli
