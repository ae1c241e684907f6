#include "core/analysis/pair_protocols.h"

#include <fmt/format.h>
#include <cmath>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "core/analysis/image_pairs.h"

namespace facespace {

Result<PairList> readLfwPairs(const std::filesystem::path& file, const std::vector<std::string>& paths) {
    return readImagePairs(file, paths, {});
}

namespace {

struct MediumSum {
    Eigen::RowVectorXd features;
    double count = 0;
};
struct PooledTemplate {
    std::string id, identity;
    std::map<std::string, MediumSum> media;  // ordered, so that sums do not depend on hashing
};

}  // namespace

std::vector<std::string_view> templatesIn(std::string_view ids) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin < ids.size();) {
        const std::size_t end = std::min(ids.find(';', begin), ids.size());
        if (end > begin) parts.push_back(ids.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

Templates poolTemplates(const FeatureMatrix& x, const std::vector<std::string>& templateId,
                        const std::vector<std::string>& media, const std::vector<std::string>& identity,
                        const std::vector<double>& weights) {
    const auto n = static_cast<std::size_t>(x.rows());
    if (templateId.size() != n || identity.size() != n || (!media.empty() && media.size() != n) ||
        (!weights.empty() && weights.size() != n))
        throw std::logic_error("templates: one template and one identity per feature row");
    std::vector<PooledTemplate> all;
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < n; ++i)
        for (const std::string_view id : templatesIn(templateId[i])) {
            const auto [entry, isNew] = index.try_emplace(std::string(id), all.size());
            if (isNew) all.push_back({std::string(id), identity[i], {}});
            const auto row = x.row(static_cast<Eigen::Index>(i));
            const double weight = weights.empty() ? 1.0 : weights[i];
            if (!row.allFinite() || !std::isfinite(weight)) continue;
            const bool alone = media.empty() || media[i].empty();
            MediumSum& sum = all[entry->second].media[alone ? fmt::format("\n{:012d}", i) : media[i]];
            if (sum.count == 0) sum.features = Eigen::RowVectorXd::Zero(x.cols());
            sum.features += weight * row.cast<double>();
            sum.count += 1;
        }
    Templates pooled;
    std::vector<Eigen::RowVectorXf> rows;
    for (const PooledTemplate& t : all) {
        if (t.media.empty()) {
            ++pooled.withoutFeature;
            continue;
        }
        Eigen::RowVectorXd mean = Eigen::RowVectorXd::Zero(x.cols());
        for (const auto& [name, sum] : t.media) mean += sum.features / sum.count;
        rows.emplace_back((mean / static_cast<double>(t.media.size())).cast<float>());
        pooled.ids.push_back(t.id);
        pooled.identity.push_back(t.identity);
    }
    pooled.features.resize(static_cast<Eigen::Index>(rows.size()), x.cols());
    for (std::size_t r = 0; r < rows.size(); ++r) pooled.features.row(static_cast<Eigen::Index>(r)) = rows[r];
    return pooled;
}

}  // namespace facespace
