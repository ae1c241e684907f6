#pragma once
#include <functional>
#include <QElapsedTimer>
#include <QObject>
#include <QUndoStack>
#include <vector>

#include "core/view/map_camera.h"
#include "widgets/models/workspace.h"

namespace facespace {

class MapView;

/// Undo and redo of what the analyst sets: selection, filter, colouring, tags and notes, and the view of the map. Changes of
/// one kind that follow each other closely, as while a range is brushed or the map is dragged, are one step.
class History : public QObject {
    Q_OBJECT
  public:
    explicit History(Workspace* workspace, QObject* parent = nullptr);
    /// The map whose view is undone too.
    void follow(MapView* map);
    QUndoStack* stack() { return &stack_; }
    /// Forgets everything, for another project.
    void clear();

  private:
    struct Colouring {
        QString key;
        std::vector<QString> highlighted;
        bool wholeRange = false;
        friend bool operator==(const Colouring&, const Colouring&) = default;
    };
    struct View {
        MapId map;
        MapCamera camera;
        bool fitted = true;
    };
    void takeNow();
    Colouring colouringNow() const;
    View viewNow() const;
    void recordSelection();
    void recordFilter();
    void recordColouring();
    void recordView();
    void push(int kind, const QString& text, std::function<void()> undo, std::function<void()> redo);

    Workspace* workspace_;
    MapView* map_ = nullptr;
    QUndoStack stack_;
    std::vector<int> selection_;
    FilterModel::State filter_;
    Colouring colouring_;
    View view_;
    QElapsedTimer lastStep_;
    bool applying_ = false;
    friend class HistoryStep;
};

}  // namespace facespace
