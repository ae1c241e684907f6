#include "core/analysis/ageing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/analysis/mixed_model.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

constexpr int kLinePoints = 25;

/// Rows of each person that have a feature and a time, the earliest first.
std::vector<std::vector<std::int64_t>> peopleOf(const FeatureMatrix& x, const Units& units,
                                                const std::vector<double>& time) {
    std::vector<std::int64_t> rows;
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (std::isfinite(time[static_cast<std::size_t>(i)]) && x.row(i).allFinite()) rows.push_back(i);
    const IdentityGroups groups = groupIdentities(units.identity(), rows);
    std::vector<std::vector<std::int64_t>> people(static_cast<std::size_t>(groups.count));
    for (std::size_t i = 0; i < rows.size(); ++i) people[static_cast<std::size_t>(groups.groupOf[i])].push_back(rows[i]);
    for (auto& person : people)
        std::ranges::stable_sort(person, {}, [&](std::int64_t row) { return time[static_cast<std::size_t>(row)]; });
    return people;
}

double scoreOf(const FeatureMatrix& x, std::int64_t a, std::int64_t b, Metric metric) {
    const Eigen::RowVectorXd first = x.row(a).cast<double>(), second = x.row(b).cast<double>();
    if (metric == Metric::kEuclidean) return -(first - second).norm();
    return first.dot(second) / (first.norm() * second.norm());
}

/// Of one person, which have the numbers of rows.
std::vector<std::pair<std::size_t, std::size_t>> pairsOf(const std::vector<std::int64_t>& rows, const Units& units,
                                                         const AgeingOptions& o, std::uint64_t stream) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    const auto unit = [&](std::size_t i) { return units.unitOf()[static_cast<std::size_t>(rows[i])]; };
    const std::size_t firsts = o.allPairs ? rows.size() : std::min<std::size_t>(1, rows.size());
    for (std::size_t a = 0; a < firsts; ++a)
        for (std::size_t b = a + 1; b < rows.size(); ++b)
            if (unit(a) != unit(b)) pairs.emplace_back(a, b);
    const auto most = static_cast<std::size_t>(o.mostPairs);
    if (!o.allPairs || pairs.size() <= most) return pairs;
    std::vector<std::pair<std::size_t, std::size_t>> drawn;
    const auto order = shuffledIndices(static_cast<std::int32_t>(pairs.size()), streamSeed(o.seed, stream));
    for (std::size_t i = 0; i < most; ++i) drawn.push_back(pairs[static_cast<std::size_t>(order[i])]);
    std::ranges::sort(drawn);
    return drawn;
}

/// People with pairs, and these.
void addPairs(const FeatureMatrix& x, const Units& units, const std::vector<double>& time, const AgeingOptions& o,
              Ageing& found) {
    const auto all = peopleOf(x, units, time);
    for (std::size_t p = 0; p < all.size(); ++p) {
        const auto pairs = pairsOf(all[p], units, o, p);
        if (pairs.empty()) continue;
        PersonLine person{units.identity()[static_cast<std::size_t>(all[p][0])], std::ssize(pairs)};
        for (const auto& [a, b] : pairs) {
            const std::int64_t first = all[p][a], second = all[p][b];
            const double years = time[static_cast<std::size_t>(second)] - time[static_cast<std::size_t>(first)];
            const double score = scoreOf(x, first, second, o.metric);
            if (!std::isfinite(score)) continue;
            found.pairs.push_back({first, second, static_cast<std::int32_t>(found.people.size()), years, score});
            person.longest = std::max(person.longest, years);
        }
        found.people.push_back(std::move(person));
    }
}

/// Of each pair the video of its later image; no term where every image is one of its own.
std::optional<RandomTerm> videosOf(const Ageing& a, const Units& units) {
    RandomTerm term{"video", {}, 0, Eigen::MatrixXd::Ones(std::ssize(a.pairs), 1)};
    std::map<std::int32_t, std::int32_t> numbers;
    for (const TimedPair& pair : a.pairs) {
        const std::int32_t unit = units.unitOf()[static_cast<std::size_t>(pair.second)];
        term.level.push_back(numbers.try_emplace(unit, static_cast<std::int32_t>(numbers.size())).first->second);
    }
    term.levels = static_cast<std::int32_t>(numbers.size());
    if (numbers.size() == a.pairs.size()) return std::nullopt;
    return term;
}

