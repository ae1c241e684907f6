#pragma once
#include <spdlog/spdlog.h>

namespace facespace {

/// Sends the log to stderr (stdout is for results). Level "warn" unless FACESPACE_LOG names another (trace … off).
void initialiseLog();

}  // namespace facespace
