#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/verification.h"

namespace facespace {

/// A list of pairs of images without identities beside it: see readImagePairs().
Result<PairList> readLfwPairs(const std::filesystem::path& file, const std::vector<std::string>& paths);

/// Templates pooled from images (IJB-A, IJB-B, IJB-C).
struct Templates {
    FeatureMatrix features;  ///< One row per template.
    std::vector<std::string> ids, identity;
    std::int64_t withoutFeature = 0;  ///< Templates left out because none of their images has a feature.
};
/// The ids in a cell: an image may be of several templates ("12;345").
std::vector<std::string_view> templatesIn(std::string_view ids);
/// The mean of the raw features of each template's images: first over the images of one medium (video), then over media, so
/// that a long video counts as much as one photograph. `media` may be empty, or "" for an image that is its own medium.
/// @param weights  by which each image's feature is multiplied, as InsightFace does by the detector's score; NaN: left out
Templates poolTemplates(const FeatureMatrix& x, const std::vector<std::string>& templateId,
                        const std::vector<std::string>& media, const std::vector<std::string>& identity,
                        const std::vector<double>& weights = {});
/// A protocol of template pairs: two template ids per line, separated by commas, tabs or spaces, with or without a header
/// line. A third column of nothing but 0 and 1 says which are of one person (IJB-B's and IJB-C's *_template_pair_label.txt),
/// else the identities do. Reads about ten million lines a second. Errors: kIo, kFormat, kNotFound, kResource.
Result<PairList> readTemplatePairs(const std::filesystem::path& file, const Templates& templates);

}  // namespace facespace
