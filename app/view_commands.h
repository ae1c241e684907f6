#pragma once
#include <string>
#include <vector>

#include "widgets/models/workspace.h"

namespace facespace {

class FigurePage;

/// Commands that draw what a window shows: the map as it is coloured and filtered, and the figures and tables of the page in
/// view, on "$PROJECT" (core/workflow/session.h).
struct ViewCommands {
    std::vector<std::string> steps;
    std::vector<Text> left;  ///< What no command does.
};
/// @param page  the page in view, or null
ViewCommands viewCommands(const Workspace& workspace, const FigurePage* page);

}  // namespace facespace
