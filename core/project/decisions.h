#pragma once
#include <string>

namespace facespace {

/// A decision on an image is kept as a tag of one of these names, the other being away. For people it is no tag: it has a
/// column, a filter and a word of its own, “decision”.
inline constexpr const char* kKeepTag = "keep";
inline constexpr const char* kRejectTag = "reject";
inline bool isDecision(const std::string& tag) { return tag == kKeepTag || tag == kRejectTag; }

}  // namespace facespace
