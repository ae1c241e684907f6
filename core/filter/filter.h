#pragma once
#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/common/text.h"
#include "core/project/data_table.h"

/// The language in which an analyst says which images are meant:
///
///     abs(yaw) > 45 && media == "video" && distance < p10
///
/// - Names are the keys of the table's columns; `distance` stands for `distance[NETWORK]` of the network in view. Keys with
///   spaces or signs are written in backticks: `identity (2)`.
/// - Comparisons: == (or =), !=, <, <=, >, >=, also as a chain: -30 <= yaw <= 30. Texts: == and != are exact, ~ ignores case
///   and finds the text anywhere, or as a whole with the wildcards * and ?. `x in (a, b)` and `x not in (a, b)` for lists.
/// - p10 is the 10th percentile, over all images, of what it is compared with.
/// - && (and), || (or), ! (not), parentheses; + − * /.
/// - abs, sqrt, log, round, min, max; of all images: mean, median, sd, percentile(x, 10); count(x): how many images share x.
/// - missing(x); tag("blurred"): has this tag.
/// A comparison with a missing value is neither true nor false, and so is its negation: images of unknown yaw are neither in
/// `yaw > 0` nor in `!(yaw > 0)`.
namespace facespace {

/// Where an expression cannot be understood, in bytes, and why, as one sentence.
struct FilterError {
    std::size_t position = 0, length = 0;
    Text message;
};

/// One flag per row: 1 passes.
using FilterMask = std::vector<std::uint8_t>;

/// An empty expression passes all rows.
/// @param network  Whose columns a name without brackets means.
tl::expected<FilterMask, FilterError> evaluateFilter(const std::string& expression, const DataTable& table,
                                                     const std::string& network = {});

/// A column's name as an expression writes it, short for the network in view.
std::string filterName(const std::string& key, const std::string& network);
/// A text as an expression writes it, in quotes.
std::string filterQuoted(const std::string& text);

struct FilterCompletion {
    std::string text;  ///< What takes the place of the word.
    Text help;         ///< What it is.
};
struct FilterCompletions {
    std::size_t start = 0, length = 0;  ///< The word at the cursor, bytes.
    std::vector<FilterCompletion> items;
};
/// What the word at the cursor may become: columns and functions, or, beside a text column, its values. At most 50.
FilterCompletions completeFilter(const std::string& expression, std::size_t cursor, const DataTable& table,
                                 const std::string& network = {});

}  // namespace facespace
