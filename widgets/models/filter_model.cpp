#include "widgets/models/filter_model.h"

#include <algorithm>

#include "widgets/words/core_text.h"

namespace facespace {
namespace {

QString bracketed(const QString& part) { return QStringLiteral("(%1)").arg(part); }

}  // namespace

void FilterModel::setTable(std::shared_ptr<const DataTable> table, const QString& network) {
    table_ = std::move(table);
    network_ = network;
    evaluate();
}

void FilterModel::setState(const State& state) {
    if (state == state_) return;
    const bool hidesChanged = state.hides != state_.hides;
    const QString before = combined();
    state_ = state;
    if (combined() != before) {
        evaluate();
    } else if (hidesChanged) {
        Q_EMIT stateChanged();
    }
    if (hidesChanged) Q_EMIT filterChanged();
}

void FilterModel::setExpression(const QString& expression) {
    State next = state_;
    next.expression = expression;
    setState(next);
}

void FilterModel::setCondition(const QString& key, const QString& condition) {
    State next = state_;
    if (condition.isEmpty()) {
        next.conditions.erase(key);
    } else {
        next.conditions[key] = condition;
    }
    setState(next);
}

void FilterModel::setHides(bool hides) {
    State next = state_;
    next.hides = hides;
    setState(next);
}

void FilterModel::clear() {
    State next;
    next.hides = state_.hides;
    setState(next);
}

QString FilterModel::combined() const {
    const QString typed = state_.expression.trimmed();
    if (state_.conditions.empty()) return typed;
    QStringList parts;
    if (!typed.isEmpty()) parts << bracketed(typed);
    for (const auto& [key, condition] : state_.conditions) parts << bracketed(condition);
    return parts.size() == 1 ? parts.front().mid(1, parts.front().size() - 2) : parts.join(QStringLiteral(" && "));
}

std::vector<int> FilterModel::passingRows() const {
    std::vector<int> rows;
    rows.reserve(passing_);
    const std::size_t count = table_ == nullptr ? 0 : table_->rows;
    for (std::size_t row = 0; row < count; ++row) {
        if (passes(static_cast<int>(row))) rows.push_back(static_cast<int>(row));
    }
    return rows;
}

void FilterModel::evaluate() {
    error_.clear();
    errorPosition_ = errorLength_ = 0;
    const std::size_t rows = table_ == nullptr ? 0 : table_->rows;
    const std::string text = combined().toStdString();
    FilterMask next = mask_;
    bool active = active_;
    if (table_ == nullptr || text.empty()) {
        next.assign(rows, 1);
        active = false;
    } else if (auto mask = evaluateFilter(text, *table_, network_.toStdString()); mask) {
        next = std::move(*mask);
        active = true;
    } else {
        const FilterError& error = mask.error();
        error_ = coreText(error.message);
        errorPosition_ = static_cast<int>(QString::fromStdString(text.substr(0, error.position)).size());
        errorLength_ = static_cast<int>(QString::fromStdString(text.substr(error.position, error.length)).size());
        next.resize(rows, 1);  // Images that were added since pass until the expression is mended.
    }
    if (error_.isEmpty()) inForce_ = state_;
    const bool changed = active != active_ || next != mask_;
    mask_ = std::move(next);
    active_ = active;
    passing_ = static_cast<std::size_t>(std::count(mask_.begin(), mask_.end(), 1));
    Q_EMIT stateChanged();
    if (changed) Q_EMIT filterChanged();
}

}  // namespace facespace
