#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace facespace {

/// Without white space at either end.
std::string_view trimmed(std::string_view text);
/// ASCII letters in lower case; other bytes as they are.
std::string lowerCase(std::string_view text);
/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong forms).
bool isUtf8(std::string_view text);
/// The text with every byte that is not part of well-formed UTF-8 written as "\xE9", so that it can be shown and stored.
std::string readableText(std::string_view bytes);
/// A finite decimal number with a point, surrounded by white space at most; nothing else, no "nan", no "inf", no hex.
std::optional<double> parseNumber(std::string_view text);

}  // namespace facespace
