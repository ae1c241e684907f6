#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"
#include "core/features/metric.h"

namespace facespace {

/// How alike two images are, larger is more alike: the cosine, −1 … 1, or minus the Euclidean distance.
/// A score on a fixed grid of 2²¹ + 1 levels from `low` to `high`: everything counted from scores is exact for the rounded
/// scores. The step is of the size of float32 rounding in the scores themselves (cosine: 9.5·10⁻⁷).
struct ScoreScale {
    static constexpr std::int32_t kLevels = (1 << 21) + 1;
    double low = -1, high = 1;
    double step() const { return (high - low) / (kLevels - 1); }
    double value(std::int32_t level) const { return low + step() * level; }
    std::int32_t level(double score) const {
        const double l = (score - low) / step() + 0.5;
        return l <= 0 ? 0 : l >= kLevels - 1 ? kLevels - 1 : static_cast<std::int32_t>(l);
    }
};

/// Scores of all pairs of images, made in square blocks on several threads and handed on at once, never kept.
class PairStream {
  public:
    /// Rows that are not finite are left out; for the cosines also zero rows (after centring).
    PairStream(const FeatureMatrix& x, const std::vector<std::string>& identity, Metric metric);

    std::size_t images() const { return rows_.size(); }
    std::int32_t identities() const { return identities_; }
    std::int64_t zeroRows() const { return zeroRows_; }
    const ScoreScale& scale() const { return scale_; }
    /// Of position p (0 … images()-1; images are grouped by identity): its row of x, and its identity's number.
    std::int64_t row(std::size_t p) const { return rows_[p]; }
    std::int32_t group(std::size_t p) const { return groups_[p]; }
    double score(std::size_t p, std::size_t q) const;

    /// One line of a block: the levels of the pairs (p, firstQ + k), k = 0 … count-1, all p < q.
    struct Line {
        std::size_t block;  ///< Number of the block; blocks have the same content for any number of threads.
        std::size_t p, firstQ, count;
        const std::int32_t* levels;
        bool allImpostor;  ///< No pair of the line is of one identity.
    };
    std::size_t blocks() const;
    /// Calls visit(line) for all pairs p < q, from several threads, the lines of one block in order on one thread.
    /// Errors: kCancelled.
    Result<void> run(const std::function<void(const Line&)>& visit, const JobContext& job, const Text& stage) const;

  private:
    void levelsOf(std::size_t p, std::size_t firstQ, std::size_t count, const float* products, std::int32_t* levels) const;

    Metric metric_;
    FeatureMatrix features_;          // grouped by identity; unit length (cosines) or centred (Euclidean)
    std::vector<float> squaredNorm_;  // Euclidean
    std::vector<std::int64_t> rows_;
    std::vector<std::int32_t> groups_;  // ascending
    std::int32_t identities_ = 0;
    std::int64_t zeroRows_ = 0;
    ScoreScale scale_;
};

}  // namespace facespace
