#pragma once
#include <memory>
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/projection/neighbours.h"

namespace facespace {

/// In which order an ExactSearch looks at the rows.
enum class SearchOrder {
    kAsGiven,
    kShuffled,  ///< By a hash of their values: part of the search is a search among a random part of the rows.
};

/// exactNeighbours() in parts, so that something can be done with the nearest found so far. What is found after a part is
/// the same for any number of threads.
class ExactSearch {
  public:
    /// Errors: kInvalid as exactNeighbours().
    static Result<ExactSearch> create(const FeatureMatrix& x, int k, Metric metric,
                                      SearchOrder order = SearchOrder::kAsGiven, int parts = 1);
    ExactSearch(ExactSearch&&) noexcept;
    ExactSearch& operator=(ExactSearch&&) noexcept;
    ~ExactSearch();

    int parts() const;
    /// Does the parts that are missing up to the given number. Errors: kCancelled.
    tl::expected<void, Error> runTo(int part, const JobContext& job = {});
    /// The k nearest rows found so far, after at least one part; their distances may be blurred. @param k  At most that of
    /// the search, and at most 64.
    NeighbourGraph soFar(int k);
    /// The neighbours, after all parts. The search is used up.
    NeighbourGraph finish();

  private:
    struct Impl;
    explicit ExactSearch(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace facespace
