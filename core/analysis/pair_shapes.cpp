#include "core/analysis/pair_shapes.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "core/common/regular_file.h"
#include "core/dataset/csv.h"
#include "core/dataset/text.h"

namespace facespace::pairs {
namespace {

// Fifteen million lines of template pairs are read elsewhere; lists of images are shorter.
constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 31;

char separatorOf(std::string_view line) {
    for (const char c : {'\t', ',', ';', '|'})
        if (line.find(c) != std::string_view::npos) return c;
    return kBlanks;
}

void cut(std::string_view line, std::vector<std::string>& cells) {
    const char separator = separatorOf(line);
    if (separator == kBlanks) return splitAtBlanks(line, cells);
    cells.clear();
    for (std::size_t begin = 0;;) {
        const std::size_t end = line.find(separator, begin);
        std::string_view cell = trimmed(line.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
        cells.emplace_back(cell);
        if (end == std::string_view::npos) break;
        begin = end + 1;
    }
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
}

}  // namespace

Result<Lines> readLines(const std::filesystem::path& file) {
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    std::ifstream in(file, std::ios::binary);
    std::error_code error;
    if (!in || std::filesystem::is_directory(file, error))
        return fail(ErrorCode::kIo, say("The pairs file “{}” cannot be read; check that it exists.", file.string()));
    if (std::filesystem::file_size(file, error) > kMostBytes)
        return fail(ErrorCode::kFormat, say("“{}” is too large for a list of pairs of images.", file.string()));
    Lines lines;
    std::string text;
    for (std::int64_t number = 1; std::getline(in, text); ++number) {
        std::string_view line = text;
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
        if (line.find('\0') != std::string_view::npos || line.starts_with("\xFF\xFE"))
            return fail(ErrorCode::kFormat,
                        say("Line {} of “{}” is not text; save the list in UTF-8.", number, file.string()));
        line = trimmed(line);
        if (line.empty() || line.starts_with('#')) continue;
        Line& added = lines.emplace_back();
        added.number = number;
        cut(line, added.cells);
        if (added.cells.empty()) lines.pop_back();
    }
    return lines;
}

std::optional<bool> sameness(std::string_view word) {
    static constexpr std::array<std::string_view, 12> kSame{"1",       "1.0",   "+1",  "true", "t",     "same",
                                                            "genuine", "match", "yes", "y",    "mated", "positive"};
    static constexpr std::array<std::string_view, 18> kDifferent{
        "0",        "0.0",      "-1",        "-1.0",     "false", "f", "different", "diff",      "impostor",
        "imposter", "nonmatch", "non-match", "mismatch", "no",    "n", "nonmated",  "non-mated", "negative"};
    const std::string lower = lowerCase(trimmed(word));
    if (std::ranges::find(kSame, lower) != kSame.end()) return true;
    if (std::ranges::find(kDifferent, lower) != kDifferent.end()) return false;
    return {};
}

bool areCoupled(const Lines& lines) {
    if (lines.size() < 2 || lines.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& cells = lines[i].cells;
        if (cells.size() != 2 || !pairNumber(cells[1]) || !endsAsImages(cells[0])) return false;
        if (i % 2 == 1 && cells[1] != lines[i - 1].cells[1]) return false;
    }
    return true;
}

Result<void> readCoupled(const Lines& lines, const std::string&, PairCollector& to) {
    for (std::size_t i = 0; i + 1 < lines.size(); i += 2) {
        const bool genuine = *pairNumber(lines[i].cells[1]) > 0;
        to.add(to.byPath(lines[i].cells[0]), to.byPath(lines[i + 1].cells[0]), genuine, 0);
    }
    return {};
}

}  // namespace facespace::pairs
