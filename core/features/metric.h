#pragma once
#include <string>
#include <vector>

#include "core/common/result.h"

namespace facespace {

/// What two features are compared by, be it neighbours, pairs or maps. As a distance the cosine c is √(2 − 2c), that of the
/// features at unit length.
enum class Metric {
    kEuclidean,      ///< |x − y|, the distance of the raw features.
    kCosine,         ///< Of the angle between x and y; a zero vector has none.
    kCentredCosine,  ///< The cosine after the mean of all features was subtracted.
};

struct MetricName {
    Metric metric;
    const char* name;  ///< "euclidean", "cosine" or "centred-cosine": in files and on the command line.
    Phrase title;      ///< For people.
};
/// All there are.
const std::vector<MetricName>& metrics();
std::vector<std::string> metricNames();
const char* nameOf(Metric metric);
/// Errors: kInvalid (lists what there is).
Result<Metric> metricNamed(const std::string& name);

}  // namespace facespace
