#include "core/analysis/group_rates_counts.h"
#include "core/common/parallel.h"

namespace facespace::groups {
namespace {

using Eigen::Index;
using Images = std::vector<std::vector<double>>;
constexpr std::size_t kTurns = 16;

struct Found {
    std::size_t cell = 0;
    double errors = 0, pairs = 0;
};

/// The cells of which two turns have pairs.
void cellsOfTurns(const Layout& l, const std::vector<double>& a, const std::vector<double>& b, std::vector<Found>& cells) {
    cells.clear();
    for (std::size_t h = 0; h < l.groups; ++h)
        for (std::size_t g = 0; g <= h; ++g)
            if (const double pairs = g == h ? a[g] * b[g] : a[g] * b[h] + a[h] * b[g]; pairs > 0)
                cells.push_back({h * (h + 1) / 2 + g, 0, pairs});
}

void addTurn(TurnProducts& sum, const Layout& l, const Errors& errors, const Images& images, std::size_t turn) {
    std::vector<Found> cells;
    for (std::size_t other = turn + 1; other < l.turns; ++other) {
        cellsOfTurns(l, images[turn], images[other], cells);
        for (Found& f : cells) {
            const auto found = errors.impostorOfTurns.find(turnsKey(l, turn, other, f.cell));
            f.errors = found == errors.impostorOfTurns.end() ? 0 : static_cast<double>(found->second);
        }
        for (const Found& f : cells)
            for (const Found& g : cells) {
                const auto row = static_cast<Index>(f.cell), column = static_cast<Index>(g.cell);
                sum.errors(row, column) += f.errors * g.errors;
                sum.mixed(row, column) += f.errors * g.pairs;
                sum.pairs(row, column) += f.pairs * g.pairs;
            }
    }
}

TurnProducts none(const Layout& l) {
    const Eigen::MatrixXd zero = Eigen::MatrixXd::Zero(static_cast<Index>(l.cells()), static_cast<Index>(l.cells()));
    return {zero, zero, zero};
}

}  // namespace

TurnProducts turnProducts(const Layout& l, const Errors& errors) {
    Images images(l.turns, std::vector<double>(l.groups, 0));
    for (std::size_t p = 0; l.turns > 0 && p < l.groupAt.size(); ++p)
        images[static_cast<std::size_t>(l.turnAt[p])][static_cast<std::size_t>(l.groupAt[p])] += 1;
    std::vector<TurnProducts> parts(chunkCount(l.turns, kTurns), none(l));
    parallelChunks(l.turns, kTurns, [&](std::size_t c, std::size_t begin, std::size_t end) {
        for (std::size_t turn = begin; turn < end; ++turn) addTurn(parts[c], l, errors, images, turn);
    });
    TurnProducts sum = none(l);
    for (const TurnProducts& part : parts) sum.errors += part.errors, sum.mixed += part.mixed, sum.pairs += part.pairs;
    return sum;
}

}  // namespace facespace::groups
