#pragma once
#include <cstddef>
#include <utility>
#include <vector>

#include "core/analysis/ranks.h"

/// Statistics of pairs of identities to first order, pair by pair: what withoutPairs() takes out of their error.
namespace facespace {

/// What each observation adds to Spearman's ρ, over how many there are: its own product of ranks, and how it shifts the
/// ranks of all others (the influence function of ρ; Croux & Dehon 2010). Their sum is 0.
std::vector<double> spearmanParts(const RankedValues& x, const RankedValues& y);

/// Σ over pairs of two turns of the square of the sum of their parts. @param turnsOf  those of the two sides of each part
double squaresOfTurns(const std::vector<double>& parts, const std::vector<std::pair<std::size_t, std::size_t>>& turnsOf,
                      std::size_t turns);

}  // namespace facespace
