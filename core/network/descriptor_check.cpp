#include "core/network/descriptor_check.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <span>
#include <string>

namespace facespace {
namespace {

/// How far from the middle the points of an upright face may lie, as a fraction of the input's width. Those of 112 × 112 lie
/// 1/16 off in an input of 128, the next customary size.
constexpr float kOffCentre = 0.06F;
/// Inputs that templates are customarily made for.
constexpr int kCustomarySides[] = {96, 112, 128, 160, 224};

std::string listed(std::span<const float> values, float factor = 1) {
    std::string text;
    for (const float v : values) text += fmt::format("{}{:.4g}", text.empty() ? "" : ", ", v * factor);
    return text;
}

std::string file(const NetworkDescriptor& d) { return d.descriptorFile.string(); }

Result<void> checkPixels(const NetworkDescriptor& d) {
    const std::span mean(d.mean.data(), static_cast<std::size_t>(d.channelCount()));
    const std::span std(d.std.data(), mean.size());
    const auto below1 = [](float v) { return std::abs(v) < 1; };
    const bool smallStd = std::ranges::any_of(std, below1);
    const bool smallMean = std::ranges::all_of(mean, below1) && std::ranges::any_of(mean, [](float v) { return v != 0; });
    if (!smallStd && !smallMean) return {};
    if (smallStd && std::ranges::all_of(mean, below1))
        return fail(
            ErrorCode::kInvalid,
            say("The network descriptor “{}” has a mean of {} and a std of {}, which are for pixels of 0 to 1; pixels "
                "are 0 to 255 here, so write a mean of {} and a std of {}.",
                file(d), listed(mean), listed(std), listed(mean, 255), listed(std, 255)));
    if (smallStd)
        return fail(ErrorCode::kInvalid,
                    say("The network descriptor “{}” has a mean of {} but a std of {}; pixels are 0 to 255 here, and both "
                        "are on that scale (a std of {}, perhaps).",
                        file(d), listed(mean), listed(std), listed(std, 255)));
    return fail(
        ErrorCode::kInvalid,
        say("The network descriptor “{}” has a std of {} but a mean of {}; pixels are 0 to 255 here, and both are on "
            "that scale (a mean of {}, perhaps).",
            file(d), listed(std), listed(mean), listed(mean, 255)));
}

std::string pointsIn(const Landmarks& points, float width, float height) {
    std::string text;
    for (const Point2& p : points)
        text += fmt::format("{}[{:.4g}, {:.4g}]", text.empty() ? "" : ", ", p.x * width, p.y * height);
    return "[" + text + "]";
}

Result<void> checkOrder(const NetworkDescriptor& d, const Landmarks& p) {
    const float eyes = (p[0].y + p[1].y) / 2, mouth = (p[3].y + p[4].y) / 2;
    if (p[0].x >= p[1].x)
        return fail(ErrorCode::kInvalid,
                    say("The network descriptor “{}” has its eyes exchanged: the eye at the left of the image comes first, "
                        "but the first template point (x = {:.4g}) lies to the right of the second (x = {:.4g}).",
                        file(d), p[0].x, p[1].x));
    if (p[3].x >= p[4].x)
        return fail(
            ErrorCode::kInvalid,
            say("The network descriptor “{}” has the corners of the mouth exchanged: the one at the left of the image "
                "comes first, but the fourth template point (x = {:.4g}) lies to the right of the fifth (x = {:.4g}).",
                file(d), p[3].x, p[4].x));
    if (eyes >= mouth)
        return fail(ErrorCode::kInvalid,
                    say("The network descriptor “{}” has template points whose eyes lie below the mouth; the order is left "
                        "eye, right eye, nose, left and right corner of the mouth, and y runs downwards.",
                        file(d)));
    return {};
}

/// The customary square input that the points fit in the middle of; 0: none.
int sideThatFits(const Landmarks& points, float middle) {
    const auto* fits = std::ranges::find_if(kCustomarySides, [&](int side) {
        const auto s = static_cast<float>(side);
        return std::abs(middle / s - 0.5F) < kOffCentre / 4 &&
               std::ranges::all_of(points, [&](const Point2& p) { return p.x >= 0 && p.x <= s && p.y >= 0 && p.y <= s; });
    });
    return fits == std::end(kCustomarySides) ? 0 : *fits;
}

Result<void> checkPlace(const NetworkDescriptor& d, const Landmarks& points) {
    const auto width = static_cast<float>(d.inputWidth), height = static_cast<float>(d.inputHeight);
    const auto* out =
        std::ranges::find_if(points, [&](const Point2& p) { return p.x < 0 || p.y < 0 || p.x > width || p.y > height; });
    const float middle = ((points[0].x + points[1].x) / 2 + (points[3].x + points[4].x) / 2) / 2;
    const bool central = std::abs(middle / width - 0.5F) <= kOffCentre;
    if (out == points.end() && central) return {};
    if (const int side = sideThatFits(points, middle); side > 0) {
        const float x = width / static_cast<float>(side), y = height / static_cast<float>(side);
        return fail(
            ErrorCode::kInvalid,
            say("The network descriptor “{}” has template points for an input of {} × {} pixels, but its input is {} "
                "× {}; scaled they are {}.",
                file(d), side, side, d.inputWidth, d.inputHeight, pointsIn(points, x, y)));
    }
    if (out != points.end())
        return fail(ErrorCode::kInvalid,
                    say("The network descriptor “{}” has a template point at ({:.4g}, {:.4g}), outside its input of {} × {} "
                        "pixels; were the points made for an input of another size?",
                        file(d), out->x, out->y, d.inputWidth, d.inputHeight));
    return fail(
        ErrorCode::kInvalid,
        say("The network descriptor “{}” has template points around x = {:.4g}, away from the middle of its input of "
            "{} × {} pixels; were they made for an input of another size? If the network was trained so, add "
            "\"as_trained\": true.",
            file(d), middle, d.inputWidth, d.inputHeight));
}

}  // namespace

Result<void> checkScales(const NetworkDescriptor& d) {
    if (d.asTrained) return {};
    if (auto checked = checkPixels(d); !checked) return checked;
    if (!d.alignmentTemplate) return {};
    const Landmarks& points = *d.alignmentTemplate;
    const auto inUnit = [](const Point2& p) { return p.x >= 0 && p.x <= 1 && p.y >= 0 && p.y <= 1; };
    if (std::ranges::all_of(points, inUnit))
        return fail(
            ErrorCode::kInvalid,
            say("The network descriptor “{}” has template points of 0 to 1; they are pixels of its input of {} × {}: "
                "{}.",
                file(d), d.inputWidth, d.inputHeight,
                pointsIn(points, static_cast<float>(d.inputWidth), static_cast<float>(d.inputHeight))));
    if (auto checked = checkOrder(d, points); !checked) return checked;
    return checkPlace(d, points);
}

}  // namespace facespace
