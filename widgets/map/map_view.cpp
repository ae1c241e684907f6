#include "widgets/map/map_view.h"

#include <vtkCamera.h>
#include <vtkRenderer.h>
#include <algorithm>
#include <cmath>
#include <QElapsedTimer>
#include <QEvent>

#include "widgets/words/number_words.h"

namespace facespace {
namespace {

/// Above this, 3-D points are put in depth order only when the pointer rests.
constexpr std::size_t kOrderWhileTurning = 200'000;

/// The view rests when it has not moved for so long.
constexpr int kRestMs = 250;

std::array<double, 3> toArray(const QColor& colour) { return {colour.redF(), colour.greenF(), colour.blueF()}; }

}  // namespace

MapView::MapView(Workspace* workspace, ThumbnailCache* thumbnails, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      thumbnails_(thumbnails != nullptr ? thumbnails : new ThumbnailCache(workspace, 128, 8 << 20, this)),
      view_(new VtkView(this)),
      overlay_(new MapOverlay(this)),
      card_(new HoverCard(workspace, thumbnails_, this)),
      cloud_(std::make_unique<PointCloud>(view_->renderer())),
      faces_(thumbnails_),
      emptyText_(tr("No map yet. Make one with Analyse ▸ Make map…")) {
    travel_.setInterval(16);
    connect(&travel_, &QTimer::timeout, this, &MapView::travel);
    resting_.setInterval(kRestMs);
    resting_.setSingleShot(true);
    connect(&resting_, &QTimer::timeout, this, [this] {
        showCounts();
        overlay_->update();
        view_->redraw();
    });
    connect(thumbnails_, &ThumbnailCache::thumbnailReady, overlay_, qOverload<>(&QWidget::update));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Map of all images"));
    setAccessibleDescription(tr("Every image is a point. The table shows the same images as text."));
    view_->setAttribute(Qt::WA_TransparentForMouseEvents);
    view_->setFocusPolicy(Qt::NoFocus);
    view_->setBeforeRender([this] { prepareScene(); });

    connect(workspace_, &Workspace::mapChanged, this, [this] { takeMap(false); });
    connect(workspace_, &Workspace::mapMoved, this, [this] { takeMap(true); });
    connect(workspace_, &Workspace::snapshotChanged, this, [this] { Q_EMIT statusChanged(statusText()); });
    connect(&workspace_->colours(), &ColourModel::coloursChanged, this, &MapView::takeColours);
    connect(&workspace_->filter(), &FilterModel::filterChanged, this, &MapView::takeFilter);
    SelectionModel& selection = workspace_->selection();
    connect(&selection, &SelectionModel::selectionChanged, this, &MapView::takeSelection);
    connect(&selection, &SelectionModel::currentChanged, this, [this] {
        updateRings();
        view_->redraw();  // Whether points dim depends on it.
    });
    connect(&selection, &SelectionModel::hoveredChanged, this, &MapView::updateRings);
    for (const auto signal : {&NeighbourModel::neighboursChanged, &NeighbourModel::optionsChanged})
        connect(&workspace_->neighbours(), signal, this, &MapView::updateRings);
    takeColours();
    takeMap(false);
}

MapView::~MapView() {
    // Frames drawn while children are destroyed must not reach this half-gone object.
    view_->setBeforeRender({});
}

// ── What is shown ───────────────────────────────────────────────────────────────────────────────────────────────────

void MapView::takeMap(bool moved) {
    const auto before = coordinates_;
    const std::size_t drawnBefore = drawn_;
    const MapCamera cameraBefore = camera_;
    coordinates_ = workspace_->coordinates();
    if (coordinates_ != nullptr && (coordinates_->rows() == 0 || coordinates_->cols() < 2)) coordinates_ = nullptr;
    bounds_ = coordinates_ == nullptr ? MapBounds() : boundsOf(*coordinates_);
    drawn_ = 0;
    if (coordinates_ != nullptr) {
        for (Eigen::Index row = 0; row < coordinates_->rows(); ++row) drawn_ += coordinates_->row(row).allFinite() ? 1 : 0;
    }
    updateCircles();
    const int dims = coordinates_ == nullptr ? 2 : static_cast<int>(std::min<Eigen::Index>(coordinates_->cols(), 3));
    // A live map that ends is kept in the project as it was last seen: the view stays then, too.
    const bool sameMap = moved || (before != nullptr && coordinates_ != nullptr && before->rows() == coordinates_->rows() &&
                                   before->cols() == coordinates_->cols() && before->isApprox(*coordinates_, 1e-3F));
    if (!sameMap) cameraTouched_ = false;
    if (!sameMap || camera_.dims != dims) {
        camera_ = MapCamera();
        camera_.dims = dims;
        // From slightly above and aside, so that a 3-D map looks it.
        if (dims > 2) camera_.rotate(-32, 22, MapViewport{180, 180});
    }
    camera_.setScene(bounds_);
    coordinatesStale_ = true;
    overlay_->title = workspace_->mapTitle();
    overlay_->axisLabels = mapAxisLabels(*workspace_);
    overlay_->emptyText = drawn_ == 0 ? emptyText_ : QString();
    // A map that moves keeps its colours, and in 2-D the order in which its points are painted.
    if (!moved || drawn_ != drawnBefore) takeColours();
    cameraMoved(false);
    travel_.stop();
    if (animated_ && !sameMap && before != nullptr) startTravel(*before, cameraBefore);
    Q_EMIT statusChanged(statusText());
}

void MapView::takeColours() {
    const QColor back = palette().color(QPalette::Base);
    workspace_->colours().setDarkGround(back.lightness() < 128);
    rgb_ = captureColours(workspace_->colours(), back);
    if (coordinates_ != nullptr) rgb_.resize(static_cast<std::size_t>(coordinates_->rows()) * 3, 128);
    coloursStale_ = orderStale_ = true;
    const QRectF before = overlay_->legendPanel();
    overlay_->legend = captureLegend(workspace_->colours(), back);
    if (before.width() != overlay_->legendPanel().width()) cameraMoved(false);
    overlay_->update();
    view_->redraw();
}

void MapView::takeSelection() {
    orderStale_ = true;
    showCounts();
    overlay_->update();
    view_->redraw();
}

void MapView::takeFilter() {
    indexStale_ = true;  // What is filtered out is not picked.
    takeSelection();
    updateRings();
    layLayers();
    Q_EMIT statusChanged(statusText());
}

bool MapView::shows(int row) const {
    const FilterModel& filter = workspace_->filter();
    return static_cast<std::size_t>(row) >= workspace_->selection().rowCount() || filter.passes(row);
}

void MapView::cameraMoved(bool byUser) {
    cameraTouched_ |= byUser;
    if (byUser) drawSampleWhileMoving();
    const MapViewport port = viewport();
    MapCamera fitted = camera_;
    fitted.fit(bounds_, port);
    fittedHalfHeight_ = fitted.halfHeight;
    if (!cameraTouched_) camera_ = fitted;
    indexStale_ = true;
    const bool turning = drag_ == Drag::kRotate && drawn_ > kOrderWhileTurning;
    if (camera_.dims > 2 && !turning) orderStale_ = true;
    overlay_->camera = camera_;
    showCounts();
    updateRings();
    layLayers();
    overlay_->update();
    view_->redraw();
    if (byUser) Q_EMIT viewChanged();
}

void MapView::drawSampleWhileMoving() {
    if (cloud_->sampleSize() > 0) resting_.start();
}

void MapView::orderRows() {
    std::vector<int> dim, plain, selected;
    if (coordinates_ != nullptr) {
        const SelectionModel& selection = workspace_->selection();
        const QColor grey = overlay_->legend.missingColour;
        const Rgb missing{static_cast<std::uint8_t>(grey.red()), static_cast<std::uint8_t>(grey.green()),
                          static_cast<std::uint8_t>(grey.blue())};
        for (const int row : mapPaintOrder(*coordinates_, rgb_, missing, camera_)) {
            const bool chosen = static_cast<std::size_t>(row) < selection.rowCount() && selection.isSelected(row);
            if (shows(row)) {
                (chosen ? selected : plain).push_back(row);
            } else if (!workspace_->filter().hides()) {
                dim.push_back(row);
            }
        }
    }
    cloud_->setRows(dim, plain, selected);
}

void MapView::prepareScene() {
    if (coordinatesStale_)
        cloud_->setCoordinates(coordinates_ == nullptr ? Embedding(0, 2) : travel_.isActive() ? travelNow_ : *coordinates_);
    if (coloursStale_) cloud_->setColours(coordinates_ == nullptr ? std::vector<std::uint8_t>() : rgb_);
    if (orderStale_) orderRows();
    coordinatesStale_ = coloursStale_ = orderStale_ = false;
    cloud_->setSampled(sampled());

    const QColor back = palette().color(QPalette::Base);
    view_->renderer()->SetBackground(back.redF(), back.greenF(), back.blueF());
    PointCloudStyle style;
    style.pixelRatio = devicePixelRatioF();
    style.radius = pointRadius() * style.pixelRatio;
    style.selectedRadius = style.radius;
    style.dimmed = selectionStandsOut(workspace_->selection()) || densityShown_;
    style.background = toArray(back);
    style.accent = toArray(palette().color(QPalette::Text));
    style.nearPlane = camera_.nearPlane();
    style.farPlane = camera_.farPlane();
    if (camera_.dims > 2) {
        const double middle = (camera_.rotation * (camera_.position() - camera_.sceneCentre)).z();
        style.fadeFront = middle - camera_.sceneRadius;
        style.fadeBack = middle + camera_.sceneRadius;
    }
    cloud_->setStyle(style);
    applyCamera();
}

void MapView::applyCamera() {
    vtkCamera* camera = view_->renderer()->GetActiveCamera();
    const Eigen::Vector3d eye = camera_.position(), up = camera_.up();
    camera->SetParallelProjection(camera_.dims == 2);
    camera->SetPosition(eye.data());
    camera->SetFocalPoint(camera_.centre.data());
    camera->SetViewUp(up.data());
    camera->SetParallelScale(camera_.halfHeight);
    camera->SetViewAngle(MapCamera::kViewAngleDeg);
    camera->SetClippingRange(camera_.nearPlane(), camera_.farPlane());
}

double MapView::pointRadius() const {
    const MapViewport port = viewport();
    return mapPointRadius(drawn_, (port.width - port.right) * port.height, fittedHalfHeight_ / camera_.halfHeight);
}

MapViewport MapView::viewport() const {
    MapViewport port;
    port.width = std::max(width(), 1);
    port.height = std::max(height(), 1);
    const QRectF panel = overlay_->legendPanel();
    if (!panel.isNull()) port.right = port.width - panel.left();
    const double line = fontMetrics().height() * 1.6;
    port.top = overlay_->title.isEmpty() ? 0 : line;
    port.bottom = line;
    return port;
}

QString MapView::statusText() const {
    const std::size_t images = workspace_->snapshot() == nullptr ? drawn_ : workspace_->snapshot()->imageCount();
    const QString all = countText(static_cast<std::int64_t>(images));
    const bool noMap = images > 0 && workspace_->coordinates() == nullptr;
    QString text = noMap ? tr("%1 images, none of them on a map yet").arg(all)
                         : tr("%1 of %2 images").arg(countText(static_cast<std::int64_t>(drawn_)), all);
    const FilterModel& filter = workspace_->filter();
    if (filter.active()) {
        text += tr(" · %1 pass the filter").arg(countText(static_cast<std::int64_t>(filter.passingCount())));
    }
    return text;
}

void MapView::showCounts() {
    overlay_->status = statusText();
    if (sampled()) {
        overlay_->status +=
            tr(" · %1 drawn while the view moves").arg(countText(static_cast<std::int64_t>(cloud_->sampleSize())));
    }
    const std::size_t selected = workspace_->selection().selected().size();
    if (selected == 0) return;
    overlay_->status += tr(" · %1 selected").arg(countText(static_cast<std::int64_t>(selected)));
}

std::optional<QPointF> MapView::positionOf(int row) const {
    if (coordinates_ == nullptr || row < 0 || row >= coordinates_->rows()) return std::nullopt;
    Eigen::Vector3d point = Eigen::Vector3d::Zero();
    for (Eigen::Index d = 0; d < std::min<Eigen::Index>(coordinates_->cols(), 3); ++d) {
        point[d] = static_cast<double>((*coordinates_)(row, d));
    }
    if (!point.allFinite()) return std::nullopt;
    const Eigen::Vector3d at = camera_.project(point, viewport());
    if (!(at.z() > 0)) return std::nullopt;
    return QPointF(at.x(), at.y());
}

MapFigureSpec MapView::figureSpec() const {
    MapFigureSpec spec;
    spec.wholeMap = !cameraTouched_;
    spec.camera = camera_;
    spec.cameraViewport = viewport();
    spec.dimFiltered = !workspace_->filter().hides();
    return spec;
}

// ── The view ────────────────────────────────────────────────────────────────────────────────────────────────────────

void MapView::setTool(MapTool tool) {
    if (tool == tool_) return;
    cancelDraw();
    tool_ = tool;
    updateCursor();
    Q_EMIT toolChanged(tool);
}

void MapView::setLegendVisible(bool visible) {
    overlay_->legendVisible = visible;
    cameraMoved(false);
}

void MapView::setEmptyText(const QString& text) {
    emptyText_ = text;
    overlay_->emptyText = drawn_ == 0 ? text : QString();
    overlay_->update();
}

void MapView::resetView() {
    cameraTouched_ = false;
    cameraMoved(false);
    Q_EMIT viewChanged();
}

void MapView::zoomBy(double factor) {
    const MapViewport port = viewport();
    camera_.zoomAt((port.width - port.right) / 2, port.height / 2, factor, port);
    cameraMoved(true);
}

void MapView::setCamera(const MapCamera& camera) {
    const int dims = camera_.dims;
    camera_ = camera;
    camera_.dims = dims;
    camera_.setScene(bounds_);
    cameraMoved(true);
}

void MapView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    view_->setGeometry(rect());
    overlay_->setGeometry(rect());
    cameraMoved(false);
}

void MapView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange) takeColours();
    if (type == QEvent::FontChange || type == QEvent::StyleChange) cameraMoved(false);
}

