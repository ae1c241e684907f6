#include "core/workflow/image_list.h"

#include <algorithm>
#include <charconv>

#include "core/common/input_file.h"
#include "core/dataset/csv.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

constexpr std::size_t kSeveral = SIZE_MAX, kShown = 200;

}  // namespace

ImageLines::ImageLines(const ImageSet& set, std::string file, std::size_t column, bool byRow)
    : set_(set), file_(std::move(file)), column_(column), byRow_(byRow), used_(set.images.size(), 0) {
    if (byRow_) return;
    for (std::size_t i = 0; i < set_.images.size(); ++i)
        if (const auto [entry, isNew] = byPath_.emplace(set_.images[i].path, i); !isNew) entry->second = kSeveral;
}

Result<ImageLines> ImageLines::of(const ImageSet& set, const std::vector<std::string>& header, const std::string& file) {
    const auto row = std::find(header.begin(), header.end(), "row"), path = std::find(header.begin(), header.end(), "path");
    if (row == header.end() && path == header.end())
        return fail(
            ErrorCode::kFormat,
            say("“{}” has neither a column “path” nor a column “row” that names the images; its first line must name "
                "the columns.",
                file));
    const auto found = row != header.end() ? row : path;
    return ImageLines(set, file, static_cast<std::size_t>(found - header.begin()), found == row);
}

Result<std::size_t> ImageLines::find(const std::string& text, std::int64_t line) const {
    if (byRow_) {
        std::size_t row = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), row);
        if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size() || row >= set_.images.size())
            return fail(ErrorCode::kFormat,
                        say("“{}” line {}: “{}” is no row of the project, whose {} images are counted from 0.", file_, line,
                            readableText(text.substr(0, kShown)), set_.images.size()));
        return row;
    }
    const auto image = byPath_.find(text);
    if (image == byPath_.end())
        return fail(ErrorCode::kNotFound,
                    say("“{}” line {}: the project has no image “{}”.", file_, line, readableText(text.substr(0, kShown))));
    if (image->second == kSeveral)
        return fail(
            ErrorCode::kInvalid,
            say("“{}” line {}: the project has several faces of “{}”, so its path names none of them; name images by "
                "a column “row”.",
                file_, line, text));
    return image->second;
}

Result<std::size_t> ImageLines::rowOf(const std::vector<std::string>& fields, std::int64_t line) {
    const std::string text = column_ < fields.size() ? fields[column_] : std::string();
    const auto row = find(text, line);
    if (!row) return row;
    if (used_[*row]++ != 0)
        return fail(ErrorCode::kFormat, say("“{}” line {}: image “{}” stands in it twice.", file_, line, text));
    return row;
}

Result<std::vector<std::size_t>> readImageList(const ImageSet& set, const std::filesystem::path& file) {
    const auto in = openInput(file);
    if (!in) return forward(in);
    CsvReader reader(**in, file.string());
    std::vector<std::string> fields;
    auto more = reader.next(fields);
    if (!more) return forward(more);
    auto lines = ImageLines::of(set, *more ? fields : std::vector<std::string>{}, file.string());
    if (!lines) return forward(lines);
    std::vector<std::size_t> rows;
    while ((more = reader.next(fields)) && *more) {
        const auto row = lines->rowOf(fields, reader.line());
        if (!row) return forward(row);
        rows.push_back(*row);
    }
    if (!more) return forward(more);
    return rows;
}

}  // namespace facespace
