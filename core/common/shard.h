#pragma once
#include <cstddef>
#include <string>
#include <utility>

#include "core/common/result.h"

namespace facespace {

/// One of the parts into which a list is cut, so that several machines share the work.
struct Shard {
    int number = 1;  ///< 1 … count.
    int count = 1;

    /// The first position of the part in a list of so many, and the one after its last: parts follow each other in the
    /// list's order and differ in size by one at most.
    std::pair<std::size_t, std::size_t> of(std::size_t size) const;
    /// "2/8".
    std::string text() const;
    friend bool operator==(const Shard&, const Shard&) = default;
};

/// As a command takes it, "2/8"; at most 100,000 parts. Errors: kInvalid.
Result<Shard> shardFromString(const std::string& text);
/// Errors: kInvalid, if a part of so many things would be empty.
Result<void> checkShard(const Shard& shard, std::size_t size);

}  // namespace facespace
