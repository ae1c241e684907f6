#include "core/view/map_marks.h"

#include <algorithm>
#include <cmath>

#include "core/figure/text_measure.h"
#include "core/view/map_points.h"

namespace facespace {
namespace {

using figure::Dots;
using figure::Drawing;
using figure::Picture;
using figure::Point;
using figure::Rect;

constexpr double kPale = 0.72;     ///< How far points that do not matter go into the background.
constexpr double kFarthest = 0.6;  ///< How far the back of a 3-D map does.
constexpr double kRimFrom = 1.0;   ///< Points of a larger radius have a rim.
constexpr double kRim = 0.25, kFineRim = 0.12, kSelectedRim = 0.5;

Rgb mixed(Rgb a, Rgb b, double t) {
    const auto mix = [t](std::uint8_t x, std::uint8_t y) { return static_cast<std::uint8_t>(std::lround(x + t * (y - x))); };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b)};
}

std::vector<std::uint8_t> bytesOf(const std::vector<Rgb>& colours) {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(3 * colours.size());
    for (const Rgb c : colours) bytes.insert(bytes.end(), {c.r, c.g, c.b});
    return bytes;
}

}  // namespace

MapMarks::MapMarks(const MapFigureData& data, const MapFigureSpec& spec, const Rect& plot, const figure::Style& style)
    : data_(data), spec_(spec), plot_(plot), style_(style) {
    port_.width = plot.width;
    port_.height = plot.height;
    const MapBounds bounds = boundsOf(*data.coordinates);
    camera_ = spec.camera;
    camera_.dims = static_cast<int>(std::min<Eigen::Index>(data.coordinates->cols(), 3));
    camera_.fit(bounds, port_);
    if (camera_.dims == 2) camera_.rotation = Eigen::Quaterniond::Identity();
    double zoom = 1;
    if (!spec.wholeMap) {
        const double whole = camera_.halfHeight;
        camera_ = spec.camera.reframed(spec.cameraViewport, port_);
        camera_.setScene(bounds);
        zoom = whole / camera_.halfHeight;
    }
    clipFromMap_ = camera_.clipFromMap(port_.aspect());
    order_ = mapPaintOrder(*data.coordinates, bytesOf(data.colouring.colours), data.colouring.missingColour, camera_);
    const auto count = static_cast<double>(std::max<std::size_t>(order_.size(), 1));
    radius_ = std::clamp(0.32 * std::sqrt(plot.width * plot.height / count), 0.22, 2.4) *
              std::pow(std::clamp(zoom, 0.5, 30.0), 0.4) * spec.pointScale;
}

MapMarks::Placed MapMarks::place(const Eigen::Vector3d& point) const {
    const Eigen::Vector4d clip = clipFromMap_ * point.homogeneous();
    if (!(clip.w() > 0)) return {};
    Placed placed;
    placed.at = {plot_.x + (clip.x() / clip.w() + 1) / 2 * plot_.width,
                 plot_.y + (1 - clip.y() / clip.w()) / 2 * plot_.height};
    placed.depth = clip.w();
    placed.inside = placed.at.x >= plot_.x - radius_ && placed.at.x <= plot_.right() + radius_ &&
                    placed.at.y >= plot_.y - radius_ && placed.at.y <= plot_.bottom() + radius_;
    return placed;
}

MapMarks::Placed MapMarks::place(int row) const {
    Eigen::Vector3d point = Eigen::Vector3d::Zero();
    for (Eigen::Index d = 0; d < camera_.dims; ++d) point[d] = static_cast<double>((*data_.coordinates)(row, d));
    return place(point);
}

bool MapMarks::passes(int row) const {
    const auto at = static_cast<std::size_t>(row);
    return at >= data_.passes.size() || data_.passes[at] != 0;
}

bool MapMarks::isSelected(int row) const {
    const auto at = static_cast<std::size_t>(row);
    return spec_.selection && at < data_.selected.size() && data_.selected[at] != 0;
}

void MapMarks::paint(Drawing& drawing, const std::vector<MapThumbnail>& thumbnails) const {
    std::vector<figure::Text> distances;
    if (data_.radial && spec_.axes) distances = paintRings(drawing);
    paintPoints(drawing);
    paintThumbnails(drawing, thumbnails);
    for (figure::Text& distance : distances) drawing.marks.push_back(std::move(distance));
    if (spec_.labels != MapLabels::kNone) paintLabels(drawing);
    if (spec_.axes && !data_.radial) paintAxes(drawing);
}

