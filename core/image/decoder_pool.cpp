#include <spdlog/spdlog.h>

#include <cstdlib>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

#include "core/image/decoder_process.h"

namespace facespace {
namespace fs = std::filesystem;

namespace {

/// More memory than this is not kept for the next image.
constexpr std::size_t kMostKept = std::size_t{64} << 20;

class Decoders {
  public:
    void use(fs::path program, std::chrono::milliseconds patience) {
        endIdle();
        const std::scoped_lock lock(mutex_);
        program_ = std::move(program);
        patience_ = patience;
    }
    /// None: images are decoded in this process.
    std::optional<std::chrono::milliseconds> patience() {
        const std::scoped_lock lock(mutex_);
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
    std::mutex mutex_;
    fs::path program_;
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
    if (const char* named = std::getenv("FACESPACE_IMAGE_DECODER"); named != nullptr && *named != '\0')
        return fs::path(named);
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

void decodeApart(const fs::path& program, std::chrono::milliseconds patience) { decoders().use(program, patience); }

}  // namespace facespace
