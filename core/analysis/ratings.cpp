#include "core/analysis/ratings.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/analysis/jackknife.h"
#include "core/analysis/pair_parts.h"
#include "core/analysis/ridge.h"
#include "core/analysis/statistics.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

using Eigen::Index;
constexpr Index kMostFaces = 2000;  ///< Whose profiles are compared with each other.

double cosine(const FeatureMatrix& x, std::int64_t a, std::int64_t b) {
    const Eigen::RowVectorXd p = x.row(a).cast<double>(), q = x.row(b).cast<double>();
    const double lengths = p.norm() * q.norm();
    return lengths > 0 ? p.dot(q) / lengths : kNoValue;
}

double meanOf(const std::vector<double>& values, std::size_t without = SIZE_MAX) {
    double sum = 0, n = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (i != without && std::isfinite(values[i])) sum += values[i], n += 1;
    return n > 0 ? sum / n : kNoValue;
}

/// ρ over the pairs of which both are known.
double rhoOf(const std::vector<double>& x, const std::vector<double>& y) {
    std::vector<double> a, b;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (std::isfinite(x[i]) && std::isfinite(y[i])) a.push_back(x[i]), b.push_back(y[i]);
    return spearmanRho(a, b);
}

void addCeilings(PairRatings& found, const std::vector<RatedPair>& pairs) {
    found.lowerCeiling = found.upperCeiling = kNoValue;
    const std::size_t raters = pairs.empty() ? 0 : pairs.front().ratings.size();
    if (raters < 2) return;
    std::vector<double> lower, upper;
    for (std::size_t r = 0; r < raters; ++r) {
        std::vector<double> own, others, all;
        for (const RatedPair& p : pairs)
            own.push_back(p.ratings[r]), others.push_back(meanOf(p.ratings, r)), all.push_back(meanOf(p.ratings));
        lower.push_back(rhoOf(own, others));
        upper.push_back(rhoOf(own, all));
    }
    found.lowerCeiling = meanOf(lower), found.upperCeiling = meanOf(upper);
}

double pearson(const std::vector<double>& x, const std::vector<double>& y) {
    const Eigen::Map<const Eigen::ArrayXd> a(x.data(), std::ssize(x)), b(y.data(), std::ssize(y));
    const Eigen::ArrayXd u = a - a.mean(), v = b - b.mean();
    return (u * v).sum() / std::sqrt(u.square().sum() * v.square().sum());
}

/// The mean of the labels that each row's fit was made of. Where a fold's ratings are high it is low: left in the
/// prediction it would speak against it without any feature.
std::vector<double> fittedMeans(const Eigen::VectorXd& labels, const std::vector<std::int32_t>& foldOf, int folds) {
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(folds), count = sum;
    const auto takesPart = [&](std::size_t i) { return foldOf[i] >= 0 && std::isfinite(labels(static_cast<Index>(i))); };
    for (std::size_t i = 0; i < foldOf.size(); ++i)
        if (takesPart(i)) sum(foldOf[i]) += labels(static_cast<Index>(i)), count(foldOf[i]) += 1;
    std::vector<double> means(foldOf.size(), kNoValue);
    for (std::size_t i = 0; i < foldOf.size(); ++i)
        if (takesPart(i)) means[i] = (sum.sum() - sum(foldOf[i])) / (count.sum() - count(foldOf[i]));
    return means;
}

/// Columns as z-scores.
Eigen::MatrixXd standardised(Eigen::MatrixXd m) {
    m.rowwise() -= m.colwise().mean().eval();
    for (Index j = 0; j < m.cols(); ++j)
        if (const double length = m.col(j).norm(); length > 0) m.col(j) *= std::sqrt(static_cast<double>(m.rows())) / length;
    return m;
}

