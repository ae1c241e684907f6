#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/experiment1.h"
#include "core/common/result.h"
#include "core/face/head_pose.h"
#include "core/project/project.h"

namespace facespace {

/// Labels of one target, one per image in import order, NaN where there is none.
struct Labels {
    std::vector<double> values;        ///< Of a two-class target 0 or 1.
    Text source;                       ///< "manifest" or "landmarks (solvePnP)"; empty if no image has a label.
    std::string unit;                  ///< "deg" or "".
    std::vector<std::string> classes;  ///< What 0 and 1 stand for; empty for a target of numbers.
    bool any() const { return !source.empty(); }
    bool twoClasses() const { return classes.size() == 2; }
};

/// |pitch| up to this is "centred".
constexpr double kCentredPitchDeg = 10;

/// Which way an image's five landmarks say that the face looks; none without landmarks, or where no pose fits. Reads the
/// image's size from its file, where that is there. Thread-safe.
std::optional<HeadPose> landmarkPose(const ImageSet& set, const ImageRecord& image);

/// Targets: "yaw", "pitch", "roll" and "abs_yaw" from the manifest; yaw and roll, if no image carries one, estimated
/// from five landmarks, which do not tell pitch; "pitch_centred" (two classes: |pitch| within the limit or not); "media"
/// (still or video); else a metadata column of numbers, or of two different values. Errors: kNotFound (no such column),
/// kFormat (neither numbers nor two values).
Result<Labels> computeLabels(const ImageSet& set, const std::string& target, double centredPitchDeg = kCentredPitchDeg);

/// The name of a class for people: those of “media” and “pitch_centred” are ours, others stay as they are.
Text classText(const std::string& target, const std::string& name);

/// For the analyses of two classes; `labels` must have two.
ClassTarget classTargetOf(const Labels& labels);

std::vector<std::string> identitiesOf(const ImageSet& set);

/// A sentence if the yaw labels look reversed: yaw from five landmarks, which has a rank correlation of 0.97 with the truth,
/// goes the other way. Of at most 1,000 images spread over the set; empty if they agree or there are too few to tell.
Text reversedYawSentence(const ImageSet& set);

}  // namespace facespace
