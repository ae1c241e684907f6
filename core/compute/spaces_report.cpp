#include "core/compute/spaces_report.h"

#include <algorithm>
#include <unordered_map>

#include "core/common/numbers.h"
#include "core/compute/analysis_input.h"
#include "core/compute/compare_spaces.h"
#include "core/compute/rating_table.h"

namespace facespace {
namespace {

/// The features of images and, behind them, of identities: the means of their images' features at unit length.
struct RatedFeatures {
    FeatureMatrix x;
    Units units;
};

RatedFeatures ratedFeatures(const AnalysisInput& in, const RatingTable& table) {
    const FeatureMatrix& images = in.features();
    const Eigen::Index n = images.rows();
    RatedFeatures rated{FeatureMatrix::Constant(n + std::ssize(table.identities), images.cols(), kNoValueFloat), {}};
    rated.x.topRows(n) = images;
    std::unordered_map<std::string, Eigen::Index> place;
    for (const std::string& name : table.identities) place.emplace(name, n + std::ssize(place));
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(std::ssize(table.identities), images.cols());
    std::vector<int> counts(table.identities.size(), 0);
    for (Eigen::Index i = 0; i < n; ++i) {
        const auto at = place.find(in.identity[static_cast<std::size_t>(i)]);
        const Eigen::RowVectorXd row = images.row(i).cast<double>();
        if (at == place.end() || !row.allFinite() || !(row.norm() > 0)) continue;
        sums.row(at->second - n) += row / row.norm();
        ++counts[static_cast<std::size_t>(at->second - n)];
    }
    for (std::size_t k = 0; k < counts.size(); ++k) {
        const auto row = static_cast<Eigen::Index>(k);
        if (counts[k] > 0) rated.x.row(n + row) = (sums.row(row) / counts[k]).cast<float>();
    }
    std::vector<std::string> identity = in.identity;
    identity.insert(identity.end(), table.identities.begin(), table.identities.end());
    rated.units = Units(std::move(identity));
    return rated;
}

Result<RatedSpace> ratedSpace(const AnalysisInput& in, const RatingTable& table, const RatingOptions& o,
                              const JobContext& job) {
    RatedSpace space{in.network(), {}, {}};
    const RatedFeatures rated = ratedFeatures(in, table);
    if (table.traits.empty()) {
        auto pairs = pairRatings(rated.x, rated.units, table.pairs, o, job);
        if (!pairs) return forward(pairs);
        space.pairs = std::move(*pairs);
        return space;
    }
    Eigen::MatrixXd values = Eigen::MatrixXd::Constant(rated.x.rows(), std::ssize(table.traits), kNoValue);
    for (std::size_t i = 0; i < table.faces.size(); ++i)
        for (std::size_t t = 0; t < table.traits.size(); ++t)
            values(table.faces[i], static_cast<Eigen::Index>(t)) = table.values[i][t];
    auto traits = traitPredictions(rated.x, rated.units, table.traits, values, o, job);
    if (!traits) return forward(traits);
    space.traits = std::move(*traits);
    return space;
}

/// Names of the networks that are compared: two, or one with ratings.
Result<std::vector<std::string>> networksOf(const Snapshot& snapshot, const SpacesAnalysisOptions& o) {
    const auto next = [&](const std::string& but) {
        for (const auto& set : snapshot.featureSets)
            if (set->network.name != but && set->count > 0) return set->network.name;
        return std::string();
    };
    std::vector<std::string> names{o.first.empty() ? next(o.second) : o.first};
    names.push_back(o.second.empty() ? next(names[0]) : o.second);
    std::erase(names, std::string());
    if (names.size() == 2 && names[0] == names[1])
        return fail(ErrorCode::kInvalid, say("“{}” cannot be compared with itself; name two networks.", names[0]));
    if (names.empty() || (names.size() < 2 && o.ratings.empty()))
        return fail(ErrorCode::kInvalid, say("Spaces are compared of two networks with features, or of one and a table of "
                                             "ratings; extract or import features of another network."));
    return names;
}

Result<void> addNeighbours(SpacesReport& report, const Snapshot& snapshot, const AnalysisInput& first,
                           const AnalysisInput& second, const std::optional<std::vector<std::int64_t>>& rows, int k,
                           const JobContext& job) {
    CompareOptions options{{{}, first.set->network.id}, {{}, second.set->network.id}, rows, k};
    const auto compared = compareSpaces(snapshot, options, job);
    if (!compared) return forward(compared);
    report.neighboursShared = compared->meanShared;
    report.neighboursByChance = compared->byChance;
    report.neighbours = compared->k;
    return {};
}

}  // namespace

Result<SpacesReport> computeSpaces(const Snapshot& snapshot, const std::optional<std::vector<std::int64_t>>& rows,
                                   const std::string& unit, const SpacesAnalysisOptions& o, const JobContext& job) {
    const auto names = networksOf(snapshot, o);
    if (!names) return forward(names);
    std::optional<RatingTable> table;
    if (!o.ratings.empty()) {  // before anything is computed in vain
        auto read = readRatings(o.ratings, snapshot);
        if (!read) return forward(read);
        table = std::move(*read);
    }
    std::vector<AnalysisInput> inputs;
    for (const std::string& name : *names) {
        auto in = gather(snapshot, {name, rows, unit});
        if (!in) return forward(in);
        inputs.push_back(std::move(*in));
    }
    SpacesReport report;
    report.first = names->front();
    if (inputs.size() == 2) {
        report.second = names->back();
        auto similarity = spaceSimilarity(inputs[0].features(), inputs[1].features(), inputs[0].units, o.similarity, job);
        if (!similarity) return forward(similarity);
        report.notes = similarity->notes;
        report.similarity = std::move(*similarity);
        if (const auto done = addNeighbours(report, snapshot, inputs[0], inputs[1], rows, o.neighbours, job); !done)
            return forward(done);
    }
    if (!table) return report;
    report.notes.insert(report.notes.end(), table->notes.begin(), table->notes.end());
    const RatingOptions rating{o.similarity.folds, o.similarity.leaveOut, o.similarity.seed};
    for (const AnalysisInput& in : inputs) {
        auto space = ratedSpace(in, *table, rating, job);
        if (!space) return forward(space);
        if (space->traits) report.notes.insert(report.notes.end(), space->traits->notes.begin(), space->traits->notes.end());
        report.rated.push_back(std::move(*space));
    }
    return report;
}

}  // namespace facespace
