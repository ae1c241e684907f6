#pragma once
#include <sys/types.h>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>

#include "core/common/result.h"
#include "core/image/raw_decode.h"

/// Decoders of images read what anybody may have made, and have had faults. The programs let them work in processes of
/// their own that can do nothing but compute (facespace-image-decoder, in the cage of the network host): bytes and pixels
/// go through memory that both have, questions and answers of a fixed size through a socket.
namespace facespace {

namespace decoder {

/// Where the process finds them.
constexpr int kSocket = 0, kMemory = 3;

struct Request {
    std::uint64_t capacity = 0;  ///< Of the memory now.
    std::uint64_t bytes = 0;     ///< Of the file, at its beginning; pixels go to pixelsAt(bytes).
    std::int64_t pixels = 0;
    std::int32_t format = 0, reduction = 1;
};
struct Reply {
    Decoding decoding = Decoding::kDamaged;
    std::int32_t width = 0, height = 0, unused = 0;
};
constexpr std::uint64_t pixelsAt(std::uint64_t bytes) { return (bytes + 63) / 64 * 64; }

}  // namespace decoder

/// One decoder. It ends with this object. One thread at a time.
class DecoderProcess {
  public:
    /// Null if there is no such program, or no memory.
    static std::unique_ptr<DecoderProcess> start(const std::filesystem::path& program);
    ~DecoderProcess();
    DecoderProcess(const DecoderProcess&) = delete;
    DecoderProcess& operator=(const DecoderProcess&) = delete;

    /// None if the process ended, did not answer in time, or answered what cannot be, or if the job on this thread was
    /// cancelled: it is of no use any more.
    std::optional<Decoding> decode(std::span<const std::uint8_t> bytes, const DecodeTask& task, Image& image,
                                   std::chrono::milliseconds patience);
    /// Bytes of memory that it shares with this program.
    std::size_t capacity() const { return capacity_; }
    pid_t pid() const { return pid_; }

  private:
    DecoderProcess() = default;
    bool spawn(const std::filesystem::path& program, int theirs);
    bool makeRoom(std::size_t bytes);
    bool answer(decoder::Reply& reply, std::chrono::milliseconds patience) const;

    pid_t pid_ = -1;
    int socket_ = -1, memory_ = -1;
    std::size_t capacity_ = 0;
    std::uint8_t* shared_ = nullptr;
};

/// From now on the images of this program are decoded in processes of that one, as many as threads ask at once; empty: in
/// this process, as at first. Errors of an image stay what they are; one at which its decoder falls is damaged.
/// @param patience for one image.
void decodeApart(const std::filesystem::path& program, std::chrono::milliseconds patience = std::chrono::seconds(60));
/// The same, but if an image of one pixel does not come through when the first one is asked for, the log says so and images
/// are decoded in this process: where the system lacks seccomp, they can still be looked at.
void decodeApartIfItWorks(const std::filesystem::path& program,
                          std::chrono::milliseconds patience = std::chrono::seconds(60));
/// What the programs do: in the decoders' program that is installed, if it works; in the one that FACESPACE_IMAGE_DECODER
/// names; in this process if that is set but empty.
void decodeApartByEnvironment();
/// The decoders' program: FACESPACE_IMAGE_DECODER, or beside this one. Errors: kNotFound.
Result<std::filesystem::path> findImageDecoder();
/// Ends those that nobody needs just now, for a program that waits. Thread-safe.
void endIdleDecoders();

/// decodeRaw(), in one of these processes if decodeApart() says so. Thread-safe.
Decoding decodeApartOrHere(std::span<const std::uint8_t> bytes, const DecodeTask& task, Image& image);

}  // namespace facespace
