#pragma once
#include <span>

namespace facespace {

/// Texts of the core that are translated, in the translators' context "facespace::core".
std::span<const char* const> coreTexts();
/// The parts of them that stand in files of their own, each for what it is about.
std::span<const char* const> analysisTexts();
std::span<const char* const> figureTexts();
std::span<const char* const> fileTexts();
std::span<const char* const> filterTexts();
std::span<const char* const> networkTexts();
std::span<const char* const> projectTexts();

}  // namespace facespace
