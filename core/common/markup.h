#pragma once
#include <string>

namespace facespace {

/// The text as it may stand in XML and HTML, in attributes too; control characters that XML does not allow are left out.
std::string escapedMarkup(const std::string& text);

}  // namespace facespace
