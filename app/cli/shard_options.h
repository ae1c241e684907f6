#pragma once
#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "app/cli/open_project.h"
#include "core/common/job.h"
#include "core/common/shard.h"

namespace facespace::cli {

/// `--shard I/N`: one of several machines takes its part. The check of what is written.
CLI::Option* addShardOption(CLI::App& command, std::string& text, const std::string& what);

/// The same of a command that writes into a project: a shard is a project of its own, `-o`.
struct ShardArguments {
    std::string shard;
    std::filesystem::path output;

    void addTo(CLI::App& command, const std::string& what);
    /// The project, or with `--shard` its shard, made if it is not there. @param command  "extract"
    /// Errors: those of openShard().
    Result<ProjectToChange> open(const std::filesystem::path& project, const std::string& command,
                                 const JobContext& job) const;
};

}  // namespace facespace::cli
