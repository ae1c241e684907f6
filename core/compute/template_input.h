#pragma once
#include <string>
#include <vector>

#include "core/analysis/pair_protocols.h"
#include "core/compute/analysis_input.h"

namespace facespace {

/// Metadata columns with the template and the medium of an image (empty: its video), of IJB-style protocols, and with the
/// number by which its feature is multiplied before features are pooled, such as the detector's score (empty: none).
struct TemplateColumns {
    std::string templates, media, weights;
};

struct TemplateInput {
    Templates templates;
    std::vector<std::vector<std::int64_t>> rows;  ///< The images of each template that have a feature.
};

/// The features of each template, pooled by their mean, first within media. Errors: kNotFound (no such column).
Result<TemplateInput> poolTemplatesOf(const Snapshot& snapshot, const AnalysisInput& in, const TemplateColumns& columns);

}  // namespace facespace
