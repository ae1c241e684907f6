#include <fmt/format.h>

#include "core/dataset/fields.h"
#include "core/dataset/import.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

/// Cuts at commas outside quotes. Quotes stay in the parts.
std::vector<std::string> parts(std::string_view text) {
    std::vector<std::string> result(1);
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (c == ',' && !quoted)
            result.emplace_back();
        else
            result.back() += c;
    }
    return result;
}

/// What stands in quotes at the start, "" meaning one quote; the rest stays in `text`. Nothing if the quote never closes.
std::optional<std::string> takeQuoted(std::string_view& text) {
    std::string inner;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] != '"') {
            inner += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '"') {
            inner += text[i++];
        } else {
            text.remove_prefix(i + 1);
            return inner;
        }
    }
    return {};
}

tl::unexpected<Error> unreadable(std::string_view part) {
    return fail(ErrorCode::kInvalid,
                say("“{}” is not a column mapping; write field=column, as in yaw=-pan or yaw=angle:rad.", part));
}

Result<std::pair<Field, ColumnSource>> parsePart(std::string_view part) {
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) return unreadable(part);
    const auto name = trimmed(part.substr(0, equals));
    const auto field = fieldOfName(name);
    if (!field)
        return fail(ErrorCode::kInvalid,
                    say("“{}” in the column mapping “{}” is not a field; fields are path, identity, yaw, pitch, roll, "
                        "media, video, box_x … box_h and lm_x1 … lm_y5.",
                        name, part));
    std::string_view rest = trimmed(part.substr(equals + 1));
    ColumnSource source;
    if (rest.starts_with('-')) {
        source.negate = true;
        rest.remove_prefix(1);
    }
    if (rest.starts_with('"')) {
        auto column = takeQuoted(rest);
        if (!column) return unreadable(part);
        source.column = std::move(*column);
    } else {
        const auto colon = rest.rfind(':');
        source.column = trimmed(rest.substr(0, colon));
        rest = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon);
    }
    if (source.column.empty() || (!rest.empty() && rest != ":rad" && rest != ":deg")) return unreadable(part);
    source.radians = rest == ":rad";
    if ((source.negate || !rest.empty()) && !isAngle(*field))
        return fail(ErrorCode::kInvalid,
                    say("“{}” gives a sign or a unit to {}; only yaw, pitch and roll take one.", part, fieldName(*field)));
    return std::pair{*field, source};
}

}  // namespace

Result<ColumnMapping> parseColumnMapping(const std::string& text) {
    ColumnMapping mapping;
    if (trimmed(text).empty()) return mapping;
    for (const auto& part : parts(text)) {
        auto parsed = parsePart(trimmed(part));
        if (!parsed) return forward(parsed);
        if (!mapping.emplace(fieldName(parsed->first), parsed->second).second)
            return fail(ErrorCode::kInvalid, say("The column mapping “{}” names {} twice.", text, fieldName(parsed->first)));
    }
    return mapping;
}

std::string toString(const ColumnMapping& mapping) {
    std::string text;
    for (const auto& [field, source] : mapping) {
        std::string column = source.column;
        if (column.find_first_of(",\":") != std::string::npos || column.starts_with('-') || trimmed(column) != column) {
            for (std::size_t i = column.find('"'); i != std::string::npos; i = column.find('"', i + 2))
                column.insert(i, 1, '"');
            column = '"' + column + '"';
        }
        text += fmt::format("{}{}={}{}{}", text.empty() ? "" : ",", field, source.negate ? "-" : "", column,
                            source.radians ? ":rad" : "");
    }
    return text;
}

}  // namespace facespace
