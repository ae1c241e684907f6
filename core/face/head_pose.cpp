#include "core/face/head_pose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <Eigen/Core>
#include <limits>
#include <numbers>
#include <unsupported/Eigen/NonLinearOptimization>

namespace facespace {
namespace {

constexpr double kDegrees = 180.0 / std::numbers::pi;

/// A mean adult face in millimetres, in the camera's axes when the head is held upright and looks straight at it: x to the
/// image's right, y down, z away from the camera; origin between the eyes, whose pupils are 63 mm apart. Nose and mouth lie
/// where detectors put them on upright frontal photographs; their depths are such that a head that turns keeps its pitch.
const std::array<Eigen::Vector3d, 5> kMeanFace{Eigen::Vector3d(-31.5, 0, 0), Eigen::Vector3d(31.5, 0, 0),
                                               Eigen::Vector3d(0, 35.5, -24), Eigen::Vector3d(-28, 61, 16),
                                               Eigen::Vector3d(28, 61, 16)};
constexpr double kEyesToMouth = 61;
constexpr std::array kStretches{0.80, 0.85, 0.90, 0.95, 1.05, 1.10, 1.15, 1.20, 1.25};
constexpr int kMostTries = 60;  // Of a fit; it takes about ten.

double eyesToMouth(const Landmarks& l) {
    const double x = static_cast<double>(l[0].x + l[1].x - l[3].x - l[4].x) / 2;
    const double y = static_cast<double>(l[0].y + l[1].y - l[3].y - l[4].y) / 2;
    return std::hypot(x, y);
}

/// In-plane rotation from the line between eyes and mouth, which a turned head keeps.
double startRoll(const Landmarks& l) {
    return std::atan2(static_cast<double>(l[0].x + l[1].x - l[3].x - l[4].x),
                      static_cast<double>(l[3].y + l[4].y - l[0].y - l[1].y));
}

/// Where the face is: radians about y, then x, then z, and the shift in millimetres.
using Place = Eigen::Matrix<double, 6, 1>;
enum : Eigen::Index { kYaw, kTilt, kRoll, kShift };

/// Residuals of the perspective projection in pixels, and their derivatives, for Eigen's Levenberg-Marquardt (MINPACK).
/// The points are relative to the camera's axis.
class Projection {
  public:
    using Scalar = double;
    using InputType = Eigen::VectorXd;
    using ValueType = Eigen::VectorXd;
    using JacobianType = Eigen::MatrixXd;
    static constexpr int InputsAtCompileTime = Eigen::Dynamic, ValuesAtCompileTime = Eigen::Dynamic;

    /// @param stretch  The mean face made longer or shorter: people differ more in that than their pitch shows in it.
    Projection(const std::array<Eigen::Vector2d, 5>& points, double focal, double stretch)
        : points_(points), focal_(focal), stretch_(stretch) {}
    int inputs() const { return 6; }
    int values() const { return 10; }

    int operator()(const Eigen::VectorXd& place, Eigen::VectorXd& residuals) const {
        for (Eigen::Index i = 0; i < 5; ++i) {
            const Turned t = turned(place, i);
            residuals.segment<2>(2 * i) = focal_ / t.at.z() * t.at.head<2>() - points_[static_cast<std::size_t>(i)];
        }
        return residuals.allFinite() ? 0 : -1;
    }

    int df(const Eigen::VectorXd& place, Eigen::MatrixXd& jacobian) const {
        for (Eigen::Index i = 0; i < 5; ++i) {
            const Turned t = turned(place, i);
            jacobian.middleRows<2>(2 * i) =
                focal_ / t.at.z() * (t.by.topRows<2>() - t.at.head<2>() / t.at.z() * t.by.bottomRows<1>());
        }
        return jacobian.allFinite() ? 0 : -1;
    }

  private:
    struct Turned {
        Eigen::Vector3d at;              ///< In the camera's axes.
        Eigen::Matrix<double, 3, 6> by;  ///< Its derivatives by the place.
    };

