#pragma once
#include <QWidget>

#include "widgets/models/workspace.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace facespace {

class EmptyState;
class ImageTableModel;
class RowSelector;

/// Every image and every column: sorts, filters by words, hides columns (header menu), copies as CSV. Selection and current
/// image are the workspace's.
class ImageTablePanel : public QWidget {
    Q_OBJECT
  public:
    explicit ImageTablePanel(Workspace* workspace, QWidget* parent = nullptr);

    /// The selected images (all shown ones if none is selected) with the visible columns, in the order shown, with header.
    QString selectedAsCsv() const;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void buildLayout();
    void followTable();
    void followCurrent(int row);
    void followFilter();
    void showHeaderMenu(const QPoint& position);
    void copy() const;
    void updateCount();

    Workspace* workspace_;
    ImageTableModel* model_;
    QTableView* view_;
    RowSelector* selector_;
    QLineEdit* filter_;
    QLabel* count_;
    EmptyState* empty_;
};

}  // namespace facespace
