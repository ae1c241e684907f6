#include "core/filter/value.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>

#include "core/common/numbers.h"

namespace facespace::filter {
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), lower);
    return text;
}

namespace {

/// * is any text, ? any one byte. Iterative with one step back, so never exponential.
bool wildcardMatches(const std::string& text, const std::string& pattern) {
    std::size_t t = 0, p = 0, star = std::string::npos, mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star != std::string::npos) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

template <class T>
bool holds(const T& a, const std::string& sign, const T& b) {
    if (sign == "==") return a == b;
    if (sign == "!=") return a != b;
    if (sign == "<") return a < b;
    if (sign == "<=") return a <= b;
    if (sign == ">") return a > b;
    return a >= b;
}

bool textHolds(const std::string& a, const std::string& sign, const std::string& b) {
    return sign == "~" ? textMatches(a, b) : holds(a, sign, b);
}

std::vector<std::int8_t> comparedTexts(const Value& a, const std::string& sign, const Value& b, std::size_t rows) {
    std::vector<std::int8_t> out(rows, Value::kUnknown);
    if (b.constant && !a.constant) {
        // Each level once, however many rows carry it.
        std::vector<std::int8_t> perLevel(a.levels().size());
        for (std::size_t i = 0; i < perLevel.size(); ++i) perLevel[i] = textHolds(a.levels()[i], sign, b.levels()[0]);
        for (std::size_t row = 0; row < rows; ++row) {
            if (a.codes[row] >= 0) out[row] = perLevel[static_cast<std::size_t>(a.codes[row])];
        }
        return out;
    }
    for (std::size_t row = 0; row < rows; ++row) {
        if (a.code(row) < 0 || b.code(row) < 0) continue;
        out[row] = textHolds(a.levels()[static_cast<std::size_t>(a.code(row))], sign,
                             b.levels()[static_cast<std::size_t>(b.code(row))]);
    }
    return out;
}

}  // namespace

Value numberValue(double number) {
    Value value;
    value.constant = true;
    value.numbers = {number};
    return value;
}

Value textValue(std::string text) {
    Value value;
    value.kind = Value::Kind::kText;
    value.constant = true;
    value.codes = {0};
    value.own = {std::move(text)};
    return value;
}

double percentileOf(std::vector<double> values, double percent) {
    std::erase_if(values, [](double v) { return !std::isfinite(v); });
    return quantile(std::move(values), percent / 100);
}

std::vector<std::int8_t> compared(const Value& a, const std::string& sign, const Value& b, std::size_t rows) {
    if (a.kind == Value::Kind::kText) return comparedTexts(a, sign, b, rows);
    std::vector<std::int8_t> out(rows, Value::kUnknown);
    for (std::size_t row = 0; row < rows; ++row) {
        const double x = a.number(row), y = b.number(row);
        if (!std::isnan(x) && !std::isnan(y)) out[row] = holds(x, sign, y);
    }
    return out;
}

bool textMatches(const std::string& text, const std::string& pattern) {
    const std::string t = lowered(text), p = lowered(pattern);
    return p.find_first_of("*?") == std::string::npos ? t.find(p) != std::string::npos : wildcardMatches(t, p);
}

const Column* columnOf(const DataTable& table, const std::string& name, const std::string& network) {
    if (const Column* column = table.find(name)) return column;
    return network.empty() ? nullptr : table.find(name + "[" + network + "]");
}

double percentileNamed(const std::string& name) {
    if (name.size() < 2 || name[0] != 'p' || name.find_first_not_of("0123456789.", 1) != std::string::npos) return -1;
    const double percent = std::strtod(name.c_str() + 1, nullptr);
    return percent <= 100 ? percent : -1;
}

}  // namespace facespace::filter
