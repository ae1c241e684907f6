#include "core/compute/crop_search.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/image/resize.h"

namespace facespace {
namespace {

constexpr int kLongSide = 160;
constexpr double kSmallest = 0.4, kScaleStep = 1.1, kPlaceStep = 0.08;  // of the largest side; of the crop's side
constexpr int kCoarse = 8, kFine = 16;
constexpr std::size_t kRefined = 4;
constexpr double kWorthRefining = 0.75;  // correlation of coarse cells
constexpr double kFirstMove = 0.04, kLastMove = 0.003;
constexpr double kFlat = 1;  // squared grey levels of variance
constexpr double kLeastCorrelation = 0.99, kLeastOfPart = 0.85;
constexpr int kParts = 6, kCellsOfPart = 8;
constexpr double kContrast = 4;  // grey levels, standard deviation in a part

using Box = GreySums::Box;

/// Means less their mean, of length 1; false if all is one grey.
bool standardise(std::vector<double>& cells) {
    double mean = 0, squares = 0;
    for (const double c : cells) mean += c;
    mean /= static_cast<double>(cells.size());
    for (double& c : cells) c -= mean, squares += c * c;
    if (squares < kFlat * static_cast<double>(cells.size())) return false;
    for (double& c : cells) c /= std::sqrt(squares);
    return true;
}

/// The crop against parts of the whole, in cells of a side.
class Matcher {
  public:
    Matcher(const GreySums& whole, const GreySums& crop, int side) : whole_(whole), side_(side) {
        crop.cells({0, 0, static_cast<double>(crop.width()), static_cast<double>(crop.height())}, side, side, crop_);
        usable_ = standardise(crop_);
    }
    bool usable() const { return usable_; }
    double correlation(const Box& box) {
        whole_.cells(box, side_, side_, part_);
        if (!standardise(part_)) return 0;
        double sum = 0;
        for (std::size_t i = 0; i < part_.size(); ++i) sum += part_[i] * crop_[i];
        return sum;
    }

  private:
    const GreySums& whole_;
    int side_;
    bool usable_ = false;
    std::vector<double> crop_, part_;
};

struct Place {
    Box box;
    double correlation = -1;
};

/// The most alike of a grid of places and sizes.
std::vector<Place> coarsePlaces(const GreySums& whole, double aspect, Matcher& matcher) {
    const double largest = std::min<double>(whole.width(), whole.height() * aspect);
    std::vector<Place> places;
    for (double width = largest; width >= kSmallest * largest; width /= kScaleStep) {
        const double height = width / aspect, freeX = whole.width() - width, freeY = whole.height() - height;
        const int columns = 1 + static_cast<int>(std::ceil(freeX / (kPlaceStep * width) - 1e-9));
        const int rows = 1 + static_cast<int>(std::ceil(freeY / (kPlaceStep * height) - 1e-9));
        Place best;
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < columns; ++c) {
                const Box box{columns > 1 ? freeX * c / (columns - 1) : 0, rows > 1 ? freeY * r / (rows - 1) : 0, width,
                              height};
                if (const double found = matcher.correlation(box); found > best.correlation) best = {box, found};
            }
        places.push_back(best);
    }
    std::ranges::stable_sort(places, std::greater<>(), &Place::correlation);
    places.resize(std::min(places.size(), kRefined));
    std::erase_if(places, [](const Place& p) { return p.correlation < kWorthRefining; });
    return places;
}

/// Moves and resizes by smaller and smaller steps while that makes it more alike.
Place refined(Place place, const GreySums& whole, double aspect, Matcher& matcher) {
    const double largest = std::min<double>(whole.width(), whole.height() * aspect);
    place.correlation = matcher.correlation(place.box);
    constexpr std::array<std::array<int, 3>, 6> kMoves{
        {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}}};
    for (double step = kFirstMove; step >= kLastMove;) {
        Place best = place;
        for (const auto& move : kMoves) {
            const double width = std::min(largest, place.box.width * (1 + step * move[2])), height = width / aspect;
            const double x = place.box.x + step * move[0] * width + (place.box.width - width) / 2;
            const double y = place.box.y + step * move[1] * height + (place.box.height - height) / 2;
            const Box box{std::clamp(x, 0.0, std::max(0.0, whole.width() - width)),
                          std::clamp(y, 0.0, std::max(0.0, whole.height() - height)), width, height};
            if (const double found = matcher.correlation(box); found > best.correlation) best = {box, found};
        }
        if (best.correlation > place.correlation)
            place = best;
        else
            step /= 2;
    }
    return place;
}

