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

/// Whether the cell of a table says that there is no value: nothing but white space, or a word that pandas, R, SQL or a
/// spreadsheet writes for it (NA, N/A, nan, None, null, a lone dash …), whatever the case of its letters.
bool isMissing(std::string_view cell);
/// Whether the name ends as image files do: .jpg, .jpeg, .jpe, .jfif, .png, .bmp, .pgm, .ppm, .pbm, .pnm, .tif, .tiff,
/// .webp.
bool endsAsImages(std::string_view name);
/// The name without the end of an image file, if it has one.
std::string_view withoutImageEnd(std::string_view name);
/// Unicode's composed form (NFC), so that “é” is one text however it was typed; bytes that are not UTF-8 as they are.
std::string composed(std::string_view text);

}  // namespace facespace
