#include "core/dataset/fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <functional>

#include "core/dataset/guess_columns.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

using Names = std::vector<std::string>;

/// Customary names, the most specific first. "id", "name" and "label" are left out: they mean too many things.
const std::array<Names, 7>& customaryNames() {
    static const std::array<Names, 7> names{Names{"path", "file", "filename", "file_path", "image", "image_path"},
                                            Names{"identity", "subject", "subject_id", "person", "person_id", "identity_id"},
                                            Names{"yaw", "yaw_deg", "face_yaw"},
                                            Names{"pitch", "pitch_deg", "face_pitch"},
                                            Names{"roll", "roll_deg", "face_roll"},
                                            Names{"media"},
                                            Names{"video", "video_id"}};
    return names;
}

const std::array<std::array<const char*, 4>, 4> kBoxFamilies{{{"box_x", "box_y", "box_w", "box_h"},
                                                              {"x", "y", "w", "h"},
                                                              {"face_x", "face_y", "face_width", "face_height"},
                                                              {"face_x", "face_y", "face_w", "face_h"}}};

int findColumn(const Names& columns, std::string_view name) {
    const auto exact = std::find(columns.begin(), columns.end(), name);
    if (exact != columns.end()) return static_cast<int>(exact - columns.begin());
    const std::string lower = lowerCase(name);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (lowerCase(columns[i]) == lower) return static_cast<int>(i);
    return -1;
}

std::string listed(const Names& columns) {
    constexpr std::size_t kShown = 40;
    Names shown;
    for (std::size_t i = 0; i < std::min(columns.size(), kShown); ++i) shown.push_back("“" + columns[i] + "”");
    if (columns.size() > kShown) shown.push_back("…");
    return fmt::format("{}", fmt::join(shown, ", "));
}

/// All columns of the group or none: "lm_x1 … lm_y5", "box_x … box_h".
/// @param problem  The sentence, with places for the manifest, a field that is there and one that is not.
Result<void> checkGroup(const FieldColumns& fields, Field first, Field last,
                        const std::function<Text(const std::string& present, const std::string& absent)>& problem) {
    std::string present, absent;
    for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
        auto& name = fields.has(static_cast<Field>(i)) ? present : absent;
        if (name.empty()) name = fieldName(static_cast<Field>(i));
    }
    if (present.empty() || absent.empty()) return {};
    return fail(ErrorCode::kFormat, problem(present, absent));
}

/// Whether the column says what the field says: then it is not kept a second time as metadata.
bool isOwnName(Field field, const std::string& column, const ColumnMapping& automatic) {
    const auto found = automatic.find(fieldName(field));
    return field == Field::kPath || field == Field::kIdentity ||
           (found != automatic.end() && found->second.column == column);
}

}  // namespace

