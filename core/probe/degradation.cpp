#include "core/probe/degradation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <cmath>
#include <utility>
#include <vector>

namespace facespace {
namespace {

constexpr std::array<std::pair<CoverSide, const char*>, 4> kSides{
    {{CoverSide::kBottom, "bottom"}, {CoverSide::kTop, "top"}, {CoverSide::kLeft, "left"}, {CoverSide::kRight, "right"}}};

constexpr std::array<DegradationField, 6> kFields{{
    {"rotation", Phrase("Rotation"), Phrase("°"), &Degradation::rotation, -180, 180, 0},
    {"occlusion", Phrase("Occlusion"), Phrase(), &Degradation::occlusion, 0, 1, 0},
    {"exposure", Phrase("Exposure"), Phrase("stops"), &Degradation::exposure, -6, 3, 0},
    {"blur", Phrase("Blur"), Phrase("px"), &Degradation::blur, 0, 20, 0},
    {"scale", Phrase("Scale"), Phrase(), &Degradation::scale, 0.03, 1, 1},
    {"compression", Phrase("Compression"), Phrase(), &Degradation::compression, 0, 99, 0},
}};

}  // namespace

const char* toString(CoverSide side) {
    for (const auto& [value, name] : kSides)
        if (value == side) return name;
    return "";
}

Result<CoverSide> coverSideFromString(const std::string& text) {
    for (const auto& [value, name] : kSides)
        if (text == name) return value;
    return fail(ErrorCode::kInvalid, say("“{}” is no side; choose bottom, top, left or right.", text));
}

const std::array<DegradationField, 6>& degradationFields() { return kFields; }

Result<const DegradationField*> degradationField(const std::string& key) {
    std::vector<std::string> keys;
    for (const DegradationField& field : kFields) {
        if (key == field.key) return &field;
        keys.emplace_back(field.key);
    }
    return fail(ErrorCode::kInvalid, say("“{}” is no degradation; choose one of {}.", key, fmt::join(keys, ", ")));
}

Result<void> checkDegradation(const Degradation& degradation) {
    for (const DegradationField& field : kFields) {
        const double value = degradation.*field.value;
        if (!(value >= field.low && value <= field.high))
            return fail(ErrorCode::kInvalid,
                        say("{} is {:g}; it can be {:g} to {:g}.", Text(field.title), value, field.low, field.high));
    }
    return {};
}

std::string describe(const Degradation& degradation) {
    std::vector<std::string> words;
    for (const DegradationField& field : kFields) {
        const double value = degradation.*field.value;
        if (value == field.neutral) continue;
        std::string word = fmt::format("{} {:g}", field.key, value);
        if (field.unit.words[0] != '\0') word += fmt::format(" {}", field.unit.words);
        if (field.value == &Degradation::occlusion) word += fmt::format(" from the {}", toString(degradation.side));
        words.push_back(std::move(word));
    }
    return words.empty() ? "none" : fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace facespace
