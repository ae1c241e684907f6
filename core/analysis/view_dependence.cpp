#include "core/analysis/view_dependence.h"

#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <unordered_map>

#include "core/analysis/welch.h"
#include "core/common/number_text.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kIdentitiesPerChunk = 4;
using Mask = Eigen::Matrix<std::uint8_t, Eigen::Dynamic, 1>;
using Samples = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic>;  // features × images

Result<std::vector<ViewIdentity>> eligible(const FeatureMatrix& x, const std::vector<double>& yaw,
                                           const std::vector<std::string>& identity, const ViewDependenceOptions& o,
                                           std::vector<std::string>& notes) {
    std::vector<ViewIdentity> all;
    std::unordered_map<std::string, std::size_t> index;
    std::int64_t labelled = 0, frontal = 0, profile = 0;
    for (std::size_t i = 0; i < yaw.size(); ++i) {
        if (!std::isfinite(yaw[i]) || !x.row(static_cast<Eigen::Index>(i)).allFinite()) continue;
        ++labelled;
        const auto [entry, isNew] = index.try_emplace(identity[i], all.size());
        if (isNew) all.push_back({identity[i], {}, {}});
        ViewIdentity& person = all[entry->second];
        if (std::abs(yaw[i]) <= o.frontalDeg) {
            person.frontal.push_back(static_cast<std::int64_t>(i));
            ++frontal;
        } else if (std::abs(yaw[i]) >= o.profileDeg) {
            person.profile.push_back(static_cast<std::int64_t>(i));
            ++profile;
        }
    }
    if (labelled == 0)
        return fail(ErrorCode::kInvalid,
                    "No image has both a yaw label and a feature, so views cannot be compared; import yaw with a "
                    "manifest, estimate it from landmarks, or extract features first.");
    const std::size_t before = all.size();
    std::erase_if(all, [&](const ViewIdentity& p) {
        return static_cast<int>(std::min(p.frontal.size(), p.profile.size())) < o.minimum;
    });
    if (all.empty())
        return fail(
            ErrorCode::kInvalid,
            fmt::format(
                "No identity has {} frontal (|yaw| ≤ {:g}°) and {} profile (|yaw| ≥ {:g}°) images (in all there are {} "
                "frontal and {} profile ones); import more views per identity, or lower the limits.",
                o.minimum, o.frontalDeg, o.minimum, o.profileDeg, groupedNumber(frontal), groupedNumber(profile)));
    const std::string of = groupedNumber(static_cast<std::int64_t>(before));
    if (before - all.size() == 1)
        notes.push_back(fmt::format("1 of {} identities has too few frontal or profile images and is left out.", of));
    if (before - all.size() > 1)
        notes.push_back(fmt::format("{} of {} identities have too few frontal or profile images and are left out.",
                                    groupedNumber(static_cast<std::int64_t>(before - all.size())), of));
    return all;
}

