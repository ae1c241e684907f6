#pragma once
#include <span>

namespace facespace {

/// Texts of the core that are translated, in the translators' context "facespace::core".
std::span<const char* const> coreTexts();

}  // namespace facespace
