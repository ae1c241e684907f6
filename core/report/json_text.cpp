#include "core/report/json_text.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace facespace::report {
namespace {

using Json = nlohmann::ordered_json;

void write(const Json& json, std::size_t depth, std::string& out) {
    const bool list = json.is_array();
    const bool plain = std::none_of(json.begin(), json.end(), [](const Json& item) { return item.is_structured(); });
    if (!json.is_structured() || json.empty() || (list && plain && json.size() <= 1)) {
        out += json.dump();
        return;
    }
    std::string indent;
    if (!list || !plain) indent.assign(2 * depth + 3, ' ');
    if (!indent.empty()) indent.front() = '\n';
    out += list ? '[' : '{';
    bool first = true;
    for (const auto& [key, value] : json.items()) {
        if (!first) out += ',';
        if (!first && indent.empty()) out += ' ';
        first = false;
        out += indent;
        if (!list) out += Json(key).dump() + ": ";
        write(value, depth + 1, out);
    }
    if (!indent.empty()) out.append(indent, 0, indent.size() - 2);
    out += list ? ']' : '}';
}

std::string lastName(const std::string& text) {
    if (!text.starts_with('/')) return text;
    const std::filesystem::path path(text);
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

/// Empty for what says nothing.
std::string settingText(const Json& value) {
    if (value.is_null() || value == false || (value.is_structured() && value.empty())) return "";
    if (value.is_string()) return lastName(value.get<std::string>());
    if (!value.is_array()) return value.dump();
    std::string text;
    for (const Json& item : value) text += (text.empty() ? "" : ", ") + settingText(item);
    return text;
}

}  // namespace

std::string settingsText(const std::string& json) {
    const Json parsed = Json::parse(json, nullptr, false);
    if (!parsed.is_object()) return "";
    std::string text;
    for (const auto& [key, value] : parsed.items())
        if (const std::string said = settingText(value); !said.empty())
            text += (text.empty() ? "" : "; ") + key + ": " + said;
    return text;
}

std::string readableJson(const std::string& json) {
    const Json parsed = Json::parse(json, nullptr, false);
    if (parsed.is_discarded()) return json;
    std::string out;
    write(parsed, 0, out);
    return out;
}

}  // namespace facespace::report
