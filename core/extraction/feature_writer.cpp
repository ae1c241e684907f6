#include "core/extraction/feature_writer.h"

#include <algorithm>
#include <iterator>

namespace facespace {

Result<void> FeatureWriter::add(FeatureBatch batch) {
    images_ += static_cast<std::int64_t>(batch.images.size() + batch.skipped.size());
    for (std::size_t t = 0; t < targets_.size(); ++t) {
        const auto lacks = [&](ImageId id) { return targets_[t].pending.contains(id.value); };
        extracted_[t] += std::ranges::count_if(batch.images, lacks);
        skipped_[t] += std::ranges::count_if(batch.skipped, lacks, &SkipRecord::image);
    }
    waiting_.push_back(std::move(batch));
    if (std::chrono::steady_clock::now() - last_ < commitEvery_) return {};
    return flush();
}

Result<void> FeatureWriter::flush() {
    std::vector<DetectedFaceRecord> faces;
    for (const FeatureBatch& batch : waiting_) faces.insert(faces.end(), batch.faces.begin(), batch.faces.end());
    last_ = std::chrono::steady_clock::now();
    // First the faces: after a kill in between, the same landmarks give the same features again.
    if (!faces.empty())
        if (auto kept = project_.putDetectedFaces(faces); !kept) return kept;
    for (const FeatureTarget& target : targets_)
        if (auto put = write(target); !put) return put;
    waiting_.clear();
    return {};
}

Result<void> FeatureWriter::write(const FeatureTarget& target) {
    std::vector<Project::FeatureRow> rows;
    std::vector<SkipRecord> skipped;
    for (const FeatureBatch& batch : waiting_) {
        for (std::size_t i = 0; i < batch.images.size(); ++i) {
            if (!target.pending.contains(batch.images[i].value)) continue;
            const float* row = batch.features.row(static_cast<Eigen::Index>(i)).data();
            rows.push_back({batch.images[i], {row + target.first, target.count}});
        }
        std::ranges::copy_if(batch.skipped, std::back_inserter(skipped),
                             [&](const SkipRecord& s) { return target.pending.contains(s.image.value); });
    }
    if (rows.empty() && skipped.empty()) return {};
    return project_.putFeatures(target.network, rows, skipped);
}

}  // namespace facespace
