#include <fmt/format.h>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/common/numbers.h"
#include "core/compute/trust_report.h"

namespace facespace {
namespace {

nlohmann::json numberOrNull(double value) { return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(); }
double numberOf(const nlohmann::json& j, const char* key) {
    return j.contains(key) && j[key].is_number() ? j[key].get<double>() : kNoValue;
}
std::string cell(double value) { return std::isfinite(value) ? fmt::format("{:.6g}", value) : std::string(); }
std::string quotedCell(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

}  // namespace

std::string trustAsJson(const TrustReport& r) {
    nlohmann::json seeds = nlohmann::json::array();
    for (const auto& s : r.seeds)
        seeds.push_back({{"seed", s.seed},
                         {"kl", numberOrNull(s.klDivergence)},
                         {"trustworthiness", s.trustworthiness},
                         {"continuity", s.continuity},
                         {"preservation", s.preservation},
                         {"agreement", s.agreement}});
    return nlohmann::json{{"map", r.map},
                          {"method", r.method},
                          {"network", r.network},
                          {"metric", r.metric},
                          {"images", r.images},
                          {"k", r.neighbours},
                          {"trustworthiness", r.trustworthiness},
                          {"continuity", r.continuity},
                          {"preservation", r.preservation},
                          {"preservationByChance", r.byChance},
                          {"distanceCorrelation", numberOrNull(r.distanceCorrelation)},
                          {"centroidCorrelation", numberOrNull(r.centroidCorrelation)},
                          {"kl", numberOrNull(r.klDivergence)},
                          {"perplexities", r.perplexities},
                          {"imageK", r.columnNeighbours},
                          {"seeds", seeds},
                          {"seconds", r.seconds}}
        .dump();
}

Result<TrustReport> trustFromJson(const std::string& text) {
    try {
        const auto j = nlohmann::json::parse(text);
        TrustReport r;
        r.map = j.at("map");
        r.method = j.at("method");
        r.network = j.at("network");
        r.metric = j.at("metric");
        r.images = j.at("images");
        r.neighbours = j.at("k").get<std::vector<int>>();
        r.trustworthiness = j.at("trustworthiness").get<std::vector<double>>();
        r.continuity = j.at("continuity").get<std::vector<double>>();
        r.preservation = j.at("preservation").get<std::vector<double>>();
        r.byChance = j.at("preservationByChance").get<std::vector<double>>();
        r.distanceCorrelation = numberOf(j, "distanceCorrelation");
        r.centroidCorrelation = numberOf(j, "centroidCorrelation");
        r.klDivergence = numberOf(j, "kl");
        r.perplexities = j.at("perplexities").get<std::vector<double>>();
        r.columnNeighbours = j.at("imageK");
        r.seconds = j.at("seconds");
        for (const auto& s : j.at("seeds"))
            r.seeds.push_back({s.at("seed"), numberOf(s, "kl"), s.at("trustworthiness"), s.at("continuity"),
                               s.at("preservation"), s.at("agreement")});
        for (const auto* values : {&r.trustworthiness, &r.continuity, &r.preservation, &r.byChance})
            if (values->size() != r.neighbours.size())
                return fail(ErrorCode::kFormat, say("A report on a map has other numbers of k than of figures."));
        return r;
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::kFormat, say("A report on a map cannot be read; measure the map again."));
    }
}

std::string trustAsCsv(const std::vector<TrustReport>& reports) {
    std::string out =
        "map,method,network,metric,images,k,trustworthiness,continuity,preservation,preservation_by_chance,"
        "distance_correlation,centroid_correlation,kl_divergence\r\n";
    for (const TrustReport& r : reports)
        for (std::size_t c = 0; c < r.neighbours.size(); ++c)
            out += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", quotedCell(r.map), r.method,
                               quotedCell(r.network), r.metric, r.images, r.neighbours[c], cell(r.trustworthiness[c]),
                               cell(r.continuity[c]), cell(r.preservation[c]), cell(r.byChance[c]),
                               cell(r.distanceCorrelation), cell(r.centroidCorrelation), cell(r.klDivergence));
    return out;
}

std::string trustSeedsAsCsv(const std::vector<TrustReport>& reports) {
    std::string out = "map,seed,k,kl_divergence,trustworthiness,continuity,preservation,agreement\r\n";
    for (const TrustReport& r : reports)
        for (const auto& s : r.seeds)
            out += fmt::format("{},{},{},{},{},{},{},{}\r\n", quotedCell(r.map), s.seed, r.columnNeighbours,
                               cell(s.klDivergence), cell(s.trustworthiness), cell(s.continuity), cell(s.preservation),
                               cell(s.agreement));
    return out;
}

}  // namespace facespace
