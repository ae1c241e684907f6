#pragma once
#include <string>

#include "core/common/job.h"

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

/// "note: …" on stderr.
void printNote(const std::string& sentence);

}  // namespace facespace::cli
