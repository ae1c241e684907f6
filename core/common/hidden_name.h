#pragma once
#include <filesystem>
#include <string>

namespace facespace {

/// A name for something that is not finished yet: hidden, random, so that nobody can have prepared it, and telling which
/// process it is of, so that what that leaves behind when it is killed can be taken away.
/// @param kind what it is to become: "new", "part".
std::string hiddenName(const std::string& kind);

/// Removes from a folder what processes that are no more have left there under such names. Those of another machine (a
/// shared disk), or of before this one was started, only once nothing has touched them for half an hour.
void removeLeftovers(const std::filesystem::path& folder);

}  // namespace facespace
