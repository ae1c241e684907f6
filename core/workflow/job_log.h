#pragma once
#include <string>

#include "core/common/text.h"
#include "core/project/project.h"

namespace facespace {

/// Enters a step in the project's job log when it begins, and how it ended when told (or "failed" if it never was).
/// A step that was killed stays "running" in the log. A log that cannot be written does not stop the step.
class JobLogEntry {
  public:
    JobLogEntry(Project& project, const std::string& kind, const std::string& parametersJson);
    JobLogEntry(const JobLogEntry&) = delete;
    JobLogEntry& operator=(const JobLogEntry&) = delete;
    ~JobLogEntry();

    void done(const Text& message);
    /// "cancelled" or "failed" with the sentence.
    void ended(const Error& error);

  private:
    void end(const std::string& status, const Text& message);
    Project& project_;
    JobId id_;
};

/// Enters `step`'s outcome and hands its result on. `describe` gives the sentence kept for a success.
template <class T, class Step, class Describe>
Result<T> logged(Project& project, const std::string& kind, const std::string& parametersJson, Step&& step,
                 Describe&& describe) {
    JobLogEntry entry(project, kind, parametersJson);
    Result<T> result = step();
    if (result)
        entry.done(describe(*result));
    else
        entry.ended(result.error());
    return result;
}

}  // namespace facespace
