#include "core/image/decoder_log.h"

#include <dlfcn.h>
#include <tiffio.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
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

/// libpng's own type for both is void (png_structp, png_const_charp).
using PngMessage = void (*)(void*, const char*);

void onPngWarning(void*, const char* message) { spdlog::debug("libpng: {}", message); }

// Must not return; libpng is left as by its own handler, to where OpenCV waits for it.
void onPngError(void* png, const char* message) {
    onPngWarning(png, message);
    using Leave = void (*)(void*, int);
    if (const auto leave = reinterpret_cast<Leave>(::dlsym(RTLD_DEFAULT, "png_longjmp"))) leave(png, 1);
    std::abort();
}

}  // namespace

/// OpenCV gives libpng no handlers, and those that it has then write to stderr. The program's symbols come before those of
/// its libraries: OpenCV's call comes here, and goes on with handlers of ours.
extern "C" __attribute__((visibility("default"))) void* png_create_read_struct(const char* version, void* errorData,
                                                                               PngMessage error, PngMessage warning) {
    using Create = void* (*)(const char*, void*, PngMessage, PngMessage);
    static const auto create = reinterpret_cast<Create>(::dlsym(RTLD_NEXT, "png_create_read_struct"));
    if (create == nullptr) return nullptr;
    return create(version, errorData, error != nullptr ? error : onPngError, warning != nullptr ? warning : onPngWarning);
}

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