Text fieldTitle(const std::string& field) {
    static constexpr std::array kTitles{std::pair{"path", Phrase("Path")},  std::pair{"identity", Phrase("Identity")},
                                        std::pair{"yaw", Phrase("Yaw")},    std::pair{"pitch", Phrase("Pitch")},
                                        std::pair{"roll", Phrase("Roll")},  std::pair{"media", Phrase("Media")},
                                        std::pair{"video", Phrase("Video")}};
    for (const auto& [name, title] : kTitles)
        if (field == name) return title;
    std::string title = field;
    std::ranges::replace(title, '_', ' ');
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

const std::vector<std::string>& mappableFields() {
    static const std::vector<std::string> names{"path",  "identity", "yaw",   "pitch", "roll",  "media", "video",
                                                "box_x", "box_y",    "box_w", "box_h", "lm_x1", "lm_y1", "lm_x2",
                                                "lm_y2", "lm_x3",    "lm_y3", "lm_x4", "lm_y4", "lm_x5", "lm_y5"};
    return names;
}

const std::string& fieldName(Field field) { return mappableFields()[static_cast<std::size_t>(field)]; }

std::optional<Field> fieldOfName(std::string_view name) {
    std::string lower = lowerCase(name);
    if (lower == "x" || lower == "y" || lower == "w" || lower == "h") lower = "box_" + lower;
    const auto found = std::find(mappableFields().begin(), mappableFields().end(), lower);
    if (found == mappableFields().end()) return {};
    return static_cast<Field>(found - mappableFields().begin());
}

bool isAngle(Field field) { return field == Field::kYaw || field == Field::kPitch || field == Field::kRoll; }

bool isIjbProtocol(const std::vector<std::string>& columns) {
    return findColumn(columns, "TEMPLATE_ID") >= 0 && findColumn(columns, "SUBJECT_ID") >= 0 &&
           (findColumn(columns, "FILENAME") >= 0 || findColumn(columns, "FILE") >= 0);
}

ColumnMapping automaticMapping(const std::vector<std::string>& columns) {
    ColumnMapping mapping;
    const auto take = [&](const std::string& field, std::string_view name) {
        const int column = findColumn(columns, name);
        if (column >= 0) mapping.emplace(field, ColumnSource{columns[static_cast<std::size_t>(column)], false, false});
    };
    for (std::size_t field = 0; field < customaryNames().size(); ++field)
        for (const auto& name : customaryNames()[field]) take(mappableFields()[field], name);
    if (isIjbProtocol(columns)) take("video", "MEDIA_ID");
    for (const auto& family : kBoxFamilies)
        if (std::all_of(family.begin(), family.end(), [&](const char* name) { return findColumn(columns, name) >= 0; })) {
            for (std::size_t i = 0; i < 4; ++i)
                take(fieldName(static_cast<Field>(static_cast<std::size_t>(Field::kBoxX) + i)), family[i]);
            break;
        }
    // Part of a box_… family is taken too, so that what is missing gets reported instead of ignored.
    for (std::size_t i = static_cast<std::size_t>(Field::kBoxX); i < kFieldCount; ++i)
        if (mapping.count(mappableFields()[i]) == 0) take(mappableFields()[i], mappableFields()[i]);
    return mapping;
}

Result<FieldColumns> resolveFields(const std::vector<std::string>& columns, const ColumnMapping& given,
                                   const GuessedColumns& guessed, const std::string& manifest) {
    const ColumnMapping automatic = automaticMapping(columns);
    ColumnMapping complete = given;
    complete.insert(guessed.mapping.begin(), guessed.mapping.end());
    complete.insert(automatic.begin(), automatic.end());
    FieldColumns fields;
    std::vector<bool> used(columns.size(), false);
    for (const auto& [name, source] : complete) {
        const auto field = fieldOfName(name);
        if (!field) return fail(ErrorCode::kInvalid, say("There is no field “{}” to map a column to.", name));
        const int column = findColumn(columns, source.column);
        if (column < 0)
            return fail(ErrorCode::kInvalid,
                        say("The mapping of {} names a column “{}” that “{}” does not have; its columns are {}.", name,
                            source.column, manifest, listed(columns)));
        fields[*field] = {column, source.negate, source.radians};
        const auto index = static_cast<std::size_t>(column);
        if (isOwnName(*field, columns[index], automatic) && !source.negate && !source.radians) used[index] = true;
    }
    fields.identityIsWhole = guessed.identityIsWhole && !given.contains("identity");
    fields.identityIsFolder = guessed.identityIsFolder && !fields.has(Field::kIdentity);
    for (const Field field : {Field::kPath, Field::kIdentity})
        if (!fields.has(field) && !(field == Field::kIdentity && fields.identityIsFolder))
            return fail(ErrorCode::kFormat,
                        say("“{0}” has no column “{1}”; its columns are {2}: say which one it is with --map "
                            "{1}=COLUMN or in the import dialog.",
                            manifest, fieldName(field), listed(columns)));
    const auto box =
        checkGroup(fields, Field::kBoxX, Field::kBoxH, [&](const std::string& present, const std::string& absent) {
            return say("“{}” has a column for {} but none for {}; give all four columns of the face box or none.", manifest,
                       present, absent);
        });
    if (!box) return forward(box);
    const auto landmarks =
        checkGroup(fields, Field::kLmX1, Field::kLmY5, [&](const std::string& present, const std::string& absent) {
            return say("“{}” has a column for {} but none for {}; give all ten columns of the five landmarks or none.",
                       manifest, present, absent);
        });
    if (!landmarks) return forward(landmarks);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!used[i] && !guessed.leaves(i)) fields.metadata.push_back(i);
    return fields;
}

}  // namespace facespace
