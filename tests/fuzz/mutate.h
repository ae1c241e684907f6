#pragma once
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace facespace::fuzz {

using Input = std::vector<std::uint8_t>;

/// Wrong files made of right ones, where there is no fuzzer that learns: bits, numbers of every width and texts of numbers
/// are changed, parts removed, repeated, exchanged with parts of other files. The same generator state gives the same bytes.
Input mutated(const Input& one, std::span<const Input> all, std::mt19937_64& random);

}  // namespace facespace::fuzz
