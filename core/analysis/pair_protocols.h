#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/analysis/verification.h"

namespace facespace {

/// LFW's pairs.txt: a line "folds pairs" (or "pairs"), then per fold as many lines "name n1 n2" (genuine) and
/// "name1 n1 name2 n2" (impostor). Image n of a name is the path that ends in name_000n without its extension.
/// Errors: kIo, kFormat (names the line), kNotFound (none of the images is in the set).
Result<PairList> readLfwPairs(const std::filesystem::path& file, const std::vector<std::string>& paths);

/// Templates pooled from images (IJB-A, IJB-B, IJB-C).
struct Templates {
    FeatureMatrix features;  ///< One row per template.
    std::vector<std::string> ids, identity;
    std::int64_t withoutFeature = 0;  ///< Templates left out because none of their images has a feature.
};
/// The mean of the raw features of each template's images: first over the images of one medium (video), then over media, so
/// that a long video counts as much as one photograph. `media` may be empty, or "" for an image that is its own medium.
Templates poolTemplates(const FeatureMatrix& x, const std::vector<std::string>& templateId,
                        const std::vector<std::string>& media, const std::vector<std::string>& identity);
/// A protocol of template pairs: two template ids per line, separated by commas, tabs or spaces; further columns and a
/// header line are ignored. Errors: kIo, kFormat, kNotFound.
Result<PairList> readTemplatePairs(const std::filesystem::path& file, const Templates& templates);

}  // namespace facespace
