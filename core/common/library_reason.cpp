#include "core/common/library_reason.h"

#include <string_view>

namespace facespace {

std::string libraryReason(const std::exception& e) {
    constexpr std::size_t kLongest = 200;
    std::string_view what = e.what();
    // OpenCV(4.6.0) ./modules/…/resize.cpp:4052: error: (-215:Assertion failed) !ssize.empty() in function 'resize'
    constexpr std::string_view kMark = ": error: ";
    if (const auto at = what.find(kMark); at != std::string_view::npos) what.remove_prefix(at + kMark.size());
    what = what.substr(0, what.find('\n'));
    std::string reason(what.substr(0, kLongest));
    while (!reason.empty() && (reason.back() == ' ' || reason.back() == '.' || reason.back() == '\r')) reason.pop_back();
    return reason.empty() ? "no reason given" : reason;
}

}  // namespace facespace
