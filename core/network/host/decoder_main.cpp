// facespace-image-decoder: decodes images for the program that started it (core/image/decoder_process.h), in the network
// host's cage: what an image makes of a fault in libjpeg, libpng, libtiff, libwebp, giflib, libheif or OpenCV can compute,
// and nothing else.
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <vector>

#include "core/common/memory.h"
#include "core/image/decoder_log.h"
#include "core/image/decoder_process.h"
#include "core/network/host/cage.h"

namespace {

using namespace facespace;
using namespace facespace::decoder;

/// An image of 100 million pixels of 16 bits and four channels, once as read and twice converted.
constexpr std::uint64_t kMostMemory = std::uint64_t{4} << 30;

bool readAll(void* to, std::size_t size) {
    auto* at = static_cast<char*>(to);
    while (size > 0) {
        const ssize_t got = ::read(kSocket, at, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;  // The other side is gone.
        at += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

/// The memory that both sides have; it grows when the other side says so.
class Shared {
  public:
    std::uint8_t* ofSize(std::size_t capacity) {
        if (capacity == capacity_) return begin_;
        if (begin_ != nullptr) ::munmap(begin_, capacity_);
        void* mapped = ::mmap(nullptr, capacity, PROT_READ | PROT_WRITE, MAP_SHARED, kMemory, 0);
        begin_ = mapped == MAP_FAILED ? nullptr : static_cast<std::uint8_t*>(mapped);
        capacity_ = begin_ == nullptr ? 0 : capacity;
        return begin_;
    }

  private:
    std::uint8_t* begin_ = nullptr;
    std::size_t capacity_ = 0;
};

Reply answer(const Request& request, Shared& shared) {
    std::uint8_t* memory = shared.ofSize(request.capacity);
    if (memory == nullptr) return {Decoding::kNoMemory};
    Image image;
    const DecodeTask task{static_cast<ImageFormat>(request.format), request.reduction, request.pixels};
    Reply reply{decodeRaw({memory, request.bytes}, task, image), image.width, image.height};
    if (reply.decoding != Decoding::kDone) return reply;
    const std::uint64_t at = pixelsAt(request.bytes);
    if (image.pixels.size() > request.capacity - at) return {Decoding::kDamaged};
    std::memcpy(memory + at, image.pixels.data(), image.pixels.size());
    return reply;
}

/// Libraries read files of the system when they are first used.
void useLibrariesOnce() {
    sendDecodersToLog();
    cv::setNumThreads(1);
    const cv::Mat grey(8, 8, CV_8UC3, cv::Scalar(127, 127, 127));
    for (const char* format : {".jpg", ".png", ".tiff", ".bmp", ".ppm", ".webp"}) {
        std::vector<std::uint8_t> bytes;
        if (!cv::imencode(format, grey, bytes)) continue;
        Image image;
        decodeRaw(bytes, {std::strcmp(format, ".jpg") == 0 ? ImageFormat::kJpeg : ImageFormat::kPng, 1, 64}, image);
    }
    // Whatever the file, libheif looks for its plugins.
    const std::uint8_t nothing = 0;
    Image image;
    decodeRaw({&nothing, 1}, {ImageFormat::kHeif, 1, 64}, image);
}

}  // namespace

int main() {
    keepFreedMemory();
    std::signal(SIGPIPE, SIG_IGN);
    ::syscall(SYS_close_range, kMemory + 1, ~0U, 0);
    useLibrariesOnce();
    // Where the kernel lacks a part of it, the rest holds; images must be read there, too.
    const host::CageOptions cage{.memory = kMostMemory};
    (void)host::lockFiles(cage);
    (void)host::lockSystem(cage);
    Shared shared;
    for (Request request; readAll(&request, sizeof request);) {
        const Reply reply = answer(request, shared);
        if (::write(kSocket, &reply, sizeof reply) != static_cast<ssize_t>(sizeof reply)) break;
    }
    std::_Exit(0);
}
