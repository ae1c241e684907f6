#pragma once
#include "core/common/job.h"

namespace facespace {

/// While it lives, work on this thread that is given no JobContext, such as a statement of the project's database, can ask
/// whether it should stop. Whoever starts a job on a thread opens one; scopes nest, and the innermost counts.
class CancelScope {
  public:
    explicit CancelScope(const CancelToken& cancel);
    ~CancelScope();
    CancelScope(const CancelScope&) = delete;
    CancelScope& operator=(const CancelScope&) = delete;

    /// Whether the job on this thread, if there is one, was asked to stop.
    static bool cancelled();

  private:
    CancelToken cancel_;
    const CancelScope* outer_;
};

}  // namespace facespace
