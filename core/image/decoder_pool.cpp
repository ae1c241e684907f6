#include <spdlog/spdlog.h>

#include <cstdlib>
#include <mutex>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "core/common/memory.h"
#include "core/image/decoder_process.h"

namespace facespace {
namespace fs = std::filesystem;

namespace {

/// More memory than this is not kept for the next image.
constexpr std::size_t kMostKept = std::size_t{64} << 20;
constexpr auto kVariable = "FACESPACE_IMAGE_DECODER";

class Decoders {
  public:
    void use(fs::path program, std::chrono::milliseconds patience, bool ifItWorks) {
        endIdle();
        onReturnFreedMemory(endIdleDecoders);
        const std::scoped_lock lock(mutex_);
        program_ = std::move(program);
        patience_ = patience;
        onTrial_ = ifItWorks;
    }
    /// None: images are decoded in this process.
    std::optional<std::chrono::milliseconds> patience() {
        const std::scoped_lock lock(mutex_);
        if (onTrial_) tryOut();
        return program_.empty() ? std::nullopt : std::optional(patience_);
    }
    /// Null if none can be started.
    std::unique_ptr<DecoderProcess> take() {
        std::unique_lock lock(mutex_);
        if (!idle_.empty()) {
            auto process = std::move(idle_.back());
            idle_.pop_back();
            return process;
        }
        const fs::path program = program_;
        lock.unlock();
        return DecoderProcess::start(program);
    }
    void put(std::unique_ptr<DecoderProcess> process) {
        if (process->capacity() > kMostKept) return;
        const std::scoped_lock lock(mutex_);
        idle_.push_back(std::move(process));
    }
    void endIdle() {
        std::vector<std::unique_ptr<DecoderProcess>> ended;
        const std::scoped_lock lock(mutex_);
        ended.swap(idle_);
    }

  private:
    /// With an image of one pixel; others wait for it.
    void tryOut() {
        onTrial_ = false;
        constexpr std::string_view kPixel = "P6 1 1 255\nabc";
        auto process = DecoderProcess::start(program_);
        Image image;
        const auto bytes = std::span(reinterpret_cast<const std::uint8_t*>(kPixel.data()), kPixel.size());
        const auto done = process ? process->decode(bytes, {ImageFormat::kPnm, 1, 1}, image, patience_) : std::nullopt;
        if (done == Decoding::kDone) {
            idle_.push_back(std::move(process));
        } else {
            spdlog::warn("{} does not work here (is seccomp missing?): images are decoded without a cage",
                         program_.string());
            program_.clear();
        }
    }

    std::mutex mutex_;
    fs::path program_;
    bool onTrial_ = false;
    std::chrono::milliseconds patience_{};
    std::vector<std::unique_ptr<DecoderProcess>> idle_;
};

Decoders& decoders() {
    // Not ended at exit: other threads may be decoding, and the processes end when their sockets do.
    static auto* const all = new Decoders;
    return *all;
}

}  // namespace

void endIdleDecoders() { decoders().endIdle(); }

Result<fs::path> findImageDecoder() {
    constexpr auto kName = "facespace-image-decoder";
    std::error_code error;
    if (const char* named = std::getenv(kVariable); named != nullptr && *named != '\0') return fs::path(named);
    const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const fs::path& folder : {here, here / "../libexec/facespace", here / "../../bin"}) {
        fs::path program = (folder / kName).lexically_normal();
        if (fs::is_regular_file(program, error)) return program;
    }
    return fail(ErrorCode::kNotFound,
                say("The program “{}” that decodes images was not found beside “{}”; install FaceSpace again.", kName,
                    here.string()));
}

Decoding decodeApartOrHere(std::span<const std::uint8_t> bytes, const DecodeTask& task, Image& image) try {
    const auto patience = decoders().patience();
    if (!patience) return decodeRaw(bytes, task, image);
    auto process = decoders().take();
    if (!process) {
        spdlog::warn("no decoder of images can be started");
        return Decoding::kNoMemory;
    }
    const auto decoding = process->decode(bytes, task, image, *patience);
    // One that fell leaves with its object; the image is to blame.
    if (!decoding) return Decoding::kDamaged;
    decoders().put(std::move(process));
    return *decoding;
} catch (const std::bad_alloc&) {
    return Decoding::kNoMemory;
}

void decodeApart(const fs::path& program, std::chrono::milliseconds patience) { decoders().use(program, patience, false); }

void decodeApartIfItWorks(const fs::path& program, std::chrono::milliseconds patience) {
    decoders().use(program, patience, true);
}

void decodeApartByEnvironment() {
    const char* named = std::getenv(kVariable);
    if (named != nullptr && *named == '\0') return;
    const auto program = findImageDecoder();
    if (named != nullptr)
        decodeApart(program ? *program : fs::path(named));
    else if (program)
        decodeApartIfItWorks(*program);
    else
        spdlog::warn("{}", std::string(program.error().message));
}

}  // namespace facespace
