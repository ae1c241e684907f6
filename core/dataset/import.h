#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/dataset/image_set.h"

namespace facespace {

/// Where a known field comes from: `value = sign·column` converted to the field's unit.
struct ColumnSource {
    std::string column;    ///< Header of the manifest.
    bool negate = false;   ///< "yaw=-angle".
    bool radians = false;  ///< "yaw=pan:rad"; the field is kept in degrees.
    friend bool operator==(const ColumnSource&, const ColumnSource&) = default;
};

/// Field name ("yaw", "identity", "lm_x1", …) → column. Fields not named here take the column of their own name (or of
/// a customary other name), compared without regard to case.
using ColumnMapping = std::map<std::string, ColumnSource>;

/// Reads "yaw=-pan,pitch=tilt". Errors: kInvalid, naming the part that cannot be read or the field that does not exist.
Result<ColumnMapping> parseColumnMapping(const std::string& text);
std::string toString(const ColumnMapping& mapping);

struct ImportOptions {
    /// The images' root, or a container of images (core/container). With a manifest and no folder: the manifest's folder.
    std::filesystem::path folder;
    std::filesystem::path manifest;  ///< CSV or TSV; empty: the folder's "manifest.csv" if there, else its sub-folders.
    ColumnMapping mapping;
    bool noImages = false;     ///< Labels alone (for imported features); files need not exist.
    std::string pattern{};     ///< Of a folder: what the images' names say (name_pattern.h); empty: folders are identities.
    bool followLinks = false;  ///< Links that lead out of the folder are followed, whatever else is in it.
    bool skipBadRows = false;  ///< Rows of a manifest that cannot be used are left out and told of.
};

struct ImportedSet {
    ImageSet set;
    std::string layout;          ///< "folders", "manifest", "RecordIO", …, for the report.
    std::vector<Text> warnings;  ///< One sentence each: listed files that are missing, ignored files, …
};

/// Reads an image set in import order (manifest order, or paths sorted bytewise). Does not decode any image.
/// Errors: kIo, kFormat, kInvalid, each one clear sentence naming file and line.
Result<ImportedSet> importImageSet(const ImportOptions& options, const JobContext& job = {});

/// For the mapping dialog: the header, the first rows, and which field would take which column.
struct ManifestPreview {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  ///< At most 20.
    ColumnMapping automatic;
    ColumnMapping offered;  ///< Fields that no column fills by itself, and columns that look like them.
    bool ijbProtocol = false;
    bool identityKnown = false;  ///< No column needs to name the identity: paths alone, and IJB's lists.
    std::vector<Text> notes;     ///< What was passed over or guessed, a sentence each.
};
Result<ManifestPreview> previewManifest(const std::filesystem::path& manifest);

/// What a pattern reads from the first images of a folder, for a dialog; values by field, nothing where it does not fit.
/// Errors: as NamePattern::parse().
struct PatternPreview {
    struct Row {
        std::string path;
        std::optional<std::map<std::string, std::string>> values;
    };
    std::vector<Row> rows;  ///< At most 20.
};
Result<PatternPreview> previewPattern(const std::filesystem::path& folder, const std::string& pattern);

/// Fields that a mapping can name, in the order a dialog shows them.
const std::vector<std::string>& mappableFields();
/// "Yaw" of "yaw", "Box x" of "box_x".
Text fieldTitle(const std::string& field);

}  // namespace facespace
