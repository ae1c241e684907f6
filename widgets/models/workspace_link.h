#pragma once
#include <QObject>

#include "widgets/models/workspace.h"

namespace facespace {

/// Keeps a second workspace at the same project, selection, colouring and filter as the first, so that another map can be
/// shown beside it under one selection. The second's network and map are its own; measures of a network are those of its
/// own network there. Selecting, hovering and clicking in either counts in both. GUI thread only.
class WorkspaceLink : public QObject {
    Q_OBJECT
  public:
    WorkspaceLink(Workspace* first, Workspace* second, QObject* parent = nullptr);

  private:
    void followSnapshot();
    void followColours();
    void joinSelections(SelectionModel* from, SelectionModel* to);
    Workspace *first_, *second_;
};

}  // namespace facespace
