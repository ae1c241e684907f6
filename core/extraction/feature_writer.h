#pragma once
#include <chrono>
#include <unordered_set>
#include <vector>

#include "core/common/result.h"
#include "core/features/feature_matrix.h"
#include "core/project/project.h"

namespace facespace {

/// Features and skip reasons of some images.
struct FeatureBatch {
    std::vector<ImageId> images;
    FeatureMatrix features;  ///< A row for each of them.
    std::vector<SkipRecord> skipped;
    std::vector<DetectedFaceRecord> faces;
};

/// Where some columns of a batch go.
struct FeatureTarget {
    NetworkId network;
    std::size_t first = 0, count = 0;            ///< Columns.
    std::unordered_set<std::int64_t> pending{};  ///< The images that it lacks: others stay as they are.
};

/// Collects batches and writes them in transactions. One thread at a time.
class FeatureWriter {
  public:
    FeatureWriter(Project& project, std::vector<FeatureTarget> targets, std::chrono::milliseconds commitEvery)
        : project_(project),
          targets_(std::move(targets)),
          commitEvery_(commitEvery),
          extracted_(targets_.size(), 0),
          skipped_(targets_.size(), 0) {}

    /// Writes what has come if it is time. Errors: those of Project::putFeatures.
    Result<void> add(FeatureBatch batch);
    Result<void> flush();

    /// Images that came, with a feature or without.
    std::int64_t images() const { return images_; }
    /// Of one target.
    std::int64_t extracted(std::size_t target) const { return extracted_[target]; }
    std::int64_t skipped(std::size_t target) const { return skipped_[target]; }

  private:
    Result<void> write(const FeatureTarget& target);

    Project& project_;
    const std::vector<FeatureTarget> targets_;
    const std::chrono::milliseconds commitEvery_;
    std::vector<FeatureBatch> waiting_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
    std::vector<std::int64_t> extracted_, skipped_;
    std::int64_t images_ = 0;
};

}  // namespace facespace
