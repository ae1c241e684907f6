#pragma once
#include "tests/unit/container/container_files.h"

namespace facespace::test {

/// pickle.dump((images, same), file, protocol): protocol 2 as Python 2's cPickle writes it, others as Python 3 does.
Bytes pickled(const std::vector<Bytes>& images, const std::vector<bool>& same, int protocol);

/// Protocol 4, where the last image is not written but named as the first, which is in the memo.
Bytes pickledWithRepeat(const std::vector<Bytes>& images, const std::vector<bool>& same);

}  // namespace facespace::test
