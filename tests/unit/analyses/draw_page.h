#pragma once
#include <map>
#include <stdexcept>
#include <string>

#include "core/analyses/draw.h"

/// Figures of a test's project by their name, as `figure --page` draws them.
namespace facespace::test {

using Edits = std::map<std::string, Value>;

/// The values of an analysis with those edits that it has a field for.
inline Values edited(const Analysis& analysis, const Edits& edits) {
    Values values = analysis.defaults();
    for (const auto& [key, value] : edits)
        if (values.has(key) && !values.set(key, value)) throw std::invalid_argument("no value for " + key);
    return values;
}

/// Few resamples and shuffles: what a test of anything but their figures needs.
inline Edits quickEdits() {
    return {{"repeats", std::int64_t{2}},
            {"bootstrap", std::int64_t{40}},
            {"permutations", std::int64_t{29}},
            {"feature-repeats", std::int64_t{1}},
            {"kendall-leave-out", std::int64_t{20}}};
}

inline Result<figure::Figure> drawPage(const std::shared_ptr<const Snapshot>& snapshot, const std::string& page,
                                       const Edits& edits = {}, const AnalysisScope& scope = {"net", {}},
                                       FigureRequest wanted = {}, const std::string& images = "all") {
    const Analysis* analysis = analyses().drawing(page);
    if (analysis == nullptr) return fail(ErrorCode::kNotFound, "There is no figure " + page);
    Edits all = quickEdits();
    for (const auto& [key, value] : edits) all[key] = value;
    all.try_emplace("against", snapshot->projectFile.string());
    wanted.name = page;
    return drawFigure(*analysis, {snapshot, scope, edited(*analysis, all), {}}, wanted, images, {});
}

}  // namespace facespace::test
