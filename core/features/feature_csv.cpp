#include "core/features/feature_csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <new>
#include <optional>
#include <vector>

#include "core/dataset/csv.h"
#include "core/dataset/text.h"
#include "core/features/feature_columns.h"

namespace facespace {
namespace {

// 65,536 values of up to 64 characters.
constexpr std::size_t kMaxLine = std::size_t{1} << 22;
constexpr std::size_t kNamedColumns = 8;
using Cells = std::vector<std::string>;

/// Passes over the lines before the table that begin with #; their number.
std::int64_t skipComments(std::istream& in) {
    std::int64_t lines = 0;
    while (in.peek() == '#') {
        for (int c = in.get(); c != '\n' && c != std::char_traits<char>::eof(); c = in.get()) {
        }
        ++lines;
    }
    in.clear();
    return lines;
}

/// Reads a table of features line by line.
class FeatureTable {
  public:
    FeatureTable(std::istream& in, const std::filesystem::path& file, std::int64_t firstLine)
        : file_(file.string()), reader_(in, file_, {.maxRecordBytes = kMaxLine, .firstLine = firstLine}) {}
    Result<FeatureFile> read();

  private:
    Result<bool> next(Cells& cells);
    Result<void> add(const Cells& cells, std::int64_t line);
    FeatureFile finished();

    std::string file_;
    CsvReader reader_;
    FeatureColumns columns_;
    RowNumbers numbers_;
    std::size_t width_ = 0;
    std::vector<float> values_;
    std::vector<std::string> names_;
};

Result<bool> FeatureTable::next(Cells& cells) {
    auto more = reader_.next(cells);
    if (more && *more && width_ > 0 && cells.size() != width_)
        return fail(ErrorCode::kFormat, say("“{}”, line {}: {} values instead of {} as in the first line.", file_,
                                            reader_.line(), cells.size(), width_));
    return more;
}

Result<void> FeatureTable::add(const Cells& cells, std::int64_t line) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (columns_.uses[i] == FeatureColumns::Use::kName) names_.emplace_back(trimmed(cells[i]));
        if (columns_.uses[i] != FeatureColumns::Use::kValue) continue;
        const auto value = featureValue(cells[i]);
        if (!value)
            return fail(ErrorCode::kFormat,
                        say("“{}”, line {}, column {}: “{}” is not a number; the file may hold features only.", file_, line,
                            i + 1, readableText(std::string_view(cells[i]).substr(0, 60))));
        values_.push_back(*value);
    }
    if (columns_.uses[0] == FeatureColumns::Use::kValue) numbers_.see(cells[0]);
    return {};
}

/// Without the column that numbers the rows, if there is one.
FeatureFile FeatureTable::finished() {
    const std::size_t columns = columns_.values(), rows = values_.size() / columns;
    FeatureFile file;
    file.names = std::move(names_);
    const bool numbered = columns > 1 && numbers_.are();
    const auto from = static_cast<Eigen::Index>(numbered ? 1 : 0);
    file.features =
        Eigen::Map<const FeatureMatrix>(values_.data(), static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns))
            .rightCols(static_cast<Eigen::Index>(columns) - from);
    if (numbered) file.notes.push_back(say("The first column of “{}” numbers the rows and was passed over.", file_));
    if (!columns_.passed.empty()) {
        auto& passed = columns_.passed;
        if (passed.size() > kNamedColumns) passed.resize(kNamedColumns), passed.emplace_back("…");
        file.notes.push_back(say("Columns of “{}” that are no features were passed over: {}.", file_,
                                 fmt::format("{}", fmt::join(passed, ", "))));
    }
    return file;
}

Result<FeatureFile> FeatureTable::read() {
    Cells first, second;
    auto more = next(first);
    if (!more) return forward(more);
    const auto nothing = [&] { return fail(ErrorCode::kFormat, say("“{}” holds no features.", file_)); };
    if (!*more) return nothing();
    width_ = first.size();
    const std::int64_t firstLine = reader_.line();
    more = next(second);
    if (!more) return forward(more);
    columns_ = featureColumns(first, *more ? &second : nullptr);
    if (columns_.values() == 0 && !*more) return nothing();
    if (columns_.odd || columns_.values() == 0) {
        const std::size_t odd = columns_.odd.value_or(0);
        const Cells& cells = *more ? second : first;
        return fail(ErrorCode::kFormat,
                    say("“{}”, line {}, column {}: “{}” is not a number; the file may hold features only.", file_,
                        reader_.line(), odd + 1, readableText(std::string_view(cells[odd]).substr(0, 60))));
    }
    if (!columns_.header)
        if (const auto added = add(first, firstLine); !added) return forward(added);
    while (*more) {
        if (const auto added = add(second, reader_.line()); !added) return forward(added);
        more = next(second);
        if (!more) return forward(more);
    }
    return values_.empty() ? nothing() : Result<FeatureFile>(finished());
}

}  // namespace

Result<FeatureFile> readFeatureCsv(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorCode::kIo, say("“{}” cannot be opened.", file.string()));
    try {
        const std::int64_t comments = skipComments(in);
        return FeatureTable(in, file, comments + 1).read();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kResource, say("There is not enough memory for the features of “{}”.", file.string()));
    }
}

}  // namespace facespace
