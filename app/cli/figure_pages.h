#pragma once
#include <string>

#include "app/cli/analysis_words.h"
#include "app/cli/command.h"
#include "core/figure/chart.h"
#include "core/project/snapshot.h"
#include "core/report/page_figures.h"

namespace facespace::cli {

/// What `figure --page` takes for the figures of the analysis pages.
struct PageFigureWords {
    report::AnalysisOptions options;
    report::PageFigureChoices choices;
    std::uint64_t seed = 1;
    std::string distance = "origin", metric = "cosine";
    double fmr = 0;
    bool benjaminiHochberg = false;
    std::string image, sweep = "blur=0:8:9";  ///< What is probed.
    DegradationWords degradation;

    void addTo(CLI::App& command);
    /// @param passes  1 per row that the filter lets through; empty: all
    Result<figure::Figure> draw(const Snapshot& snapshot, const std::string& page, const std::string& network,
                                const std::vector<std::uint8_t>& passes, const std::string& filter,
                                const JobContext& job) const;

  private:
    Result<void> readProbe(const Snapshot& snapshot, report::ProbeChoices& probe) const;
};

}  // namespace facespace::cli
