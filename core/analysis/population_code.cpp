#include "core/analysis/population_code.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/population_code_parts.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace population {
namespace {

using Eigen::Index;
using Row = Eigen::RowVectorXd;

/// Variance between classes of each unit, without products of an identity with itself, and η² over images.
struct Effects {
    Row between, variance, eta;
    Row contrast;  ///< Of two classes: √(η² / (1 − η²)), with the sign of the difference of their means.
    double total() const { return between.sum() / variance.sum(); }
    /// Signed: what is only noise in many units takes itself away in the sum.
    double effective() const {
        double sum = 0, squares = 0;
        for (Index u = 0; u < between.size(); ++u)
            if (variance(u) > 0) {
                const double e = between(u) / variance(u);
                sum += e, squares += e * e;
            }
        return sum > 0 ? sum * sum / squares : kNoValue;
    }
};

class ClassCode {
  public:
    ClassCode(const Coded& c, const CodedAttribute& a) : classes_(std::ssize(a.classes)), d_(c.x.cols()) {
        const Index people = c.groups.identities.count;
        sum_.assign(static_cast<std::size_t>(classes_), Eigen::MatrixXd::Zero(people, d_));
        count_ = Eigen::MatrixXd::Zero(people, classes_);
        square_ = Eigen::MatrixXd::Zero(people, d_);
        for (std::size_t i = 0; i < c.rows.size(); ++i) {
            const std::int32_t k = a.classOf[static_cast<std::size_t>(c.rows[i])];
            if (k < 0) continue;
            const Index person = c.groups.identities.groupOf[i];
            sum_[static_cast<std::size_t>(k)].row(person) += c.x.row(static_cast<Index>(i));
            square_.row(person) += c.x.row(static_cast<Index>(i)).array().square().matrix();
            count_(person, k) += 1;
        }
    }
    std::int64_t images() const { return static_cast<std::int64_t>(count_.sum()); }
    std::int64_t identities() const { return (count_.rowwise().sum().array() > 0).count(); }

    Effects without(const std::vector<std::size_t>& turnOf, std::size_t turn) const {
        std::vector<Index> kept;
        for (Index p = 0; p < count_.rows(); ++p)
            if (turnOf.empty() || turnOf[static_cast<std::size_t>(p)] != turn) kept.push_back(p);
        const Eigen::MatrixXd count = count_(kept, Eigen::all);
        const double n = count.sum();
        std::vector<Row> sum;
        std::vector<Eigen::MatrixXd> parts;
        for (const auto& s : sum_) parts.push_back(s(kept, Eigen::all)), sum.push_back(parts.back().colwise().sum());
        Row all = Row::Zero(d_);
        Effects e{Row::Zero(d_), square_(kept, Eigen::all).colwise().sum() / n, Row::Zero(d_), {}};
        for (const Row& s : sum) all += s;
        const Row mean = all / n;
        e.variance -= mean.array().square().matrix();
        for (Index k = 0; k < classes_; ++k) {
            const double nk = count.col(k).sum();
            if (!(nk > 0)) continue;
            const Row ownMean = sum[static_cast<std::size_t>(k)] / nk - mean;
            e.eta += nk / n * ownMean.array().square().matrix();
            for (Index l = 0; l < classes_; ++l) {
                const double nl = count.col(l).sum(), pairs = nk * nl - count.col(k).dot(count.col(l));
                const double weight = (k == l ? nk / n : 0) - nk / n * nl / n;
                if (!(pairs > 0)) continue;
                const auto &sk = parts[static_cast<std::size_t>(k)], &sl = parts[static_cast<std::size_t>(l)];
                e.between += weight / pairs *
                             (sum[static_cast<std::size_t>(k)].cwiseProduct(sum[static_cast<std::size_t>(l)]) -
                              Row(sk.cwiseProduct(sl).colwise().sum()));
            }
        }
        e.eta = e.eta.array() / e.variance.array();
        if (classes_ == 2) {
            const double n1 = count.col(0).sum(), n2 = count.col(1).sum();
            const Row share = (sum[1] / n2 - sum[0] / n1) * std::sqrt(n1 * n2) / n;
            e.contrast = share.array() / (e.variance.array() - share.array().square()).max(0).sqrt();
        }
        return e;
    }
    /// Σ over pairs of turns of the square of what a pair adds to the variance between classes of all units.
    double ofPairs(const LeaveOutTurns& turns) const {
        const auto count = static_cast<Index>(turns.count);
        std::vector<Eigen::MatrixXd> sums(sum_.size(), Eigen::MatrixXd::Zero(count, d_));
        for (std::size_t k = 0; k < sums.size(); ++k)
            for (Index p = 0; p < count_.rows(); ++p)
                sums[k].row(static_cast<Index>(turns.of[static_cast<std::size_t>(p)])) += sum_[k].row(p);
        const Eigen::MatrixXd weights = pairWeights();
        Eigen::MatrixXd all = Eigen::MatrixXd::Zero(count, count);
        for (Index k = 0; k < classes_; ++k)
            for (Index l = 0; l < classes_; ++l)
                if (weights(k, l) != 0)
                    all += weights(k, l) * sums[static_cast<std::size_t>(k)] * sums[static_cast<std::size_t>(l)].transpose();
        const double squares = all.squaredNorm() - all.diagonal().squaredNorm(), sum = all.sum() - all.trace();
        return std::max(0.0, 2 * squares - 2 * sum * sum / static_cast<double>(count * (count - 1)));
    }
    /// From the values of a unit with each turn left out. More than two classes have no interval.
    Estimate interval(double effect, double contrast, const std::vector<double>& leftOut) const {
        StandardError error = jackknifeError(leftOut);
        error.df -= 1;  // Two means.
        const Estimate e = error.interval(std::abs(contrast));
        const auto share = [](double c) { return c * c / (1 + c * c); };
        return {effect, std::min(effect, share(std::max(0.0, e.low))), std::max(effect, share(e.high))};
    }
    static double valueOf(const Effects& e, Index unit) { return e.contrast.size() > 0 ? e.contrast(unit) : kNoValue; }

