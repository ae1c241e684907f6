#pragma once
#include <QMenu>
#include <QObject>

#include "widgets/jobs/job_runner.h"
#include "widgets/models/workspace.h"

namespace facespace {

/// The Select menu's commands beyond the simple ones: same identity, neighbours, and selections kept under a name in the
/// project. GUI thread only.
class SelectionActions : public QObject {
    Q_OBJECT
  public:
    /// Adds its actions to the menu; `window` is the parent of its dialogs.
    SelectionActions(Workspace* workspace, QMenu* menu, QWidget* window);

    /// Adds the k nearest neighbours of every selected image, as the Inspector compares them.
    void growToNeighbours();
    void selectSameIdentity();

  Q_SIGNALS:
    void problem(const QString& message);

  private:
    void askForName();
    void fillKept();
    void refresh();
    Workspace* workspace_;
    QWidget* window_;
    QAction *same_, *grow_, *keep_;
    QMenu* kept_;
    JobRunner grower_;
};

}  // namespace facespace
