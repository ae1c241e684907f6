#include "core/analysis/statistics_parts.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace facespace::statistics {

std::vector<std::int32_t> Complete::weightOf(const std::vector<std::int32_t>& clusterWeights) const {
    std::vector<std::int32_t> weight(rows.size());
    for (std::size_t i = 0; i < weight.size(); ++i)
        weight[i] = clusterWeights[static_cast<std::size_t>(groups.clusters().groupOf[i])];
    return weight;
}

std::vector<std::vector<std::int64_t>> Complete::rowsOfClusters() const {
    std::vector<std::vector<std::int64_t>> of(static_cast<std::size_t>(groups.clusters().count));
    for (std::size_t i = 0; i < rows.size(); ++i)
        of[static_cast<std::size_t>(groups.clusters().groupOf[i])].push_back(static_cast<std::int64_t>(i));
    return of;
}

bool constant(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [&](double v) { return v == values.front(); });
}

Result<Complete> complete(const std::vector<const std::vector<double>*>& variables, const Units& units,
                          const std::string& xName, const std::string& yName) {
    for (const auto* v : variables)
        if (v->size() != units.rows()) throw std::logic_error("statistics: one value and one identity per image");
    Complete c;
    c.values.resize(variables.size());
    for (std::size_t i = 0; i < units.rows(); ++i) {
        if (!std::all_of(variables.begin(), variables.end(), [&](const auto* v) { return std::isfinite((*v)[i]); }))
            continue;
        c.rows.push_back(static_cast<std::int64_t>(i));
        for (std::size_t k = 0; k < variables.size(); ++k) c.values[k].push_back((*variables[k])[i]);
    }
    if (c.rows.size() < 3)
        return fail(ErrorCode::kInvalid,
                    say("Only {} images have both {} and {}; at least 3 are needed: import or compute the "
                        "missing values.",
                        c.rows.size(), xName, yName));
    for (const std::size_t k : {std::size_t{0}, std::size_t{1}})
        if (constant(c.values[k]))
            return fail(ErrorCode::kInvalid, say("{} is the same ({:g}) for all {} images, so nothing can be related to it.",
                                                 k == 0 ? xName : yName, c.values[k].front(), c.rows.size()));
    c.groups = units.of(c.rows);
    return c;
}

}  // namespace facespace::statistics