  private:
    /// By which products of sums of two classes of two identities enter the variance between classes.
    Eigen::MatrixXd pairWeights() const {
        const double n = count_.sum();
        Eigen::MatrixXd weights = Eigen::MatrixXd::Zero(classes_, classes_);
        for (Index k = 0; k < classes_; ++k)
            for (Index l = 0; l < classes_; ++l) {
                const double nk = count_.col(k).sum(), nl = count_.col(l).sum();
                const double pairs = nk * nl - count_.col(k).dot(count_.col(l));
                if (pairs > 0) weights(k, l) = ((k == l ? nk / n : 0) - nk / n * nl / n) / pairs;
            }
        return weights;
    }
    Index classes_, d_;
    std::vector<Eigen::MatrixXd> sum_;  // by class: identities × D
    Eigen::MatrixXd count_, square_;
};

/// Of identity: squares of its mean from different videos, less the square of the mean of all from different identities.
class IdentityCode {
  public:
    explicit IdentityCode(const Coded& c) : d_(c.x.cols()) {
        const Index people = c.groups.identities.count;
        sum_ = selfSquare_ = square_ = blas::RowMatrixXd::Zero(people, d_);
        count_ = selfCount_ = Eigen::VectorXd::Zero(people);
        blas::RowMatrixXd ofUnit = blas::RowMatrixXd::Zero(c.groups.units.count, d_);
        Eigen::VectorXd inUnit = Eigen::VectorXd::Zero(c.groups.units.count);
        for (std::size_t i = 0; i < c.rows.size(); ++i) {
            const Index person = c.groups.identities.groupOf[i], unit = c.groups.units.groupOf[i];
            sum_.row(person) += c.x.row(static_cast<Index>(i));
            square_.row(person) += c.x.row(static_cast<Index>(i)).array().square().matrix();
            ofUnit.row(unit) += c.x.row(static_cast<Index>(i));
            count_(person) += 1, inUnit(unit) += 1;
        }
        for (Index u = 0; u < ofUnit.rows(); ++u) {
            const Index person = c.groups.identityOfUnit[static_cast<std::size_t>(u)];
            selfSquare_.row(person) += ofUnit.row(u).array().square().matrix();
            selfCount_(person) += inUnit(u) * inUnit(u);
        }
    }
    Effects without(const std::vector<std::size_t>& turnOf, std::size_t turn) const {
        Effects e{Row::Zero(d_), Row::Zero(d_), Row::Zero(d_), {}};
        Row all = Row::Zero(d_), own = Row::Zero(d_), squares = Row::Zero(d_);
        double n = 0, ownPairs = 0, people = 0;
        for (Index p = 0; p < count_.size(); ++p) {
            if (!turnOf.empty() && turnOf[static_cast<std::size_t>(p)] == turn) continue;
            n += count_(p), ownPairs += count_(p) * count_(p);
            all += sum_.row(p), squares += square_.row(p);
            own += sum_.row(p).array().square().matrix();
            e.eta += sum_.row(p).array().square().matrix() / count_(p);
            const double pairs = count_(p) * count_(p) - selfCount_(p);
            if (!(pairs > 0)) continue;
            e.between += (sum_.row(p).array().square().matrix() - selfSquare_.row(p)) / pairs;
            people += 1;
        }
        const Row mean = all / n, centre = (all.array().square().matrix() - own) / (n * n - ownPairs);
        e.variance = squares / n - mean.array().square().matrix();
        e.between = e.between / people - centre;
        e.eta = (e.eta / n - mean.array().square().matrix()).array() / e.variance.array();
        return e;
    }
    /// Each identity adds its own; what pairs add is of second order.
    static double ofPairs(const LeaveOutTurns&) { return 0; }
    /// On the scale that Fisher (1925) gave to correlations within classes.
    Estimate interval(double effect, double value, const std::vector<double>& leftOut) const {
        const Estimate e = jackknifeError(leftOut).interval(value);
        const double m = images();
        const auto back = [m](double z) { return (std::exp(2 * z) - 1) / (std::exp(2 * z) + m - 1); };
        return {effect, back(e.low), back(e.high)};
    }
    double valueOf(const Effects& e, Index unit) const {
        const double m = images(), share = std::clamp(e.between(unit) / e.variance(unit), -0.99 / (m - 1), 1 - 1e-9);
        return std::log((1 + (m - 1) * share) / (1 - share)) / 2;
    }

