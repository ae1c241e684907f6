#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/common/text.h"
#include "core/filter/parser.h"

namespace facespace::filter {

/// What a part of an expression comes to: one value per row, or one for all rows (`constant`).
struct Value {
    enum class Kind { kNumber, kText, kTruth };
    /// Neither true nor false is what a missing value makes of a comparison.
    static constexpr std::int8_t kFalse = 0, kTrue = 1, kUnknown = 2;

    Kind kind = Kind::kNumber;
    bool constant = false;
    std::vector<double> numbers;                       ///< NaN is missing.
    std::vector<std::int32_t> codes;                   ///< Into levels(), -1 is missing.
    std::vector<std::string> own;                      ///< The levels of a constant.
    const std::vector<std::string>* shared = nullptr;  ///< The levels of a column.
    std::vector<std::int8_t> truths;

    const std::vector<std::string>& levels() const { return shared != nullptr ? *shared : own; }
    double number(std::size_t row) const { return numbers[constant ? 0 : row]; }
    std::int32_t code(std::size_t row) const { return codes[constant ? 0 : row]; }
};

/// Leaves the evaluation; caught in evaluateFilter().
struct Failure {
    FilterError error;
};
[[noreturn]] inline void failAt(const Node& node, Text message) {
    throw Failure{{node.position, node.length, std::move(message)}};
}

/// Of ASCII letters; others stay as they are.
char lower(char c);
std::string lowered(std::string text);

Value numberValue(double number);
Value textValue(std::string text);

/// The p-th percentile (0 … 100) of the finite values: quantile() of numbers.h.
double percentileOf(std::vector<double> values, double percent);
/// `a sign b` per row; both numbers or both texts.
std::vector<std::int8_t> compared(const Value& a, const std::string& sign, const Value& b, std::size_t rows);
/// "~": `pattern` within `text` regardless of case, or as a whole with wildcards.
bool textMatches(const std::string& text, const std::string& pattern);

/// Columns and functions by name, for the evaluator and for completion.
struct Function {
    const char* name;
    Phrase help;
};
const std::vector<Function>& functions();

/// The column that a name means; null if there is none.
const Column* columnOf(const DataTable& table, const std::string& name, const std::string& network);
/// 10 of "p10", -1 if the name is none.
double percentileNamed(const std::string& name);
/// What somebody may have meant by a name that is no column, no function, or no value of a column: "Did you mean “yaw”?".
/// Never the word itself; empty if nothing is near.
Text suggestedColumn(const std::string& name, const DataTable& table, const std::string& network);
Text suggestedFunction(const std::string& name, const DataTable& table, const std::string& network);
Text suggestedValue(const std::string& text, const std::vector<std::string>& values);

/// Calls of functions; arguments are evaluated already.
Value call(const Node& node, std::vector<Value> arguments, const DataTable& table);

}  // namespace facespace::filter
