#pragma once
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "core/common/text.h"
#include "core/face/detect.h"
#include "core/image/image.h"

namespace facespace {

/// A crop for the network, or why there is none.
struct PreparedImage {
    Image crop;
    Text skipReason;                       ///< Empty: the crop is good.
    std::optional<DetectedFace> detected;  ///< What the detector found, if it was asked.
};

/// Prepares images on threads and hands them out in order. Never more than `window` are under way or waiting, so memory is
/// bounded whatever their number. The destructor stops the threads after the image each is at.
class CropStream {
  public:
    /// @param prepare  Called as prepare(thread, index) for index 0 … count-1, each thread for one index at a time.
    using Prepare = std::function<PreparedImage(std::size_t thread, std::size_t index)>;
    CropStream(std::size_t count, std::size_t threads, std::size_t window, Prepare prepare);
    ~CropStream();
    CropStream(const CropStream&) = delete;
    CropStream& operator=(const CropStream&) = delete;

    /// The next image in order; nothing after the last one or after `stop` is requested. One thread at a time.
    std::optional<PreparedImage> next(const std::stop_token& stop);

  private:
    void work(const std::stop_token& stop, std::size_t thread);

    const std::size_t count_, window_;
    const Prepare prepare_;
    std::mutex mutex_;
    std::condition_variable_any roomMade_, imageReady_;
    std::map<std::size_t, PreparedImage> ready_;
    std::size_t started_ = 0;            ///< Indices handed to threads.
    std::size_t taken_ = 0;              ///< Indices handed out.
    std::vector<std::jthread> threads_;  // Last: joined before the rest goes.
};

}  // namespace facespace
