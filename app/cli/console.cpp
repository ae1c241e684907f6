#include "app/cli/console.h"

#include <fmt/format.h>
#include <unistd.h>
#include <atomic>
#include <chrono>
#include <csignal>
#include <mutex>
#include <thread>

#include "core/common/progress_meter.h"

namespace facespace::cli {
namespace {

using Clock = std::chrono::steady_clock;

// A signal handler may only touch lock-free globals; the console's watcher thread passes the request on.
std::atomic<bool> interrupted{false};

// The first asks to stop; the second ends the program at once, whatever it is doing. A project survives that, as any kill.
void onSignal(int signal) {
    if (!interrupted.exchange(true)) return;
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

}  // namespace

struct Console::State {
    std::mutex mutex;
    ProgressMeter meter;
    Clock::time_point lastPrinted{};
    std::string lastStage;
    bool terminal = isatty(STDERR_FILENO) != 0;
    bool lineOpen = false;
    CancelToken cancel;
    std::jthread watcher;

    void report(const Progress& progress) {
        const std::scoped_lock lock(mutex);
        const auto now = Clock::now();
        meter.update(progress, now);
        const auto pause = terminal ? std::chrono::milliseconds(100) : std::chrono::seconds(5);
        const bool last = progress.total > 0 && progress.done == progress.total;
        if (progress.stage == lastStage && now - lastPrinted < pause && !last) return;
        lastPrinted = now;
        lastStage = progress.stage;
        print(meter.text());
    }

    void print(const std::string& text) {
        if (terminal)
            fmt::print(stderr, "\r\033[K{}", text);
        else
            fmt::print(stderr, "{}\n", text);
        lineOpen = terminal;
        std::fflush(stderr);
    }
};

Console::Console() : state_(std::make_shared<State>()) {
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    state_->watcher = std::jthread([cancel = state_->cancel](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            if (interrupted.load()) {
                cancel.cancel();
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    });
}

Console::~Console() { finishLine(); }

JobContext Console::context() {
    return JobContext{state_->cancel, [state = state_.get()](const Progress& progress) { state->report(progress); }};
}

void Console::finishLine() {
    const std::scoped_lock lock(state_->mutex);
    if (state_->lineOpen) fmt::print(stderr, "\n");
    state_->lineOpen = false;
}

void printNote(const std::string& sentence) { fmt::print(stderr, "note: {}\n", sentence); }

}  // namespace facespace::cli
