#pragma once
#include <QWidget>
#include <vector>

#include "widgets/models/workspace.h"

class QCheckBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace facespace {

class FilterEdit;
class QuickFilter;
class TextLabel;

/// The filter: its expression, why it is not understood, how many images pass, and quick controls for columns.
class FilterPanel : public QWidget {
    Q_OBJECT
  public:
    explicit FilterPanel(Workspace* workspace, QWidget* parent = nullptr);

  private:
    void buildLayout();
    void followTable();
    void followState();
    void followCount();
    void fillMenu();
    void addControl(const QString& key);
    void removeControl(QuickFilter* control);
    const Column* findColumn(const QString& key) const;

    Workspace* workspace_;
    FilterEdit* edit_;
    TextLabel* error_;
    QLabel* count_;
    QToolButton *select_, *clear_, *add_;
    QCheckBox* hide_;
    QVBoxLayout* controlsLayout_ = nullptr;
    std::vector<QuickFilter*> controls_;
    std::shared_ptr<const DataTable> controlsOf_;
    bool startingSet_ = true;  ///< The controls are those that a new project begins with.
};

}  // namespace facespace
