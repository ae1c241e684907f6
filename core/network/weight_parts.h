#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/common/result.h"

namespace facespace {

/// A file among those that a network is made of.
struct WeightPart {
    std::string name;                  ///< As the first one calls it ("net.data"); empty for the first.
    std::span<const std::byte> bytes;  ///< Of memory that somebody else keeps.
};

/// Several files in one memory, and so under one SHA-256: a mark, their number, their names and sizes, their bytes. A
/// network of one file is that file's bytes and nothing else.
std::vector<std::byte> weightPartsHeader(const std::vector<std::string>& names, const std::vector<std::uint64_t>& sizes);

/// The files that a network's memory holds, the network's own first. Errors: kModel, as part of a sentence.
Result<std::vector<WeightPart>> weightParts(std::span<const std::byte> memory);

}  // namespace facespace
