#pragma once
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

/// Labels of one target, one per image in import order, NaN where there is none.
struct Labels {
    std::vector<double> values;
    std::string source;  ///< "manifest" or "landmarks (solvePnP)"; empty if no image has a label.
    std::string unit;    ///< "deg" or "".
    bool any() const { return !source.empty(); }
};

/// Yaw, pitch and roll from the manifest, or, if no image carries one, estimated from five landmarks; any other target is a
/// metadata column of numbers. Errors: kNotFound (no such column), kFormat (a value that is not a number).
Result<Labels> labelsOf(const ImageSet& set, const std::string& target);

std::vector<std::string> identitiesOf(const ImageSet& set);

}  // namespace facespace
