#include "core/analyses/made_tables.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/common/json_depth.h"
#include "core/common/whole_file.h"

namespace facespace {
namespace {

using Json = nlohmann::ordered_json;

template <class Pairs>
void addOnce(Pairs& pairs, const std::string& key, const std::string& value) {
    if (std::ranges::none_of(pairs, [&](const auto& pair) { return pair.first == key; })) pairs.emplace_back(key, value);
}

}  // namespace

Table columnsTable(const std::vector<Table>& tables, const std::vector<const Analysis*>& analyses) {
    Table all{"columns", say("What the columns mean"), {"table", "column", "meaning", "unit", "source"}, {}, false};
    for (const Table& table : tables)
        for (const std::string& column : table.columns)
            for (const Analysis* analysis : analyses)
                if (const ColumnMeaning* c = analysis->meaningOf(table.name, column)) {
                    all.add(table.name, column, c->meaning, c->unit, c->source);
                    break;
                }
    return all;
}

void MadeTables::add(const Findings& findings, std::vector<Table> tables) {
    add(findings.analysis(), findings.snapshot(), findings.network(), findings.values(), std::move(tables));
}

void MadeTables::add(const Analysis& analysis, const Snapshot& snapshot, const std::string& network, const Values& values,
                     std::vector<Table> tables) {
    project_ = snapshot.projectFile.filename().string();
    const FeatureSet* set = snapshot.featureSet(network);
    if (set != nullptr) addOnce(networks_, network, weightsForFile(set->network));
    Values said = values;
    for (const Field& field : values.fields())  // they name files of people
        if (snapshot.anonymous && (field.file || field.key == "image")) (void)said.set(field.key, std::string());
    addOnce(values_, analysis.key, said.json(false));
    if (std::ranges::find(analyses_, &analysis) == analyses_.end()) analyses_.push_back(&analysis);
    for (Table& table : tables) tables_.push_back(std::move(table));
}

std::string MadeTables::parameters() const {
    Json all{{"software", "FaceSpace"}, {"project", project_}};
    for (const auto& [name, hash] : networks_) all["networks"][name] = hash;
    all["images"] = images_;
    all["unit_of_observation"] = unit_.empty() ? "video" : unit_;
    for (const auto& [key, json] : values_) all[key] = Json::parse(json);
    return all.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string MadeTables::json(bool large) const {
    std::vector<Table> shown;
    for (const Table& table : tables_)
        if (large || !table.large) shown.push_back(table);
    shown.push_back(columnsTable(shown, analyses_));
    // Not parsed and written again: numbers stay as they are.
    std::string json = toJson(shown, true);
    json.pop_back();
    return json + ",\"parameters\":" + Json::parse(parameters()).dump() + "}";
}

Result<std::vector<std::filesystem::path>> MadeTables::write(const std::filesystem::path& folder) const {
    auto files = writeTables(tables_, folder);
    if (!files) return files;
    const auto columns = writeTables({columnsTable(tables_, analyses_)}, folder, false);
    if (!columns) return columns;
    files->insert(files->end(), columns->begin(), columns->end());
    files->push_back(folder / "parameters.json");
    if (const auto done = writeWholeFile(files->back(), [&](std::ostream& out) { out << parameters() << "\n"; }); !done)
        return forward(done);
    return files;
}

Result<void> setRecorded(Values& values, const std::string& key, const std::string& json, bool own) {
    const Json all = nestsDeeper(json) ? Json() : Json::parse(json, nullptr, false);
    if (all.is_object() && all.contains(key) && all[key].is_object()) return values.setJson(all[key].dump());
    // Of other analyses: a file of parameters says what made it.
    if (all.is_object() && (all.contains("software") || all.contains("unit_of_observation") || !own)) return {};
    return values.setJson(json);
}

}  // namespace facespace