void MapView::updateLinks() {
    overlay_->links.clear();
    const NeighbourModel& neighbours = workspace_->neighbours();
    const auto from = positionOf(neighbours.row());
    if (!neighbours.options().links || !from) return;
    for (const NeighbourModel::Found& found : neighbours.found()) {
        if (const auto to = positionOf(found.row)) overlay_->links.push_back({QLineF(*from, *to), found.sameIdentity});
    }
}

void MapView::updateRings() {
    const SelectionModel& selection = workspace_->selection();
    const auto ring = [&](int row, double extra) -> std::optional<MapOverlay::Ring> {
        const auto at = positionOf(row);
        if (!at) return std::nullopt;
        return MapOverlay::Ring{*at, pointRadius() + extra};
    };
    overlay_->current = ring(selection.current(), 5);
    overlay_->hovered = ring(selection.hovered(), 3);
    updateLinks();
    updateTrail();
}

void MapView::setTrail(std::vector<Eigen::Vector3d> points) {
    trail_ = std::move(points);
    updateTrail();
}

void MapView::updateTrail() {
    overlay_->trail.clear();
    overlay_->trailRadius = pointRadius() + 4;
    for (const Eigen::Vector3d& point : trail_) {
        const Eigen::Vector3d at = camera_.project(point, viewport());
        if (at.allFinite() && at.z() > 0) overlay_->trail << QPointF(at.x(), at.y());
    }
    overlay_->update();
}

std::optional<QPointF> MapView::probePosition() const {
    if (overlay_->trail.size() < 2) return std::nullopt;
    return overlay_->trail.back();
}

}  // namespace facespace
