#pragma once
#include <span>

namespace facespace {

/// Texts of the core that are translated, in the translators' context "facespace::core".
std::span<const char* const> coreTexts();
/// The parts of them that stand in figures, and that are about files.
std::span<const char* const> figureTexts();
std::span<const char* const> fileTexts();

}  // namespace facespace
