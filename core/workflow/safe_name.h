#pragma once
#include <string>
#include <string_view>

namespace facespace {

/// Bytes of the longest name that is made; file systems take 255, and a number or suffix may follow.
inline constexpr std::size_t kMaxSafeName = 200;

/// A name for a file or folder that every file system takes, from any bytes. What some reserve (/ \ : * ? " < > |, control
/// characters, bytes that are not UTF-8, dots and spaces at the end) becomes "_", names of devices (CON, nul.txt) get a "_"
/// in front, "" is "_", and what is too long is cut between characters and told apart by a number made of the whole. A name
/// that is fine stays as it is.
/// @param extension keeps a short extension (".jpg") when the name is cut.
std::string safeName(std::string_view name, bool extension = false);

/// Two names with the same folded form are one file where upper and lower case, or composed and decomposed letters, are the
/// same.
std::string foldedName(std::string_view name);

}  // namespace facespace
