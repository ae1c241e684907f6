#pragma once
#include <map>
#include <memory>
#include <QObject>
#include <QString>
#include <vector>

#include "core/filter/filter.h"

namespace facespace {

/// Which images a window shows: a typed expression (core/filter) and the conditions of quick controls, all of which must
/// hold. Every view listens. While the expression cannot be understood the last one that could stays in force. GUI thread
/// only.
class FilterModel : public QObject {
    Q_OBJECT
  public:
    /// What the analyst can set, and undo sets back.
    struct State {
        QString expression;
        std::map<QString, QString> conditions;  ///< By column key.
        bool hides = false;
        friend bool operator==(const State&, const State&) = default;
    };

    using QObject::QObject;

    /// @param network  Whose columns a name without brackets means.
    void setTable(std::shared_ptr<const DataTable> table, const QString& network);
    const std::shared_ptr<const DataTable>& table() const { return table_; }
    const QString& network() const { return network_; }

    const State& state() const { return state_; }
    /// The last one that could be understood: what the views show while state() has a mistake in it.
    const State& inForce() const { return inForce_; }
    void setState(const State& state);
    void setExpression(const QString& expression);
    /// Of a quick control; empty: none.
    void setCondition(const QString& key, const QString& condition);
    /// Images that do not pass are left out of the map; else they are dimmed there. Lists leave them out in any case.
    void setHides(bool hides);
    void clear();

    /// Everything that is asked for, as one expression.
    QString combined() const;
    /// Why the expression cannot be understood, "" if it can, and where (characters of combined()).
    const QString& error() const { return error_; }
    int errorPosition() const { return errorPosition_; }
    int errorLength() const { return errorLength_; }

    /// True if some image may not pass.
    bool active() const { return active_; }
    bool hides() const { return state_.hides; }
    bool passes(int row) const {
        return !active_ || static_cast<std::size_t>(row) >= mask_.size() || mask_[static_cast<std::size_t>(row)] != 0;
    }
    /// Per row, 1 passes.
    const FilterMask& mask() const { return mask_; }
    std::size_t passingCount() const { return passing_; }
    /// Ascending.
    std::vector<int> passingRows() const;

  Q_SIGNALS:
    /// The expression, a condition or the error changed.
    void stateChanged();
    /// Other images pass, or they are dimmed where they were hidden.
    void filterChanged();

  private:
    void evaluate();
    std::shared_ptr<const DataTable> table_;
    QString network_;
    State state_, inForce_;
    QString error_;
    int errorPosition_ = 0, errorLength_ = 0;
    FilterMask mask_;
    bool active_ = false;
    std::size_t passing_ = 0;
};

}  // namespace facespace