    Turned turned(const Eigen::VectorXd& place, Eigen::Index point) const {
        const Eigen::Vector3d& p = kMeanFace[static_cast<std::size_t>(point)];
        const double y = stretch_ * p.y();
        const double sinB = std::sin(place[kYaw]), cosB = std::cos(place[kYaw]);
        const double sinA = std::sin(place[kTilt]), cosA = std::cos(place[kTilt]);
        const double sinC = std::sin(place[kRoll]), cosC = std::cos(place[kRoll]);
        const double x1 = p.x() * cosB + p.z() * sinB, z1 = p.z() * cosB - p.x() * sinB;
        const double y2 = y * cosA - z1 * sinA, z2 = y * sinA + z1 * cosA;
        const double x3 = x1 * cosC - y2 * sinC, y3 = x1 * sinC + y2 * cosC;
        Turned t;
        t.at = Eigen::Vector3d(x3, y3, z2) + place.tail<3>();
        t.by.col(kYaw) << z1 * cosC - x1 * sinA * sinC, z1 * sinC + x1 * sinA * cosC, -x1 * cosA;
        t.by.col(kTilt) << z2 * sinC, -z2 * cosC, y2;
        t.by.col(kRoll) << -y3, x3, 0;
        t.by.rightCols<3>().setIdentity();
        return t;
    }

    const std::array<Eigen::Vector2d, 5>& points_;
    double focal_, stretch_;
};

struct Fit {
    Place place = Place::Zero();
    double error = std::numeric_limits<double>::infinity();  ///< Sum of squares, pixels².
};

Fit fitFrom(const std::array<Eigen::Vector2d, 5>& points, double focal, double stretch, const Place& start) {
    Projection projection(points, focal, stretch);
    Eigen::LevenbergMarquardt<Projection> search(projection);
    search.parameters.maxfev = kMostTries;
    Eigen::VectorXd place = start;
    search.minimize(place);
    const double error = search.fvec.squaredNorm();
    if (!place.allFinite() || !std::isfinite(error) || place[kShift + 2] <= 0) return {};
    return {place, error};
}

/// Angles as the header says, whichever way round the search went.
HeadPose anglesOf(const Place& place) {
    const double side = std::cos(place[kTilt]);
    return {kDegrees * std::atan2(side * std::sin(place[kYaw]), side * std::cos(place[kYaw])),
            -kDegrees * std::asin(std::sin(place[kTilt])),
            kDegrees * std::atan2(side * std::sin(place[kRoll]), side * std::cos(place[kRoll]))};
}

}  // namespace

std::optional<HeadPose> headPoseFromLandmarks(const Landmarks& landmarks, int imageWidth, int imageHeight) {
    const bool finite =
        std::all_of(landmarks.begin(), landmarks.end(), [](const Point2& p) { return std::isfinite(p.x + p.y); });
    if (!finite || imageWidth <= 0 || imageHeight <= 0) return std::nullopt;
    const double height = eyesToMouth(landmarks);
    if (height < 1.0) return std::nullopt;

    // The camera looks at the face: in which corner of the picture it is says nothing about where the head points.
    const double focal = std::max(imageWidth, imageHeight);
    std::array<Eigen::Vector2d, 5> points;
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = {static_cast<double>(landmarks[i].x), static_cast<double>(landmarks[i].y)};
    Eigen::Vector2d centre = Eigen::Vector2d::Zero();
    for (const Eigen::Vector2d& p : points) centre += p / static_cast<double>(points.size());
    for (Eigen::Vector2d& p : points) p -= centre;

    const double depth = focal * kEyesToMouth / height;
    Place start;
    start << 0, 0, startRoll(landmarks), (points[0] + points[1]) / 2 * depth / focal, depth;
    Fit best;
    for (const double yaw : {0.0, -0.8, 0.8}) {
        start[kYaw] = yaw;
        const Fit fit = fitFrom(points, focal, 1.0, start);
        if (fit.error < best.error) best = fit;
    }
    if (!std::isfinite(best.error)) return std::nullopt;
    const Place unstretched = best.place;
    for (const double stretch : kStretches) {
        const Fit fit = fitFrom(points, focal, stretch, unstretched);
        if (fit.error < best.error) best = fit;
    }
    return anglesOf(best.place);
}

}  // namespace facespace
