#include <algorithm>

#include "core/analysis/pair_shapes.h"
#include "core/dataset/text.h"

namespace facespace::pairs {
namespace {
using Cells = std::vector<std::string>;

/// How a line can be read: which cells end the names.
struct Reading {
    std::string nameA, nameB;
    std::int64_t a = 0, b = 0;
    bool genuine = false;
};

std::string joined(const Cells& cells, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + cells[i];
    return text;
}

/// All ways to read the line. Names may have been cut at their blanks, so numbers in them are possible ends, too.
std::vector<Reading> readingsOf(const Cells& cells) {
    std::vector<Reading> readings;
    const std::size_t n = cells.size();
    const auto last = n == 0 ? std::nullopt : pairNumber(cells[n - 1]);
    if (!last || n < 3 || n > 40) return readings;
    if (const auto first = pairNumber(cells[n - 2]))
        readings.push_back({joined(cells, 0, n - 2), joined(cells, 0, n - 2), *first, *last, true});
    for (std::size_t k = 1; k + 2 < n; ++k)
        if (const auto first = pairNumber(cells[k]))
            readings.push_back({joined(cells, 0, k), joined(cells, k + 1, n - 1), *first, *last, false});
    // A line of three or four cells is what it looks like.
    if (n == 4) std::ranges::stable_partition(readings, [](const Reading& r) { return !r.genuine; });
    return readings;
}

bool isCount(const Cells& cells) {
    return cells.size() <= 2 &&
           std::ranges::all_of(cells, [](const std::string& cell) { return pairNumber(cell).has_value(); });
}

/// Lines without a count above form folds where they change regularly between so many genuine and so many impostor pairs.
std::int64_t pairsPerFold(const std::vector<bool>& genuine) {
    std::vector<std::int64_t> runs;
    for (std::size_t i = 0; i < genuine.size(); ++i) {
        if (i == 0 || genuine[i] != genuine[i - 1]) runs.push_back(0);
        ++runs.back();
    }
    const bool regular = runs.size() > 2 && runs.size() % 2 == 0 &&
                         std::ranges::all_of(runs, [&](std::int64_t run) { return run == runs.front(); });
    return regular ? 2 * runs.front() : 0;
}

}  // namespace

bool areLfw(const Lines& lines) {
    constexpr std::size_t kLookedAt = 200;
    std::size_t fitting = 0, seen = 0;
    for (std::size_t i = 0; i < std::min(lines.size(), kLookedAt); ++i) {
        const Cells& cells = lines[i].cells;
        if (i == 0 && lines.size() > 1 && (isCount(cells) || readingsOf(cells).empty())) continue;
        ++seen;
        const bool images = !cells.empty() && (endsAsImages(cells.front()) || endsAsImages(cells.back()));
        if (!images && !readingsOf(cells).empty()) ++fitting;
    }
    return seen > 0 && 2 * fitting > seen;
}

Result<void> readLfw(const Lines& lines, const std::string& file, const PairImages& images, PairCollector& to) {
    std::size_t begin = 0;
    std::int64_t folds = 1, perFold = 0;
    if (const Cells& head = lines[0].cells; isCount(head)) {
        perFold = 2 * *pairNumber(head.back());
        if (head.size() == 2) folds = *pairNumber(head[0]);
        if (folds < 1 || folds > 10'000 || perFold < 2)
            return fail(ErrorCode::kFormat, say("Line {} of “{}” should be the numbers of folds and of pairs, as in LFW's "
                                                "pairs.txt.",
                                                lines[0].number, file));
        begin = 1;
    } else if (std::ranges::none_of(head, [](const auto& cell) { return pairNumber(cell).has_value(); })) {
        begin = 1;  // The names of the columns.
    }
    std::vector<std::size_t> missed;
    std::vector<bool> genuine;
    std::vector<Reading> chosen;
    for (std::size_t i = begin; i < lines.size(); ++i) {
        const auto readings = readingsOf(lines[i].cells);
        if (readings.empty())
            return fail(ErrorCode::kFormat,
                        say("Line {} of “{}” should be “name n1 n2” or “name1 n1 name2 n2”.", lines[i].number, file));
        const auto fits = std::ranges::find_if(readings, [&](const Reading& r) {
            return images.byNumber(r.nameA, r.a).row >= 0 && images.byNumber(r.nameB, r.b).row >= 0;
        });
        chosen.push_back(fits == readings.end() ? readings.front() : *fits);
        genuine.push_back(chosen.back().genuine);
    }
    if (perFold == 0 && (perFold = pairsPerFold(genuine)) > 0) folds = static_cast<std::int64_t>(genuine.size()) / perFold;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const Reading& r = chosen[i];
        const auto fold = perFold == 0 ? 0 : std::min(static_cast<std::int64_t>(i) / perFold, folds - 1);
        to.add(to.byNumber(r.nameA, r.a), to.byNumber(r.nameB, r.b), r.genuine, static_cast<int>(fold));
    }
    to.list.folds = static_cast<int>(folds);
    return {};
}

}  // namespace facespace::pairs
