#pragma once
#include <QWidget>

#include "widgets/models/distance_summary.h"
#include "widgets/models/thumbnail_cache.h"
#include "widgets/models/workspace.h"
#include "widgets/panels/inspector_loader.h"

class QComboBox;
class QFormLayout;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace facespace {

class EmptyState;
class FaceView;
class HeadPoseDial;
class MiniHistogram;
class ThumbnailStrip;

/// All about the current image: the picture as stored and as the network saw it, what its label says, its distance from the
/// origin, its predicted pose, its neighbours. Numbers appear at once; the picture is decoded on a worker thread.
class InspectorPanel : public QWidget {
    Q_OBJECT
  public:
    explicit InspectorPanel(Workspace* workspace, QWidget* parent = nullptr);
    /// The row whose picture is on screen, -1 while it is being read.
    int shownRow() const { return shownRow_; }

  private:
    QWidget* buildPictures();
    QWidget* buildDistance();
    QWidget* buildPose();
    void buildLayout();
    void followSnapshot();
    void showRow(int row);
    void showFacts(int row);
    void showDistance(int row);
    void showPose(int row);
    void showImage(const InspectedImage& image);
    QWidget* buildNeighbours();
    void showNeighbours();
    void followNeighbourOptions();
    QString tipFor(int row) const;
    void openInFileManager() const;

    Workspace* workspace_;
    InspectorLoader loader_;
    ThumbnailCache thumbnails_;
    DistanceSummary distances_;
    std::shared_ptr<const Snapshot> summarised_;
    int shownRow_ = -1;

    EmptyState* empty_ = nullptr;
    FaceView *stored_ = nullptr, *crop_ = nullptr;
    QToolButton *overlay_ = nullptr, *links_ = nullptr;
    QSpinBox* k_ = nullptr;
    QComboBox* metric_ = nullptr;
    QLabel *identity_ = nullptr, *distance_ = nullptr, *percentile_ = nullptr;
    QLineEdit* path_ = nullptr;
    QLabel* poseCells_[2][3] = {};
    QWidget* pose_ = nullptr;
    QLabel* poseNote_ = nullptr;
    QFormLayout* facts_ = nullptr;
    MiniHistogram* histogram_ = nullptr;
    HeadPoseDial* dial_ = nullptr;
    ThumbnailStrip *nearest_ = nullptr, *same_ = nullptr;
};

}  // namespace facespace
