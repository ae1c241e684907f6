#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/analysis/ratings.h"
#include "core/common/text.h"
#include "core/project/snapshot.h"

namespace facespace {

/// A table of what people say. Entries are images (0 … images − 1 of the project) or, behind these, identities (images +
/// place in `identities`).
struct RatingTable {
    std::vector<std::string> identities;      ///< Named in the table, by place.
    std::vector<RatedPair> pairs;             ///< Of a table of pairs.
    std::vector<std::string> traits;          ///< Of a table of faces: names,
    std::vector<std::int64_t> faces;          ///< entries,
    std::vector<std::vector<double>> values;  ///< and values, NaN: none.
    std::vector<Text> notes;
};

/// See SpacesAnalysisOptions::ratings. Errors: kIo, kFormat (no numbers; says what is needed), kNotFound (names nobody
/// here).
Result<RatingTable> readRatings(const std::filesystem::path& file, const Snapshot& snapshot);

}  // namespace facespace
