#include "core/analysis/suspects.h"

#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <stdexcept>
#include <unordered_map>

#include "core/analysis/blas.h"
#include "core/analysis/folds.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"

namespace facespace {
namespace {
constexpr std::size_t kRowsAtOnce = 256;
/// Cosines of float32 features are no finer than this: a smaller margin is a tie, as of two equal images under two names.
constexpr double kTie = 1e-6;

struct Centroids {
    std::vector<std::int64_t> rows;  // with a feature that has a direction
    IdentityGroups groups;
    FeatureMatrix unit;               // per entry of rows
    Eigen::MatrixXd sums;             // D × groups, of unit features
    std::vector<std::int64_t> count;  // per group
    FeatureMatrix directions;         // candidates × D, unit
    std::vector<std::int32_t> candidates;
};

Centroids centroidsOf(const FeatureMatrix& x, const std::vector<std::string>& identity, int minimum) {
    Centroids c;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (x.row(i).allFinite() && x.row(i).cast<double>().squaredNorm() > 0) c.rows.push_back(i);
    c.groups = groupIdentities(identity, c.rows);
    c.unit.resize(static_cast<Eigen::Index>(c.rows.size()), x.cols());
    c.sums = Eigen::MatrixXd::Zero(x.cols(), c.groups.count);
    c.count.assign(static_cast<std::size_t>(c.groups.count), 0);
    for (std::size_t i = 0; i < c.rows.size(); ++i) {
        const Eigen::RowVectorXd unit = x.row(c.rows[i]).cast<double>().normalized();
        c.unit.row(static_cast<Eigen::Index>(i)) = unit.cast<float>();
        c.sums.col(c.groups.groupOf[i]) += unit.transpose();
        ++c.count[static_cast<std::size_t>(c.groups.groupOf[i])];
    }
    for (std::int32_t g = 0; g < c.groups.count; ++g)
        if (c.count[static_cast<std::size_t>(g)] >= minimum && c.sums.col(g).norm() > 0) c.candidates.push_back(g);
    c.directions.resize(static_cast<Eigen::Index>(c.candidates.size()), x.cols());
    for (std::size_t k = 0; k < c.candidates.size(); ++k)
        c.directions.row(static_cast<Eigen::Index>(k)) = c.sums.col(c.candidates[k]).normalized().cast<float>().transpose();
    return c;
}

/// Cosine of a unit feature with the centroid of its identity's other images.
double ownCosine(const Centroids& c, std::size_t i) {
    const Eigen::VectorXd u = c.unit.row(static_cast<Eigen::Index>(i)).cast<double>().transpose();
    const Eigen::VectorXd others = c.sums.col(c.groups.groupOf[i]) - u;
    const double length = others.norm();
    return length > 1e-9 ? u.dot(others) / length : kNoValue;
}

struct Judgement {
    double own = kNoValue, other = kNoValue;
    std::int32_t nearest = -1;
};

Result<std::vector<Judgement>> judge(const Centroids& c, const JobContext& job) {
    std::vector<Judgement> judgements(c.rows.size());
    std::atomic<std::int64_t> done{0};
    const auto total = static_cast<std::int64_t>(c.rows.size());
    const int d = static_cast<int>(c.unit.cols()), k = static_cast<int>(c.candidates.size());
    parallelChunks(c.rows.size(), kRowsAtOnce, [&](std::size_t, std::size_t begin, std::size_t end) {
        if (job.cancelled()) return;
        FeatureMatrix cosines(static_cast<Eigen::Index>(end - begin), k);
        blas::productTransposed(c.unit.data() + begin * static_cast<std::size_t>(d), c.directions.data(), cosines.data(),
                                static_cast<int>(end - begin), k, d);
        for (std::size_t i = begin; i < end; ++i) {
            if (c.count[static_cast<std::size_t>(c.groups.groupOf[i])] < 2) continue;
            Eigen::Index best = -1;
            for (Eigen::Index j = 0; j < k; ++j)
                if (c.candidates[static_cast<std::size_t>(j)] != c.groups.groupOf[i] &&
                    (best < 0 ||
                     cosines(static_cast<Eigen::Index>(i - begin), j) > cosines(static_cast<Eigen::Index>(i - begin), best)))
                    best = j;
            if (best < 0) continue;
            const double other =
                c.unit.row(static_cast<Eigen::Index>(i)).cast<double>().dot(c.directions.row(best).cast<double>());
            judgements[i] = {ownCosine(c, i), other, c.candidates[static_cast<std::size_t>(best)]};
        }
        job.progress(say("comparing with centroids"), done += static_cast<std::int64_t>(end - begin), total);
    });
    if (job.cancelled()) return cancelled();
    return judgements;
}

/// For each suspect the images that stand for both identities.
void addExamples(const Centroids& c, const std::vector<Judgement>& judgements, std::vector<Suspect>& list,
                 const std::vector<std::string>& identity) {
    std::unordered_map<std::string, std::vector<std::size_t>> members;
    for (const Suspect& s : list) members[s.identity], members[s.nearest];
    for (std::size_t i = 0; i < c.rows.size(); ++i)
        if (const auto of = members.find(identity[static_cast<std::size_t>(c.rows[i])]); of != members.end())
            of->second.push_back(i);
    const auto score = [&](std::size_t i) {
        const Judgement& j = judgements[i];
        // Cosines are within ±1: an image whose label looks wrong, or that is alone, comes after all others.
        return std::isnan(j.own) ? -3.0 : j.other > j.own ? j.own - 2 : j.own;
    };
    const auto best = [&](const std::string& name, std::int64_t except) {
        std::int64_t row = -1;
        double highest = -10;
        for (const std::size_t i : members.at(name))
            if (c.rows[i] != except && score(i) > highest) row = c.rows[i], highest = score(i);
        return row;
    };
    for (Suspect& s : list) {
        s.ownExample = best(s.identity, s.row);
        s.nearestExample = best(s.nearest, s.row);
    }
}
}  // namespace

Result<Suspects> findSuspects(const FeatureMatrix& x, const std::vector<std::string>& identity,
                              const SuspectOptions& options, const JobContext& job) {
    if (static_cast<Eigen::Index>(identity.size()) != x.rows())
        throw std::logic_error("findSuspects: one identity per feature row");
    if (options.minimum < 1)
        return fail(ErrorCode::kInvalid, say("An identity needs at least one image to be a candidate."));
    const Centroids c = centroidsOf(x, identity, options.minimum);
    if (c.groups.count < 2)
        return fail(
            ErrorCode::kInvalid,
            say("Wrong labels show by comparison with other identities, and fewer than two have features; import more "
                "identities, or extract features first."));
    const auto judgements = judge(c, job);
    if (!judgements) return forward(judgements);
    Suspects s;
    s.margins.assign(static_cast<std::size_t>(x.rows()), kNoValueFloat);
    for (std::size_t i = 0; i < c.rows.size(); ++i) {
        const Judgement& j = (*judgements)[i];
        if (c.count[static_cast<std::size_t>(c.groups.groupOf[i])] < 2) ++s.alone;
        if (std::isnan(j.own) || std::isnan(j.other)) continue;
        ++s.judged;
        const auto row = c.rows[i];
        s.margins[static_cast<std::size_t>(row)] = static_cast<float>(j.other - j.own);
        if (j.other - j.own > kTie) {
            s.list.push_back({row, identity[static_cast<std::size_t>(row)], {}, j.own, j.other, -1, -1});
            const auto member =
                std::find(c.groups.groupOf.begin(), c.groups.groupOf.end(), j.nearest) - c.groups.groupOf.begin();
            s.list.back().nearest = identity[static_cast<std::size_t>(c.rows[static_cast<std::size_t>(member)])];
        }
    }
    if (s.judged == 0)
        return fail(ErrorCode::kInvalid,
                    say("No image can be judged: none of the {} identities with features has two images, or no other "
                        "identity has {}; import more images per identity.",
                        c.groups.count, options.minimum));
    std::stable_sort(s.list.begin(), s.list.end(),
                     [](const Suspect& a, const Suspect& b) { return a.margin() > b.margin(); });
    if (options.limit > 0 && s.list.size() > options.limit) s.list.resize(options.limit);
    addExamples(c, *judgements, s.list, identity);
    if (s.alone == 1) s.notes.emplace_back(say("1 image is the only one of its identity and cannot be judged."));
    if (s.alone > 1)
        s.notes.push_back(
            say("{} images are the only ones of their identity and cannot be judged.", groupedNumber(s.alone)));
    return s;
}

}  // namespace facespace
