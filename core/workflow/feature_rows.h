#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/dataset/image_set.h"
#include "core/features/feature_file.h"

namespace facespace {

/// Which image each row of a feature file belongs to.
struct FeatureRows {
    std::vector<std::optional<std::size_t>> images;  ///< By row, the position in import order; none: not in the project.
    std::vector<Text> notes;
};

/// By the index if there is one, else by the names in the file if any of them is an image's, else in import order. An index
/// is a table with a column of paths, or a list of them without header; what it names is looked for as PathFinder does.
/// Errors: kIo, kFormat (no paths, an image twice), kInvalid (as many rows as images, or names as rows, are needed),
/// kNotFound (none of the names is in the project).
Result<FeatureRows> rowsOfFeatures(const FeatureFile& features, const std::filesystem::path& file,
                                   const std::filesystem::path& index, const ImageSet& set);

}  // namespace facespace
