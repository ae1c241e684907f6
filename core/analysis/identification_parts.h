#pragma once
#include <limits>

#include "core/analysis/identification.h"
#include "core/analysis/jackknife.h"
#include "core/analysis/pair_stream.h"

namespace facespace::identification {

/// A search with what leaving identities out changes about it.
struct Detail {
    Search search;
    std::int32_t turn = 0, otherTurn = 0;  ///< In which its identity is left out, and its most alike other one.
    /// Of the best identity of another turn than `otherTurn`; −∞: there is none.
    double laterScore = -std::numeric_limits<double>::infinity();
    std::vector<std::int32_t> beatenBy;  ///< Turns of the identities before its own, if leaving some out can matter.
};

/// The positions of a gallery's entries and probes in the stream, both rising.
struct Places {
    std::vector<std::size_t> entries, probes;
};

/// Features as they are compared, by position of a stream: at unit length for the cosines, around their mean for the
/// Euclidean distance, with their squared lengths.
struct Compared {
    Metric metric;
    FeatureMatrix features;
    std::vector<float> squaredLengths;
};
Compared comparedFeatures(const PairStream& stream, const FeatureMatrix& x, Metric metric);

/// What the searches of a gallery need.
struct SearchTask {
    const PairStream& stream;
    const Compared& compared;
    const Places& places;
    const std::vector<std::int32_t>* unitOf = nullptr;  ///< By row: entries of the probe's unit are left out; null: itself.
    const LeaveOutTurns& turns;
    std::int32_t mostRank = 0;  ///< Beyond which `beatenBy` cannot matter.
};

/// One for each probe, in their order. Errors: kCancelled.
Result<std::vector<Detail>> searchesOf(const SearchTask& task, const JobContext& job);

/// Fills all rates of `found` from the searches of each gallery.
void addRates(Identification& found, const std::vector<std::vector<Detail>>& galleries, std::size_t turns,
              const IdentificationOptions& options);
/// Per identity, and who is taken for whom.
void addConfusions(Identification& found);

}  // namespace facespace::identification
