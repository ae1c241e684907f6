#include "core/network/host_limits.h"

#include <mutex>

namespace facespace {
namespace {

struct Limits {
    std::mutex mutex;
    HostLimits limits;
};

Limits& ofAll() {
    static Limits all;
    return all;
}

}  // namespace

HostLimits hostLimits() {
    const std::scoped_lock lock(ofAll().mutex);
    return ofAll().limits;
}

void setHostLimits(const HostLimits& limits) {
    const std::scoped_lock lock(ofAll().mutex);
    ofAll().limits = limits;
}

}  // namespace facespace
