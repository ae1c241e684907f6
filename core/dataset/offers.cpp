#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <optional>

#include "core/dataset/guess_columns.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

/// Letters and digits in lower case: "Left Eye_X" and "lefteye_x" are one.
std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : lowerCase(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
    return plain;
}

struct AngleNames {
    const char* field;
    std::array<std::string_view, 12> names;
};
constexpr std::array kAngles{
    AngleNames{"yaw",
               {"pan", "yawangle", "angleyaw", "poseyaw", "headyaw", "headposeyaw", "posery", "yawdegrees", "azimuth",
                "yawlabel", "gtyaw"}},
    AngleNames{"pitch",
               {"tilt", "pitchangle", "anglepitch", "posepitch", "headpitch", "headposepitch", "poserx", "pitchdegrees",
                "elevation", "pitchlabel", "gtpitch"}},
    AngleNames{
        "roll",
        {"rollangle", "angleroll", "poseroll", "headroll", "headposeroll", "poserz", "rolldegrees", "rolllabel", "gtroll"}},
};

using Family = std::vector<std::string>;
const std::vector<Family>& landmarkFamilies() {
    static const std::vector<Family> families = [] {
        std::vector<Family> all;
        const std::array<std::array<const char*, 5>, 3> parts{{{"lefteye", "righteye", "nose", "leftmouth", "rightmouth"},
                                                               {"eyeleft", "eyeright", "nose", "mouthleft", "mouthright"},
                                                               {"le", "re", "n", "lm", "rm"}}};
        for (const auto& names : parts)
            for (const bool first : {false, true}) {
                Family family;
                for (const char* part : names)
                    for (const char* axis : {"x", "y"})
                        family.push_back(first ? std::string(axis) + part : std::string(part) + axis);
                all.push_back(family);
            }
        for (const char* pattern : {"p{0}{1}", "{1}{0}", "landmark{0}{1}", "lm{0}{1}", "pt{0}{1}", "landmark{1}{0}"}) {
            Family family;
            for (int point = 1; point <= 5; ++point)
                for (const char* axis : {"x", "y"}) family.push_back(fmt::format(fmt::runtime(pattern), point, axis));
            all.push_back(family);
        }
        return all;
    }();
    return families;
}

const std::vector<Family>& boxFamilies() {
    static const std::vector<Family> families{{"x1", "y1", "width", "height"},
                                              {"bboxx", "bboxy", "bboxw", "bboxh"},
                                              {"bboxx", "bboxy", "bboxwidth", "bboxheight"},
                                              {"boxx", "boxy", "boxwidth", "boxheight"},
                                              {"left", "top", "width", "height"},
                                              {"x", "y", "width", "height"},
                                              {"facex", "facey", "facewidth", "faceheight"}};
    return families;
}

std::optional<std::size_t> columnNamed(const std::vector<std::string>& plain, std::string_view name) {
    const auto found = std::ranges::find(plain, name);
    if (found == plain.end()) return {};
    return static_cast<std::size_t>(found - plain.begin());
}

void offerFamily(const std::vector<std::string>& columns, const std::vector<std::string>& plain,
                 const std::vector<Family>& families, Field first, ColumnMapping& offered) {
    for (const Family& family : families) {
        if (!std::ranges::all_of(family, [&](const std::string& name) { return columnNamed(plain, name).has_value(); }))
            continue;
        for (std::size_t i = 0; i < family.size(); ++i)
            offered.emplace(fieldName(static_cast<Field>(static_cast<std::size_t>(first) + i)),
                            ColumnSource{columns[*columnNamed(plain, family[i])]});
        return;
    }
}

/// The part of a mapping for the fields from `first` on.
ColumnMapping part(const ColumnMapping& mapping, Field first, Field last) {
    ColumnMapping result;
    for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i)
        if (const auto found = mapping.find(fieldName(static_cast<Field>(i))); found != mapping.end()) result.insert(*found);
    return result;
}

}  // namespace

ColumnMapping offeredColumns(const std::vector<std::string>& columns, const ColumnMapping& mapping) {
    std::vector<std::string> plain;
    for (const std::string& column : columns) plain.push_back(plainName(column));
    ColumnMapping offered;
    for (const AngleNames& angle : kAngles)
        for (const std::string_view name : angle.names)
            if (const auto column = columnNamed(plain, name); column && !name.empty() && !mapping.contains(angle.field)) {
                // OpenFace writes its rotations in radians.
                offered.emplace(angle.field, ColumnSource{columns[*column], false, name.starts_with("poser")});
                break;
            }
    if (!mapping.contains("lm_x1")) offerFamily(columns, plain, landmarkFamilies(), Field::kLmX1, offered);
    if (!mapping.contains("box_x")) offerFamily(columns, plain, boxFamilies(), Field::kBoxX, offered);
    for (auto it = offered.begin(); it != offered.end();) {
        const bool taken = std::ranges::any_of(mapping, [&](const auto& entry) {
            return entry.second.column == it->second.column && entry.first != it->first;
        });
        it = taken ? offered.erase(it) : std::next(it);
    }
    return offered;
}

std::vector<Text> offerSentences(const std::vector<std::string>& columns, const FieldColumns& fields) {
    ColumnMapping mapping;
    for (std::size_t i = 0; i < kFieldCount; ++i)
        if (const auto field = static_cast<Field>(i); fields.has(field))
            mapping.emplace(fieldName(field), ColumnSource{columns[static_cast<std::size_t>(fields[field].column)]});
    const ColumnMapping offered = offeredColumns(columns, mapping);
    std::vector<Text> sentences;
    if (const auto pose = part(offered, Field::kYaw, Field::kRoll); !pose.empty())
        sentences.push_back(
            say("Columns look like head pose and are not used as such: --map {} does; yaw is positive where "
                "the nose points to the image's left, pitch where the face looks up.",
                toString(pose)));
    if (const auto landmarks = part(offered, Field::kLmX1, Field::kLmY5); !landmarks.empty())
        sentences.push_back(
            say("Columns look like landmarks and are not used as such: --map {} does.", toString(landmarks)));
    if (const auto box = part(offered, Field::kBoxX, Field::kBoxH); !box.empty())
        sentences.push_back(say("Columns look like a face box and are not used as such: --map {} does.", toString(box)));
    return sentences;
}

}  // namespace facespace
