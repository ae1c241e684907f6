#pragma once
#include "core/analysis/ridge_blocks.h"

namespace facespace {

/// Two-class linear discriminant analysis with shrinkage: the log odds of class 1 are w·x + b with
/// w = Σ⁻¹(μ₁ − μ₀), Σ = (1 − γ) S + γ tr(S)/D · I, S the pooled within-class covariance (divided by n), and
/// b = −½(μ₁ + μ₀)·w + ln(n₁/n₀) (Hastie, Tibshirani & Friedman 2009, sections 4.3 and 18.3; Friedman 1989).
/// @param blocks    gathered with one target, 0 or 1
/// @param shrinkage γ values, each in (0, 1]
/// One fit (D × 1) per γ; NaN weights if a class is absent from the training rows or Σ is singular.
std::vector<RidgeBlocks::Fit> ldaFits(const RidgeBlocks& blocks, RidgeBlocks::BlockSet training,
                                      const std::vector<double>& shrinkage, const std::vector<Eigen::Index>& features = {});

/// For each target column (labels permuted) the fit with one γ. The trace in Σ is that of the total covariance, which no
/// permutation changes, so that one factorisation serves all.
RidgeBlocks::Fit ldaPermuted(const RidgeBlocks& blocks, RidgeBlocks::BlockSet training, double shrinkage);

}  // namespace facespace
