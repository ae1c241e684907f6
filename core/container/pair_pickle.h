#pragma once
#include <cstdint>
#include <vector>

#include "core/common/job.h"
#include "core/container/positioned_file.h"

namespace facespace {

/// Bytes of a file.
struct FilePart {
    std::uint64_t offset = 0, bytes = 0;
};

/// What a verification set holds: images, two to a pair, and of each pair whether it is one person.
struct PairPickle {
    std::vector<FilePart> images;
    std::vector<char> same;
};

/// Reads a pickle of (list of byte strings, list of truth values), as Python 2 (protocol 2) and Python 3 (protocols 3 to 5)
/// write it. Nothing is executed: only the opcodes of a tuple or list of two lists of byte strings, truth values and 0 or 1
/// are known; any other, so everything that could name or call something, is refused. The bytes themselves stay in the file.
/// Errors: kFormat (another opcode, named with its place; another shape; a number of images that is not twice that of
/// truth values; cut short; bytes behind the end), kCancelled.
Result<PairPickle> readPairPickle(const PositionedFile& file, const JobContext& job);

}  // namespace facespace
