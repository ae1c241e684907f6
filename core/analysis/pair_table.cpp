#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/analysis/pair_shapes.h"
#include "core/dataset/text.h"

namespace facespace::pairs {
namespace {
using Cells = std::vector<std::string>;
constexpr std::size_t kLookedAt = 200;

/// Letters and digits in lower case.
std::string plain(std::string_view name) {
    std::string text;
    for (const char c : lowerCase(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) text += c;
    return text;
}

template <std::size_t N>
std::optional<std::size_t> columnOf(const Cells& header, const std::array<std::string_view, N>& names) {
    for (const std::string_view name : names)
        for (std::size_t i = 0; i < header.size(); ++i)
            if (plain(header[i]) == name) return i;
    return {};
}

/// Which cell is what.
struct Columns {
    std::optional<std::size_t> first, second, label, fold, score;
    bool distance = false;  ///< The score is larger for less alike images.
};

Columns byHeader(const Cells& header) {
    static constexpr std::array<std::string_view, 15> kFirst{"path1",     "p1",    "image1", "img1",  "file1",
                                                             "filename1", "name1", "1",      "patha", "imagea",
                                                             "imga",      "a",     "left",   "probe", "first"};
    static constexpr std::array<std::string_view, 16> kSecond{"path2", "p2",      "image2", "img2",     "file2", "filename2",
                                                              "name2", "2",       "pathb",  "imageb",   "imgb",  "b",
                                                              "right", "gallery", "second", "reference"};
    static constexpr std::array<std::string_view, 13> kLabel{"label",     "same",  "issame",  "sameperson", "genuine",
                                                             "isgenuine", "match", "ismatch", "mated",      "pair",
                                                             "target",    "y",     "kind"};
    static constexpr std::array<std::string_view, 3> kFold{"fold", "foldid", "split"};
    return {
        columnOf(header, kFirst), columnOf(header, kSecond), columnOf(header, kLabel), columnOf(header, kFold), {}, false};
}

class TableOfPairs {
  public:
    TableOfPairs(const Lines& lines, const std::string& file, const PairImages& images)
        : lines_(lines), file_(file), images_(images) {}
    Result<void> look(const std::string& scores);
    Result<void> read(PairCollector& to) const;

  private:
    bool isImage(const std::string& cell) const {
        if (endsAsImages(cell)) return true;
        // An image may be called 1, but a cell that says 1 means something else.
        if (sameness(cell) || parseNumber(cell)) return false;
        return images_.byPath(cell).row >= 0 || images_.byPath(cell).ambiguous();
    }
    template <class Test>
    bool mostly(std::size_t column, const Test& test) const {
        std::size_t good = 0, seen = 0;
        for (std::size_t i = begin_; i < std::min(lines_.size(), begin_ + kLookedAt); ++i, ++seen)
            good += column < lines_[i].cells.size() && test(lines_[i].cells[column]) ? 1 : 0;
        return seen > 0 && 10 * good > 9 * seen;
    }
    void findImages();
    void findLabel();
    Result<void> findScores(const std::string& scores, const Cells& header);
    const std::string& cell(const Line& line, std::size_t column) const { return line.cells[column]; }
    std::size_t width() const {
        std::size_t most = 0;
        for (std::size_t i = begin_; i < std::min(lines_.size(), begin_ + kLookedAt); ++i)
            most = std::max(most, lines_[i].cells.size());
        return most;
    }

    const Lines& lines_;
    const std::string& file_;
    const PairImages& images_;
    Columns columns_;
    std::size_t begin_ = 0;
};

void TableOfPairs::findImages() {
    if (columns_.first && columns_.second) return;
    columns_.first = columns_.second = {};
    for (std::size_t c = 0; c < width(); ++c) {
        if (!mostly(c, [&](const std::string& cell) { return isImage(cell); })) continue;
        if (!columns_.first) {
            columns_.first = c;
        } else if (!columns_.second) {
            columns_.second = c;
        }
    }
}

/// The only column with nothing but words for the same and for different people; of several the first behind the images.
void TableOfPairs::findLabel() {
    if (columns_.label && mostly(*columns_.label, [](const auto& cell) { return sameness(cell).has_value(); })) return;
    columns_.label = {};
    std::vector<std::size_t> possible;
    for (std::size_t c = 0; c < width(); ++c)
        if (c != columns_.first && c != columns_.second && c != columns_.fold && c != columns_.score &&
            mostly(c, [](const auto& cell) { return sameness(cell).has_value(); }))
            possible.push_back(c);
    const auto behind = std::ranges::find_if(possible, [&](std::size_t c) { return c > *columns_.second; });
    if (behind != possible.end())
        columns_.label = *behind;
    else if (!possible.empty())
        columns_.label = possible.front();
}

Result<void> TableOfPairs::findScores(const std::string& scores, const Cells& header) {
    if (scores.empty()) return {};
    for (std::size_t i = 0; i < header.size(); ++i)
        if (header[i] == scores || plain(header[i]) == plain(scores)) columns_.score = i;
    if (const auto number = pairNumber(scores);
        !columns_.score && header.empty() && number && *number >= 1 && static_cast<std::size_t>(*number) <= width())
        columns_.score = static_cast<std::size_t>(*number - 1);
    if (!columns_.score)
        return fail(ErrorCode::kNotFound,
                    say("“{}” has no column “{}”; name the column of the scores, or by its place from 1 where there is no "
                        "header.",
                        file_, scores));
    const std::string name = header.empty() ? "" : plain(header[*columns_.score]);
    columns_.distance = name.find("dist") != std::string::npos || name == "l2" || name == "euclidean";
    return {};
}

Result<void> TableOfPairs::look(const std::string& scores) {
    Cells header;
    const Cells& top = lines_[0].cells;
    const bool named =
        std::ranges::none_of(top, [&](const std::string& cell) { return isImage(cell); }) && lines_.size() > 1;
    if (named) {
        header = top;
        begin_ = 1;
        columns_ = byHeader(header);
    }
    if (const auto found = findScores(scores, header); !found) return found;
    findImages();
    if (!columns_.first || !columns_.second)
        return fail(
            ErrorCode::kFormat,
            say("Line {} of “{}” should name two images by their paths, or be “name n1 n2” or “name1 n1 name2 n2” as in "
                "LFW's pairs.txt.",
                lines_[std::min(begin_, lines_.size() - 1)].number, file_));
    findLabel();
    return {};
}

Result<void> TableOfPairs::read(PairCollector& to) const {
    std::size_t needed = std::max(*columns_.first, *columns_.second);
    for (const auto& column : {columns_.label, columns_.fold, columns_.score})
        if (column) needed = std::max(needed, *column);
    std::map<std::string, int> folds;
    for (std::size_t i = begin_; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        if (line.cells.size() <= needed)
            return fail(ErrorCode::kFormat, say("Line {} of “{}” has {} values, but others have {} or more.", line.number,
                                                file_, line.cells.size(), needed + 1));
        std::optional<bool> genuine;
        if (columns_.label && !(genuine = sameness(cell(line, *columns_.label))))
            return fail(ErrorCode::kFormat,
                        say("Line {} of “{}” says “{}” where others say whether the two are one person (1 or 0).",
                            line.number, file_, readableText(std::string_view(cell(line, *columns_.label)).substr(0, 60))));
        std::optional<double> score;
        if (columns_.score) {
            score = parseNumber(cell(line, *columns_.score));
            if (!score)
                return fail(
                    ErrorCode::kFormat,
                    say("The score “{}” on line {} of “{}” is not a number.",
                        readableText(std::string_view(cell(line, *columns_.score)).substr(0, 60)), line.number, file_));
            if (columns_.distance) score = -*score;
        }
        const int fold =
            columns_.fold ? folds.try_emplace(cell(line, *columns_.fold), static_cast<int>(folds.size())).first->second : 0;
        to.add(to.byPath(cell(line, *columns_.first)), to.byPath(cell(line, *columns_.second)), genuine, fold, score);
    }
    to.list.folds = static_cast<int>(std::max<std::size_t>(folds.size(), 1));
    if (!columns_.label)
        to.list.notes.push_back(
            say("“{}” does not say which pairs are one person; the identities of the project do.", file_));
    return {};
}

}  // namespace

Result<void> readTable(const Lines& lines, const std::string& file, const PairImages& images, const std::string& scores,
                       PairCollector& to) {
    TableOfPairs table(lines, file, images);
    if (const auto looked = table.look(scores); !looked) return looked;
    return table.read(to);
}

}  // namespace facespace::pairs
