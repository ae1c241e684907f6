#include "core/analysis/pair_images.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

#include "core/common/number_text.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

constexpr std::size_t kMissingKept = 20;
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kJoints = "_- .";

/// What stands before the last digits of a name, and these. Words behind them do not count: "Ann_0003_aligned".
struct NumberedName {
    std::string_view before;
    std::optional<std::int64_t> number;
};
NumberedName numberedName(std::string_view stem) {
    const std::size_t last = stem.find_last_of(kDigits);
    if (last == std::string_view::npos) return {};
    const std::string_view behind = stem.substr(last + 1);
    if (!behind.empty() && kJoints.find(behind.front()) == std::string_view::npos) return {};
    const std::size_t letter = stem.find_last_not_of(kDigits, last);
    const std::size_t first = letter == std::string_view::npos ? 0 : letter + 1;
    std::string_view before = stem.substr(0, first);
    while (!before.empty() && kJoints.find(before.back()) != std::string_view::npos) before.remove_suffix(1);
    return {before, pairNumber(stem.substr(first, last + 1 - first))};
}

std::string numberedKey(std::string_view name, std::int64_t number) { return fmt::format("{}\n{}", name, number); }

}  // namespace

std::optional<std::int64_t> pairNumber(std::string_view text) {
    std::int64_t value = 0;
    if (text.empty() || text.size() > 15 || text.find_first_not_of(kDigits) != std::string_view::npos) return {};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

PairImages::PairImages(const std::vector<std::string>& paths, const std::vector<std::string>& identity)
    : paths_(paths), identity_(identity), finder_(paths) {
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const std::string path = composed(paths[i]);
        const std::size_t slash = path.rfind('/');
        const std::string_view whole = path;
        const std::string_view stem = withoutImageEnd(slash == std::string::npos ? whole : whole.substr(slash + 1));
        const NumberedName numbered = numberedName(stem);
        if (!numbered.number) continue;
        const auto row = static_cast<std::int64_t>(i);
        add(numbered.before, *numbered.number, row);
        if (slash != std::string::npos) {
            const std::string_view folders = whole.substr(0, slash);
            const std::size_t above = folders.rfind('/');
            add(above == std::string_view::npos ? folders : folders.substr(above + 1), *numbered.number, row);
        }
        if (!identity.empty()) add(identity[i], *numbered.number, row);
    }
}

void PairImages::add(std::string_view name, std::int64_t number, std::int64_t row) {
    if (name.empty()) return;
    auto& rows = numbered_[numberedKey(name, number)];
    if (rows.empty() || rows.back() != row) rows.push_back(row);
}

PathFinder::Found PairImages::byNumber(std::string_view name, std::int64_t number) const {
    // LFW's own way to write it before all others.
    const std::string own = composed(trimmed(name));
    const auto exact = finder_.find(fmt::format("{}_{:04d}", own, number));
    if (exact.row >= 0) return exact;
    const auto rows = numbered_.find(numberedKey(own, number));
    if (rows == numbered_.end()) return exact;
    if (rows->second.size() == 1) return {rows->second[0], -1, rows->second[0]};
    return {-1, rows->second[1], rows->second[0]};
}

PairCollector::Side PairCollector::byNumber(std::string_view name, std::int64_t number) const {
    return {images_.byNumber(name, number), fmt::format("{}_{:04d}", trimmed(name), number)};
}

void PairCollector::miss(const Side& side) {
    if (side.found.row >= 0) return;
    notFound_.see(side.name, side.found, images_.paths());
    if (list.missingNames.size() < kMissingKept) list.missingNames.push_back(readableText(side.name));
}

void PairCollector::add(const Side& a, const Side& b, std::optional<bool> genuine, int fold, std::optional<double> score) {
    if (scores_ != nullptr && seen_ < scores_->size()) score = (*scores_)[seen_];
    ++seen_;
    if (a.found.row < 0 || b.found.row < 0) {
        miss(a);
        miss(b);
        ++list.missing;
        return;
    }
    PairList::Pair pair{a.found.row, b.found.row, false, fold};
    const auto& identity = images_.identity();
    const auto same = [&] {
        return !identity.empty() && identity[static_cast<std::size_t>(pair.a)] == identity[static_cast<std::size_t>(pair.b)];
    };
    pair.genuine = genuine ? *genuine : same();
    list.pairs.push_back(pair);
    if (score) list.scores.push_back(*score);
}

Result<PairList> PairCollector::finished(const std::string& file) {
    for (const Text& sentence : notFound_.sentences(file)) list.notes.push_back(sentence);
    if (!list.pairs.empty()) return std::move(list);
    if (list.missing == 0)
        return fail(ErrorCode::kNotFound, say("“{}” lists no pairs; choose those of these images.", file));
    if (notFound_.missing == 0 && !list.notes.empty()) return fail(ErrorCode::kNotFound, list.notes.front());
    return fail(ErrorCode::kNotFound,
                say("None of the {} pairs of “{}” is in this project (the first missing one is “{}”); choose the "
                    "pairs of these images.",
                    groupedNumber(list.missing), file, list.missingNames.front()));
}

}  // namespace facespace
