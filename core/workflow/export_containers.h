#pragma once
#include "core/workflow/export_images.h"

namespace facespace {

/// Writes the images of these rows into one file, as they are, for training: FILE.rec with its index FILE.idx, as
/// InsightFace makes them (identities are numbered by name, records from 1 on, those of an identity together; behind them an
/// identity record each, and record 0, which says where these are), FILE.lst (key, label, path), FILE.identities.csv (label,
/// identity) and, if the images are of one size and it is not there, “property” beside them. Each appears when it is whole.
/// @param file  ending in .rec. Images that cannot be read are left out and named in `problems`.
/// Errors: kInvalid (another ending, the set's own folder, an anonymous snapshot, no images), kIo, kResource, kCancelled.
Result<ExportImagesReport> exportRecords(const Snapshot& snapshot, const std::vector<int>& rows,
                                         const std::filesystem::path& file, const JobContext& job);

struct ExportPairsOptions {
    std::filesystem::path file;      ///< Ending in .bin.
    std::filesystem::path protocol;  ///< As VerificationAnalysisOptions has it; empty: see exportPairs().
    std::int64_t pairs = 6000;       ///< So many are drawn where there is no protocol, at most.
    std::uint64_t seed = 1;
};
/// Writes pairs of these rows as a verification set (.bin): those of the protocol; without one, of images of a verification
/// set its own; else pairs drawn by chance, as many of one identity as of two, no pair twice, ten blocks of which each has
/// its share of both. Pairs with an image that is not among the rows or cannot be read are left out.
/// @return `written` counts pairs. Errors: those of exportRecords() and of reading the protocol.
Result<ExportImagesReport> exportPairs(const Snapshot& snapshot, const std::vector<int>& rows,
                                       const ExportPairsOptions& options, const JobContext& job);

}  // namespace facespace
