#include "core/analysis/edc_pairs.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace facespace::edc {
namespace {

constexpr std::int32_t kNone = -1;

/// The place of each row's quality among the different ones, rising; kNone without a quality.
struct QualityRanks {
    std::vector<std::int32_t> of;
    std::vector<double> values;
};

QualityRanks ranksOf(const std::vector<double>& quality) {
    std::vector<std::int32_t> order;
    for (std::size_t i = 0; i < quality.size(); ++i)
        if (std::isfinite(quality[i])) order.push_back(static_cast<std::int32_t>(i));
    const auto of = [&](std::int32_t row) { return quality[static_cast<std::size_t>(row)]; };
    std::ranges::sort(order, {}, of);
    QualityRanks ranks{std::vector<std::int32_t>(quality.size(), kNone), {}};
    for (const std::int32_t row : order) {
        if (ranks.values.empty() || of(row) != ranks.values.back()) ranks.values.push_back(of(row));
        ranks.of[static_cast<std::size_t>(row)] = static_cast<std::int32_t>(ranks.values.size()) - 1;
    }
    return ranks;
}

}  // namespace

ScoredPairs scoredPairs(const Verification& v) {
    ScoredPairs scored;
    scored.turns = v.leftOutPairs.turns() > 0;
    scored.pairs.reserve(v.genuine.size());
    for (const ScoredPair& pair : v.genuine) {
        const std::int32_t turn = scored.turns ? v.leftOutPairs.turnOf[static_cast<std::size_t>(pair.a)] : -1;
        scored.pairs.push_back({static_cast<std::int32_t>(pair.a), static_cast<std::int32_t>(pair.b), pair.score, turn});
    }
    std::ranges::sort(scored.pairs, {}, [](const ScoredPairs::Pair& p) { return std::tuple(p.score, p.turn); });
    return scored;
}

SortedPairs sortedPairs(const ScoredPairs& scored, const std::vector<double>& quality) {
    const QualityRanks ranks = ranksOf(quality);
    const auto rankOf = [&](const ScoredPairs::Pair& pair) {
        // kNone is below all others.
        return std::min(ranks.of[static_cast<std::size_t>(pair.a)], ranks.of[static_cast<std::size_t>(pair.b)]);
    };
    std::vector<std::uint32_t> next(ranks.values.size() + 1, 0);  // first the number of pairs before each rank
    SortedPairs sorted;
    for (const ScoredPairs::Pair& pair : scored.pairs) {
        const std::int32_t rank = rankOf(pair);
        if (rank == kNone)
            ++sorted.without;
        else
            ++next[static_cast<std::size_t>(rank) + 1];
    }
    for (std::size_t r = 1; r < next.size(); ++r) next[r] += next[r - 1];
    const std::size_t n = next.back();
    sorted.quality.resize(n);
    sorted.score.resize(n);
    sorted.byScore.reserve(n);
    if (scored.turns) sorted.turn.resize(n);
    for (const ScoredPairs::Pair& pair : scored.pairs) {
        const std::int32_t rank = rankOf(pair);
        if (rank == kNone) continue;
        const std::uint32_t place = next[static_cast<std::size_t>(rank)]++;
        sorted.quality[place] = ranks.values[static_cast<std::size_t>(rank)];
        sorted.score[place] = pair.score;
        if (scored.turns) sorted.turn[place] = pair.turn;
        sorted.byScore.push_back(place);
    }
    return sorted;
}

}  // namespace facespace::edc
