#include <algorithm>
#include <cmath>
#include <map>

#include "core/common/numbers.h"
#include "core/filter/value.h"
#include "core/project/decisions.h"

namespace facespace::filter {
namespace {

using Kind = Value::Kind;

void expectArguments(const Node& node, const std::vector<Value>& arguments, std::size_t count) {
    if (arguments.size() == count) return;
    failAt(node, count == 1 ? say("{}() takes one value.", node.text) : say("{}() takes two values.", node.text));
}

const Value& numeric(const Node& node, const std::vector<Value>& arguments, std::size_t i) {
    if (arguments[i].kind != Kind::kNumber) failAt(node.children[i], say("{}() needs a number here.", node.text));
    return arguments[i];
}

template <class F>
Value mapped(const Value& x, F f) {
    Value out = x;
    std::transform(x.numbers.begin(), x.numbers.end(), out.numbers.begin(), f);
    return out;
}

Value smallerOrLarger(const Node& node, const std::vector<Value>& arguments, bool larger) {
    expectArguments(node, arguments, 2);
    const Value &a = numeric(node, arguments, 0), &b = numeric(node, arguments, 1);
    Value out;
    out.constant = a.constant && b.constant;
    out.numbers.resize(std::max(a.numbers.size(), b.numbers.size()));
    for (std::size_t row = 0; row < out.numbers.size(); ++row) {
        const double x = a.number(row), y = b.number(row);
        out.numbers[row] = std::isnan(x) || std::isnan(y) ? kNoValue : (larger ? std::max(x, y) : std::min(x, y));
    }
    return out;
}

std::vector<double> present(const Value& x) {
    std::vector<double> values;
    for (const double v : x.numbers) {
        if (std::isfinite(v)) values.push_back(v);
    }
    return values;
}

double meanOf(const std::vector<double>& values) {
    double sum = 0;
    for (const double v : values) sum += v;
    return values.empty() ? kNoValue : sum / static_cast<double>(values.size());
}

/// Of a sample (n − 1).
double deviationOf(const std::vector<double>& values) {
    if (values.size() < 2) return kNoValue;
    const double mean = meanOf(values);
    double squares = 0;
    for (const double v : values) squares += (v - mean) * (v - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

Value truth(std::vector<std::int8_t> truths) {
    Value out;
    out.kind = Kind::kTruth;
    out.truths = std::move(truths);
    return out;
}

Value missingOf(const Value& x, std::size_t rows) {
    std::vector<std::int8_t> truths(rows);
    for (std::size_t row = 0; row < rows; ++row)
        truths[row] = x.kind == Kind::kText ? x.code(row) < 0 : std::isnan(x.number(row));
    return truth(std::move(truths));
}

/// How many rows have the same value; 0 where it is missing.
Value countOf(const Value& x, std::size_t rows) {
    Value out;
    out.numbers.assign(rows, 0);
    if (x.kind == Kind::kText) {
        std::map<std::string, double> counts;
        for (std::size_t row = 0; row < rows; ++row) {
            if (x.code(row) >= 0) ++counts[x.levels()[static_cast<std::size_t>(x.code(row))]];
        }
        for (std::size_t row = 0; row < rows; ++row) {
            if (x.code(row) >= 0) out.numbers[row] = counts[x.levels()[static_cast<std::size_t>(x.code(row))]];
        }
        return out;
    }
    std::map<double, double> counts;
    for (std::size_t row = 0; row < rows; ++row) {
        if (!std::isnan(x.number(row))) ++counts[x.number(row)];
    }
    for (std::size_t row = 0; row < rows; ++row) {
        if (!std::isnan(x.number(row))) out.numbers[row] = counts[x.number(row)];
    }
    return out;
}

/// Whether the row's tags, kept as "a; b", hold this one.
Value tagged(const Node& node, const std::vector<Value>& arguments, const DataTable& table) {
    if (arguments[0].kind != Kind::kText || !arguments[0].constant)
        failAt(node.children[0], say("tag() needs a text in quotes, as in tag(\"blurred\")."));
    std::vector<std::int8_t> truths(table.rows, Value::kFalse);
    // Decisions are kept as tags, and filters from before they had a column of their own still hold.
    const Column* tags = table.find(isDecision(arguments[0].own[0]) ? "decision" : "tags");
    if (tags == nullptr || tags->kind != Column::Kind::kCategory) return truth(std::move(truths));
    const std::string wanted = "; " + arguments[0].own[0] + "; ";
    std::vector<std::int8_t> perLevel;
    for (const std::string& level : tags->levels)
        perLevel.push_back(("; " + level + "; ").find(wanted) != std::string::npos);
    for (std::size_t row = 0; row < table.rows; ++row) {
        if (tags->codes[row] >= 0) truths[row] = perLevel[static_cast<std::size_t>(tags->codes[row])];
    }
    return truth(std::move(truths));
}

}  // namespace

const std::vector<Function>& functions() {
    static const std::vector<Function> all{{"abs", Phrase("without its sign")},
                                           {"sqrt", Phrase("square root")},
                                           {"log", Phrase("natural logarithm")},
                                           {"round", Phrase("to the nearest whole number")},
                                           {"min", Phrase("the smaller of two")},
                                           {"max", Phrase("the larger of two")},
                                           {"mean", Phrase("mean of all images")},
                                           {"median", Phrase("median of all images")},
                                           {"sd", Phrase("standard deviation of all images")},
                                           {"percentile", Phrase("percentile(x, 10) of all images")},
                                           {"count", Phrase("how many images share this value")},
                                           {"missing", Phrase("has no value")},
                                           {"tag", Phrase("has this tag: tag(\"blurred\")")}};
    return all;
}

Value call(const Node& node, std::vector<Value> arguments, const DataTable& table) {
    const std::string& f = node.text;
    const auto one = [&]() -> const Value& {
        expectArguments(node, arguments, 1);
        return numeric(node, arguments, 0);
    };
    if (f == "abs") return mapped(one(), [](double x) { return std::abs(x); });
    if (f == "sqrt") return mapped(one(), [](double x) { return std::sqrt(x); });
    if (f == "log") return mapped(one(), [](double x) { return std::log(x); });
    if (f == "round") return mapped(one(), [](double x) { return std::round(x); });
    if (f == "min" || f == "max") return smallerOrLarger(node, arguments, f == "max");
    if (f == "mean") return numberValue(meanOf(present(one())));
    if (f == "median") return numberValue(percentileOf(one().numbers, 50));
    if (f == "sd") return numberValue(deviationOf(present(one())));
    if (f == "percentile") {
        expectArguments(node, arguments, 2);
        const Value& percent = numeric(node, arguments, 1);
        if (!percent.constant || !(percent.numbers[0] >= 0 && percent.numbers[0] <= 100))
            failAt(node.children[1], say("The percentile is a number from 0 to 100."));
        return numberValue(percentileOf(numeric(node, arguments, 0).numbers, percent.numbers[0]));
    }
    if (f == "missing" || f == "count" || f == "tag") {
        expectArguments(node, arguments, 1);
        if (arguments[0].kind == Kind::kTruth) failAt(node.children[0], say("{}() needs a column here.", f));
        if (f == "tag") return tagged(node, arguments, table);
        return f == "missing" ? missingOf(arguments[0], table.rows) : countOf(arguments[0], table.rows);
    }
    failAt(node, inARow({say("There is no function “{}”.", f), suggestedFunction(f, table, {})}));
}

}  // namespace facespace::filter
