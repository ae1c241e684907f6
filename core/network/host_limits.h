#pragma once
#include <cstdint>

namespace facespace {

/// What a network host may take where NetworkHostOptions do not say otherwise.
struct HostLimits {
    std::uint64_t memoryBytes = 0;     ///< Beside the weights; 0: half of the machine's, 4 to 64 GiB. Not on a GPU.
    double batchTimeoutSeconds = 300;  ///< For one forward pass; the host is ended when it takes longer.
};

/// Of this process, as its user set them. Thread-safe.
HostLimits hostLimits();
void setHostLimits(const HostLimits& limits);

}  // namespace facespace
