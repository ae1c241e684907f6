#pragma once
#include <gtest/gtest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace facespace::test {

/// Values that reference/NAME.py computed and wrote to reference/NAME.json.
inline nlohmann::json reference(const std::string& name) {
    std::ifstream in(std::string(FACESPACE_SOURCE_DIR "/tests/unit/analysis/reference/") + name + ".json");
    EXPECT_TRUE(in.is_open()) << name;
    return nlohmann::json::parse(in);
}

/// |a − b| relative to the larger of 1 and |b|.
inline void expectClose(double a, double b, double tolerance) { EXPECT_NEAR(a, b, tolerance * std::max(1.0, std::abs(b))); }

}  // namespace facespace::test
