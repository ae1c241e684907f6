#include "app/cli/console.h"

#include <fmt/format.h>
#include <unistd.h>
#include <atomic>
#include <chrono>
#include <csignal>
#include <mutex>
#include <nlohmann/json.hpp>
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

namespace {

/// Whatever bytes a path has, it is a line of JSON.
std::string line(const nlohmann::json& object) {
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

const char* nameOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::kCancelled:
            return "cancelled";
        case ErrorCode::kIo:
            return "io";
        case ErrorCode::kFormat:
            return "format";
        case ErrorCode::kModel:
            return "model";
        case ErrorCode::kNotFound:
            return "not found";
        case ErrorCode::kInvalid:
            return "invalid";
        case ErrorCode::kExists:
            return "exists";
        case ErrorCode::kResource:
            return "resource";
    }
    return "";
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
        if (telling().quiet) return;
        const std::scoped_lock lock(mutex);
        const auto now = Clock::now();
        meter.update(progress, now);
        const auto pause = terminal || telling().jsonProgress ? std::chrono::milliseconds(100) : std::chrono::seconds(5);
        const bool last = progress.total > 0 && progress.done == progress.total;
        if (progress.stage == lastStage && now - lastPrinted < pause && !last) return;
        lastPrinted = now;
        lastStage = progress.stage;
        if (telling().jsonProgress)
            fmt::print(stderr, "{}\n",
                       line({{"stage", progress.stage.english()}, {"done", progress.done}, {"total", progress.total}}));
        else
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

Telling& telling() {
    static Telling how;
    return how;
}

void printNote(const std::string& sentence) {
    if (telling().quiet) return;
    if (telling().jsonProgress)
        fmt::print(stderr, "{}\n", line({{"note", sentence}}));
    else
        fmt::print(stderr, "note: {}\n", sentence);
}

void printError(const Error& error) {
    const std::string sentence = error.code == ErrorCode::kCancelled
                                     ? "Cancelled. What was finished is kept; run the same command again to go on."
                                     : error.message.english();
    if (telling().jsonProgress)
        fmt::print(stderr, "{}\n", line({{"error", sentence}, {"code", nameOf(error.code)}}));
    else
        fmt::print(stderr, "{}{}\n", error.code == ErrorCode::kCancelled ? "" : "error: ", sentence);
}

void printResult(const std::string& words, const nlohmann::json& facts) {
    fmt::print("{}\n", telling().jsonResults ? line(facts) : words);
}

}  // namespace facespace::cli
