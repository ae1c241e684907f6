#include "core/features/feature_csv.h"

#include <fmt/format.h>
#include <charconv>
#include <cmath>
#include <fstream>
#include <limits>
#include <new>
#include <optional>
#include <vector>

#include "core/common/numbers.h"
#include "core/dataset/csv.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

// 65,536 values of up to 64 characters.
constexpr std::size_t kMaxLine = std::size_t{1} << 22;

/// NaN for an empty field; nothing if it is not a number.
std::optional<float> valueOf(std::string_view field) {
    std::string_view text = trimmed(field);
    if (text.empty()) return kNoValueFloat;
    if (text.front() == '+') text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument) return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        // Too small to be told from nothing, or too large for any float.
        const bool small = text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos;
        value = small ? 0.0 : std::numeric_limits<double>::infinity();
        if (text.front() == '-') value = -value;
    }
    return static_cast<float>(value);
}

/// Rows of one width, appended.
struct Rows {
    std::size_t columns = 0;
    std::vector<float> values;

    std::size_t count() const { return columns == 0 ? 0 : values.size() / columns; }
};

/// Appends the fields; the index of the first that is not a number if there is one, and then nothing is appended.
std::optional<std::size_t> append(const std::vector<std::string>& fields, Rows& to) {
    const std::size_t before = to.values.size();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto value = valueOf(fields[i]);
        if (!value) {
            to.values.resize(before);
            return i;
        }
        to.values.push_back(*value);
    }
    return std::nullopt;
}

Result<Rows> readRows(std::ifstream& in, const std::filesystem::path& file) {
    CsvReader reader(in, file.string(), {.maxRecordBytes = kMaxLine});
    Rows rows;
    std::vector<std::string> fields;
    for (bool first = true;; first = false) {
        const auto more = reader.next(fields);
        if (!more) return forward(more);
        if (!*more) return rows;
        if (first) rows.columns = fields.size();
        if (fields.size() != rows.columns)
            return fail(ErrorCode::kFormat, say("“{}”, line {}: {} values instead of {} as in the first line.",
                                                file.string(), reader.line(), fields.size(), rows.columns));
        if (const auto bad = append(fields, rows); bad && !first)
            return fail(ErrorCode::kFormat,
                        say("“{}”, line {}, column {}: “{}” is not a number; the file may hold features only.",
                            file.string(), reader.line(), *bad + 1, readableText(fields[*bad]).substr(0, 60)));
    }
}

}  // namespace

Result<FeatureMatrix> readFeatureCsv(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorCode::kIo, say("“{}” cannot be opened.", file.string()));
    try {
        const auto rows = readRows(in, file);
        if (!rows) return forward(rows);
        if (rows->count() == 0) return fail(ErrorCode::kFormat, say("“{}” holds no features.", file.string()));
        FeatureMatrix matrix(static_cast<Eigen::Index>(rows->count()), static_cast<Eigen::Index>(rows->columns));
        std::copy(rows->values.begin(), rows->values.end(), matrix.data());
        return matrix;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kResource, say("There is not enough memory for the features of “{}”.", file.string()));
    }
}

}  // namespace facespace