Samples samplesOf(const FeatureMatrix& x, const std::vector<std::int64_t>& rows) {
    Samples s(x.cols(), static_cast<Eigen::Index>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        s.col(static_cast<Eigen::Index>(i)) = x.row(rows[i]).cast<double>().transpose().array();
    return s;
}

Eigen::VectorXd adjust(const Eigen::VectorXd& p, Correction correction) {
    return correction == Correction::kBonferroni ? bonferroni(p) : benjaminiHochberg(p);
}

void testIdentity(const FeatureMatrix& x, const ViewDependenceOptions& o, Eigen::Index row, ViewDependence& v) {
    const ViewIdentity& person = v.identities[static_cast<std::size_t>(row)];
    const Samples f = samplesOf(x, person.frontal), q = samplesOf(x, person.profile);
    const double n1 = static_cast<double>(f.cols()), n2 = static_cast<double>(q.cols());
    const Eigen::ArrayXd m1 = f.rowwise().mean(), m2 = q.rowwise().mean();
    const Eigen::ArrayXd v1 = (f.colwise() - m1).square().rowwise().sum() / (n1 - 1);
    const Eigen::ArrayXd v2 = (q.colwise() - m2).square().rowwise().sum() / (n2 - 1);
    for (Eigen::Index j = 0; j < x.cols(); ++j) {
        const Welch w = welchTest(n1, m1(j), v1(j), n2, m2(j), v2(j));
        v.t(row, j) = w.t;
        v.df(row, j) = w.df;
        v.p(row, j) = studentP(w.t, w.df);
        v.hedgesG(row, j) = hedgesG(n1, m1(j), v1(j), n2, m2(j), v2(j));
    }
    v.adjusted.row(row) = adjust(v.p.row(row).transpose(), o.correction).transpose();
    v.significant.row(row) = (v.adjusted.row(row).array() <= o.alpha).cast<std::uint8_t>();
}

/// Welch tests of one identity for shuffled views, from sums: the images are centred first, so no digits are lost.
class ShuffledIdentity {
  public:
    ShuffledIdentity(const FeatureMatrix& x, const ViewIdentity& person, const ViewDependenceOptions& o)
        : options_(o), few_(std::min(person.frontal.size(), person.profile.size())) {
        std::vector<std::int64_t> rows = person.frontal;
        rows.insert(rows.end(), person.profile.begin(), person.profile.end());
        all_ = samplesOf(x, rows);
        all_.colwise() -= all_.rowwise().mean().eval();
        squares_ = all_.square().rowwise().sum();
        const auto varying = static_cast<double>((squares_ > 0).count());
        const double alpha = o.correction == Correction::kBonferroni ? o.alpha / std::max(1.0, varying) : o.alpha;
        decision_.emplace(alpha, static_cast<double>(rows.size()) - 2);
    }
    Mask significant(std::uint64_t seed) const {
        const auto n = static_cast<std::size_t>(all_.cols());
        std::vector<Eigen::Index> order(n);
        std::iota(order.begin(), order.end(), Eigen::Index{0});
        boost::random::mt19937_64 random(seed);
        Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(all_.rows()), squares = sum;
        for (std::size_t i = 0; i < few_; ++i) {  // the first few_ of a Fisher–Yates shuffle
            std::swap(order[i], order[boost::random::uniform_int_distribution<std::size_t>(i, n - 1)(random)]);
            sum += all_.col(order[i]);
            squares += all_.col(order[i]).square();
        }
        return decide(sum, squares);
    }

  private:
    Mask decide(const Eigen::ArrayXd& sum, const Eigen::ArrayXd& squares) const {
        const double n1 = static_cast<double>(few_), n2 = static_cast<double>(all_.cols()) - n1;
        const Eigen::ArrayXd m1 = sum / n1, m2 = -sum / n2;
        const Eigen::ArrayXd a = ((squares - sum * m1) / (n1 - 1)).max(0) / n1;
        const Eigen::ArrayXd b = ((squares_ - squares + sum * m2) / (n2 - 1)).max(0) / n2;
        const Eigen::ArrayXd t = (m1 - m2) / (a + b).sqrt();
        const Eigen::ArrayXd df = (a + b).square() / (a.square() / (n1 - 1) + b.square() / (n2 - 1));
        Mask mask(sum.size());
        for (Eigen::Index j = 0; j < sum.size(); ++j) mask(j) = decision_->significant(t(j), df(j)) ? 1 : 0;
        if (options_.correction == Correction::kBenjaminiHochberg) stepUp(t, df, mask);
        return mask;
    }
    // Only p ≤ alpha can survive the step-up procedure, so only those p-values are computed.
    void stepUp(const Eigen::ArrayXd& t, const Eigen::ArrayXd& df, Mask& mask) const {
        Eigen::VectorXd p(mask.size());
        for (Eigen::Index j = 0; j < mask.size(); ++j)
            p(j) = mask(j) != 0 ? studentP(t(j), df(j)) : (std::isnan(t(j)) ? kNaN : 1.0);
        mask = (benjaminiHochberg(p).array() <= options_.alpha).cast<std::uint8_t>();
    }
    const ViewDependenceOptions& options_;
    std::size_t few_;
    Samples all_;
    Eigen::ArrayXd squares_;
    std::optional<StudentDecision> decision_;
};

double sampleVariance(const Eigen::VectorXd& v) {
    return v.size() > 1 ? (v.array() - v.mean()).square().sum() / static_cast<double>(v.size() - 1) : kNaN;
}

/// Features that vary in some identity; one that never does can depend on nothing, and says nothing of features.
std::vector<Eigen::Index> varyingFeatures(const Eigen::MatrixXd& t) {
    std::vector<Eigen::Index> varying;
    for (Eigen::Index j = 0; j < t.cols(); ++j)
        if (!t.col(j).array().isNaN().all()) varying.push_back(j);
    return varying;
}

/// Of shares among all features, when only some of them vary.
MarginalVariances variancesOf(const Eigen::VectorXd& ofIdentity, const Eigen::VectorXd& ofFeature,
                              const std::vector<Eigen::Index>& varying) {
    if (varying.empty()) return {kNaN, kNaN};
    const double scale = static_cast<double>(ofFeature.size()) / static_cast<double>(varying.size());
    return marginalVariances(ofIdentity * scale, ofFeature(varying));
}

Result<void> testMarginals(const FeatureMatrix& x, const ViewDependenceOptions& o, const std::vector<Eigen::Index>& varying,
                           ViewDependence& v, const JobContext& job) {
    const auto identities = v.identities.size();
    const auto permutations = static_cast<std::size_t>(o.permutations);
    Eigen::MatrixXd ofIdentity(static_cast<Eigen::Index>(identities), o.permutations);
    std::vector<Eigen::MatrixXi> counts(chunkCount(identities, kIdentitiesPerChunk));
    std::atomic<std::int64_t> done{0};
    parallelChunks(identities, kIdentitiesPerChunk, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        counts[chunk] = Eigen::MatrixXi::Zero(x.cols(), o.permutations);
        for (std::size_t i = begin; i < end; ++i) {
            const ShuffledIdentity shuffled(x, v.identities[i], o);
            for (std::size_t b = 0; b < permutations; ++b) {
                if (job.cancelled()) return;
                const Mask mask = shuffled.significant(streamSeed(streamSeed(o.seed, b), i));
                ofIdentity(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(b)) = mask.cast<double>().mean();
                counts[chunk].col(static_cast<Eigen::Index>(b)) += mask.cast<int>();
            }
            job.progress("shuffled views", ++done, static_cast<std::int64_t>(identities));
        }
    });
    if (job.cancelled()) return cancelled();
    Eigen::MatrixXd ofFeature = Eigen::MatrixXd::Zero(x.cols(), o.permutations);
    for (const auto& c : counts) ofFeature += c.cast<double>();
    ofFeature /= static_cast<double>(identities);
    const double actual = v.varianceOverIdentities - v.varianceOverFeatures;
    std::vector<double> null;
    std::int64_t asLarge = 0;
    for (Eigen::Index b = 0; b < o.permutations; ++b) {
        const MarginalVariances shuffled = variancesOf(ofIdentity.col(b), ofFeature.col(b), varying);
        null.push_back(shuffled.rows - shuffled.columns);
        asLarge += null.back() >= actual ? 1 : 0;
    }
    v.nullDifference = spreadOf(null);
    v.nullDifferences = std::move(null);
    v.pValue = static_cast<double>(1 + asLarge) / static_cast<double>(1 + o.permutations);
    return {};
}
}  // namespace

