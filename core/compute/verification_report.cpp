#include "core/compute/verification_report.h"

#include <fmt/format.h>
#include <algorithm>
#include <optional>

#include "core/analysis/image_pairs.h"
#include "core/analysis/pair_file_protocol.h"
#include "core/analysis/pair_protocols.h"
#include "core/common/numbers.h"
#include "core/compute/labels.h"
#include "core/compute/template_input.h"
#include "core/container/container.h"

namespace facespace {
namespace {

/// The file's name; of a folder, as CFP's FP, too.
std::string nameOfProtocol(const std::filesystem::path& protocol) {
    return (protocol.has_filename() ? protocol : protocol.parent_path()).filename().string();
}

/// The images of the project with one feature each, equal for all: their scores are given.
Result<AnalysisInput> gatherForScores(const Snapshot& snapshot, const AnalysisScope& scope,
                                      const VerificationAnalysisOptions& options) {
    if (options.protocol.empty())
        return fail(ErrorCode::kInvalid, say("Scores need the list of the pairs that they are of (--protocol)."));
    if (!options.templates.empty())
        return fail(ErrorCode::kInvalid, say("Scores are of pairs of images; they cannot be pooled into templates."));
    AnalysisInput input;
    auto set = std::make_shared<FeatureSet>();
    const auto images = static_cast<Eigen::Index>(snapshot.imageCount());
    set->features = FeatureMatrix::Ones(images, 1);
    std::error_code error;
    const std::filesystem::path file = options.scores;
    set->network.name = std::filesystem::is_regular_file(file, error) ? file.filename().string() : options.scores;
    if (scope.rows) {
        input.narrowed = FeatureMatrix::Constant(images, 1, kNoValueFloat);
        for (const std::int64_t row : *scope.rows)
            if (row >= 0 && row < images) input.narrowed.row(row) = set->features.row(row);
    }
    input.set = std::move(set);
    input.identity = identitiesOf(snapshot.images);
    return input;
}

Result<AnalysisInput> gatherFor(const Snapshot& snapshot, const AnalysisScope& scope,
                                const VerificationAnalysisOptions& options) {
    return options.scores.empty() ? gather(snapshot, scope) : gatherForScores(snapshot, scope, options);
}

void addMissing(VerificationReport& report, const PairList& list) {
    report.missingPairs = list.missing;
    report.missingNames = list.missingNames;
}

/// What is compared: images or templates, all pairs or those of a list.
struct Compared {
    const FeatureMatrix* features = nullptr;
    const std::vector<std::string>* identity = nullptr;
    Templates templates;  ///< If templates are compared; the two above point into it.
    std::vector<std::vector<std::int64_t>> templateRows;
    std::optional<PairList> list;
    Text words;
};

Result<void> readTemplates(Compared& compared, const Snapshot& snapshot, const AnalysisInput& in,
                           const VerificationAnalysisOptions& options) {
    auto pooled = poolTemplatesOf(snapshot, in, {options.templates, options.media, options.weights});
    if (!pooled) return forward(pooled);
    compared.templates = std::move(pooled->templates);
    compared.templateRows = std::move(pooled->rows);
    compared.features = &compared.templates.features;
    compared.identity = &compared.templates.identity;
    compared.words = say("all pairs of templates");
    if (options.protocol.empty()) return {};
    auto list = readTemplatePairs(options.protocol, compared.templates);
    if (!list) return forward(list);
    compared.list = std::move(*list);
    compared.words = say("template pairs of {}", options.protocol.filename().string());
    return {};
}

Result<void> readImages(Compared& compared, const Snapshot& snapshot, const AnalysisInput& in,
                        const VerificationAnalysisOptions& options) {
    compared.features = &in.features();
    compared.identity = &in.identity;
    compared.words = say("all pairs");
    std::vector<std::string> paths;
    for (std::size_t row = 0; row < snapshot.imageCount(); ++row) paths.push_back(snapshot.pathOf(row));
    std::filesystem::path protocol = options.protocol;
    if (const auto own = commonPairFile(paths); protocol.empty() && !own.empty()) protocol = snapshot.images.root / own;
    if (protocol.empty()) return {};
    const bool pairFile = containerKind(protocol) == ContainerKind::kPairs;
    if (pairFile && !options.scores.empty())
        return fail(ErrorCode::kInvalid,
                    say("Scores go with a list of pairs; “{}” is a verification set.", protocol.string()));
    auto list = pairFile ? readPairFile(protocol, paths) : readImagePairs(protocol, paths, in.identity, options.scores);
    if (!list) return forward(list);
    compared.list = std::move(*list);
    compared.words = say("pairs of {}", nameOfProtocol(protocol));
    return {};
}

/// `compared` then points into itself and into `in`: it must stay where it is.
Result<void> read(Compared& compared, const Snapshot& snapshot, const AnalysisInput& in,
                  const VerificationAnalysisOptions& options) {
    return options.templates.empty() ? readImages(compared, snapshot, in, options)
                                     : readTemplates(compared, snapshot, in, options);
}

Result<Verification> verify(const Compared& c, VerificationOptions options, const JobContext& job) {
    options.templates = !c.templates.ids.empty();
    return c.list ? verifyPairs(*c.features, *c.identity, *c.list, options, job)
                  : verifyAllPairs(*c.features, *c.identity, options, job);
}

}  // namespace

Result<VerificationReport> computeVerification(const Snapshot& snapshot, const AnalysisScope& scope,
                                               const VerificationAnalysisOptions& options, const JobContext& job) {
    const auto in = gatherFor(snapshot, scope, options);
    if (!in) return forward(in);
    Compared compared;
    if (const auto done = read(compared, snapshot, *in, options); !done) return forward(done);
    auto result = verify(compared, options.verification, job);
    if (!result) return forward(result);
    VerificationReport report;
    report.network = in->network();
    report.pairs = compared.words;
    report.listed = compared.list.has_value();
    report.result = std::move(*result);
    report.templateIds = compared.templates.ids;
    report.templateRows = compared.templateRows;
    if (compared.list) addMissing(report, *compared.list);
    return report;
}

Result<std::vector<ScoredPair>> pairsInRangeOf(const Snapshot& snapshot, const AnalysisScope& scope,
                                               const VerificationAnalysisOptions& options, bool genuine, double low,
                                               double high, std::size_t limit, const JobContext& job) {
    const auto in = gatherFor(snapshot, scope, options);
    if (!in) return forward(in);
    Compared compared;
    if (const auto done = read(compared, snapshot, *in, options); !done) return forward(done);
    if (!compared.list)
        return pairsInRange(*compared.features, *compared.identity, options.verification.metric, genuine, low, high, limit,
                            job);
    VerificationOptions all = options.verification;
    all.leaveOut = 0;
    all.worstPairs = static_cast<int>(compared.list->pairs.size());
    const auto scored = verifyPairs(*compared.features, *compared.identity, *compared.list, all, job);
    if (!scored) return forward(scored);
    std::vector<ScoredPair> pairs;
    for (const ScoredPair& p : genuine ? scored->worstGenuine : scored->worstImpostor)
        if (static_cast<double>(p.score) >= low && static_cast<double>(p.score) <= high && pairs.size() < limit)
            pairs.push_back(p);
    return pairs;
}

std::vector<std::int64_t> imagesOf(const VerificationReport& report, std::int64_t row) {
    if (report.templateIds.empty()) return {row};
    return report.templateRows[static_cast<std::size_t>(row)];
}

}  // namespace facespace
