#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/common/job.h"
#include "core/common/result.h"

namespace facespace::cli {

/// Shows progress on stderr: one line that is rewritten on a terminal, else a line every few seconds.
class Console {
  public:
    Console();
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    /// A context whose progress comes here and that Ctrl+C (SIGINT, SIGTERM) cancels. One console at a time.
    JobContext context();
    /// Ends the progress line.
    void finishLine();

  private:
    struct State;
    std::shared_ptr<State> state_;
};

/// How the commands tell of themselves, as the words before or after any command say.
struct Telling {
    bool quiet = false;         ///< Neither progress nor notes.
    bool jsonProgress = false;  ///< Progress, notes and errors are JSON, one object a line on stderr.
    bool jsonResults = false;   ///< So are results, on stdout.
};
/// Set once, before a command runs.
Telling& telling();

/// "note: …" on stderr.
void printNote(const std::string& sentence);
/// "error: …" on stderr. A command that was cancelled says so in place of that.
void printError(const Error& error);
/// A result on stdout: a line in words, or the facts as one JSON object on a line.
void printResult(const std::string& words, const nlohmann::json& facts);

}  // namespace facespace::cli
