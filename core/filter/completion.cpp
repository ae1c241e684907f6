#include <algorithm>
#include <cctype>

#include "core/filter/lexer.h"
#include "core/filter/value.h"

namespace facespace {
namespace {

using filter::Token;

constexpr std::size_t kMost = 50;

bool plainName(const std::string& name) {
    const auto plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 128;
    };
    const std::size_t bracket = name.find('[');
    const std::string stem = name.substr(0, bracket);
    if (stem.empty() || std::isdigit(static_cast<unsigned char>(stem[0])) || !std::all_of(stem.begin(), stem.end(), plain))
        return false;
    if (stem == "and" || stem == "or" || stem == "not" || stem == "in") return false;
    return bracket == std::string::npos || name.find(']') == name.size() - 1;
}

bool startsWith(const std::string& text, const std::string& start) {
    if (text.size() < start.size()) return false;
    return std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    });
}

/// Where the word that ends at the cursor begins; a quote that is open belongs to it.
std::size_t wordStart(const std::string& text, std::size_t cursor) {
    char open = 0;
    std::size_t opened = 0;
    for (std::size_t i = 0; i < cursor; ++i) {
        if (open != 0) {
            if (text[i] == open) open = 0;
        } else if (text[i] == '"' || text[i] == '\'' || text[i] == '`') {
            open = text[i];
            opened = i;
        }
    }
    if (open != 0) return opened;
    std::size_t start = cursor;
    while (start > 0 && plainName(std::string("x") + text[start - 1])) --start;
    return start;
}

/// The text column that the word is compared with; null if it is none.
const Column* comparedColumn(const std::string& before, const DataTable& table, const std::string& network) {
    const auto tokens = filter::tokensOf(before);
    if (!tokens || tokens->size() < 3) return nullptr;
    std::size_t at = tokens->size() - 2;  // before the end
    const auto sign = [&](const char* s) { return (*tokens)[at].kind == Token::Kind::kSign && (*tokens)[at].text == s; };
    // Within a list: back to its “in”.
    while (at > 0 && (sign(",") || sign("(") || (*tokens)[at].kind == Token::Kind::kText)) --at;
    if (!(sign("==") || sign("!=") || sign("~") || sign("in")) || at == 0) return nullptr;
    --at;
    if (at > 0 && sign("!")) --at;
    if ((*tokens)[at].kind != Token::Kind::kName) return nullptr;
    const Column* column = filter::columnOf(table, (*tokens)[at].text, network);
    return column != nullptr && column->kind == Column::Kind::kCategory ? column : nullptr;
}

}  // namespace

std::string filterName(const std::string& key, const std::string& network) {
    const std::string suffix = "[" + network + "]";
    std::string name = key;
    if (!network.empty() && key.size() > suffix.size() && key.ends_with(suffix))
        name = key.substr(0, key.size() - suffix.size());
    return plainName(name) ? name : "`" + name + "`";
}

std::string filterQuoted(const std::string& text) {
    const char mark = text.find('"') == std::string::npos ? '"' : '\'';
    return mark + text + mark;
}

FilterCompletions completeFilter(const std::string& expression, std::size_t cursor, const DataTable& table,
                                 const std::string& network) {
    cursor = std::min(cursor, expression.size());
    FilterCompletions found;
    found.start = wordStart(expression, cursor);
    found.length = cursor - found.start;
    const std::string word = expression.substr(found.start, found.length);
    const auto offer = [&](std::string text, const Text& help) {
        if (found.items.size() < kMost && text != word) found.items.push_back({std::move(text), help});
    };
    if (const Column* column = comparedColumn(expression.substr(0, found.start), table, network)) {
        const bool quoted = !word.empty() && (word[0] == '"' || word[0] == '\'');
        for (const std::string& level : column->levels) {
            if (startsWith(level, quoted ? word.substr(1) : word)) offer(filterQuoted(level), column->title);
        }
        return found;
    }
    if (!word.empty() && (word[0] == '"' || word[0] == '\'')) return found;
    const std::string stem = !word.empty() && word[0] == '`' ? word.substr(1) : word;
    for (const Column& column : table.columns) {
        const std::string name = filterName(column.key, network);
        if (startsWith(name[0] == '`' ? name.substr(1) : name, stem)) offer(name, column.title);
    }
    for (const filter::Function& function : filter::functions()) {
        if (startsWith(function.name, stem)) offer(std::string(function.name) + "(", function.help);
    }
    return found;
}

}  // namespace facespace
