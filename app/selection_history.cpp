#include "app/selection_history.h"

#include <QElapsedTimer>
#include <QScopedValueRollback>

namespace facespace {
namespace {

constexpr qint64 kSameStepMs = 400;
constexpr int kCommandId = 1;
constexpr int kMostSteps = 200;

}  // namespace

class SelectionChange : public QUndoCommand {
  public:
    SelectionChange(SelectionHistory* history, std::vector<int> before, std::vector<int> after)
        : QUndoCommand(QObject::tr("selection")), history_(history), before_(std::move(before)), after_(std::move(after)) {
        made_.start();
    }
    int id() const override { return kCommandId; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const SelectionChange*>(other);
        if (made_.elapsed() > kSameStepMs) return false;
        after_ = next->after_;
        made_.restart();
        return true;
    }
    void undo() override { apply(before_); }
    void redo() override { apply(after_); }

  private:
    void apply(const std::vector<int>& rows) {
        if (rows == history_->selection_->selected()) return;
        const QScopedValueRollback<bool> guard(history_->applying_, true);
        history_->selection_->select(rows);
        history_->last_ = rows;
    }
    SelectionHistory* history_;
    std::vector<int> before_, after_;
    QElapsedTimer made_;
};

SelectionHistory::SelectionHistory(SelectionModel* selection, QObject* parent) : QObject(parent), selection_(selection) {
    stack_.setUndoLimit(kMostSteps);
    connect(selection_, &SelectionModel::selectionChanged, this, &SelectionHistory::record);
}

void SelectionHistory::clear() {
    stack_.clear();
    last_ = selection_->selected();
}

void SelectionHistory::record() {
    if (applying_) return;
    const auto now = selection_->selected();
    stack_.push(new SelectionChange(this, std::exchange(last_, now), now));
}

}  // namespace facespace
