#pragma once
#include <memory>
#include <optional>
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include "widgets/figure/capture.h"
#include "widgets/figure/map_legend.h"
#include "widgets/map/hover_card.h"
#include "widgets/map/map_overlay.h"
#include "widgets/map/point_cloud.h"
#include "widgets/map/point_labels.h"
#include "widgets/map/point_thumbnails.h"
#include "widgets/map/screen_index.h"
#include "widgets/models/thumbnail_cache.h"
#include "widgets/models/workspace.h"
#include "widgets/vtk/vtk_view.h"

namespace facespace {

/// What dragging with the left button does in the map.
enum class MapTool { kPick, kRectangle, kLasso, kBrush };

/// The map of all images, in 2-D or 3-D: shows the workspace's coordinates in the workspace's colours, hovers, picks and
/// selects. Nothing is left out but what a filter hides: images without coordinates are counted in statusText(). While a map
/// of more than some 150,000 points is moved a sample is drawn, which the status says; all of them as soon as it rests.
///
/// Pointer: wheel zooms at the pointer; middle or right button, or space and left, moves; in the pick tool left moves (2-D)
/// or turns (3-D), and a click selects and makes current; in the other tools left draws. Shift adds, Ctrl removes. Double
/// click or Home shows everything; Esc drops a drawing, else clears the selection; + and − zoom, arrows move. GUI thread
/// only.
class MapView : public QWidget {
    Q_OBJECT
  public:
    /// @param thumbnails  Shared with other views; null: the view makes its own.
    explicit MapView(Workspace* workspace, ThumbnailCache* thumbnails = nullptr, QWidget* parent = nullptr);
    ~MapView() override;

    void setTool(MapTool tool);
    MapTool tool() const { return tool_; }
    void setLegendVisible(bool visible);
    /// What an empty view tells the user to do.
    void setEmptyText(const QString& text);
    /// Faces on the points, as many as fit.
    void setThumbnailsShown(bool shown);
    /// Names of identities, without overlap.
    void setLabelsShown(bool shown);
    /// How densely points lie, as a shade over faint points.
    void setDensityShown(bool shown);
    /// Points travel when another map of the same images comes into view.
    void setAnimated(bool animated) { animated_ = animated; }
    bool travelling() const { return travel_.isActive(); }
    /// True while a sample stands for all points because the view moves.
    bool sampled() const { return resting_.isActive(); }
    const PointThumbnails& faces() const { return faces_; }
    const PointLabels& labels() const { return labels_; }
    void resetView();
    void zoomBy(double factor);

    const MapCamera& camera() const { return camera_; }
    /// False while the whole map is shown, whatever the size of the view.
    bool cameraTouched() const { return cameraTouched_; }
    void setCamera(const MapCamera& camera);
    /// Logical pixels, with what the legend covers.
    MapViewport viewport() const;
    /// "24,000 of 24,000 images"
    QString statusText() const;
    /// Where a row's point is, logical pixels; nothing if it has no coordinates.
    std::optional<QPointF> positionOf(int row) const;
    /// Where an image that is being probed went: its own point first, then where each answer placed it, in the coordinates
    /// that the map shows (z is 0 on a flat one). Fewer than two points: nothing is drawn.
    void setTrail(std::vector<Eigen::Vector3d> points);
    /// The end of the trail, logical pixels; nothing if there is none.
    std::optional<QPointF> probePosition() const;
    /// The part of the map that is in view, for a figure of it.
    MapFigureSpec figureSpec() const;

    VtkView* vtkView() const { return view_; }
    HoverCard* hoverCard() const { return card_; }
    /// How long the last hover look-up took, with building the index if the view had moved; milliseconds.
    double lastPickMs() const { return lastPickMs_; }

    QSize sizeHint() const override { return {900, 700}; }

  Q_SIGNALS:
    void toolChanged(MapTool tool);
    void statusChanged(const QString& text);
    /// The camera was moved by the user or set.
    void viewChanged();
    /// A click took this row into the Inspector.
    void picked(int row);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    enum class Drag { kNone, kPress, kPan, kRotate, kDraw };

    void takeMap(bool moved);
    void takeColours();
    void takeSelection();
    void showCounts();
    void takeFilter();
    bool shows(int row) const;
    void cameraMoved(bool byUser);
    void drawSampleWhileMoving();
    void prepareScene();
    void orderRows();
    void applyCamera();
    double pointRadius() const;

    int rowAt(QPointF position);
    const ScreenIndex& index();
    void hoverAt(QPointF position);
    void layLayers();
    std::vector<ScreenPoint> shownPositions() const;
    void startTravel(const Embedding& from, const MapCamera& before);
    void travel();
    void updateCircles();
    void updateLinks();
    void updateTrail();
    void updateRings();
    void updateCursor();
    void beginDraw(QPointF position);
    void continueDraw(QPointF position);
    void finishDraw(Qt::KeyboardModifiers modifiers);
    void clickAt(QPointF position, Qt::KeyboardModifiers modifiers);
    void stepTo(int arrow);
    void selectCurrent(Qt::KeyboardModifiers modifiers);
    void cancelDraw();

    Workspace* workspace_;
    ThumbnailCache* thumbnails_;
    VtkView* view_;
    MapOverlay* overlay_;
    HoverCard* card_;
    std::unique_ptr<PointCloud> cloud_;

    std::shared_ptr<const Embedding> coordinates_;
    std::vector<std::uint8_t> rgb_;  // As many rows as coordinates_.
    MapBounds bounds_;
    std::size_t drawn_ = 0;
    MapCamera camera_;
    double fittedHalfHeight_ = 1;
    bool cameraTouched_ = false;
    ScreenIndex index_;
    bool indexStale_ = true;
    bool coordinatesStale_ = true, coloursStale_ = true, orderStale_ = true;

    MapTool tool_ = MapTool::kPick;
    Drag drag_ = Drag::kNone;
    bool spaceDown_ = false;
    Qt::MouseButton button_ = Qt::NoButton;
    QPointF pressed_, last_;
    std::vector<ScreenPoint> lasso_;
    std::vector<int> brushed_;
    PointThumbnails faces_;
    PointLabels labels_;
    bool facesShown_ = false, labelsShown_ = false, densityShown_ = false, animated_ = false;
    Embedding travelFrom_, travelNow_;
    std::vector<Eigen::Vector3d> trail_;
    QTimer travel_;
    QTimer resting_;  // Runs while the view moves.
    QElapsedTimer travelled_;
    QString emptyText_;
    double lastPickMs_ = 0;
};

}  // namespace facespace
