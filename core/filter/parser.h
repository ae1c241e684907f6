#pragma once
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/filter/filter.h"

namespace facespace::filter {

/// An expression as a tree.
struct Node {
    enum class Kind {
        kNumber,  ///< `number`
        kText,    ///< `text`
        kName,    ///< `text`: a column, a percentile, or a bare word beside a text column
        kCall,    ///< `text`: the function; children: its arguments
        kAnd,     ///< two children, as kOr
        kOr,
        kNot,  ///< one child, as kNegate
        kNegate,
        kArith,    ///< `text`: + − * /
        kCompare,  ///< children: operands, one more than `signs`
        kIn,       ///< children: the value, then the list
    };
    Kind kind = Kind::kNumber;
    std::string text;
    double number = 0;
    std::vector<std::string> signs;
    std::vector<Node> children;
    std::size_t position = 0, length = 0;  ///< In the expression, bytes.
};

tl::expected<Node, FilterError> parse(const std::string& expression);

}  // namespace facespace::filter
