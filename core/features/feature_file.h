#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/features/feature_matrix.h"

namespace facespace {

/// Features as others' programs write them, with what the file says of its rows.
struct FeatureFile {
    FeatureMatrix features;
    std::vector<std::string> names;  ///< The image of each row, as the file calls it; empty if it names none.
    std::vector<Text> notes;         ///< What was passed over, a sentence each.
};

/// Reads features by the file's extension, as readFeatures(), and with them the names of their images:
/// - .csv, .tsv, .txt: a column whose cells end as images do, or one of text before the numbers;
/// - .npz: besides the one array of features a text array of as many names.
/// Of tables, a first column that numbers the rows is passed over (pandas, R), and so are named columns of text and of
/// labels
/// ("label", "identity" …), lines that begin with # (numpy.savetxt) and a header of nothing but the columns' numbers.
/// Errors: as readFeatures().
Result<FeatureFile> readFeatureFile(const std::filesystem::path& file);

}  // namespace facespace
