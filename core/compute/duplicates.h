#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/text.h"
#include "core/compute/analysis_input.h"

/// The same picture twice in a project.
namespace facespace {

enum class DuplicateKind {
    kSamePixels,     ///< Every pixel is the same.
    kSamePicture,    ///< The same picture in other pixels: saved again, shrunk, brighter.
    kAlikeFeatures,  ///< Known by their features only: the files are not there, or are different pictures.
};
/// "same pixels", "same picture", "alike features".
Phrase termFor(DuplicateKind kind);

struct DuplicatePair {
    std::int64_t a = 0, b = 0;  ///< Rows, a < b.
    double cosine = 0;          ///< Of their features.
    DuplicateKind kind = DuplicateKind::kAlikeFeatures;
    int hashDistance = -1;  ///< Bits of 256 in which the pictures' hashes differ; -1: not compared.
};

struct DuplicateOptions {
    /// Pairs of at least this cosine are duplicates by their features alone.
    double alikeFrom = 0.98;
    /// Pairs of at least this cosine are looked at as pictures, the most alike first, at most `mostPictures`.
    double picturesFrom = 0.9;
    std::size_t mostPictures = 500;
};

struct Duplicates {
    std::vector<DuplicatePair> pairs;  ///< Same pixels first, then same pictures, then the most alike features.
    std::vector<Text> notes;
};

/// Duplicates among the images of the scope; frames of one video (one unit of observation) are not compared with each other.
/// Pairs are found by their features, and told by their pictures where the files are there: both pixel by pixel, and by a
/// hash of 256 bits (comparePictures()).
/// Errors: as gather(), kCancelled.
Result<Duplicates> findDuplicates(const Snapshot& snapshot, const AnalysisInput& input, const DuplicateOptions& options,
                                  const JobContext& job);

}  // namespace facespace