MixedModel modelOf(const Ageing& a) {
    const std::ptrdiff_t n = std::ssize(a.pairs);
    MixedModel model{Eigen::VectorXd(n), Eigen::MatrixXd::Ones(n, 2), {}};
    for (std::ptrdiff_t i = 0; i < n; ++i) {
        model.y(i) = a.pairs[static_cast<std::size_t>(i)].score;
        model.x(i, 1) = a.pairs[static_cast<std::size_t>(i)].years;
    }
    return model;
}

/// As many effects of people as the pairs bear: a line of their own, a start of their own, or none.
void addPeople(MixedModel& model, Ageing& a, std::vector<std::int32_t> person) {
    const auto people = static_cast<std::int32_t>(a.people.size());
    const std::int32_t columns = 2 * people < model.y.size() ? 2 : people < model.y.size() ? 1 : 0;
    if (columns < 2)
        a.notes.push_back(columns == 1 ? say("There are too few pairs of each person for slopes of their own: people differ "
                                             "by a constant only.")
                                       : say("Each person has one pair: there are no lines of their own."));
    a.ownStarts = columns > 0, a.ownSlopes = columns > 1;
    if (columns > 0) model.random.push_back({"identity", std::move(person), people, model.x.leftCols(columns)});
}

void addVideos(MixedModel& model, const Ageing& a, const Units& units, const AgeingOptions& o) {
    // A pair out of all has two videos; that is for the intervals to take in.
    if (o.allPairs) return;
    auto videos = videosOf(a, units);
    if (videos && videos->levels < model.y.size()) model.random.push_back(std::move(*videos));
}

void setVariances(const MixedFit& fit, const MixedModel& model, Ageing& a) {
    a.residualSd = fit.sigma;
    a.startSd = a.slopeSd = a.videoSd = kNoValue;
    if (a.ownStarts) a.startSd = std::sqrt(fit.covariances[0](0, 0));
    if (a.ownSlopes) a.slopeSd = std::sqrt(fit.covariances[0](1, 1));
    if (!model.random.empty() && model.random.back().name == "video") a.videoSd = std::sqrt(fit.covariances.back()(0, 0));
    for (std::size_t p = 0; p < a.people.size(); ++p) {
        const auto row = static_cast<Eigen::Index>(p);
        a.people[p].atStart = fit.beta(0) + (a.ownStarts ? fit.effects[0](row, 0) : 0);
        a.people[p].perYear = fit.beta(1) + (a.ownSlopes ? fit.effects[0](row, 1) : 0);
    }
}

/// Start, slope, and points of the mean line.
Eigen::MatrixXd combinationsOf(const std::vector<double>& years) {
    Eigen::MatrixXd all(2 + std::ssize(years), 2);
    all.topRows(2).setIdentity();
    for (std::size_t i = 0; i < years.size(); ++i) all.row(2 + static_cast<Eigen::Index>(i)) << 1, years[i];
    return all;
}

}  // namespace

Result<Ageing> ageing(const FeatureMatrix& x, const Units& units, const std::vector<double>& time, const AgeingOptions& o,
                      const JobContext& job) {
    Ageing a;
    addPairs(x, units, time, o, a);
    double longest = 0;
    for (const TimedPair& pair : a.pairs) longest = std::max(longest, pair.years);
    if (a.pairs.size() < 3 || longest <= 0)
        return fail(
            ErrorCode::kInvalid,
            say("No three pairs of images of one person have time in between; images of the same people at different "
                "times are needed."));
    MixedModel model = modelOf(a);
    std::vector<std::int32_t> person;
    for (const TimedPair& pair : a.pairs) person.push_back(pair.person);
    addPeople(model, a, person);
    addVideos(model, a, units, o);
    const auto fit = fitMixed(model, {}, job);
    if (!fit) return forward(fit);
    setVariances(*fit, model, a);
    for (int i = 0; i < kLinePoints; ++i) a.years.push_back(longest * i / (kLinePoints - 1));
    const Eigen::MatrixXd combinations = combinationsOf(a.years);
    const auto errors = clusterErrors(model, *fit, person, static_cast<std::int32_t>(a.people.size()), combinations,
                                      {o.leaveOut, o.seed}, job);
    if (!errors) return forward(errors);
    const Eigen::VectorXd values = combinations * fit->beta;
    a.atStart = (*errors)[0].interval(values(0));
    a.perYear = (*errors)[1].interval(values(1));
    a.pValue = (*errors)[1].pValue(values(1));
    a.modelError = std::sqrt(fit->covariance(1, 1));
    for (std::size_t i = 0; i < a.years.size(); ++i)
        a.line.push_back((*errors)[2 + i].interval(values(2 + static_cast<Eigen::Index>(i))));
    return a;
}

}  // namespace facespace
