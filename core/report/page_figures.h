#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/figure/chart.h"
#include "core/report/compare_figure.h"
#include "core/report/findings.h"
#include "core/report/probe_figure.h"
#include "core/report/suspects_figure.h"

/// The figures of the analysis pages for papers: the same from the window and the command line.
namespace facespace::report {

struct PageFigure {
    const char* name;      ///< "roc", as on the command line.
    const char* title;     ///< "ROC".
    const char* analysis;  ///< "verification": the part of AnalysisOptions it depends on.
};
/// All there are, in the order of the pages.
const std::vector<PageFigure>& pageFigures();
/// Null if there is none of that name.
const PageFigure* pageFigure(const std::string& name);

/// What is probed for the figure of it: the network runs again on one image.
struct ProbeChoices {
    std::optional<std::size_t> row;  ///< Of the image; it has to be given.
    ProbeSweep sweep;
    Degradation base;      ///< The other numbers, the same at every step.
    ProbeOptions options;  ///< The network is the scope's.
    ProbeFigureOptions figure;
};

struct PageFigureChoices {
    std::string measure;  ///< quality: key of the measure (empty: that which goes most with the distance); edc: drawn too.
    std::optional<double> fmr;  ///< edc: only this false match rate.
    bool recomputed = false;    ///< edc: thresholds found again.
    bool logarithmic = false;   ///< edc: the error axis.
    SuspectsFigureOptions suspects;
    std::string first, second;  ///< compare: names of networks or of maps, as spacesNamed() takes them.
    CompareFigureOptions compare;
    std::string map;  ///< map-trust: its name; empty: the newest that was measured.
    ProbeChoices probe;
};

/// Runs the analysis that a figure needs and draws it, with how it was made.
/// @param filter  the filter that left the scope's rows, in words, for how it was made
/// Errors: kNotFound (no such figure, network or measure), kInvalid (nothing to draw; what the analysis lacks), kCancelled.
Result<figure::Figure> drawPageFigure(const Snapshot& snapshot, const std::string& name, const AnalysisScope& scope,
                                      const std::string& filter, const AnalysisOptions& options,
                                      const PageFigureChoices& choices, const JobContext& job);

/// Of results that are there already; an empty figure if there is nothing to draw.
figure::Figure figureOf(const std::string& name, const std::vector<TargetReport>& reports);
/// @param privacy  without names of identities
figure::Figure figureOf(const std::string& name, const ViewDependence& v, bool privacy = false);
figure::Figure figureOf(const std::string& name, const QualityReport& report, const PageFigureChoices& choices);
figure::Figure figureOf(const DiscardReport& report, double limit, const PageFigureChoices& choices);
figure::Figure figureOf(const std::string& name, const Verification& v);

/// Writes how it was made into the figure, before what it says already: project, network with its hash, parameters with the
/// seed (but where the figure has parameters of its own), images taken.
void addProvenance(figure::Figure& figure, const Snapshot& snapshot, const std::string& network, const PageFigure& page,
                   const AnalysisOptions& options, const std::string& images);

/// Fits a figure to a page: panels side by side go below each other where they would be narrow.
/// @param heightMm  0: as the figure asks
void fitTo(figure::Figure& figure, double widthMm, double heightMm, const figure::Style& style, figure::LegendPlace legend);

}  // namespace facespace::report
