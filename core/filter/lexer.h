#pragma once
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/filter/filter.h"

namespace facespace::filter {

struct Token {
    enum class Kind { kNumber, kText, kName, kSign, kEnd };
    Kind kind = Kind::kEnd;
    std::string text;  ///< Of names and texts without their quotes; signs in one spelling ("and" is "&&").
    double number = 0;
    std::size_t position = 0, length = 0;
};

/// The words of an expression with an end token. A text or name whose closing quote is missing is an error.
tl::expected<std::vector<Token>, FilterError> tokensOf(const std::string& expression);

}  // namespace facespace::filter
