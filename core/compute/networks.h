#pragma once
#include <string>

#include "core/project/project.h"

namespace facespace {

/// The network of that name, or the only one if the name is empty.
/// Errors: kNotFound (lists what there is), kInvalid (several and no name).
Result<NetworkRecord> findNetwork(const Project& project, const std::string& name);
/// The same of those given; `file` is the project's name for the sentence.
Result<NetworkRecord> findNetwork(std::vector<NetworkRecord> networks, const std::string& file, const std::string& name);

/// Features without the rows of images that have none, and which rows they are.
struct PresentFeatures {
    FeatureMatrix features;  ///< M × D, no NaN rows; multiplied by `scale`.
    float scale = 1;         ///< Not 1 for values so large or small that squares would not hold in float32.
    std::vector<int> rows;   ///< M rows in import order.
    std::size_t imageCount = 0;
};
/// Errors: kInvalid (the network has no features at all, or some beside which the others are nothing; names the first).
Result<PresentFeatures> presentFeatures(const Project& project, const NetworkRecord& network);

/// Spreads M × dims coordinates over all images; the others are NaN.
Embedding spreadOverImages(const Embedding& present, const std::vector<int>& rows, std::size_t imageCount);

}  // namespace facespace