void MapMarks::paintPoints(Drawing& drawing) const {
    const bool choose = spec_.selection && !data_.selected.empty();
    const bool diverging =
        data_.colouring.kind == Colouring::Kind::kNumbers && data_.colouring.scale.map == figure::ColourMap::kDiverging;
    Dots under, points, chosen;
    for (Dots* dots : {&under, &points, &chosen}) {
        dots->radius = radius_;
        // The middle of a diverging scale is nearly white: its small points need a rim too.
        dots->rimWidth = radius_ > kRimFrom ? kRim : diverging ? kFineRim : 0;
    }
    under.rimWidth = 0;
    chosen.radius = std::max(radius_ * 1.15, 0.9);
    chosen.rimWidth = kSelectedRim;
    chosen.rim = style_.ink;
    for (const int row : order_) {
        const bool pass = passes(row);
        if (!pass && !spec_.dimFiltered) continue;
        const Placed placed = place(row);
        if (!placed.inside) continue;
        const auto at = static_cast<std::size_t>(row);
        Rgb colour = at < data_.colouring.colours.size() ? data_.colouring.colours[at] : kPlainColour;
        if (camera_.dims > 2) colour = mixed(colour, style_.background, kFarthest * camera_.fade(placed.depth));
        Dots& dots = !pass || (choose && !isSelected(row)) ? under : isSelected(row) ? chosen : points;
        if (&dots == &under) colour = mixed(colour, style_.background, kPale);
        dots.centres.push_back(placed.at);
        dots.colours.push_back(colour);
    }
    drawing.marks.push_back(figure::BeginClip{plot_});
    for (Dots* dots : {&under, &points, &chosen}) {
        if (!dots->centres.empty()) drawing.marks.push_back(std::move(*dots));
    }
    drawing.marks.push_back(figure::EndClip{});
}

void MapMarks::paintThumbnails(Drawing& drawing, const std::vector<MapThumbnail>& thumbnails) const {
    const double side = spec_.thumbnailMm * figure::kPointsPerMm;
    std::vector<Rect> taken;
    drawing.marks.push_back(figure::BeginClip{plot_});
    for (const MapThumbnail& thumbnail : thumbnails) {
        const Placed placed = place(thumbnail.row);
        if (!placed.inside || thumbnail.image == nullptr || thumbnail.image->empty()) continue;
        const double longest = std::max(thumbnail.image->width, thumbnail.image->height);
        const double w = side * thumbnail.image->width / longest, h = side * thumbnail.image->height / longest;
        const Rect box{placed.at.x - w / 2, placed.at.y - h / 2, w, h};
        if (std::any_of(taken.begin(), taken.end(), [&](const Rect& other) { return other.overlaps(box); })) continue;
        taken.push_back(box);
        const auto at = static_cast<std::size_t>(thumbnail.row);
        const Rgb colour = at < data_.colouring.colours.size() ? data_.colouring.colours[at] : kPlainColour;
        drawing.marks.push_back(Picture{thumbnail.image, box, true, figure::Stroke{colour, 0.7, 1, {}}});
    }
    drawing.marks.push_back(figure::EndClip{});
}

std::vector<int> MapMarks::spreadRows(double side, std::size_t most) const {
    std::vector<int> candidates;
    // Paint order is shuffled: taking its rows one after the other spreads the pictures evenly.
    for (const bool selected : {true, false}) {
        for (const int row : order_) {
            if (isSelected(row) == selected && passes(row)) candidates.push_back(row);
        }
    }
    std::vector<int> rows;
    std::vector<Rect> taken;
    for (const int row : candidates) {
        if (rows.size() >= most) break;
        const Placed placed = place(row);
        const Rect box{placed.at.x - side / 2, placed.at.y - side / 2, side, side};
        if (!placed.inside || box.x < plot_.x || box.y < plot_.y || box.right() > plot_.right() ||
            box.bottom() > plot_.bottom())
            continue;
        if (std::any_of(taken.begin(), taken.end(), [&](const Rect& other) { return other.overlaps(box); })) continue;
        taken.push_back(box);
        rows.push_back(row);
    }
    return rows;
}

}  // namespace facespace
