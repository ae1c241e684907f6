#pragma once
#include <string>
#include <vector>

#include "core/analyses/list.h"
#include "core/common/text.h"

namespace facespace {

/// The figure if it has something to show. Errors: kInvalid, with the reason why there is nothing.
Result<figure::Figure> drawnOr(figure::Figure figure, const Text& why);

/// On the dark ground of a window, if that is wanted: for what the window shows as a picture.
inline figure::Figure onItsGround(figure::Figure figure, const FigureRequest& request) {
    if (request.style.dark) figure.style = request.style;
    return figure;
}

/// Writes how it was made into the figure, before what it says already: project, network with its hash, the analysis and all
/// its parameters, so that running it again with them gives the same bytes, and the images taken.
/// @param images   in words: "all", or the filter that left them
/// @param privacy  without the parameter that names an image, which may say who is on it
void addProvenance(figure::Figure& figure, const Findings& findings, const Values& values, const std::string& name,
                   const std::string& images, bool privacy);

/// Runs the analysis that a figure needs and draws it, with how it was made.
/// Errors: kNotFound (no such figure, network …), kInvalid (nothing to draw; what the analysis lacks), kCancelled.
Result<figure::Figure> drawFigure(const Analysis& analysis, const AnalysisRequest& request, const FigureRequest& wanted,
                                  const std::string& images, const JobContext& job);

/// Each panel as a figure of its own, between which a printed page may end.
/// @param captions  of the panels; where there is none it is what the panel's height says
std::vector<FigureBlock> panelsOf(const figure::Figure& figure, const std::vector<std::string>& captions);

/// Fits a figure to a page: panels side by side go below each other where they would be narrow.
/// @param heightMm  0: as the figure asks
void fitTo(figure::Figure& figure, double widthMm, double heightMm, const figure::Style& style, figure::LegendPlace legend);

}  // namespace facespace