/// Of two parts of as many cells; 1 where one has no contrast.
double correlationOf(const std::vector<double>& a, const std::vector<double>& b, int left, int top) {
    constexpr int kSide = kParts * kCellsOfPart, kCells = kCellsOfPart * kCellsOfPart;
    double sumA = 0, sumB = 0, aa = 0, bb = 0, ab = 0;
    for (int y = top; y < top + kCellsOfPart; ++y)
        for (int x = left; x < left + kCellsOfPart; ++x) {
            const auto at = static_cast<std::size_t>(y * kSide + x);
            sumA += a[at], sumB += b[at], aa += a[at] * a[at], bb += b[at] * b[at], ab += a[at] * b[at];
        }
    const double varianceA = aa / kCells - sumA * sumA / (kCells * kCells);
    const double varianceB = bb / kCells - sumB * sumB / (kCells * kCells);
    if (std::min(varianceA, varianceB) < kContrast * kContrast) return 1;
    return (ab / kCells - sumA * sumB / (kCells * kCells)) / std::sqrt(varianceA * varianceB);
}

double leastPart(const GreySums& whole, const Box& box, const GreySums& crop) {
    constexpr int kSide = kParts * kCellsOfPart;
    std::vector<double> a, b;
    whole.cells(box, kSide, kSide, a);
    crop.cells({0, 0, static_cast<double>(crop.width()), static_cast<double>(crop.height())}, kSide, kSide, b);
    double least = 1;
    for (int top = 0; top < kSide; top += kCellsOfPart)
        for (int left = 0; left < kSide; left += kCellsOfPart) least = std::min(least, correlationOf(a, b, left, top));
    return least;
}

}  // namespace

GreySums::GreySums(const Image& image) {
    const Image small = fitted(image, kLongSide);
    width_ = small.width;
    height_ = small.height;
    const auto across = static_cast<std::size_t>(width_) + 1;
    sums_.assign(across * (static_cast<std::size_t>(height_) + 1), 0);
    for (int y = 0; y < height_; ++y) {
        double row = 0;
        for (int x = 0; x < width_; ++x) {
            const std::uint8_t* p = small.row(y) + std::ptrdiff_t{3} * x;
            row += 0.2126 * p[0] + 0.7152 * p[1] + 0.0722 * p[2];
            const std::size_t at = (static_cast<std::size_t>(y) + 1) * across + static_cast<std::size_t>(x) + 1;
            sums_[at] = sums_[at - across] + row;
        }
    }
}

/// Between pixels linear in both directions: as if each pixel had its grey all over.
double GreySums::upTo(double x, double y) const {
    const auto across = static_cast<std::size_t>(width_) + 1;
    const auto left = std::min(static_cast<std::size_t>(std::max(x, 0.0)), static_cast<std::size_t>(width_) - 1);
    const auto top = std::min(static_cast<std::size_t>(std::max(y, 0.0)), static_cast<std::size_t>(height_) - 1);
    const double u = x - static_cast<double>(left), v = y - static_cast<double>(top);
    const double* at = sums_.data() + top * across + left;
    return (1 - v) * ((1 - u) * at[0] + u * at[1]) + v * ((1 - u) * at[across] + u * at[across + 1]);
}

void GreySums::cells(const Box& box, int columns, int rows, std::vector<double>& means) const {
    means.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    const double area = box.width * box.height / (columns * rows);
    thread_local std::vector<double> above, below;
    const auto line = [&](int r, std::vector<double>& into) {
        into.resize(static_cast<std::size_t>(columns) + 1);
        for (int c = 0; c <= columns; ++c)
            into[static_cast<std::size_t>(c)] = upTo(box.x + box.width * c / columns, box.y + box.height * r / rows);
    };
    line(0, above);
    std::size_t at = 0;
    for (int r = 0; r < rows; ++r) {
        line(r + 1, below);
        for (std::size_t c = 0; c < static_cast<std::size_t>(columns); ++c)
            means[at++] = (below[c + 1] - below[c] - above[c + 1] + above[c]) / area;
        std::swap(above, below);
    }
}

std::optional<CropFit> cropFit(const GreySums& whole, const GreySums& crop) {
    if (whole.empty() || crop.empty()) return std::nullopt;
    Matcher coarse(whole, crop, kCoarse), fine(whole, crop, kFine);
    if (!coarse.usable() || !fine.usable()) return std::nullopt;
    const double aspect = static_cast<double>(crop.width()) / crop.height();
    Place best;
    for (const Place& place : coarsePlaces(whole, aspect, coarse))
        if (const Place found = refined(place, whole, aspect, fine); found.correlation > best.correlation) best = found;
    if (best.correlation < 0) return std::nullopt;
    return CropFit{best.box.width * best.box.height / (static_cast<double>(whole.width()) * whole.height()),
                   best.correlation, leastPart(whole, best.box, crop)};
}

bool isCrop(const CropFit& fit) { return fit.correlation >= kLeastCorrelation && fit.leastPart >= kLeastOfPart; }

}  // namespace facespace
