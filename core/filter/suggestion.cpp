// Near misses: what somebody may have meant by a word that is none.
#include <algorithm>
#include <optional>

#include "core/filter/hint.h"
#include "core/filter/value.h"

namespace facespace {
namespace filter {
namespace {

/// Longer words are no misspellings, and the search costs the product of the lengths.
constexpr std::size_t kLongest = 80, kFewestWithin = 3;

/// Edits (insert, delete, replace) between two short words, regardless of case.
std::size_t editsBetween(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t up = row[j];
            row[j] = std::min({up + 1, row[j - 1] + 1, corner + (lower(a[i - 1]) == lower(b[j - 1]) ? 0U : 1U)});
            corner = up;
        }
    }
    return row[b.size()];
}

/// Of several the first with fewest edits; else the shortest that holds the word, or that it begins with.
class Nearest {
  public:
    explicit Nearest(const std::string& word) : word_(word), low_(lowered(word)) {
        fewest_ = std::max<std::size_t>(2, word.size() / 3) + 1;
    }
    void offer(const std::string& other) {
        if (other == word_ || other.size() > kLongest || word_.size() > kLongest) return;
        const std::size_t gap = other.size() > word_.size() ? other.size() - word_.size() : word_.size() - other.size();
        if (gap < fewest_) {
            // Words that share nothing are not near each other.
            const std::size_t edits = editsBetween(word_, other);
            if (edits < fewest_ && edits < std::max(word_.size(), other.size())) {
                fewest_ = edits;
                near_ = other;
            }
        }
        const bool within = low_.size() >= kFewestWithin && lowered(other).find(low_) != std::string::npos;
        if (within && (within_.empty() || other.size() < within_.size())) within_ = other;
    }
    std::string best() const { return near_.empty() ? within_ : near_; }

  private:
    const std::string &word_, low_;
    std::size_t fewest_;
    std::string near_, within_;
};

Text didYouMean(const std::string& best) { return best.empty() ? Text() : say("Did you mean “{}”?", best); }

bool isFunction(const std::string& name) {
    return std::ranges::any_of(functions(), [&](const Function& f) { return name == f.name; });
}

/// A text that a column of few values is held against and that it never has.
struct Missed {
    const Column* column;
    const Node* text;
};

bool lacks(const Column& column, const std::string& text) {
    return std::ranges::find(column.levels, text) == column.levels.end();
}

std::optional<Missed> missedIn(const Node& node, const DataTable& table, const std::string& network) {
    const auto between = [&](const Node& name, const Node& text) -> std::optional<Missed> {
        if (name.kind != Node::Kind::kName || text.kind != Node::Kind::kText) return std::nullopt;
        const Column* column = columnOf(table, name.text, network);
        if (column == nullptr || column->kind != Column::Kind::kCategory || !lacks(*column, text.text)) return std::nullopt;
        return Missed{column, &text};
    };
    if (node.kind == Node::Kind::kIn)
        for (std::size_t i = 1; i < node.children.size(); ++i)
            if (auto found = between(node.children[0], node.children[i])) return found;
    if (node.kind == Node::Kind::kCompare)
        for (std::size_t i = 0; i < node.signs.size(); ++i) {
            if (node.signs[i] != "==") continue;
            if (auto found = between(node.children[i], node.children[i + 1])) return found;
            if (auto found = between(node.children[i + 1], node.children[i])) return found;
        }
    for (const Node& child : node.children)
        if (auto found = missedIn(child, table, network)) return found;
    return std::nullopt;
}

}  // namespace

Text suggestedColumn(const std::string& name, const DataTable& table, const std::string& network) {
    if (isFunction(name)) return say("It is a function, as in {}(…).", name);
    Nearest nearest(name);
    for (const Column& column : table.columns) nearest.offer(filterName(column.key, network));
    return didYouMean(nearest.best());
}

Text suggestedFunction(const std::string& name, const DataTable& table, const std::string& network) {
    if (columnOf(table, name, network) != nullptr) return say("It is a column: leave the parentheses out.");
    Nearest nearest(name);
    for (const Function& function : functions()) nearest.offer(function.name);
    return didYouMean(nearest.best());
}

Text suggestedValue(const std::string& text, const std::vector<std::string>& values) {
    Nearest nearest(text);
    for (const std::string& value : values) nearest.offer(value);
    return didYouMean(nearest.best());
}

}  // namespace filter

Text filterHint(const std::string& expression, const DataTable& table, const std::string& network) {
    const auto tree = filter::parse(expression);
    if (!tree) return {};
    const auto missed = filter::missedIn(*tree, table, network);
    if (!missed) return {};
    return inARow({say("“{}” has no value “{}”.", missed->column->key, missed->text->text),
                   filter::suggestedValue(missed->text->text, missed->column->levels)});
}

}  // namespace facespace
