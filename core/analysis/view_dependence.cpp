#include "core/analysis/view_dependence.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <unordered_map>

#include "core/analysis/welch.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {
constexpr std::size_t kIdentitiesPerChunk = 4;
/// Fewer observations give no unbiased squared effect.
constexpr int kFewestUnits = 2, kFewestUnitsInAll = 5;
/// Below this, intervals over identities tend to be too narrow.
constexpr std::size_t kFewIdentities = 30;

enum View { kFrontal, kProfile, kNeither };

View viewOf(double yaw, const ViewDependenceOptions& o) {
    return std::abs(yaw) <= o.frontalDeg ? kFrontal : std::abs(yaw) >= o.profileDeg ? kProfile : kNeither;
}

/// Frames of each unit in each view, rows without a feature left out.
std::vector<std::array<std::int64_t, 3>> framesOf(const FeatureMatrix& x, const std::vector<double>& yaw, const Units& units,
                                                  const ViewDependenceOptions& o) {
    std::vector<std::array<std::int64_t, 3>> frames(static_cast<std::size_t>(units.count()), {0, 0, 0});
    for (std::size_t i = 0; i < yaw.size(); ++i)
        if (std::isfinite(yaw[i]) && x.row(static_cast<Eigen::Index>(i)).allFinite())
            ++frames[static_cast<std::size_t>(units.unitOf()[i])][viewOf(yaw[i], o)];
    return frames;
}

bool enough(const ViewIdentity& p, const ViewDependenceOptions& o) {
    return static_cast<int>(std::min(p.frontal.size(), p.profile.size())) >= o.minimum &&
           std::min(p.frontalUnits, p.profileUnits) >= kFewestUnits && p.frontalUnits + p.profileUnits >= kFewestUnitsInAll;
}

void noteLeftOut(std::size_t left, std::size_t of, std::int64_t split, std::vector<Text>& notes) {
    const std::string all = groupedNumber(static_cast<std::int64_t>(of));
    if (const auto n = static_cast<std::int64_t>(left); n > 0)
        notes.push_back(sayCount("1 of {1} identities has too few frontal or profile images and is left out.",
                                 "{0} of {1} identities have too few frontal or profile images and are left out.", n,
                                 groupedNumber(n), all));
    if (split > 0)
        notes.push_back(sayCount("1 video shows both views and counts for the one with more frames.",
                                 "{} videos show both views and count for the one with more frames.", split,
                                 groupedNumber(split)));
}

Result<std::vector<ViewIdentity>> eligible(const FeatureMatrix& x, const std::vector<double>& yaw, const Units& units,
                                           const ViewDependenceOptions& o, std::vector<Text>& notes) {
    const auto frames = framesOf(x, yaw, units, o);
    std::vector<ViewIdentity> all;
    std::unordered_map<std::string, std::size_t> index;
    std::vector<bool> seen(frames.size(), false);
    std::int64_t labelled = 0, split = 0;
    std::array<std::int64_t, 3> images{0, 0, 0};
    for (std::size_t i = 0; i < yaw.size(); ++i) {
        if (!std::isfinite(yaw[i]) || !x.row(static_cast<Eigen::Index>(i)).allFinite()) continue;
        ++labelled;
        const View view = viewOf(yaw[i], o);
        ++images[view];
        const auto [entry, isNew] = index.try_emplace(units.identity()[i], all.size());
        if (isNew) all.push_back({units.identity()[i], {}, {}});
        const auto unit = static_cast<std::size_t>(units.unitOf()[i]);
        const auto& of = frames[unit];
        if (view == kNeither || view != (of[kFrontal] > of[kProfile] ? kFrontal : kProfile)) continue;
        ViewIdentity& person = all[entry->second];
        (view == kFrontal ? person.frontal : person.profile).push_back(static_cast<std::int64_t>(i));
        if (seen[unit]) continue;
        seen[unit] = true;
        ++(view == kFrontal ? person.frontalUnits : person.profileUnits);
        split += of[kFrontal] > 0 && of[kProfile] > 0 ? 1 : 0;
    }
    if (labelled == 0)
        return fail(ErrorCode::kInvalid,
                    say("No image has both a yaw label and a feature, so views cannot be compared; import yaw with a "
                        "manifest, estimate it from landmarks, or extract features first."));
    const std::size_t before = all.size();
    std::erase_if(all, [&](const ViewIdentity& p) { return !enough(p, o); });
    if (all.empty())
        return fail(ErrorCode::kInvalid,
                    say("No identity has {} frontal (|yaw| ≤ {:g}°) and {} profile (|yaw| ≥ {:g}°) images from at least "
                        "{} videos or stills (in all there are {} frontal and {} profile ones); import more views per "
                        "identity, or lower the limits.",
                        o.minimum, o.frontalDeg, o.minimum, o.profileDeg, kFewestUnitsInAll, groupedNumber(images[kFrontal]),
                        groupedNumber(images[kProfile])));
    noteLeftOut(before - all.size(), before, split, notes);
    return all;
}

