#include "core/dataset/landmark_check.h"

#include <algorithm>
#include <cstdint>

#include "core/common/number_text.h"
#include "core/common/parallel.h"
#include "core/dataset/text.h"
#include "core/image/header.h"

namespace facespace {
namespace {

constexpr std::size_t kMostOpened = 100'000;
/// What a detector may put beyond the edge of an image that cuts a face off, as a fraction of its longer side.
constexpr float kBeyond = 0.25F;
/// Of the distance from the eyes to the mouth.
constexpr float kCrossed = 0.3F;
/// One row in so many with left and right exchanged is no accident of a detector.
constexpr std::size_t kMistakenShare = 20;

bool inUnit(const Landmarks& landmarks) {
    return std::ranges::all_of(landmarks, [](const Point2& p) { return p.x >= 0 && p.x <= 1 && p.y >= 0 && p.y <= 1; });
}

/// However the face is turned in the plane: from the left to the right point, downwards is to the right-hand side. In
/// profile detectors put left and right on one another, a little crossed: that is not meant.
bool exchanged(const Landmarks& l) {
    const Point2 down{(l[3].x + l[4].x - l[0].x - l[1].x) / 2, (l[3].y + l[4].y - l[0].y - l[1].y) / 2};
    const auto side = [&](const Point2& left, const Point2& right) {
        return (right.x - left.x) * down.y - (right.y - left.y) * down.x;
    };
    const float limit = -kCrossed * (down.x * down.x + down.y * down.y);
    return side(l[0], l[1]) < limit && side(l[3], l[4]) < limit;
}

/// The header does not say whether the image is stored on its side, so its longer side holds for both.
bool outside(const Landmarks& landmarks, const ImageHeader& image) {
    const auto side = static_cast<float>(std::max(image.width, image.height));
    const auto beyond = [&](float v) { return v < -kBeyond * side || v > (1 + kBeyond) * side; };
    return std::ranges::any_of(landmarks, [&](const Point2& p) { return beyond(p.x) || beyond(p.y); });
}

/// Rows whose landmarks lie outside their image, in order.
std::vector<std::size_t> rowsOutside(const ImageSet& set, const std::vector<std::size_t>& rows, const JobContext& job) {
    std::vector<char> found(rows.size(), 0);
    parallelChunks(rows.size(), 64, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !job.cancelled(); ++i) {
            const ImageRecord& record = set.images[rows[i]];
            const auto header = readImageHeader(set.root / record.path);
            found[i] = header && outside(*record.landmarks, *header) ? 1 : 0;
        }
    });
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (found[i] != 0) result.push_back(rows[i]);
    return result;
}

std::vector<std::size_t> spread(const std::vector<std::size_t>& rows) {
    if (rows.size() <= kMostOpened) return rows;
    std::vector<std::size_t> some(kMostOpened);
    for (std::size_t i = 0; i < kMostOpened; ++i) some[i] = rows[i * rows.size() / kMostOpened];
    return some;
}

}  // namespace

std::vector<Text> landmarkWarnings(const ImageSet& set, const JobContext& job) {
    std::vector<std::size_t> unit, wrongWay, pixels;
    for (std::size_t row = 0; row < set.images.size(); ++row) {
        const auto& landmarks = set.images[row].landmarks;
        if (!landmarks) continue;
        if (exchanged(*landmarks)) wrongWay.push_back(row);
        (inUnit(*landmarks) ? unit : pixels).push_back(row);
    }
    const auto path = [&](const std::vector<std::size_t>& rows) { return readableText(set.images[rows.front()].path); };
    const auto count = [](const std::vector<std::size_t>& rows) { return static_cast<std::int64_t>(rows.size()); };
    std::vector<Text> warnings;
    if (!unit.empty())
        warnings.push_back(
            sayCount("The landmarks of one row (“{1}”) are in 0 to 1; they should be pixels of the image, or faces are cut "
                     "out wrongly.",
                     "The landmarks of {} rows, the first is “{}”, are in 0 to 1; they should be pixels of the image, or "
                     "faces are cut "
                     "out wrongly.",
                     count(unit), groupedNumber(count(unit)), path(unit)));
    // A mistake in the columns is one of many rows; a few are profiles.
    if (wrongWay.size() * kMistakenShare > unit.size() + pixels.size())
        warnings.push_back(
            sayCount("The landmarks of one row (“{1}”) have left and right exchanged: the first eye and the first corner of "
                     "the mouth "
                     "are those at the left of the image.",
                     "The landmarks of {} rows, the first is “{}”, have left and right exchanged: the first eye and the "
                     "first corner of "
                     "the mouth are those at the left of the image.",
                     count(wrongWay), groupedNumber(count(wrongWay)), path(wrongWay)));
    if (set.root.empty()) return warnings;
    if (const auto out = rowsOutside(set, spread(pixels), job); !out.empty())
        warnings.push_back(sayCount("The landmarks of one row (“{1}”) lie outside its image.",
                                    "The landmarks of {} rows, the first is “{}”, lie outside their images.", count(out),
                                    groupedNumber(count(out)), path(out)));
    return warnings;
}

}  // namespace facespace
