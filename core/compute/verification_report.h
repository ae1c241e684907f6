#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/analysis/verification.h"
#include "core/common/job.h"
#include "core/common/text.h"
#include "core/compute/analysis_input.h"

/// How well a network tells the identities of a project apart.
namespace facespace {

struct VerificationAnalysisOptions {
    VerificationOptions verification;
    /// A protocol in place of all pairs: a list of pairs of images in any shape that readImagePairs() knows, a verification
    /// set (.bin), or with `templates` a list of template pairs. Empty: all pairs, but where all images lie in one
    /// verification set its own.
    std::filesystem::path protocol;
    /// Scores of another system for the protocol's pairs of images: a column of it, or a file with one for each pair.
    /// Features are not needed then.
    std::string scores{};
    /// Metadata columns with the template and the medium of an image (empty: its video), of IJB-style protocols. The
    /// features of a template are pooled by their mean, first within media.
    std::string templates, media;
    /// Column of numbers by which features are multiplied before they are pooled, such as the detector's score; empty: none.
    std::string weights{};
};

struct VerificationReport {
    std::string network;
    Text pairs;           ///< "all pairs", "pairs of pairs.txt", "template pairs of matches.csv".
    bool listed = false;  ///< The pairs are those of a protocol.
    Verification result;  ///< Rows are positions in import order; of templates, positions in `templateRows`.
    std::vector<std::string> templateIds;                 ///< Empty unless templates were compared.
    std::vector<std::vector<std::int64_t>> templateRows;  ///< The images of each template.
    std::int64_t missingPairs = 0;                        ///< Pairs of the protocol that could not be compared.
    std::vector<std::string> missingNames;                ///< The first 20 images or templates that are not there.
};

/// Errors as verifyAllPairs(), verifyPairs(), readImagePairs(), readPairFile(), readTemplatePairs(), and kNotFound (no such
/// column).
Result<VerificationReport> computeVerification(const Snapshot& snapshot, const AnalysisScope& scope,
                                               const VerificationAnalysisOptions& options, const JobContext& job);

/// The most extreme pairs with a score in [low, high], of those that computeVerification() compares with the same options;
/// for a region of a curve or histogram. Rows as in its result. Errors as computeVerification().
Result<std::vector<ScoredPair>> pairsInRangeOf(const Snapshot& snapshot, const AnalysisScope& scope,
                                               const VerificationAnalysisOptions& options, bool genuine, double low,
                                               double high, std::size_t limit, const JobContext& job);
/// The images of a row of the result: itself, or those of the template.
std::vector<std::int64_t> imagesOf(const VerificationReport& report, std::int64_t row);

}  // namespace facespace
