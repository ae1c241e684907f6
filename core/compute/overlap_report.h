#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/analysis/shared_identities.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/compute/analysis_input.h"
#include "core/compute/same_picture.h"

/// Who and what is in two projects at once.
namespace facespace {

struct OverlapOptions {
    std::filesystem::path other;  ///< The second project. It is only read, and may come from anybody.
    std::string otherNetwork;     ///< Of the second project; empty: the one with the same weights.
    SharedIdentityOptions identities;
    /// Images whose features have a cosine of at least this are one picture where the files are not there to tell.
    double alikeFrom = 0.98;
    /// Images of at least this cosine are compared as pictures: each with its three nearest of the other project, the most
    /// alike pairs first, at most `mostCandidates`.
    double candidatesFrom = 0.8;
    std::size_t mostCandidates = 3000;
};

/// An image of each project that show one picture.
struct SharedImage {
    std::int64_t first = 0, second = 0;  ///< Rows.
    double cosine = 0;
    /// kNone: known by alike features only, as a file is not there.
    PictureComparison picture;
};

struct OverlapReport {
    std::string network, otherNetwork;
    std::shared_ptr<const Snapshot> other;     ///< Without names if the first is.
    std::int64_t images = 0, otherImages = 0;  ///< With a feature, in scope.
    SharedIdentities identities;
    std::vector<SharedImage> shared;  ///< Same pixels, same picture, parts, alike features; the most alike first.
    std::int64_t candidates = 0;      ///< Pairs of at least `candidatesFrom`,
    std::int64_t compared = 0;        ///< those compared as pictures,
    std::int64_t unread = 0;          ///< and of these, those of which a file is not there.
    std::vector<Text> notes;
};

/// Overlap of the scope's images with those of another project. Both need features of one network, by its weights; of
/// imported features by name and dimension. Errors: kInvalid (no other project is named; weights or dimensions differ),
/// kNotFound (no such network there, says what to do), those of gather(), Project::open() and loadSnapshot(), kCancelled.
Result<OverlapReport> computeOverlap(const Snapshot& snapshot, const AnalysisScope& scope, const OverlapOptions& options,
                                     const JobContext& job);

/// What of a row is in the other project: bits of its identity, its picture.
enum OverlapPart : std::uint8_t { kNoOverlap = 0, kIdentityOverlaps = 1, kImageOverlaps = 2 };
/// Per row of the first project, or of the second.
std::vector<std::uint8_t> overlapOf(const OverlapReport& report, const Snapshot& snapshot, bool second);
/// "identity", "image", "identity and image", "" for none.
Phrase termForOverlap(std::uint8_t parts);

}  // namespace facespace
