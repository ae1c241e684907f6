#include "core/workflow/verification_of.h"

#include <fmt/format.h>
#include <algorithm>
#include <unordered_map>

#include "core/analysis/pair_protocols.h"

namespace facespace {
namespace {

/// Values of a metadata column; empty for the empty name.
Result<std::vector<std::string>> columnOf(const ImageSet& set, const std::string& name) {
    std::vector<std::string> values;
    if (name.empty()) return values;
    const auto found = std::ranges::find(set.metadataColumns, name);
    if (found == set.metadataColumns.end())
        return fail(ErrorCode::kNotFound,
                    fmt::format("There is no column “{}”; name the column that holds the template of each image.", name));
    const auto column = static_cast<std::size_t>(found - set.metadataColumns.begin());
    for (const auto& image : set.images) values.push_back(image.metadata[column]);
    return values;
}

std::vector<std::vector<std::int64_t>> rowsOfTemplates(const std::vector<std::string>& ids,
                                                       const std::vector<std::string>& templateOf, const FeatureMatrix& x) {
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t t = 0; t < ids.size(); ++t) index.emplace(ids[t], t);
    std::vector<std::vector<std::int64_t>> rows(ids.size());
    for (std::size_t i = 0; i < templateOf.size(); ++i)
        if (const auto at = index.find(templateOf[i]); at != index.end() && x.row(static_cast<Eigen::Index>(i)).allFinite())
            rows[at->second].push_back(static_cast<std::int64_t>(i));
    return rows;
}

void addMissing(VerificationReport& report, const PairList& list) {
    report.missingPairs = list.missing;
    report.missingNames = list.missingNames;
}

Result<VerificationReport> ofTemplates(const Snapshot& snapshot, const AnalysisInput& in,
                                       const VerificationAnalysisOptions& options, const JobContext& job) {
    const auto templateOf = columnOf(snapshot.images, options.templates);
    if (!templateOf) return forward(templateOf);
    auto media = columnOf(snapshot.images, options.media);
    if (!media) return forward(media);
    if (options.media.empty())
        for (const auto& image : snapshot.images.images) media->push_back(image.video);
    const Templates templates = poolTemplates(in.features(), *templateOf, *media, in.identity);
    VerificationReport report;
    report.templateIds = templates.ids;
    report.templateRows = rowsOfTemplates(templates.ids, *templateOf, in.features());
    Result<Verification> result;
    if (options.protocol.empty()) {
        report.pairs = "all pairs of templates";
        result = verifyAllPairs(templates.features, templates.identity, options.verification, job);
    } else {
        const auto list = readTemplatePairs(options.protocol, templates);
        if (!list) return forward(list);
        addMissing(report, *list);
        report.pairs = fmt::format("template pairs of {}", options.protocol.filename().string());
        result = verifyPairs(templates.features, templates.identity, *list, options.verification, job);
    }
    if (!result) return forward(result);
    report.result = std::move(*result);
    return report;
}

Result<VerificationReport> ofLfwPairs(const Snapshot& snapshot, const AnalysisInput& in,
                                      const VerificationAnalysisOptions& options, const JobContext& job) {
    std::vector<std::string> paths;
    for (const auto& image : snapshot.images.images) paths.push_back(image.path);
    const auto list = readLfwPairs(options.protocol, paths);
    if (!list) return forward(list);
    VerificationReport report;
    addMissing(report, *list);
    report.pairs = fmt::format("pairs of {}", options.protocol.filename().string());
    auto result = verifyPairs(in.features(), in.identity, *list, options.verification, job);
    if (!result) return forward(result);
    report.result = std::move(*result);
    return report;
}

Result<VerificationReport> ofAllPairs(const AnalysisInput& in, const VerificationAnalysisOptions& options,
                                      const JobContext& job) {
    auto result = verifyAllPairs(in.features(), in.identity, options.verification, job);
    if (!result) return forward(result);
    VerificationReport report;
    report.pairs = "all pairs";
    report.result = std::move(*result);
    return report;
}

}  // namespace

Result<VerificationReport> verificationOf(const Snapshot& snapshot, const AnalysisScope& scope,
                                          const VerificationAnalysisOptions& options, const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    auto report = !options.templates.empty()  ? ofTemplates(snapshot, *in, options, job)
                  : !options.protocol.empty() ? ofLfwPairs(snapshot, *in, options, job)
                                              : ofAllPairs(*in, options, job);
    if (report) report->network = in->network();
    return report;
}

Result<std::vector<ScoredPair>> pairsInRangeOf(const Snapshot& snapshot, const AnalysisScope& scope, PairMetric metric,
                                               bool genuine, double low, double high, std::size_t limit,
                                               const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    return pairsInRange(in->features(), in->identity, metric, genuine, low, high, limit, job);
}

}  // namespace facespace