/// The same of the rows of each fold by themselves: what other folds predict depends on the ratings of these.
Eigen::MatrixXd standardisedByFold(const Eigen::MatrixXd& m, const std::vector<std::vector<std::int32_t>>& foldsOf) {
    std::map<std::vector<std::int32_t>, std::vector<Index>> rowsOf;
    for (std::size_t i = 0; i < foldsOf.size(); ++i) rowsOf[foldsOf[i]].push_back(static_cast<Index>(i));
    Eigen::MatrixXd result(m.rows(), m.cols());
    for (const auto& [fold, rows] : rowsOf) result(rows, Eigen::all) = standardised(m(rows, Eigen::all));
    return result;
}

/// Predicted and rated, of the faces of which every trait is known.
struct Profiles {
    Eigen::MatrixXd predicted, rated;
    IdentityGroups groups;
    std::vector<std::vector<std::int32_t>> foldsOf;  ///< By face, one per trait.
};

/// Faces are held against those of their own folds only: what a fit was made of is no chance for its prediction.
double specificityOf(Profiles p) {
    const Index faces = p.rated.rows();
    if (p.rated.cols() < 3 || p.groups.count < 4) return kNoValue;
    Eigen::MatrixXd predicted = standardisedByFold(p.predicted, p.foldsOf), rated = standardised(std::move(p.rated));
    predicted.rowwise().normalize(), rated.rowwise().normalize();
    const Eigen::MatrixXd alike = predicted * rated.transpose();
    double won = 0, pairs = 0;
    for (Index i = 0; i < faces; ++i)
        for (Index j = 0; j < faces; ++j) {
            const auto a = static_cast<std::size_t>(i), b = static_cast<std::size_t>(j);
            if (p.groups.groupOf[a] == p.groups.groupOf[b] || p.foldsOf[a] != p.foldsOf[b]) continue;
            pairs += 1;
            won += alike(i, i) > alike(i, j) ? 1 : alike(i, i) == alike(i, j) ? 0.5 : 0;
        }
    return pairs > 0 ? won / pairs : kNoValue;
}

}  // namespace

Result<PairRatings> pairRatings(const FeatureMatrix& x, const Units& units, const std::vector<RatedPair>& pairs,
                                const RatingOptions& o, const JobContext& job) {
    std::vector<double> model, people;
    std::vector<std::int64_t> first, second;
    for (const RatedPair& p : pairs) {
        const double c = x.row(p.a).allFinite() && x.row(p.b).allFinite() ? cosine(x, p.a, p.b) : kNoValue;
        const double rating = meanOf(p.ratings);
        if (!std::isfinite(c) || !std::isfinite(rating)) continue;
        model.push_back(c), people.push_back(rating);
        first.push_back(p.a), second.push_back(p.b);
    }
    std::vector<std::int64_t> rows = first;
    rows.insert(rows.end(), second.begin(), second.end());
    const IdentityGroups groups = groupIdentities(units.identity(), rows);
    if (model.size() < 4)
        return fail(ErrorCode::kInvalid,
                    say("Four rated pairs with features are needed; here are {}.", groupedNumber(std::ssize(model))));
    const std::size_t n = model.size();
    const auto rho = [&](const std::vector<std::int32_t>& weight, double* out) {
        std::vector<double> a, b;
        for (std::size_t i = 0; i < n; ++i)
            if (weight[static_cast<std::size_t>(groups.groupOf[i])] > 0 &&
                weight[static_cast<std::size_t>(groups.groupOf[n + i])] > 0)
                a.push_back(model[i]), b.push_back(people[i]);
        *out = std::atanh(spearmanRho(a, b));
    };
    double all = 0;
    rho(std::vector<std::int32_t>(static_cast<std::size_t>(groups.count), 1), &all);
    const auto error = clusteredJackknife(groups.count, 1, rho, {o.leaveOut, o.seed}, job);
    if (!error) return forward(error);
    const LeaveOutTurns turns = leaveOutTurns(groups.count, {o.leaveOut, o.seed});
    std::vector<std::pair<std::size_t, std::size_t>> turnsOf;
    for (std::size_t i = 0; turns.count > 0 && i < n; ++i)
        turnsOf.emplace_back(turns.of[static_cast<std::size_t>(groups.groupOf[i])],
                             turns.of[static_cast<std::size_t>(groups.groupOf[n + i])]);
    const double slope = std::cosh(all) * std::cosh(all);  // of atanh
    const double ofPairs =
        slope * slope * squaresOfTurns(spearmanParts(RankedValues(model), RankedValues(people)), turnsOf, turns.count);
    PairRatings found{correlationInterval(std::tanh(all), withoutPairs((*error)[0], ofPairs)), 0, 0, std::ssize(model),
                      groups.count};
    addCeilings(found, pairs);
    return found;
}

