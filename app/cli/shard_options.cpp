#include "app/cli/shard_options.h"

#include "app/cli/console.h"
#include "core/workflow/shards.h"

namespace facespace::cli {

CLI::Option* addShardOption(CLI::App& command, std::string& text, const std::string& what) {
    return command.add_option("--shard", text, what)->option_text("I/N")->check([](const std::string& written) {
        const auto shard = shardFromString(written);
        return shard ? std::string() : shard.error().message.english();
    });
}

void ShardArguments::addTo(CLI::App& command, const std::string& what) {
    auto* option = addShardOption(command, shard, what);
    command
        .add_option("-o,--output", output,
                    "The shard's own project (default: beside the project, NAME.shard-I-of-N.facespace)")
        ->needs(option);
}

Result<ProjectToChange> ShardArguments::open(const std::filesystem::path& project, const std::string& command,
                                             const JobContext& job) const {
    if (shard.empty()) return openToChange(project, command);
    const auto part = shardFromString(shard);
    if (!part) return forward(part);
    const auto whole = Project::open(project, Project::Mode::kReadOnly);
    if (!whole) return forward(whole);
    const std::filesystem::path file = output.empty() ? shardFile(project, *part) : output;
    auto opened = openShard(*whole, *part, file, job);
    if (!opened) return forward(opened);
    printNote(say("shard {} is kept in “{}”", shard, file.string()));
    return ProjectToChange{ProjectHold::take(file, "facespace-cli " + command), std::move(*opened)};
}

}  // namespace facespace::cli
