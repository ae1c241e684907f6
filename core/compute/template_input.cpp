#include "core/compute/template_input.h"

#include <algorithm>
#include <unordered_map>

#include "core/common/numbers.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

/// Values of a metadata column; empty for the empty name.
Result<std::vector<std::string>> columnOf(const ImageSet& set, const std::string& name) {
    std::vector<std::string> values;
    if (name.empty()) return values;
    const auto found = std::ranges::find(set.metadataColumns, name);
    if (found == set.metadataColumns.end())
        return fail(ErrorCode::kNotFound,
                    say("There is no column “{}”; name the column that holds the template of each image.", name));
    const auto column = static_cast<std::size_t>(found - set.metadataColumns.begin());
    for (const auto& image : set.images) values.push_back(image.metadata[column]);
    return values;
}

Result<std::vector<double>> weightsOf(const ImageSet& set, const std::string& name) {
    std::vector<double> weights;
    const auto values = columnOf(set, name);
    if (!values) return forward(values);
    for (const std::string& value : *values) weights.push_back(parseNumber(value).value_or(kNoValue));
    return weights;
}

std::vector<std::vector<std::int64_t>> rowsOfTemplates(const std::vector<std::string>& ids,
                                                       const std::vector<std::string>& templateOf, const FeatureMatrix& x) {
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t t = 0; t < ids.size(); ++t) index.emplace(ids[t], t);
    std::vector<std::vector<std::int64_t>> rows(ids.size());
    for (std::size_t i = 0; i < templateOf.size(); ++i)
        for (const std::string_view id : templatesIn(templateOf[i]))
            if (const auto at = index.find(std::string(id));
                at != index.end() && x.row(static_cast<Eigen::Index>(i)).allFinite())
                rows[at->second].push_back(static_cast<std::int64_t>(i));
    return rows;
}

}  // namespace

Result<TemplateInput> poolTemplatesOf(const Snapshot& snapshot, const AnalysisInput& in, const TemplateColumns& columns) {
    const auto templateOf = columnOf(snapshot.images, columns.templates);
    if (!templateOf) return forward(templateOf);
    auto media = columnOf(snapshot.images, columns.media);
    if (!media) return forward(media);
    if (columns.media.empty())
        for (const auto& image : snapshot.images.images) media->push_back(image.video);
    const auto weights = weightsOf(snapshot.images, columns.weights);
    if (!weights) return forward(weights);
    TemplateInput pooled;
    pooled.templates = poolTemplates(in.features(), *templateOf, *media, in.identity, *weights);
    pooled.rows = rowsOfTemplates(pooled.templates.ids, *templateOf, in.features());
    return pooled;
}

}  // namespace facespace
