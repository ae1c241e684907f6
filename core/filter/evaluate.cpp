#include <algorithm>
#include <cmath>

#include "core/filter/parser.h"
#include "core/filter/value.h"

namespace facespace {
namespace filter {
namespace {

using Kind = Node::Kind;

constexpr std::size_t kValuesTold = 6;

std::string toldValues(const std::vector<std::string>& levels) {
    std::string text;
    for (std::size_t i = 0; i < std::min(levels.size(), kValuesTold); ++i)
        text.append(i > 0 ? ", “" : "“").append(levels[i]).append("”");
    return text + (levels.size() > kValuesTold ? ", …" : "");
}

class Evaluator {
  public:
    Evaluator(const DataTable& table, const std::string& network) : table_(table), network_(network) {}

    FilterMask mask(const Node& node) const {
        const auto truths = condition(node);
        FilterMask out(table_.rows);
        std::transform(truths.begin(), truths.end(), out.begin(),
                       [](std::int8_t t) { return static_cast<std::uint8_t>(t == Value::kTrue); });
        return out;
    }

  private:
    using Truths = std::vector<std::int8_t>;

    Truths condition(const Node& node) const {
        Value value = evaluate(node);
        if (value.kind == Value::Kind::kTruth) return std::move(value.truths);
        const bool isText = value.kind == Value::Kind::kText;
        if (node.kind != Kind::kName)
            failAt(node, isText ? say("This is a text: compare it, as in … == \"…\".")
                                : say("This is a number: compare it, as in … > 0."));
        failAt(node, isText ? say("“{}” is a text: compare it, as in … == \"…\".", node.text)
                            : say("“{}” is a number: compare it, as in … > 0.", node.text));
    }

    Value evaluate(const Node& node) const {
        switch (node.kind) {
            case Kind::kNumber:
                return numberValue(node.number);
            case Kind::kText:
                return textValue(node.text);
            case Kind::kName:
                return named(node);
            case Kind::kCall: {
                std::vector<Value> arguments;
                for (const Node& child : node.children) arguments.push_back(evaluate(child));
                return call(node, std::move(arguments), table_);
            }
            case Kind::kAnd:
            case Kind::kOr:
                return joined(node);
            case Kind::kNot:
                return negated(node);
            case Kind::kNegate: {
                Value value = number(node.children[0]);
                for (double& x : value.numbers) x = -x;
                return value;
            }
            case Kind::kArith:
                return arithmetic(node);
            case Kind::kCompare:
                return comparison(node);
            case Kind::kIn:
                return membership(node);
        }
        return {};
    }

    Value named(const Node& node) const {
        const Column* column = columnOf(table_, node.text, network_);
        if (column == nullptr) {
            if (isOfTriage(node)) return nothing();
            if (percentileNamed(node.text) >= 0)
                failAt(node,
                       say("“{}” is a percentile: compare a column with it, as in distance < {}.", node.text, node.text));
            failAt(node, inARow({say("There is no column “{}”.", node.text), suggestedColumn(node.text, table_, network_)}));
        }
        Value value;
        if (column->kind == Column::Kind::kNumber) {
            value.numbers = column->numbers;
            return value;
        }
        value.kind = Value::Kind::kText;
        if (column->kind == Column::Kind::kCategory) {
            value.codes = column->codes;
            value.shared = &column->levels;
            return value;
        }
        value.shared = &column->texts;
        value.codes.resize(table_.rows);
        for (std::size_t row = 0; row < table_.rows; ++row)
            value.codes[row] = column->texts[row].empty() ? -1 : static_cast<std::int32_t>(row);
        return value;
    }

    /// These columns come with the first decision, tag or note; a filter that asks for them must not depend on that. And
    /// nothing decided, tagged or noted is known to be nothing: decision != "reject" passes what nobody has looked at.
    static bool isOfTriage(const Node& node) {
        return node.kind == Kind::kName && (node.text == "decision" || node.text == "tags" || node.text == "note");
    }
    Value nothing() const {
        Value value;
        value.kind = Value::Kind::kText;
        value.codes.assign(table_.rows, -1);
        return value;
    }
    static void fillWithNothing(Value& value) {
        value.own = value.levels();
        value.own.emplace_back();
        value.shared = nullptr;
        const auto empty = static_cast<std::int32_t>(value.own.size()) - 1;
        for (std::int32_t& code : value.codes) code = code < 0 ? empty : code;
    }

    Value number(const Node& node) const {
        Value value = evaluate(node);
        if (value.kind != Value::Kind::kNumber) failAt(node, say("A number is needed here."));
        return value;
    }

    Value joined(const Node& node) const {
        Truths a = condition(node.children[0]);
        const Truths b = condition(node.children[1]);
        // False decides an “and”, true an “or”; else unknown stays unknown.
        const std::int8_t decides = node.kind == Kind::kAnd ? Value::kFalse : Value::kTrue;
        for (std::size_t row = 0; row < a.size(); ++row) {
            if (a[row] == decides || b[row] == decides) {
                a[row] = decides;
            } else if (b[row] == Value::kUnknown) {
                a[row] = Value::kUnknown;
            }
        }
        return truth(std::move(a));
    }