/// Means of the units, one column each, in order of first appearance.
Samples unitMeans(const FeatureMatrix& x, const std::vector<std::int64_t>& rows, const Units& units, int count) {
    Samples means = Samples::Zero(x.cols(), count);
    Eigen::ArrayXd frames = Eigen::ArrayXd::Zero(count);
    std::unordered_map<std::int32_t, Eigen::Index> column;
    for (const std::int64_t row : rows) {
        const Eigen::Index at =
            column.try_emplace(units.unitOf()[static_cast<std::size_t>(row)], static_cast<Eigen::Index>(column.size()))
                .first->second;
        means.col(at) += x.row(row).cast<double>().transpose().array();
        frames(at) += 1;
    }
    means.rowwise() /= frames.transpose();
    return means;
}

Samples samplesOf(const FeatureMatrix& x, const ViewIdentity& person, const Units& units) {
    Samples samples(x.cols(), person.frontalUnits + person.profileUnits);
    samples.leftCols(person.frontalUnits) = unitMeans(x, person.frontal, units, person.frontalUnits);
    samples.rightCols(person.profileUnits) = unitMeans(x, person.profile, units, person.profileUnits);
    return samples;
}

Eigen::VectorXd adjust(const Eigen::VectorXd& p, Correction correction) {
    return correction == Correction::kBonferroni ? bonferroni(p) : benjaminiHochberg(p);
}

/// Tests and effects of one identity, and the sums of its squared effects under shuffled views.
struct OfIdentity {
    double sharedNoise = 0;
    std::vector<double> shuffledSums;
};

OfIdentity testIdentity(const FeatureMatrix& x, const Units& units, const ViewDependenceOptions& o, Eigen::Index row,
                        ViewDependence& v, const JobContext& job) {
    const ViewIdentity& person = v.identities[static_cast<std::size_t>(row)];
    const Samples samples = samplesOf(x, person, units);
    const double n1 = person.frontalUnits, n2 = person.profileUnits;
    const auto f = samples.leftCols(person.frontalUnits), q = samples.rightCols(person.profileUnits);
    const Eigen::ArrayXd m1 = f.rowwise().mean(), m2 = q.rowwise().mean();
    const Eigen::ArrayXd v1 = (f.colwise() - m1).square().rowwise().sum() / (n1 - 1);
    const Eigen::ArrayXd v2 = (q.colwise() - m2).square().rowwise().sum() / (n2 - 1);
    const SquaredEffects effects = squaredEffects(samples, person.frontalUnits);
    for (Eigen::Index j = 0; j < x.cols(); ++j) {
        const Welch w = welchTest(n1, m1(j), v1(j), n2, m2(j), v2(j));
        v.t(row, j) = w.t;
        v.df(row, j) = w.df;
        v.p(row, j) = studentP(w.t, w.df);
        v.hedgesG(row, j) = hedgesG(n1, m1(j), v1(j), n2, m2(j), v2(j));
        v.squaredEffect(row, j) = std::isnan(w.t) ? kNoValue : effects.ofFeature(j);
    }
    v.adjusted.row(row) = adjust(v.p.row(row).transpose(), o.correction).transpose();
    v.significant.row(row) = (v.adjusted.row(row).array() <= o.alpha).cast<std::uint8_t>();
    OfIdentity result{effects.sharedNoise, {}};
    if (o.permutations == 0) return result;
    const ShuffledViews shuffled(samples, person.frontalUnits);
    for (int b = 0; b < o.permutations && !job.cancelled(); ++b)
        result.shuffledSums.push_back(
            shuffled.sum(streamSeed(streamSeed(o.seed, static_cast<std::uint64_t>(b)), static_cast<std::uint64_t>(row))));
    return result;
}

/// Share of significant tests among those that were possible.
double shareOf(double significant, Eigen::Index possible) {
    return possible > 0 ? significant / static_cast<double>(possible) : kNoValue;
}

void addCounts(ViewDependence& v) {
    v.ofIdentity.resize(v.t.rows());
    v.ofFeature.resize(v.t.cols());
    const auto possible = (v.t.array() == v.t.array()).eval();
    for (Eigen::Index i = 0; i < v.t.rows(); ++i)
        v.ofIdentity(i) = shareOf(v.significant.row(i).cast<double>().sum(), possible.row(i).count());
    for (Eigen::Index j = 0; j < v.t.cols(); ++j) {
        v.ofFeature(j) = shareOf(v.significant.col(j).cast<double>().sum(), possible.col(j).count());
        v.constantFeatures += std::isnan(v.ofFeature(j)) ? 1 : 0;
    }
    const std::string of = groupedNumber(v.t.cols());
    if (v.constantFeatures > 0)
        v.notes.push_back(sayCount("1 of {1} features does not vary and is left out of every share and correction.",
                                   "{0} of {1} features do not vary and are left out of every share and correction.",
                                   v.constantFeatures, groupedNumber(v.constantFeatures), of));
}

