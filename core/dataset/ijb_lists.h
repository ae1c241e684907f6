#pragma once
#include "core/dataset/import.h"

namespace facespace {

/// Whether the file is the list of images that comes with aligned crops of IJB-B and IJB-C: *_face_tid_mid.txt.
bool isIjbList(const std::filesystem::path& file);

/// Imports such a list (image, template, medium) with its fellows beside it: *_name_5pts_score.txt gives landmarks and the
/// detector's score, and of *_template_pair_label.txt the templates that it calls one person make an identity, which is
/// called by the first of them. Columns: TEMPLATE_ID, MEDIA_ID, DETECTOR_SCORE. Without labels each template is an identity.
/// @param root absolute folder of the images, empty without images.
/// Errors: kIo, kFormat with the line, kNotFound (none of the images is there), kCancelled.
Result<ImportedSet> importIjbList(const std::filesystem::path& file, const std::filesystem::path& root,
                                  const ImportOptions& options, const JobContext& job);

}  // namespace facespace
