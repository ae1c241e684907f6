#pragma once
#include <cstddef>
#include <filesystem>

#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// Reads features, one row per image, by the file's extension:
/// - .npy: a two-dimensional array of float16, float32 or float64, either byte order, C or Fortran order (format 1 to 3);
/// - .npz: the same inside a zip archive; of several arrays that could be features one is chosen with "FILE.npz:NAME";
/// - .h5, .hdf5: a two-dimensional dataset, chosen as in an archive (hdf5.h);
/// - .csv, .tsv, .txt: numbers with one row per line, with or without a header line, separated by blanks too; an empty field
///   or a word for a missing value is NaN. What else may stand in them: readFeatureFile().
/// Values are kept as they are (float64 rounded to float32), never normalised. A header is checked against the size of the
/// data before anything is allocated. Errors: kIo, kFormat, kNotFound (no such file or array), kResource.
Result<FeatureMatrix> readFeatures(const std::filesystem::path& file);

/// Refuses features whose number of rows is not the number of images: kInvalid, with both numbers.
Result<void> requireRowPerImage(const FeatureMatrix& features, std::size_t images, const std::filesystem::path& file);

/// Writes a float32, C-order .npy of format 1.0. The file is replaced as a whole. Errors: kIo, kResource.
Result<void> writeNpy(const std::filesystem::path& file, const FeatureMatrix& features);

}  // namespace facespace
