#include "core/face/head_pose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <opencv2/calib3d.hpp>
#include <vector>

namespace facespace {
namespace {

constexpr double kDegrees = 180.0 / std::numbers::pi;

/// A mean adult face in millimetres, in the camera's axes when the head is held upright and looks straight at it: x to the
/// image's right, y down, z away from the camera; origin between the eyes, whose pupils are 63 mm apart. Nose and mouth lie
/// where detectors put them on upright frontal photographs; their depths are such that a head that turns keeps its pitch.
const std::array<cv::Point3d, 5> kMeanFace{cv::Point3d(-31.5, 0, 0), cv::Point3d(31.5, 0, 0), cv::Point3d(0, 35.5, -24),
                                           cv::Point3d(-28, 61, 16), cv::Point3d(28, 61, 16)};
constexpr double kEyesToMouth = 61;
constexpr std::array kStretches{0.80, 0.85, 0.90, 0.95, 1.05, 1.10, 1.15, 1.20, 1.25};

struct Fit {
    cv::Mat rotation, shift;
    double error = std::numeric_limits<double>::infinity();
};

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

/// The mean face made longer or shorter: people differ more in that than their pitch shows in it.
std::vector<cv::Point3d> stretchedFace(double stretch) {
    std::vector<cv::Point3d> face(kMeanFace.begin(), kMeanFace.end());
    for (cv::Point3d& p : face) p.y *= stretch;
    return face;
}

Fit fitFrom(const std::vector<cv::Point2d>& points, const std::vector<cv::Point3d>& face, const cv::Matx33d& camera,
            const cv::Mat& rotation, const cv::Mat& shift) {
    Fit fit{rotation.clone(), shift.clone(), std::numeric_limits<double>::infinity()};
    if (!cv::solvePnP(face, points, camera, cv::noArray(), fit.rotation, fit.shift, true, cv::SOLVEPNP_ITERATIVE))
        return fit;
    if (fit.shift.at<double>(2) <= 0) return fit;
    std::vector<cv::Point2d> projected;
    cv::projectPoints(face, fit.rotation, fit.shift, camera, cv::noArray(), projected);
    double error = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const cv::Point2d d = points[i] - projected[i];
        error += d.dot(d);
    }
    if (std::isfinite(error)) fit.error = error;
    return fit;
}

/// R = Rz(roll) · Rx(pitch) · Ry(yaw) in the camera's axes, signs as the header says.
HeadPose anglesOf(const cv::Mat& rotation) {
    cv::Matx33d r;
    cv::Rodrigues(rotation, r);
    const double pitch = -std::asin(std::clamp(r(2, 1), -1.0, 1.0));
    const double yaw = std::atan2(-r(2, 0), r(2, 2));
    const double roll = std::atan2(-r(0, 1), r(1, 1));
    return {yaw * kDegrees, pitch * kDegrees, roll * kDegrees};
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
    cv::Point2d centre(0, 0);
    std::vector<cv::Point2d> points;
    for (const Point2& p : landmarks) {
        points.emplace_back(static_cast<double>(p.x), static_cast<double>(p.y));
        centre += points.back() * (1.0 / static_cast<double>(landmarks.size()));
    }
    const cv::Matx33d camera(focal, 0, centre.x, 0, focal, centre.y, 0, 0, 1);
    const double depth = focal * kEyesToMouth / height;
    const cv::Point2d eyes = (points[0] + points[1]) * 0.5;
    const cv::Vec3d shift((eyes.x - centre.x) * depth / focal, (eyes.y - centre.y) * depth / focal, depth);

    Fit best;
    cv::Matx33d roll, turn;
    cv::Rodrigues(cv::Vec3d(0, 0, startRoll(landmarks)), roll);
    for (const double yaw : {0.0, -0.8, 0.8}) {
        cv::Rodrigues(cv::Vec3d(0, yaw, 0), turn);
        cv::Vec3d start;
        cv::Rodrigues(roll * turn, start);
        Fit fit = fitFrom(points, stretchedFace(1.0), camera, cv::Mat(start), cv::Mat(shift));
        if (fit.error < best.error) best = fit;
    }
    if (!std::isfinite(best.error)) return std::nullopt;
    const Fit unstretched = best;
    for (const double stretch : kStretches) {
        Fit fit = fitFrom(points, stretchedFace(stretch), camera, unstretched.rotation, unstretched.shift);
        if (fit.error < best.error) best = fit;
    }
    if (!std::isfinite(best.error)) return std::nullopt;
    return anglesOf(best.rotation);
}

}  // namespace facespace
