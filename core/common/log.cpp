#include "core/common/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <cstdlib>

namespace facespace {

void initialiseLog() {
    auto logger = std::make_shared<spdlog::logger>("facespace", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
    logger->set_pattern("%H:%M:%S %l: %v");
    spdlog::set_default_logger(std::move(logger));
    const char* level = std::getenv("FACESPACE_LOG");
    spdlog::set_level(level ? spdlog::level::from_str(level) : spdlog::level::warn);
}

}  // namespace facespace
