// What is written on a map: names of identities, distances of rings, arrows of axes.
#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

#include "core/common/numbers.h"
#include "core/figure/text_measure.h"
#include "core/view/map_marks.h"

namespace facespace {
namespace {

using figure::Align;
using figure::Drawing;
using figure::Path;
using figure::Point;
using figure::Rect;
using figure::TextMeasure;

constexpr Rgb kRingColour{214, 214, 216};
constexpr int kRingSteps = 120, kRings = 4;

Eigen::Vector3d pointOf(const Embedding& coordinates, int row) {
    Eigen::Vector3d point = Eigen::Vector3d::Zero();
    for (Eigen::Index d = 0; d < std::min<Eigen::Index>(coordinates.cols(), 3); ++d)
        point[d] = static_cast<double>(coordinates(row, d));
    return point;
}

/// The image of a group that lies next to its median: a name there stands on one of its own points, even if the group is in
/// several places.
Eigen::Vector3d middleOf(const Embedding& coordinates, const std::vector<int>& rows) {
    Eigen::Vector3d centre = Eigen::Vector3d::Zero();
    for (Eigen::Index d = 0; d < std::min<Eigen::Index>(coordinates.cols(), 3); ++d) {
        std::vector<double> values;
        for (const int row : rows) values.push_back(static_cast<double>(coordinates(row, d)));
        centre[d] = median(std::move(values));
    }
    Eigen::Vector3d best = pointOf(coordinates, rows.front());
    for (const int row : rows) {
        const Eigen::Vector3d point = pointOf(coordinates, row);
        if ((point - centre).squaredNorm() < (best - centre).squaredNorm()) best = point;
    }
    return best;
}

void arrow(Drawing& drawing, Point from, Point to, const figure::Style& style) {
    const double dx = to.x - from.x, dy = to.y - from.y, length = std::hypot(dx, dy), head = 0.45 * style.fontPt;
    if (length < 0.5) return;
    drawing.line(from, to, figure::Stroke{style.line, 0.6, 1, {}});
    if (length < head) return;
    const double ux = dx / length, uy = dy / length;
    const Point base{to.x - ux * head, to.y - uy * head};
    const double w = 0.38 * head;
    drawing.marks.push_back(Path{{{to, {base.x - uy * w, base.y + ux * w}, {base.x + uy * w, base.y - ux * w}}},
                                 true,
                                 figure::Fill{style.line, 1},
                                 {}});
}

}  // namespace

std::vector<MapLabel> MapMarks::labels() const {
    std::map<std::string, std::vector<int>> groups;
    for (const int row : order_) {
        const auto at = static_cast<std::size_t>(row);
        if (at < data_.identities.size() && passes(row)) groups[data_.identities[at]].push_back(row);
    }
    std::map<std::string, Rgb> coloured;
    if (data_.colouring.key == "identity") {
        for (const auto& level : data_.colouring.levels) {
            if (!level.others) coloured[level.name] = level.colour;
        }
    }
    std::vector<MapLabel> found;
    // Numbered among all identities, as the legend does.
    const std::set<std::string> all(data_.identities.begin(), data_.identities.end());
    for (const auto& [name, rows] : groups) {
        const auto number = 1 + std::distance(all.begin(), all.find(name));
        const auto colour = coloured.find(name);
        if (spec_.labels == MapLabels::kColoured && colour == coloured.end()) continue;
        MapLabel label{spec_.privacy ? fmt::format("{}", number) : name,
                       static_cast<int>(rows.size()),
                       middleOf(*data_.coordinates, rows),
                       {}};
        if (colour != coloured.end()) label.colour = colour->second;
        found.push_back(std::move(label));
    }
    std::stable_sort(found.begin(), found.end(), [](const MapLabel& a, const MapLabel& b) {
        if (a.colour.has_value() != b.colour.has_value()) return a.colour.has_value();
        return a.count > b.count;
    });
    return found;
}

void MapMarks::paintLabels(Drawing& drawing) const {
    const TextMeasure measure(style_.fontFamily);
    const double em = style_.fontPt;
    std::vector<Rect> taken;
    for (const MapLabel& label : labels()) {
        const Placed placed = place(label.at);
        if (!placed.inside) continue;
        const double width = measure.width(label.name, em), cap = TextMeasure::capHeight(em);
        // On its point, above it, or below it.
        for (const double shift : {0.0, -1.1, 1.1}) {
            Rect box{placed.at.x - width / 2, placed.at.y - cap / 2 + shift * em, width, cap};
            box.x = std::clamp(box.x, plot_.x, std::max(plot_.x, plot_.right() - width));
            const Rect room{box.x - 0.2 * em, box.y - 0.25 * em, box.width + 0.4 * em, box.height + 0.5 * em};
            if (room.y < plot_.y || room.bottom() > plot_.bottom()) continue;
            if (std::any_of(taken.begin(), taken.end(), [&](const Rect& other) { return other.overlaps(room); })) continue;
            taken.push_back(room);
            drawing.marks.push_back(figure::Text{.text = label.name,
                                                 .raised = {},
                                                 .at = {box.x, box.bottom()},
                                                 .size = em,
                                                 .colour = label.colour ? figure::darker(*label.colour)
                                                           : data_.colouring.key == "identity" ? style_.muted
                                                                                               : style_.ink,
                                                 .halo = style_.background});
            break;
        }
    }
}

std::vector<figure::Text> MapMarks::paintRings(Drawing& drawing) const {
    const double em = style_.fontPt;
    double longest = 0;
    for (const int row : order_) longest = std::max(longest, pointOf(*data_.coordinates, row).norm());
    const Point centre = place(Eigen::Vector3d::Zero()).at;
    std::vector<figure::Text> words;
    drawing.marks.push_back(figure::BeginClip{plot_});
    const auto ticks = figure::makeTicks(figure::Scale::kLinear, 0, longest, {.count = kRings});
    for (const figure::Tick& tick : ticks) {
        if (!(tick.value > 0)) continue;
        const double radius = place(Eigen::Vector3d(tick.value, 0, 0)).at.x - centre.x;
        std::vector<Point> ring;
        for (int i = 0; i < kRingSteps; ++i) {
            const double angle = 2 * std::numbers::pi * i / kRingSteps;
            ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
        }
        drawing.marks.push_back(Path{{std::move(ring)}, true, {}, figure::Stroke{kRingColour, 0.5, 1, {}}});
        words.push_back(figure::Text{.text = tick.text,
                                     .raised = {},
                                     .at = {centre.x + radius, centre.y + TextMeasure::capHeight(em) / 2},
                                     .align = Align::kCentre,
                                     .size = em,
                                     .colour = style_.muted,
                                     .halo = style_.background});
    }
    drawing.marks.push_back(figure::EndClip{});
    return words;
}

void MapMarks::paintAxes(Drawing& drawing) const {
    if (data_.axisLabels.empty()) return;
    const double em = style_.fontPt, length = 2.6 * em;
    const bool is3d = camera_.dims > 2;
    // In 3-D the arrows may point anywhere: their origin is in the middle of the room they turn in.
    const double room = is3d ? length + em : 0.4 * em;
    const TextMeasure measure(style_.fontFamily);
    const double half = measure.width(data_.axisLabels.front(), em) / 2;
    const Point origin{plot_.x + (is3d ? room + em : half), plot_.bottom() - room};
    const Eigen::Matrix3d rotation = camera_.rotation.toRotationMatrix();
    const auto axes = std::min(data_.axisLabels.size(), static_cast<std::size_t>(camera_.dims));
    for (std::size_t axis = 0; axis < axes; ++axis) {
        const Eigen::Vector3d direction = rotation.col(static_cast<Eigen::Index>(axis));
        const Point tip{origin.x + direction.x() * length, origin.y - direction.y() * length};
        arrow(drawing, origin, tip, style_);
        const double width = measure.width(data_.axisLabels[axis], em);
        drawing.marks.push_back(figure::Text{.text = data_.axisLabels[axis],
                                             .raised = {},
                                             .at = {tip.x + direction.x() * (0.5 * em + width / 2),
                                                    tip.y - direction.y() * 0.8 * em + TextMeasure::capHeight(em) / 2},
                                             .align = Align::kCentre,
                                             .size = em,
                                             .colour = style_.ink,
                                             .halo = style_.background});
    }
}

}  // namespace facespace
