#pragma once
#include <sys/types.h>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/common/job.h"
#include "core/common/result.h"

namespace facespace {

/// A child process with a two-way pipe on its standard input and output; its standard error is collected. The child is
/// ended and waited for in the destructor. One thread at a time.
class HostProcess {
  public:
    using Clock = std::chrono::steady_clock;

    /// @param weights  A file descriptor that the child gets as kWeightsDescriptor.
    /// Errors: kModel if the program cannot be started.
    static Result<std::unique_ptr<HostProcess>> start(const std::filesystem::path& program, int weights);
    ~HostProcess();
    HostProcess(const HostProcess&) = delete;
    HostProcess& operator=(const HostProcess&) = delete;

    /// Both wait until all is through. Errors: kCancelled, kModel: "stopped (signal 9)", "did not answer in time".
    Result<void> write(std::span<const std::byte> bytes, const CancelToken& cancel,
                       std::optional<Clock::time_point> deadline);
    Result<void> read(std::span<std::byte> bytes, const CancelToken& cancel, std::optional<Clock::time_point> deadline);

    void kill();
    /// The last lines the child wrote to standard error, at most 2 kB.
    const std::string& lastWords() const { return lastWords_; }
    pid_t pid() const { return pid_; }

  private:
    HostProcess(pid_t pid, int pipe, int errors) : pid_(pid), pipe_(pipe), errors_(errors) {}
    Result<void> waitFor(short events, const CancelToken& cancel, std::optional<Clock::time_point> deadline);
    void drainErrors();
    bool reap(std::chrono::milliseconds patience);
    tl::unexpected<Error> stopped();

    pid_t pid_ = -1;
    int pipe_ = -1;
    int errors_ = -1;
    bool reaped_ = false;
    int status_ = 0;
    std::string lastWords_;
};

}  // namespace facespace
