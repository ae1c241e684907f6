#pragma once
#include <QWidget>

#include "widgets/models/workspace.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace facespace {

class EmptyState;
class IdentityModel;
class RowSelector;

/// The identities of the image set: search, sort, click to select an identity's images. The identities chosen here are the
/// ones that stand out when points are coloured by identity.
class IdentityPanel : public QWidget {
    Q_OBJECT
  public:
    explicit IdentityPanel(Workspace* workspace, QWidget* parent = nullptr);

  private:
    void buildLayout();
    void refresh();
    void highlightSelected();

    Workspace* workspace_;
    IdentityModel* model_;
    QTableView* view_;
    RowSelector* selector_;
    QLineEdit* search_;
    QLabel* count_;
    EmptyState* empty_;
};

}  // namespace facespace
