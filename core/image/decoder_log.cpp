#include "core/image/decoder_log.h"

#include <tiffio.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <opencv2/core.hpp>
#include <streambuf>
#include <string>

#include "core/common/log.h"

namespace facespace {
namespace {

thread_local int tiffErrors = 0;

void onTiffError(thandle_t, const char* module, const char* format, va_list arguments) {
    ++tiffErrors;
    std::array<char, 300> text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    spdlog::debug("libtiff: {}: {}", module != nullptr ? module : "", text.data());
}

void onTiffWarning(thandle_t, const char*, const char*, va_list) {}

int onOpenCvError(int, const char*, const char* message, const char*, int, void*) {
    spdlog::debug("OpenCV: {}", message);
    return 0;
}

/// What is written to std::cerr, line by line, which is OpenCV alone.
class LogLines : public std::streambuf {
  protected:
    int overflow(int c) override {
        const std::scoped_lock lock(mutex_);
        if (c == '\n' || line_.size() > 500) {
            spdlog::debug("OpenCV: {}", line_);
            line_.clear();
        } else if (c != traits_type::eof()) {
            line_ += static_cast<char>(c);
        }
        return traits_type::not_eof(c);
    }

  private:
    std::mutex mutex_;
    std::string line_;
};

}  // namespace

void sendDecodersToLog() {
    static const bool done = [] {
        // Never destroyed: libraries may write when the program ends.
        std::cerr.rdbuf(new LogLines);
        cv::redirectError(onOpenCvError);
        TIFFSetErrorHandlerExt(onTiffError);
        TIFFSetWarningHandlerExt(onTiffWarning);
        return true;
    }();
    static_cast<void>(done);
}

TiffErrors::TiffErrors() {
    sendDecodersToLog();
    tiffErrors = 0;
}

TiffErrors::~TiffErrors() { tiffErrors = 0; }

bool TiffErrors::any() const { return tiffErrors > 0; }

}  // namespace facespace
