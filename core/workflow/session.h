#pragma once
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/common/text.h"
#include "core/project/project.h"

namespace facespace {

/// What led to a project, as commands for a shell.
struct SessionScript {
    std::vector<std::string> places;  ///< IMAGES='/…': files and folders that another machine has elsewhere.
    std::vector<std::string> steps;   ///< Commands on "$PROJECT".
    std::vector<Text> left;           ///< What no command does: one sentence each.

    /// The whole script: sh, with what is left as comments at its head.
    std::string text() const;
};

/// A word as sh reads it.
std::string shellQuoted(const std::string& word);

/// Reads the job log, the maps as they are, tags and kept selections. Run anew, from the same images and networks, the
/// script gives the same features, maps and predictions bit for bit. Errors: the project's.
Result<SessionScript> sessionOf(const Project& project);

}  // namespace facespace
