#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "core/analyses/made_tables.h"
#include "core/compute/analysis_input.h"
#include "core/probe/degradation.h"
#include "core/project/snapshot.h"

namespace facespace::cli {

/// What the analyses' commands have in common: the project, whose features, and where the tables go.
struct AnalysisArguments {
    std::filesystem::path project, output;
    std::string network, filter, unit;
    bool privacy = false;

    void addTo(CLI::App& command, bool ofOneNetwork = true);
    /// Whether tables are printed as JSON in place of a summary.
    bool json() const;
    /// The network and the images that the filter lets pass. Errors: kInvalid (the filter).
    Result<AnalysisScope> scope(const Snapshot& snapshot) const;
    /// Errors: the project's.
    Result<std::shared_ptr<const Snapshot>> snapshot() const;
    /// The snapshot as files may show it: without names if privacy is asked for.
    std::shared_ptr<const Snapshot> shown(const std::shared_ptr<const Snapshot>& snapshot) const;
    /// For the tables of these images.
    MadeTables noTables() const;
    /// Writes the tables as CSV and JSON into the output folder if one is given; with --json prints them as one object.
    Result<void> write(const MadeTables& tables) const;
};

/// How a face is made worse: an option for each number, and the side of the cover.
struct DegradationArguments {
    Degradation degradation;
    std::string side = "bottom";

    /// @param group  the heading in the help; empty: that of the command's other options
    void addTo(CLI::App& command, const std::string& group = {});
    /// Errors: kInvalid (no such side, a value out of its range).
    Result<Degradation> read() const;
};

/// Takes the image-quality measures that are lacking. Images that are gone leave an analysis with what there is.
Result<void> measureFirst(const std::filesystem::path& project, bool quiet, const JobContext& job);

}  // namespace facespace::cli
