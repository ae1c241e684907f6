#pragma once
#include <string_view>

namespace facespace {

/// How deep JSON from a file may nest. Parsers and printers go down one call a level: text without a bound would overflow
/// the stack.
inline constexpr int kMaxJsonDepth = 64;

/// Whether brackets nest more than `depth` deep. For any text, whether it is JSON or not; brackets in strings do not count.
bool nestsDeeper(std::string_view json, int depth = kMaxJsonDepth);

}  // namespace facespace
