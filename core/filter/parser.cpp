#include "core/filter/parser.h"

#include <algorithm>
#include <initializer_list>

#include "core/filter/lexer.h"

namespace facespace::filter {
namespace {

/// Deeper nesting than anyone types; keeps the recursion within the stack.
constexpr int kDeepest = 200;
constexpr std::size_t kLongest = 4000;  // words

using Kind = Node::Kind;

struct Failure {
    FilterError error;
};

/// Recursive descent; a failure leaves by exception, caught in parse().
class Parser {
  public:
    explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    Node run() {
        Node node = disjunction();
        if (now().kind != Token::Kind::kEnd) unexpected();
        return node;
    }

  private:
    const Token& now() const { return tokens_[at_]; }
    bool is(const char* sign) const { return now().kind == Token::Kind::kSign && now().text == sign; }
    bool take(const char* sign) {
        if (!is(sign)) return false;
        ++at_;
        return true;
    }
    [[noreturn]] void fails(const Token& token, Text message) const {
        throw Failure{{token.position, token.length, std::move(message)}};
    }
    [[noreturn]] void unexpected() const {
        if (now().kind == Token::Kind::kEnd) fails(now(), say("The expression ends too early: something is missing here."));
        if (is(")")) fails(now(), say("There is no ( for this )."));
        fails(now(), say("Put && or || between two conditions, or an operator between two values."));
    }
    void expect(const char* sign, const Token& opened) {
        if (!take(sign)) {
            if (now().kind == Token::Kind::kEnd) fails(opened, say("The closing ) of this ( is missing."));
            fails(now(), say("A “{}” is expected here.", sign));
        }
    }
    Node spanning(Kind kind, std::vector<Node> children, std::string text = {}) const {
        Node node;
        node.kind = kind;
        node.text = std::move(text);
        node.position = children.front().position;
        node.length = children.back().position + children.back().length - node.position;
        node.children = std::move(children);
        return node;
    }
    template <class Next>
    Node chain(Kind kind, std::initializer_list<const char*> signs, Next next) {
        Node left = next();
        while (true) {
            const auto found = std::find_if(signs.begin(), signs.end(), [&](const char* s) { return is(s); });
            if (found == signs.end()) return left;
            ++at_;
            Node right = next();
            std::vector<Node> both;
            both.push_back(std::move(left));
            both.push_back(std::move(right));
            left = spanning(kind, std::move(both), *found);
        }
    }

    struct Deeper {
        explicit Deeper(Parser& p) : parser(p) {
            if (++parser.depth_ > kDeepest) parser.fails(parser.now(), say("This expression is nested too deeply."));
        }
        ~Deeper() { --parser.depth_; }
        Parser& parser;
    };

    Node disjunction() {
        const Deeper deeper(*this);
        return chain(Kind::kOr, {"||"}, [this] { return conjunction(); });
    }
    Node conjunction() {
        return chain(Kind::kAnd, {"&&"}, [this] { return negation(); });
    }
    Node negation() {
        const Deeper deeper(*this);
        const Token sign = now();
        if (!take("!")) return comparison();
        return prefixed(Kind::kNot, sign, negation());
    }
    Node prefixed(Kind kind, const Token& sign, Node child) const {
        std::vector<Node> one;
        one.push_back(std::move(child));
        Node node = spanning(kind, std::move(one));
        node.length += node.position - sign.position;
        node.position = sign.position;
        return node;
    }

    Node comparison() {
        std::vector<Node> operands;
        std::vector<std::string> signs;
        operands.push_back(sum());
        const bool negated = is("!") && tokens_[at_ + 1].kind == Token::Kind::kSign && tokens_[at_ + 1].text == "in";
        if (negated) ++at_;
        if (take("in")) {
            Node node = list(std::move(operands.front()));
            return negated ? prefixed(Kind::kNot, tokenOf(node), std::move(node)) : node;
        }
        while (true) {
            std::string sign;
            for (const char* s : {"==", "!=", "<=", ">=", "<", ">", "~"}) {
                if (is(s)) sign = s;
            }
            if (sign.empty()) break;
            ++at_;
            signs.push_back(sign);
            operands.push_back(sum());
        }
        if (signs.empty()) return std::move(operands.front());
        Node node = spanning(Kind::kCompare, std::move(operands));
        node.signs = std::move(signs);
        return node;
    }
    static Token tokenOf(const Node& node) { return {Token::Kind::kName, {}, 0, node.position, node.length}; }

    Node list(Node value) {
        const Token opened = now();
        if (!take("(")) fails(now(), say("After “in” comes a list in parentheses, as in media in (\"still\", \"video\")."));
        std::vector<Node> children;
        children.push_back(std::move(value));
        do children.push_back(sum());
        while (take(","));
        expect(")", opened);
        return spanning(Kind::kIn, std::move(children));
    }

    Node sum() {
        return chain(Kind::kArith, {"+", "-"}, [this] { return product(); });
    }
    Node product() {
        return chain(Kind::kArith, {"*", "/"}, [this] { return negative(); });
    }
    Node negative() {
        const Deeper deeper(*this);
        const Token sign = now();
        if (!take("-")) return primary();
        return prefixed(Kind::kNegate, sign, negative());
    }

    Node primary() {
        const Token token = now();
        Node node;
        node.position = token.position;
        node.length = token.length;
        node.text = token.text;
        node.number = token.number;
        switch (token.kind) {
            case Token::Kind::kNumber:
                node.kind = Kind::kNumber;
                break;
            case Token::Kind::kText:
                node.kind = Kind::kText;
                break;
            case Token::Kind::kName:
                node.kind = Kind::kName;
                break;
            default:
                if (!take("(")) unexpected();
                node = disjunction();
                expect(")", token);
                return node;
        }
        ++at_;
        if (token.kind == Token::Kind::kName && is("(")) arguments(node);
        return node;
    }
    void arguments(Node& call) {
        const Token opened = now();
        take("(");
        call.kind = Kind::kCall;
        if (!is(")")) {
            do call.children.push_back(sum());
            while (take(","));
        }
        const std::size_t end = now().position + now().length;
        expect(")", opened);
        call.length = end - call.position;
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

}  // namespace

tl::expected<Node, FilterError> parse(const std::string& expression) {
    auto tokens = tokensOf(expression);
    if (!tokens) return tl::make_unexpected(tokens.error());
    if (tokens->size() > kLongest)
        return tl::make_unexpected(FilterError{0, expression.size(), say("This expression is too long.")});
    try {
        return Parser(std::move(*tokens)).run();
    } catch (Failure& failure) {
        return tl::make_unexpected(std::move(failure.error));
    }
}

}  // namespace facespace::filter
