#include "core/analyses/field.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

namespace facespace {
namespace {

using Json = nlohmann::ordered_json;

std::string jsonKey(const std::string& key) {
    std::string name = key;
    std::ranges::replace(name, '-', '_');
    return name;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (!text.empty() && at <= text.size()) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        parts.push_back(text.substr(at, comma - at));
        at = comma + 1;
    }
    return parts;
}

template <class T>
bool read(const std::string& text, T& number) {
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end && !text.empty();
}

std::string rangeText(const Field& field) {
    const bool low = field.low > -std::numeric_limits<double>::infinity();
    const bool high = field.high < std::numeric_limits<double>::infinity();
    if (low && high) return fmt::format("{:g} to {:g}", field.low, field.high);
    return low ? fmt::format("at least {:g}", field.low) : fmt::format("at most {:g}", field.high);
}

tl::unexpected<Error> refused(const Field& field, const std::string& given, const std::string& wanted) {
    return fail(ErrorCode::kInvalid, say("“{}” is no value for --{}; it takes {}.", given, field.key, wanted));
}

const char* typeText(const Value& value) {
    constexpr const char* kTypes[] = {"true or false", "a whole number",      "a number",
                                      "words",         "numbers with commas", "words with commas"};
    return kTypes[value.index()];
}

Result<void> checkRange(const Field& field, double number) {
    if (number >= field.low && number <= field.high) return {};
    return refused(field, fmt::format("{}", number), rangeText(field));
}

Result<void> checkChoice(const Field& field, const std::string& text) {
    if (field.choices.empty() || std::ranges::find(field.choices, text, &Choice::key) != field.choices.end()) return {};
    std::vector<std::string> keys;
    for (const Choice& choice : field.choices) keys.push_back(choice.key);
    return refused(field, text, fmt::format("{}", fmt::join(keys, ", ")));
}

Result<void> check(const Field& field, const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return checkRange(field, static_cast<double>(*whole));
    if (const auto* number = std::get_if<double>(&value)) return checkRange(field, *number);
    if (const auto* text = std::get_if<std::string>(&value)) return checkChoice(field, *text);
    if (const auto* numbers = std::get_if<std::vector<double>>(&value))
        for (const double number : *numbers)
            if (const auto fits = checkRange(field, number); !fits) return fits;
    return {};
}

/// The value as the field's type, where that loses nothing.
Value adapted(Value value, const Value& like) {
    if (const auto* whole = std::get_if<std::int64_t>(&value); whole != nullptr && std::holds_alternative<double>(like))
        return static_cast<double>(*whole);
    return value;
}

Result<Value> valueFrom(const Field& field, const std::string& text) {
    const auto wrong = [&] { return refused(field, text, typeText(field.fallback)); };
    switch (field.fallback.index()) {
        case 0:
            if (text != "true" && text != "false") return wrong();
            return Value{text == "true"};
        case 1: {
            std::int64_t number = 0;
            if (!read(text, number)) return wrong();
            return Value{number};
        }
        case 2: {
            double number = 0;
            if (!read(text, number)) return wrong();
            return Value{number};
        }
        case 3:
            return Value{text};
        case 4: {
            std::vector<double> numbers;
            for (const std::string& part : split(text))
                if (!read(part, numbers.emplace_back())) return wrong();
            return Value{std::move(numbers)};
        }
        default:
            return Value{split(text)};
    }
}

Json jsonOf(const Value& value) {
    return std::visit([](const auto& held) { return Json(held); }, value);
}

/// Errors: kFormat if the JSON is of another type than the field's.
Result<Value> valueFrom(const Field& field, const Json& json) {
    try {
        switch (field.fallback.index()) {
            case 0:
                return Value{json.get<bool>()};
            case 1:
                return Value{json.get<std::int64_t>()};
            case 2:
                return Value{json.get<double>()};
            case 3:
                return Value{json.get<std::string>()};
            case 4:
                return Value{json.get<std::vector<double>>()};
            default:
                return Value{json.get<std::vector<std::string>>()};
        }
    } catch (const nlohmann::json::exception&) {
        return refused(field, json.dump(-1, ' ', false, Json::error_handler_t::replace), typeText(field.fallback));
    }
}

}  // namespace

Values::Values(Fields fields) : fields_(std::move(fields)) {
    for (const Field& field : fields_) values_.push_back(field.fallback);
}

std::size_t Values::indexOf(const std::string& key) const {
    return static_cast<std::size_t>(std::ranges::find(fields_, key, &Field::key) - fields_.begin());
}

bool Values::has(const std::string& key) const { return indexOf(key) < fields_.size(); }

const Value& Values::at(const std::string& key) const {
    const std::size_t i = indexOf(key);
    if (i == fields_.size()) throw std::logic_error("There is no field " + key);
    return values_[i];
}

Result<void> Values::set(const std::string& key, Value value) {
    const std::size_t i = indexOf(key);
    if (i == fields_.size()) {
        std::vector<std::string> keys;
        for (const Field& field : fields_) keys.push_back(field.key);
        return fail(ErrorCode::kNotFound, say("There is no parameter “{}”; there are: {}.", key, fmt::join(keys, ", ")));
    }
    value = adapted(std::move(value), fields_[i].fallback);
    if (value.index() != fields_[i].fallback.index())
        return refused(fields_[i], textOf(value), typeText(fields_[i].fallback));
    if (const auto fits = check(fields_[i], value); !fits) return fits;
    values_[i] = std::move(value);
    return {};
}

Result<void> Values::setText(const std::string& key, const std::string& text) {
    const std::size_t i = indexOf(key);
    if (i == fields_.size()) return set(key, Value{});  // says which there are
    auto value = valueFrom(fields_[i], text);
    if (!value) return forward(value);
    return set(key, std::move(*value));
}

std::string Values::json(bool drawing) const {
    Json all = Json::object();
    for (std::size_t i = 0; i < fields_.size(); ++i)
        if (drawing || !fields_[i].drawing) all[jsonKey(fields_[i].key)] = jsonOf(values_[i]);
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<void> Values::setJson(const std::string& json) {
    const Json all = Json::parse(json, nullptr, false);
    if (!all.is_object())
        return fail(ErrorCode::kFormat, say("The parameters are no JSON object; copy them from a file that was made."));
    for (const auto& [key, value] : all.items()) {
        const auto field = std::ranges::find(fields_, key, [](const Field& f) { return jsonKey(f.key); });
        if (field == fields_.end()) return set(key, Value{});  // says which there are
        auto read = valueFrom(*field, value);
        if (!read) return forward(read);
        if (const auto done = set(field->key, std::move(*read)); !done) return done;
    }
    return {};
}

bool namesAFile(const Field& field, const std::string& text) {
    if (!field.file || text.empty()) return false;
    std::error_code error;
    constexpr std::array kLists{".csv", ".tsv", ".txt", ".lst"};
    return !field.filter || std::filesystem::is_regular_file(text, error) ||
           std::ranges::any_of(kLists, [&](const char* end) { return text.ends_with(end); });
}

std::string textOf(const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* numbers = std::get_if<std::vector<double>>(&value)) return fmt::format("{}", fmt::join(*numbers, ","));
    return fmt::format("{}", fmt::join(std::get<std::vector<std::string>>(value), ","));
}

}  // namespace facespace
