#include "core/features/feature_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "core/common/numbers.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {
using Cells = std::vector<std::string>;

/// As programs write a whole number: digits and nothing else.
std::optional<std::size_t> wholeNumber(std::string_view cell) {
    cell = trimmed(cell);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (cell.empty() || error != std::errc() || end != cell.data() + cell.size()) return {};
    return value;
}

/// "0,1,2,…", or with a blank before it: the names that pandas gives to columns without any.
bool numbersItsColumns(const Cells& cells, const Cells& below) {
    const std::size_t begin = !cells.empty() && trimmed(cells[0]).empty() ? 1 : 0;
    if (cells.size() < begin + 3) return false;
    for (std::size_t i = begin; i < cells.size(); ++i)
        if (wholeNumber(cells[i]) != i - begin) return false;
    return below.size() == cells.size() && std::any_of(below.begin() + static_cast<std::ptrdiff_t>(begin), below.end(),
                                                       [](const std::string& cell) { return !wholeNumber(cell); });
}

bool isLabelName(std::string_view column) {
    static constexpr std::array<std::string_view, 13> kNames{
        "label", "labels", "identity",    "subject",    "class",     "target",    "person",
        "id",    "index",  "identity_id", "subject_id", "person_id", "unnamed: 0"};
    return std::ranges::find(kNames, lowerCase(trimmed(column))) != kNames.end();
}

bool isNameName(std::string_view column) {
    static constexpr std::array<std::string_view, 8> kNames{"path", "file",       "filename", "image",
                                                            "name", "image_path", "img",      "file_path"};
    return std::ranges::find(kNames, lowerCase(trimmed(column))) != kNames.end();
}

}  // namespace

std::optional<float> featureValue(std::string_view field) {
    std::string_view text = trimmed(field);
    if (isMissing(text)) return kNoValueFloat;
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

std::size_t FeatureColumns::values() const { return static_cast<std::size_t>(std::ranges::count(uses, Use::kValue)); }
bool FeatureColumns::named() const { return std::ranges::find(uses, Use::kName) != uses.end(); }

FeatureColumns featureColumns(const Cells& first, const Cells* second) {
    const Cells& row = second != nullptr ? *second : first;
    FeatureColumns columns;
    std::vector<char> text(row.size(), 0);
    for (std::size_t i = 0; i < row.size(); ++i) text[i] = featureValue(row[i]) ? 0 : 1;
    if (second != nullptr && first.size() == row.size()) {
        columns.header = numbersItsColumns(first, row);
        for (std::size_t i = 0; i < row.size(); ++i)
            columns.header = columns.header || (text[i] == 0 && !featureValue(first[i]));
    }
    columns.uses.assign(row.size(), FeatureColumns::Use::kValue);
    std::optional<std::size_t> name;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (text[i] != 0 && !name && (endsAsImages(trimmed(row[i])) || (columns.header && isNameName(first[i])))) name = i;
    if (!name && !text.empty() && text[0] != 0 && !columns.header) name = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (name == i) {
            columns.uses[i] = FeatureColumns::Use::kName;
        } else if (columns.header && (text[i] != 0 || isLabelName(first[i]))) {
            columns.uses[i] = FeatureColumns::Use::kPassedOver;
            columns.passed.push_back(readableText(trimmed(first[i])));
        } else if (text[i] != 0 && !columns.odd) {
            columns.odd = i;
        }
    }
    return columns;
}

void RowNumbers::see(std::string_view cell) {
    const auto value = wholeNumber(cell);
    if (seen_ == 0) from_ = value.value_or(2);
    counting_ = counting_ && from_ <= 1 && value == from_ + seen_;
    ++seen_;
}

}  // namespace facespace
