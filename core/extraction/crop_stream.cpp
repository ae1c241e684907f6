#include "core/extraction/crop_stream.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "core/common/library_reason.h"
#include "core/common/text.h"

namespace facespace {

CropStream::CropStream(std::size_t count, std::size_t threads, std::size_t window, Prepare prepare)
    : count_(count), window_(std::max<std::size_t>(window, 1)), prepare_(std::move(prepare)) {
    const std::size_t n = std::min(std::max<std::size_t>(threads, 1), std::max<std::size_t>(count, 1));
    threads_.reserve(n);
    for (std::size_t i = 0; i < n; ++i) threads_.emplace_back([this, i](const std::stop_token& stop) { work(stop, i); });
}

CropStream::~CropStream() {
    for (auto& thread : threads_) thread.request_stop();
}

void CropStream::work(const std::stop_token& stop, std::size_t thread) {
    for (;;) {
        std::size_t index = 0;
        {
            std::unique_lock lock(mutex_);
            const bool go = roomMade_.wait(lock, stop, [this] { return started_ >= count_ || started_ < taken_ + window_; });
            if (!go || stop.stop_requested() || started_ >= count_) return;
            index = started_++;
        }
        PreparedImage image;
        try {
            image = prepare_(thread, index);
        } catch (const std::bad_alloc&) {
            image = {{}, say("There is not enough memory for this image."), {}};
        } catch (const std::exception& e) {
            image = {{}, say("The image could not be prepared ({}).", libraryReason(e)), {}};
        }
        {
            const std::lock_guard lock(mutex_);
            ready_.emplace(index, std::move(image));
        }
        imageReady_.notify_all();
    }
}

std::optional<PreparedImage> CropStream::next(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    if (taken_ >= count_) return std::nullopt;
    if (!imageReady_.wait(lock, stop, [this] { return ready_.contains(taken_); })) return std::nullopt;
    auto node = ready_.extract(taken_++);
    lock.unlock();
    roomMade_.notify_all();
    return std::move(node.mapped());
}

}  // namespace facespace