Result<TraitPredictions> traitPredictions(const FeatureMatrix& x, const Units& units, const std::vector<std::string>& names,
                                          const Eigen::MatrixXd& ratings, const RatingOptions& o, const JobContext& job) {
    TraitPredictions found;
    std::vector<Eigen::VectorXd> predicted, rated;
    std::vector<std::vector<std::int32_t>> foldOf;
    for (std::size_t t = 0; t < names.size(); ++t) {
        const auto column = ratings.col(static_cast<Index>(t));
        RidgeOptions ridge;
        ridge.folds = o.folds;
        ridge.seed = o.seed;
        const auto fit = ridgeCrossValidated(x, {column.begin(), column.end()}, units, ridge, job);
        if (!fit && fit.error().code == ErrorCode::kCancelled) return forward(fit);
        if (!fit) {
            found.notes.push_back(say("“{}”: {}", names[t], fit.error().message));
            continue;
        }
        const std::vector<double> means = fittedMeans(column, fit->used.foldOf, fit->folds);
        std::vector<double> a, b;
        predicted.emplace_back(Eigen::VectorXd::Constant(x.rows(), kNoValue));
        rated.emplace_back(column);
        foldOf.push_back(fit->used.foldOf);
        for (Index i = 0; i < x.rows(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            const double p = static_cast<double>(fit->outOfFold[at]) - means[at];
            if (!std::isfinite(column(i)) || !std::isfinite(p)) continue;
            a.push_back(p), b.push_back(column(i));
            predicted.back()(i) = p;
        }
        found.traits.push_back({names[t], pearson(a, b), std::ssize(a)});
    }
    if (found.traits.empty())
        return fail(ErrorCode::kInvalid,
                    found.notes.empty() ? say("There is no trait to be predicted.") : found.notes.front());
    std::vector<std::int64_t> whole;
    for (Index i = 0; i < x.rows(); ++i)
        if (std::ranges::all_of(predicted, [&](const auto& p) { return std::isfinite(p(i)); })) whole.push_back(i);
    if (std::ssize(whole) > kMostFaces) {
        auto order = shuffledIndices(std::ssize(whole), o.seed);
        order.resize(static_cast<std::size_t>(kMostFaces));
        std::ranges::sort(order);
        std::vector<std::int64_t> some;
        for (const std::int64_t i : order) some.push_back(whole[static_cast<std::size_t>(i)]);
        whole = some;
    }
    Profiles profiles{Eigen::MatrixXd(std::ssize(whole), std::ssize(predicted)),
                      {},
                      groupIdentities(units.identity(), whole),
                      std::vector<std::vector<std::int32_t>>(whole.size())};
    profiles.rated = profiles.predicted;
    for (std::size_t t = 0; t < predicted.size(); ++t)
        for (std::size_t i = 0; i < whole.size(); ++i) {
            profiles.predicted(static_cast<Index>(i), static_cast<Index>(t)) = predicted[t](whole[i]);
            profiles.rated(static_cast<Index>(i), static_cast<Index>(t)) = rated[t](whole[i]);
            profiles.foldsOf[i].push_back(foldOf[t][static_cast<std::size_t>(whole[i])]);
        }
    found.faces = std::ssize(whole);
    found.identities = profiles.groups.count;
    found.specificity = specificityOf(std::move(profiles));
    return found;
}

}  // namespace facespace