/// A feature that is constant within an identity does not depend on view there: its squared effect is 0.
Eigen::MatrixXd varyingCells(const ViewDependence& v) {
    Eigen::MatrixXd cells(v.t.rows(), v.t.cols() - v.constantFeatures);
    Eigen::Index at = 0;
    for (Eigen::Index j = 0; j < v.t.cols(); ++j)
        if (!std::isnan(v.ofFeature(j)))
            cells.col(at++) = v.squaredEffect.col(j).array().isNaN().select(0.0, v.squaredEffect.col(j).array()).matrix();
    return cells;
}

void addEffects(ViewDependence& v, const std::vector<OfIdentity>& of, const ViewDependenceOptions& o) {
    const Eigen::MatrixXd cells = varyingCells(v);
    Eigen::VectorXd sharedNoise(cells.rows());
    const auto pairs = static_cast<double>(cells.cols() * (cells.cols() - 1));
    for (Eigen::Index i = 0; i < cells.rows(); ++i) sharedNoise(i) = of[static_cast<std::size_t>(i)].sharedNoise / pairs;
    v.effects = effectComponents(cells, sharedNoise, o.bootstrap, o.seed);
    if (o.permutations > 0 && cells.size() > 0) {
        const double actual = cells.sum();
        std::int64_t asLarge = 0;
        for (std::size_t b = 0; b < static_cast<std::size_t>(o.permutations); ++b) {
            double sum = 0;
            for (const OfIdentity& identity : of) sum += identity.shuffledSums[b];
            asLarge += sum >= actual ? 1 : 0;
        }
        v.permutations = o.permutations;
        v.pValue = static_cast<double>(1 + asLarge) / static_cast<double>(1 + o.permutations);
    }
    // Where there may be no view dependence at all there is nothing that could belong to either.
    const bool any = v.effects.mean.low > 0 && (!v.pValue || *v.pValue <= o.alpha);
    if (any && v.effects.difference.low > 0) v.owner = ViewOwner::kIdentities;
    if (any && v.effects.difference.high < 0) v.owner = ViewOwner::kFeatures;
}
}  // namespace

Result<ViewDependence> viewDependence(const FeatureMatrix& x, const std::vector<double>& yawDeg, const Units& units,
                                      const ViewDependenceOptions& o, const JobContext& job) {
    if (static_cast<Eigen::Index>(yawDeg.size()) != x.rows() || units.rows() != yawDeg.size())
        throw std::logic_error("viewDependence: one yaw and one identity per feature row");
    if (o.minimum < 2 || !(o.frontalDeg >= 0 && o.frontalDeg < o.profileDeg) || !(o.alpha > 0 && o.alpha < 1) ||
        o.permutations < 0 || o.bootstrap < 0)
        return fail(ErrorCode::kInvalid,
                    say("Views need at least 2 images each, a frontal limit below the profile limit, a significance "
                        "level between 0 and 1, and no negative number of permutations."));
    ViewDependence v;
    auto identities = eligible(x, yawDeg, units, o, v.notes);
    if (!identities) return forward(identities);
    v.identities = std::move(*identities);
    const auto rows = static_cast<Eigen::Index>(v.identities.size());
    v.t = v.df = v.p = v.adjusted = v.hedgesG = v.squaredEffect = Eigen::MatrixXd(rows, x.cols());
    v.significant.resize(rows, x.cols());
    job.progress(say("frontal against profile"), 0, rows);
    std::vector<OfIdentity> of(v.identities.size());
    std::atomic<std::int64_t> done{0};
    parallelChunks(v.identities.size(), kIdentitiesPerChunk, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !job.cancelled(); ++i) {
            of[i] = testIdentity(x, units, o, static_cast<Eigen::Index>(i), v, job);
            job.progress(say("frontal against profile"), ++done, rows);
        }
    });
    if (job.cancelled()) return cancelled();
    addCounts(v);
    addEffects(v, of, o);
    if (rows == 1)
        v.notes.emplace_back(
            say("With one identity nothing can be said of identities against features; import more identities with both "
                "views."));
    else if (v.identities.size() < kFewIdentities)
        v.notes.push_back(say("{} identities are few: intervals tend to be too narrow below {}.", rows, kFewIdentities));
    return v;
}

std::vector<Eigen::Index> sortedByMarginal(const Eigen::VectorXd& marginal) {
    std::vector<Eigen::Index> order(static_cast<std::size_t>(marginal.size()));
    std::iota(order.begin(), order.end(), Eigen::Index{0});
    const auto key = [&](Eigen::Index i) { return std::isnan(marginal(i)) ? -1 : marginal(i); };
    std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) { return key(a) > key(b); });
    return order;
}

}  // namespace facespace
