#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/identification.h"
#include "core/compute/analysis_input.h"

/// Who is who in a project, one image against a gallery.
namespace facespace {

/// Some images of a project: by row, or by a file that lists them.
struct NamedImages {
    std::vector<std::uint8_t> rows;  ///< 1 for each that is meant; unless there is a file.
    /// A list or table with a header: of paths (a column “path”, “filename”, “image” or “file”, else the first), or where
    /// templates are compared of their ids (“template_id”, “template”, else the first), as IJB-C's 1:N files are.
    std::filesystem::path file;
};

struct IdentificationAnalysisOptions {
    IdentificationOptions identification;
    std::vector<NamedImages> galleries;  ///< Several: rates are averaged. Empty: each image against all others.
    std::optional<NamedImages> probes;   ///< None: all that are not in the gallery.
    /// Columns of IJB-style protocols, as VerificationAnalysisOptions. A template is in a gallery if one of its images is.
    std::string templates, media, weights;
    /// A column of 2 to 20 values: identification within the images of each, besides. Empty: none.
    std::string by{};
};

/// Identification among the images of one value of a column.
struct IdentifiedWithin {
    std::string value;
    double number = 0;                          ///< The value, if all are numbers.
    std::int64_t searches = 0, identities = 0;  ///< With a mate; enrolled.
    Estimate first;                             ///< Share of searches with the right identity first.
    double byChance = 0;
    std::vector<int> rows;  ///< The images.
};

struct IdentificationReport {
    std::string network;
    Identification result;                 ///< Rows are positions in import order; of templates, in `templateRows`.
    std::vector<std::string> templateIds;  ///< Empty unless templates were compared.
    std::vector<std::vector<std::int64_t>> templateRows;
    std::vector<IdentifiedWithin> within{};  ///< By value, numbers from the least.
    bool numbers = false;                    ///< Those values are numbers.
};

/// Errors as identify(), and kIo, kFormat, kNotFound (a list that cannot be read or names none of the images; no such
/// column).
Result<IdentificationReport> computeIdentification(const Snapshot& snapshot, const AnalysisScope& scope,
                                                   const IdentificationAnalysisOptions& options, const JobContext& job);
/// The images of a row of the result: itself, or those of the template.
std::vector<std::int64_t> imagesOf(const IdentificationReport& report, std::int64_t row);

}  // namespace facespace
