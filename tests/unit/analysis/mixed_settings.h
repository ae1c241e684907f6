#pragma once
#include <cmath>

#include "core/analysis/mixed_model.h"

/// Sets that R and this program make alike.
namespace facespace::test {

/// Uniform with mean 0 and variance 1, the same in every language.
inline double noise(int i, int k) {
    const double u = std::sin(i * 12.9898 + k * 78.233) * 43758.5453;
    return std::sqrt(12.0) * (u - std::floor(u) - 0.5);
}

/// A random intercept, or one with a slope along `slope`.
inline RandomTerm termOf(const char* name, const std::vector<std::int32_t>& level, const Eigen::VectorXd* slope = nullptr) {
    RandomTerm term{name, level, 0,
                    Eigen::MatrixXd::Ones(static_cast<Eigen::Index>(level.size()), slope == nullptr ? 1 : 2)};
    for (const std::int32_t l : level) term.levels = std::max(term.levels, l + 1);
    if (slope != nullptr) term.columns.col(1) = *slope;
    return term;
}

}  // namespace facespace::test
