#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/common/result.h"
#include "core/dataset/import.h"

namespace facespace {

/// The fields that a manifest's columns can fill, in the order of mappableFields().
enum class Field {
    kPath,
    kIdentity,
    kYaw,
    kPitch,
    kRoll,
    kMedia,
    kVideo,
    kBoxX,
    kBoxY,
    kBoxW,
    kBoxH,
    kLmX1,
    kLmY1,
    kLmX2,
    kLmY2,
    kLmX3,
    kLmY3,
    kLmX4,
    kLmY4,
    kLmX5,
    kLmY5
};
inline constexpr std::size_t kFieldCount = 21;

const std::string& fieldName(Field field);
/// By its name or, for boxes, "x", "y", "w", "h"; case does not matter.
std::optional<Field> fieldOfName(std::string_view name);
/// Yaw, pitch and roll: the fields that take a sign and a unit.
bool isAngle(Field field);

/// Where each field comes from in the columns of one manifest.
struct FieldColumns {
    struct Source {
        int column = -1;  ///< Index; −1: the manifest lacks the field.
        bool negate = false;
        bool radians = false;
    };
    std::array<Source, kFieldCount> sources;
    std::vector<std::size_t> metadata;  ///< Columns kept as metadata, in order.
    bool identityIsWhole = false;       ///< "5.000000" is the identity 5.
    bool identityIsFolder = false;      ///< A list of paths alone: the folder that holds an image is its identity.

    Source& operator[](Field field) { return sources[static_cast<std::size_t>(field)]; }
    const Source& operator[](Field field) const { return sources[static_cast<std::size_t>(field)]; }
    bool has(Field field) const { return (*this)[field].column >= 0; }
};

/// Whether the columns are those of an IJB-A, CS2 or IJB-C protocol: template, subject and file.
bool isIjbProtocol(const std::vector<std::string>& columns);
/// Fields that the columns fill by their own or a customary name. A face box is taken only from four columns of one family
/// (box_…, x y w h, face_…), so that no box is mixed from two.
ColumnMapping automaticMapping(const std::vector<std::string>& columns);
struct GuessedColumns;
/// The given mapping, completed by what was guessed of a list without header and by the automatic one. Columns of a field's
/// own name are used up; columns that the given mapping turns into another quantity stay metadata as well, so nothing the
/// manifest says is lost. Errors: kFormat (no path or identity, half of the box or landmark columns), kInvalid (mapping
/// names a column that is not there); each names the columns there are.
Result<FieldColumns> resolveFields(const std::vector<std::string>& columns, const ColumnMapping& given,
                                   const GuessedColumns& guessed, const std::string& manifest);

}  // namespace facespace
