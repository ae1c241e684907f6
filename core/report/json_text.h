#pragma once
#include <string>

namespace facespace::report {

/// JSON for people: an entry a line, but lists of numbers and words on one. What is no JSON stays as it is.
std::string readableJson(const std::string& json);

}  // namespace facespace::report
