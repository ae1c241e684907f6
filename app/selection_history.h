#pragma once
#include <QObject>
#include <QUndoStack>
#include <vector>

#include "widgets/models/selection_model.h"

namespace facespace {

/// Undo and redo of the selection. Changes that follow each other closely, as while a range is brushed, are one step.
class SelectionHistory : public QObject {
    Q_OBJECT
  public:
    explicit SelectionHistory(SelectionModel* selection, QObject* parent = nullptr);
    QUndoStack* stack() { return &stack_; }
    /// Forgets everything, for another project.
    void clear();

  private:
    void record();
    SelectionModel* selection_;
    QUndoStack stack_;
    std::vector<int> last_;
    bool applying_ = false;
    friend class SelectionChange;
};

}  // namespace facespace
