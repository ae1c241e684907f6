#include "core/report/json_text.h"

#include <algorithm>
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

}  // namespace

std::string readableJson(const std::string& json) {
    const Json parsed = Json::parse(json, nullptr, false);
    if (parsed.is_discarded()) return json;
    std::string out;
    write(parsed, 0, out);
    return out;
}

}  // namespace facespace::report
