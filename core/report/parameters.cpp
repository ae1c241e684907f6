#include "core/report/parameters.h"

#include <nlohmann/json.hpp>

#include "core/analyses/made_tables.h"
#include "core/common/json_depth.h"

namespace facespace::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kUnit = "unit_of_observation";
constexpr const char* kGrades = "grades_moderate_strong";
constexpr const char* kVideo = "video";  ///< The unit where no column is named.

template <class Options>
auto gradesOf(Options& options) {
    return std::vector{std::pair{"r2", &options.grades.r2},
                       std::pair{"auc", &options.grades.auc},
                       std::pair{"ratio", &options.grades.ratio},
                       std::pair{"difference", &options.grades.difference},
                       std::pair{"variance", &options.grades.variance},
                       std::pair{"rho", &options.grades.rho}};
}

}  // namespace

std::string parametersJson(const ReportOptions& options) {
    Json all;
    if (!options.network.empty()) all["network"] = options.network;
    if (!options.filter.empty()) all["filter"] = options.filter;
    if (!options.chapters.empty()) all["chapters"] = options.chapters;
    if (!options.faces) all["faces"] = false;
    all[kUnit] = options.unit.empty() ? kVideo : options.unit;
    for (const auto& [name, limits] : gradesOf(options)) all[kGrades][name] = {limits->moderate, limits->strong};
    for (const Analysis* analysis : *options.list)
        if (analysis->reported) all[analysis->key] = Json::parse(valuesOf(options.values, *analysis).json(false));
    return all.dump(2, ' ', false, Json::error_handler_t::replace);
}

Result<void> readParameters(ReportOptions& options, const std::string& json) {
    const Json all = nestsDeeper(json) ? Json() : Json::parse(json, nullptr, false);
    if (!all.is_object())
        return fail(ErrorCode::kFormat, say("The parameters are no JSON object; copy them from a file that was made."));
    const auto text = [&](const char* key, const std::string& fallback) {
        const auto at = all.find(key);
        return at != all.end() && at->is_string() ? at->template get<std::string>() : fallback;
    };
    options.network = text("network", options.network);
    options.filter = text("filter", options.filter);
    options.unit = text(kUnit, options.unit);
    if (options.unit == kVideo) options.unit.clear();
    if (const auto chapters = all.find("chapters"); chapters != all.end() && chapters->is_array()) {
        options.chapters.clear();
        for (const Json& key : *chapters)
            if (key.is_string()) options.chapters.push_back(key.get<std::string>());
    }
    if (const auto faces = all.find("faces"); faces != all.end() && faces->is_boolean()) options.faces = faces->get<bool>();
    for (const auto& [name, limits] : gradesOf(options)) {
        const Json given = all.value(kGrades, Json::object()).value(name, Json());
        if (!given.is_array() || given.size() != 2 || !given[0].is_number() || !given[1].is_number()) continue;
        limits->moderate = given[0].get<double>();
        limits->strong = given[1].get<double>();
    }
    for (const Analysis* analysis : *options.list) {
        if (!analysis->reported) continue;
        Values values = valuesOf(options.values, *analysis);
        if (const auto done = setRecorded(values, analysis->key, json, false); !done) return done;
        options.values.insert_or_assign(analysis->key, std::move(values));
    }
    return {};
}

}  // namespace facespace::report
