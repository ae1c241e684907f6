#include "core/common/parallel.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <memory>

namespace facespace {
namespace {
std::unique_ptr<tbb::global_control>& limit() {
    static std::unique_ptr<tbb::global_control> control;
    return control;
}
}  // namespace

void setThreadCount(int threads) {
    limit().reset();
    if (threads > 0)
        limit() = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                        static_cast<std::size_t>(threads));
}

int threadCount() {
    const auto allowed = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    return std::min(static_cast<int>(allowed), tbb::info::default_concurrency());
}

}  // namespace facespace