  private:
    /// Of an identity, on average; above 1.
    double images() const { return count_.mean(); }
    Index d_;
    blas::RowMatrixXd sum_, selfSquare_, square_;
    Eigen::VectorXd count_, selfCount_;
};

CodeKind kindOf(const UnitCode& code) {
    if (!(code.total.low > 0) || code.identities < kCodeIdentities) return CodeKind::kCannotTell;
    const double ofCarriers = code.total.low * static_cast<double>(code.effect.size()) / code.effectiveUnits;
    if (ofCarriers < kLeastCode) return CodeKind::kCannotTell;
    if (code.effectiveUnits < 2) return CodeKind::kOneUnit;
    return code.effectiveUnits < static_cast<double>(code.effect.size()) / 8 ? CodeKind::kSparse : CodeKind::kDistributed;
}

template <class Source>
UnitCode codeOf(const Source& source, const Coded& c) {
    const std::size_t turns = c.turns.count, d = static_cast<std::size_t>(c.x.cols());
    const Effects all = source.without({}, 0);
    std::vector<Effects> left(turns);
    parallelChunks(turns, 4, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) left[t] = source.without(c.turns.of, t);
    });
    UnitCode code;
    std::vector<double> totals;
    for (const Effects& e : left) totals.push_back(e.total());
    const double variance = all.variance.sum(), ofPairs = turns > 1 ? source.ofPairs(c.turns) : 0;
    code.total = withoutPairs(jackknifeError(totals), ofPairs / variance / variance).interval(all.total());
    code.effectiveUnits = all.effective();
    for (std::size_t u = 0; u < d; ++u) {
        const auto at = static_cast<Index>(u);
        std::vector<double> values;
        for (const Effects& e : left) values.push_back(source.valueOf(e, at));
        code.etaSquared.push_back(all.eta(at));
        const bool varies = all.variance(at) > 0;
        code.effect.push_back(varies ? source.interval(all.between(at) / all.variance(at), source.valueOf(all, at), values)
                                     : Estimate{kNoValue, kNoValue, kNoValue});
    }
    return code;
}

}  // namespace

UnitCode unitCode(const Coded& c, const CodedAttribute* attribute) {
    UnitCode code;
    if (attribute == nullptr) {
        code = codeOf(IdentityCode(c), c);
        code.attribute = say("identity");
        code.images = std::ssize(c.rows);
        code.identities = c.groups.identities.count;
        code.kind = kindOf(code);
        return code;
    }
    const ClassCode source(c, *attribute);
    code = codeOf(source, c);
    code.attribute = attribute->name;
    code.images = source.images();
    code.identities = source.identities();
    code.kind = kindOf(code);
    return code;
}

std::vector<int> doublingTo(int all) {
    std::vector<int> counts;
    for (int k = 1; k < all; k *= 2) counts.push_back(k);
    counts.push_back(all);
    return counts;
}

}  // namespace population

const char* termFor(CodeKind kind) {
    switch (kind) {
        case CodeKind::kOneUnit:
            return "one unit";
        case CodeKind::kSparse:
            return "sparse";
        case CodeKind::kDistributed:
            return "distributed";
        default:
            return "cannot tell";
    }
}

Result<PopulationCode> populationCode(const FeatureMatrix& x, const Units& units,
                                      const std::vector<CodedAttribute>& attributes, const std::vector<double>& yaw,
                                      const PopulationOptions& o, const JobContext& job) {
    using namespace population;
    Coded c;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (x.row(i).allFinite()) c.rows.push_back(i);
    c.groups = units.of(c.rows);
    if (c.groups.identities.count < 4 || c.groups.units.count <= c.groups.identities.count)
        return fail(ErrorCode::kInvalid,
                    say("Codes are looked at over four identities or more, with images of two videos (or two "
                        "stills) of some; import more."));
    c.turns = leaveOutTurns(c.groups.identities.count, {o.leaveOut, o.seed});
    c.x = x(c.rows, Eigen::all).cast<double>();
    c.x.rowwise() -= c.x.colwise().mean().eval();
    c.attributes = attributes;
    c.yaw = yaw;
    PopulationCode found;
    found.units = static_cast<int>(x.cols());
    for (const CodedAttribute& a : attributes) found.attributes.push_back(a.name);
    found.codes.push_back(unitCode(c, nullptr));
    for (const CodedAttribute& a : attributes) {
        if (job.cancelled()) return cancelled();
        found.codes.push_back(unitCode(c, &a));
    }
    const SampledPairs pairs = samplePairs(c, o);
    auto subsets = subsetPoints(c, pairs, o, job);
    if (!subsets) return forward(subsets);
    found.subsets = std::move(*subsets);
    if (const auto done = addComponents(found, c, pairs, job); !done) return forward(done);
    return found;
}

}  // namespace facespace
