#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "core/project/snapshot.h"
#include "core/workflow/analysis_input.h"
#include "core/workflow/table.h"

namespace facespace::cli {

/// What the analyses' commands have in common: the project, whose features, and where the tables go.
struct AnalysisWords {
    std::filesystem::path project, output;
    std::string network;
    bool json = false;

    void addTo(CLI::App& command, bool ofOneNetwork = true);
    AnalysisScope scope() const { return {network, {}}; }
    /// Errors: the project's.
    Result<std::shared_ptr<const Snapshot>> snapshot() const;
    /// Writes the tables as CSV and JSON into the output folder if one is given; with --json prints them as one object.
    Result<void> write(const std::vector<Table>& tables) const;
};

/// Moves tables of one analysis behind those of another.
void append(std::vector<Table>& tables, std::vector<Table> more);

/// "0.912 (0.874–0.941)"; without interval the value alone; "–" for NaN.
std::string estimateText(double value, double low, double high, int digits = 3);

}  // namespace facespace::cli
