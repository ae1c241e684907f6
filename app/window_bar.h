#pragma once
#include <QToolBar>

#include "widgets/models/workspace.h"

class QComboBox;

namespace facespace {

class GroupedChoice;

/// The toolbar's choices of network, map and colouring, each in step with the workspace.
class WindowBar : public QToolBar {
    Q_OBJECT
  public:
    explicit WindowBar(Workspace* workspace, QWidget* parent = nullptr);

  private:
    void addChoice(QComboBox* box, const QString& name);
    void refresh();
    void refreshMaps();
    void refreshColours();

    Workspace* workspace_;
    QComboBox *networks_, *maps_;
    GroupedChoice* colours_;
};

}  // namespace facespace
