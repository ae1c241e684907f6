#pragma once
#include <exception>
#include <string>

namespace facespace {

/// What a library's exception says, as part of a sentence: one line of at most 200 characters, without the place in the
/// library's source that OpenCV puts before it.
std::string libraryReason(const std::exception& e);

}  // namespace facespace