Result<ViewDependence> viewDependence(const FeatureMatrix& x, const std::vector<double>& yawDeg,
                                      const std::vector<std::string>& identity, const ViewDependenceOptions& o,
                                      const JobContext& job) {
    if (static_cast<Eigen::Index>(yawDeg.size()) != x.rows() || identity.size() != yawDeg.size())
        throw std::logic_error("viewDependence: one yaw and one identity per feature row");
    if (o.minimum < 2 || !(o.frontalDeg >= 0 && o.frontalDeg < o.profileDeg) || !(o.alpha > 0 && o.alpha < 1) ||
        o.permutations < 0)
        return fail(ErrorCode::kInvalid,
                    "Views need at least 2 images each, a frontal limit below the profile limit, a significance "
                    "level between 0 and 1, and no negative number of permutations.");
    ViewDependence v;
    auto identities = eligible(x, yawDeg, identity, o, v.notes);
    if (!identities) return forward(identities);
    v.identities = std::move(*identities);
    const auto rows = static_cast<Eigen::Index>(v.identities.size());
    v.t = v.df = v.p = v.adjusted = v.hedgesG = Eigen::MatrixXd(rows, x.cols());
    v.significant.resize(rows, x.cols());
    job.progress("frontal against profile", 0, rows);
    parallelChunks(v.identities.size(), kIdentitiesPerChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !job.cancelled(); ++i) testIdentity(x, o, static_cast<Eigen::Index>(i), v);
    });
    if (job.cancelled()) return cancelled();
    v.ofIdentity = v.significant.cast<double>().rowwise().mean();
    v.ofFeature = v.significant.cast<double>().colwise().mean().transpose();
    const std::vector<Eigen::Index> varying = varyingFeatures(v.t);
    const MarginalVariances variances = variancesOf(v.ofIdentity, v.ofFeature, varying);
    v.varianceOverIdentities = variances.rows;
    v.varianceOverFeatures = variances.columns;
    v.plain = {sampleVariance(v.ofIdentity), sampleVariance(v.ofFeature)};
    const auto constant = (v.t.array() != v.t.array()).count();
    if (constant == 1)
        v.notes.push_back(
            fmt::format("1 of {} tests is not possible because the feature does not vary.", groupedNumber(v.t.size())));
    if (constant > 1)
        v.notes.push_back(fmt::format("{} of {} tests are not possible because the feature does not vary.",
                                      groupedNumber(constant), groupedNumber(v.t.size())));
    if (rows < 2)
        v.notes.emplace_back(
            "With one identity the variance over identities cannot be compared; import more identities with both views.");
    else if (o.permutations > 0)
        if (auto done = testMarginals(x, o, varying, v, job); !done) return forward(done);
    return v;
}

MarginalVariances marginalVariances(const Eigen::VectorXd& ofRow, const Eigen::VectorXd& ofColumn) {
    const auto rows = static_cast<double>(ofRow.size()), columns = static_cast<double>(ofColumn.size());
    if (rows < 2 || columns < 2) return {kNaN, kNaN};
    const double mean = ofRow.mean();
    const double rowSquares = (ofRow.array() - mean).square().sum();
    const double columnSquares = (ofColumn.array() - ofColumn.mean()).square().sum();
    // The squares of zeros and ones are their sum, so the marginals tell what is left to the cells.
    const double total = rows * columns * mean * (1 - mean);
    const double residual = (total - columns * rowSquares - rows * columnSquares) / ((rows - 1) * (columns - 1));
    return {rowSquares / (rows - 1) - residual / columns, columnSquares / (columns - 1) - residual / rows};
}

std::vector<Eigen::Index> sortedByMarginal(const Eigen::VectorXd& marginal) {
    std::vector<Eigen::Index> order(static_cast<std::size_t>(marginal.size()));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) { return marginal(a) > marginal(b); });
    return order;
}

}  // namespace facespace