    Value negated(const Node& node) const {
        Truths truths = condition(node.children[0]);
        for (auto& t : truths) t = t == Value::kUnknown ? t : static_cast<std::int8_t>(1 - t);
        return truth(std::move(truths));
    }

    Value arithmetic(const Node& node) const {
        const Value a = number(node.children[0]), b = number(node.children[1]);
        Value out;
        out.constant = a.constant && b.constant;
        out.numbers.resize(out.constant ? 1 : table_.rows);
        const char sign = node.text[0];
        for (std::size_t row = 0; row < out.numbers.size(); ++row) {
            const double x = a.number(row), y = b.number(row);
            out.numbers[row] = sign == '+' ? x + y : sign == '-' ? x - y : sign == '*' ? x * y : x / y;
        }
        return out;
    }

    /// Both sides of a comparison: a percentile takes its meaning from the other side, and so does a bare word.
    std::pair<Value, Value> sides(const Node& a, const Node& b) const {
        const auto open = [&](const Node& n) {
            return n.kind == Kind::kName && !isOfTriage(n) && columnOf(table_, n.text, network_) == nullptr;
        };
        if (open(a) && !open(b)) {
            Value right = evaluate(b);
            return {meant(a, right, b), std::move(right)};
        }
        Value left = evaluate(a);
        if (open(b)) {
            Value right = meant(b, left, a);
            return {std::move(left), std::move(right)};
        }
        return {std::move(left), evaluate(b)};
    }

    Value meant(const Node& word, const Value& other, const Node& otherNode) const {
        if (const double percent = percentileNamed(word.text);
            percent >= 0 && other.kind == Value::Kind::kNumber && !other.constant)
            return numberValue(percentileOf(other.numbers, percent));
        if (other.kind != Value::Kind::kText || other.constant) return named(word);  // says what is wrong
        if (isOfTriage(otherNode)) return textValue(word.text);
        const auto& levels = other.levels();
        if (std::find(levels.begin(), levels.end(), word.text) != levels.end()) return textValue(word.text);
        if (otherNode.kind != Kind::kName || other.shared == nullptr || levels.size() > table_.rows / 2)
            failAt(word, say("There is no column “{}”; a text goes in quotes.", word.text));
        failAt(word, inARow({say("“{}” has no value “{}”; it has {}.", otherNode.text, word.text, toldValues(levels)),
                             suggestedValue(word.text, levels)}));
    }

    Truths comparedNodes(const Node& a, const std::string& sign, const Node& b) const {
        auto [left, right] = sides(a, b);
        if (isOfTriage(a)) fillWithNothing(left);
        if (isOfTriage(b)) fillWithNothing(right);
        if (left.kind == Value::Kind::kTruth)
            failAt(a, say("A condition cannot be compared; join conditions with && or ||."));
        if (right.kind == Value::Kind::kTruth)
            failAt(b, say("A condition cannot be compared; join conditions with && or ||."));
        if (left.kind != right.kind)
            failAt(b, left.kind == Value::Kind::kText
                          ? say("A text is compared with a text in quotes, as in identity == \"…\".")
                          : say("A number is compared with a number, not with a text."));
        if (sign == "~" && left.kind != Value::Kind::kText) failAt(a, say("~ looks within texts; this is a number."));
        return compared(left, sign, right, table_.rows);
    }

    Value comparison(const Node& node) const {
        Truths all;
        for (std::size_t i = 0; i < node.signs.size(); ++i) {
            Truths part = comparedNodes(node.children[i], node.signs[i], node.children[i + 1]);
            if (i == 0) {
                all = std::move(part);
                continue;
            }
            for (std::size_t row = 0; row < all.size(); ++row) {
                if (part[row] == Value::kFalse || all[row] == Value::kFalse) {
                    all[row] = Value::kFalse;
                } else if (part[row] == Value::kUnknown) {
                    all[row] = Value::kUnknown;
                }
            }
        }
        return truth(std::move(all));
    }

    Value membership(const Node& node) const {
        Truths any(table_.rows, Value::kFalse);
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            const Truths part = comparedNodes(node.children[0], "==", node.children[i]);
            for (std::size_t row = 0; row < any.size(); ++row) {
                if (part[row] == Value::kTrue) any[row] = Value::kTrue;
                if (part[row] == Value::kUnknown && any[row] == Value::kFalse) any[row] = Value::kUnknown;
            }
        }
        return truth(std::move(any));
    }

    static Value truth(Truths truths) {
        Value value;
        value.kind = Value::Kind::kTruth;
        value.truths = std::move(truths);
        return value;
    }

    const DataTable& table_;
    const std::string& network_;
};

}  // namespace
}  // namespace filter

tl::expected<FilterMask, FilterError> evaluateFilter(const std::string& expression, const DataTable& table,
                                                     const std::string& network) {
    if (expression.find_first_not_of(" \t\n") == std::string::npos) return FilterMask(table.rows, 1);
    const auto tree = filter::parse(expression);
    if (!tree) return tl::make_unexpected(tree.error());
    try {
        return filter::Evaluator(table, network).mask(*tree);
    } catch (filter::Failure& failure) {
        return tl::make_unexpected(std::move(failure.error));
    }
}

}  // namespace facespace
