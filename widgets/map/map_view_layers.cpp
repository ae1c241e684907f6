// What lies on and around the points: faces, names, density, circles of a radial map; and points that travel between maps.
#include <cmath>

#include "core/common/numbers.h"
#include "widgets/map/density_image.h"
#include "widgets/map/map_view.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr double kTravelMs = 450;
constexpr std::size_t kMostTravellers = 150'000;
constexpr double kDensitySpread = 7;  // Logical pixels.

constexpr int kFacesBytes = 64 << 20, kCardBytes = 8 << 20;

/// 1, 2 or 5 times a power of ten, so that about four circles fit below `largest`.
double roundStep(double largest) {
    const double rough = largest / 4, unit = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * unit >= 0.8 * rough) return factor * unit;
    }
    return 10 * unit;
}

}  // namespace

void MapView::setThumbnailsShown(bool shown) {
    facesShown_ = shown;
    // Hundreds of faces lie on the points; without them only the card at the pointer has one.
    thumbnails_->setLimit(shown ? kFacesBytes : kCardBytes);
    if (!shown) faces_.forget();
    layLayers();
}

void MapView::setLabelsShown(bool shown) {
    labelsShown_ = shown;
    layLayers();
}

void MapView::setDensityShown(bool shown) {
    densityShown_ = shown;
    layLayers();
    view_->redraw();
}

std::vector<ScreenPoint> MapView::shownPositions() const {
    std::vector<ScreenPoint> points;
    if (coordinates_ == nullptr) return points;
    const MapViewport port = viewport();
    const Eigen::Matrix4d clip = camera_.clipFromMap(port.aspect());
    points.assign(static_cast<std::size_t>(coordinates_->rows()), {kNoValueFloat, kNoValueFloat});
    const bool is3d = coordinates_->cols() > 2;
    for (Eigen::Index row = 0; row < coordinates_->rows(); ++row) {
        if (!shows(static_cast<int>(row)) || !coordinates_->row(row).allFinite()) continue;
        const Eigen::Vector4d at(static_cast<double>((*coordinates_)(row, 0)), static_cast<double>((*coordinates_)(row, 1)),
                                 is3d ? static_cast<double>((*coordinates_)(row, 2)) : 0.0, 1.0);
        const Eigen::Vector4d p = clip * at;
        if (!(p.w() > 0)) continue;
        points[static_cast<std::size_t>(row)] = {static_cast<float>((p.x() / p.w() + 1) / 2 * port.width),
                                                 static_cast<float>((1 - p.y() / p.w()) / 2 * port.height)};
    }
    return points;
}

void MapView::layLayers() {
    faces_.clear();
    labels_.clear();
    overlay_->faces = {};
    overlay_->labels = nullptr;
    overlay_->density = QImage();
    const bool any = (facesShown_ || labelsShown_ || densityShown_) && coordinates_ != nullptr && !travel_.isActive();
    if (any) {
        const auto points = shownPositions();
        const QSizeF area = size();
        if (densityShown_)
            overlay_->density = densityImage(points, area, kDensitySpread, palette().color(QPalette::Highlight));
        if (facesShown_) {
            faces_.place(points, area, fittedHalfHeight_ / camera_.halfHeight);
            overlay_->faces = [this](QPainter& painter) {
                faces_.paint(painter, workspace_->colours(), devicePixelRatioF());
            };
        }
        const DataTable* table = workspace_->table().get();
        const Column* identity = labelsShown_ && table != nullptr ? table->find("identity") : nullptr;
        if (identity != nullptr) {
            QFont bold = font();
            bold.setWeight(QFont::DemiBold);
            labels_.place(points, *identity, area, bold, overlay_->legendPanel());
            overlay_->labels = &labels_;
        }
    }
    overlay_->update();
}

void MapView::updateCircles() {
    overlay_->circles.clear();
    if (!workspace_->radialShown() || bounds_.empty()) return;
    double largest = 0;
    for (Eigen::Index row = 0; row < coordinates_->rows(); ++row) {
        if (coordinates_->row(row).allFinite())
            largest = std::max(largest, static_cast<double>(coordinates_->row(row).norm()));
    }
    if (!(largest > 0)) return;
    const double step = roundStep(largest);
    for (double radius = step; radius <= largest * 1.001; radius += step)
        overlay_->circles.emplace_back(radius, digitsText(radius, 6));
    // The whole map is the whole of its circles and of their names.
    if (overlay_->circles.empty()) return;
    const double outermost = overlay_->circles.back().first * 1.03;
    for (int d = 0; d < 2; ++d) {
        bounds_.lower[d] = std::min(bounds_.lower[d], -outermost);
        bounds_.upper[d] = std::max(bounds_.upper[d], outermost);
    }
}

void MapView::startTravel(const Embedding& from, const MapCamera& before) {
    if (coordinates_ == nullptr || from.rows() != coordinates_->rows() ||
        static_cast<std::size_t>(from.rows()) > kMostTravellers)
        return;
    // From where each point was on the screen, in the plane of the new view.
    const MapViewport port = viewport();
    const double units = camera_.unitsPerPixel(port);
    const auto back = camera_.rotation.conjugate();
    travelFrom_ = *coordinates_;
    for (Eigen::Index row = 0; row < from.rows(); ++row) {
        Eigen::Vector3d old = Eigen::Vector3d::Zero();
        for (Eigen::Index d = 0; d < std::min<Eigen::Index>(from.cols(), 3); ++d) old[d] = static_cast<double>(from(row, d));
        if (!old.allFinite()) continue;  // it appears where it belongs
        const Eigen::Vector3d screen = before.project(old, port);
        const Eigen::Vector3d start = camera_.centre + back * Eigen::Vector3d((screen.x() - port.width / 2) * units,
                                                                              (port.height / 2 - screen.y()) * units, 0);
        for (Eigen::Index d = 0; d < std::min<Eigen::Index>(travelFrom_.cols(), 3); ++d)
            travelFrom_(row, d) = static_cast<float>(start[d]);
    }
    travelNow_ = travelFrom_;
    travelled_.start();
    travel_.start();
    layLayers();
}

void MapView::travel() {
    const double share = std::min(1.0, static_cast<double>(travelled_.elapsed()) / kTravelMs);
    const auto eased = static_cast<float>(share * share * (3 - 2 * share));
    if (share >= 1 || coordinates_ == nullptr) {
        travel_.stop();
        layLayers();
    } else {
        travelNow_ = travelFrom_ + eased * (*coordinates_ - travelFrom_);
    }
    coordinatesStale_ = true;
    view_->redraw();
}

}  // namespace facespace
