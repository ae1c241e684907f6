#include "core/compute/score_report.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/analysis/ridge.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

constexpr double kMostUnknown = 0.05;

struct Candidate {
    Score score;
    std::vector<double> values;
};

/// The share of genuine pairs in which a value of one of the images is not known.
double unknownShare(const Verification& v, const std::vector<double>& values) {
    const auto lacks = [&](const ScoredPair& p) {
        return !std::isfinite(values[static_cast<std::size_t>(p.a)]) ||
               !std::isfinite(values[static_cast<std::size_t>(p.b)]);
    };
    return static_cast<double>(std::ranges::count_if(v.genuine, lacks)) / static_cast<double>(v.genuine.size());
}

Result<std::vector<Candidate>> candidatesOf(const Snapshot& snapshot, const AnalysisInput& in, const Verification& v,
                                            const std::vector<double>& likeness, const ScoreOptions& o,
                                            std::vector<Text>& notes) {
    std::vector<Candidate> all;
    std::vector<double> distance = distancesOf(in, DistanceKind::kOrigin);
    if (allTheSame(distance))
        notes.emplace_back(say("All features have one length: the distance from the origin is no score here."));
    else
        all.push_back({{"distance", say("Distance from the origin"), ScoreKind::kDistance}, std::move(distance)});
    const auto columns = qualityColumns(snapshot);
    for (const std::string& key : o.measures)
        if (key != "distance" && std::ranges::find(columns, key, &QualityMeasureColumn::key) == columns.end())
            return fail(ErrorCode::kNotFound, say("There is no measure “{}” with different values.", key));
    for (const QualityMeasureColumn& column : columns) {
        if (!o.measures.empty() && std::ranges::find(o.measures, column.key) == o.measures.end()) continue;
        if (unknownShare(v, column.values) > kMostUnknown) {
            notes.push_back(say("“{}” is left out: it is known of less than {} % of the genuine pairs.", column.title,
                                fixedText(100 * (1 - kMostUnknown), 0)));
            continue;
        }
        Candidate made{{column.key, column.title, ScoreKind::kKnown}, column.values};
        if (column.better < 0)
            for (double& value : made.values) value = -value;
        if (column.better == 0) {
            made.score.kind = ScoreKind::kDirected;
            made.values = directedOutOfFold(column.values, likeness, in.identity, o.folds, o.edc.seed);
        }
        all.push_back(std::move(made));
    }
    return all;
}

/// Out-of-fold predictions of the likeness from several columns, each less its mean and by its deviation; what is not known
/// is the mean.
Result<std::vector<double>> combined(const std::vector<const std::vector<double>*>& columns, const AnalysisInput& in,
                                     const std::vector<double>& likeness, const ScoreOptions& o, const JobContext& job) {
    FeatureMatrix x(static_cast<Eigen::Index>(likeness.size()), static_cast<Eigen::Index>(columns.size()));
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto& values = *columns[c];
        double sum = 0, squares = 0, n = 0;
        for (const double v : values)
            if (std::isfinite(v)) sum += v, n += 1;
        for (const double v : values)
            if (std::isfinite(v)) squares += (v - sum / n) * (v - sum / n);
        const double deviation = std::sqrt(squares / std::max(1.0, n));
        for (std::size_t i = 0; i < values.size(); ++i)
            x(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(c)) =
                std::isfinite(values[i]) && deviation > 0 ? static_cast<float>((values[i] - sum / n) / deviation) : 0.0F;
    }
    RidgeOptions options;
    options.folds = o.folds;
    options.seed = o.edc.seed;
    const auto fitted = ridgeCrossValidated(x, likeness, in.units, options, job);
    if (!fitted) return forward(fitted);
    return std::vector<double>(fitted->outOfFold.begin(), fitted->outOfFold.end());
}

Result<void> addCombinations(const Snapshot& snapshot, std::vector<Candidate>& all, const AnalysisInput& in,
                             const std::vector<double>& likeness, const ScoreOptions& o, std::vector<Text>& notes,
                             const JobContext& job) {
    // Raw columns: an orientation that differs between folds would only be undone.
    const auto columns = qualityColumns(snapshot);
    std::vector<const std::vector<double>*> measures;
    for (const Candidate& c : all)
        if (const auto at = std::ranges::find(columns, c.score.key, &QualityMeasureColumn::key); at != columns.end())
            measures.push_back(&at->values);
    const auto add = [&](const char* key, const Text& title, const auto& of) -> Result<void> {
        auto values = combined(of, in, likeness, o, job);
        if (!values && values.error().code == ErrorCode::kCancelled) return forward(values);
        if (values)
            all.push_back({{key, title, ScoreKind::kCombined}, std::move(*values)});
        else
            notes.push_back(values.error().message);
        return {};
    };
    if (measures.size() < 2) return {};
    if (const auto done = add("measures", say("All measures together"), measures); !done) return done;
    if (all.front().score.kind != ScoreKind::kDistance) return {};
    const std::vector<double> distance = all.front().values;
    measures.push_back(&distance);
    return add("measures_and_distance", say("Measures and distance together"), measures);
}

/// The genuine pairs in which all scores are known.
Verification ofKnownPairs(const Verification& v, const std::vector<Candidate>& all) {
    Verification known = v;
    std::erase_if(known.genuine, [&](const ScoredPair& p) {
        return std::ranges::any_of(all, [&](const Candidate& c) {
            return !std::isfinite(c.values[static_cast<std::size_t>(p.a)]) ||
                   !std::isfinite(c.values[static_cast<std::size_t>(p.b)]);
        });
    });
    return known;
}

ScoresAtRate atRate(double fmr, const std::vector<edc::TurnAreas>& areas, double limit, bool distanceFirst) {
    ScoresAtRate rate;
    rate.fmr = fmr;
    rate.startFnmr = areas.front().start.empty() ? kNoValue : areas.front().start.back();
    const bool judged = rate.startFnmr > 0;
    rate.best = judged ? leastArea(areas) : areas.size();
    const auto may = judged ? maybeBest(areas, limit) : std::vector<std::size_t>();
    for (std::size_t i = 0; i < areas.size(); ++i) {
        ScoreFigures f;
        f.area = areas[i].area.empty() ? kNoValue : areas[i].area.back();
        if (distanceFirst && i > 0) f.gain = edcGain(areas[i], areas.front(), limit);
        if (rate.best < areas.size() && i != rate.best) f.behind = edcGain(areas[rate.best], areas[i], limit);
        f.mayBeBest = std::ranges::find(may, i) != may.end();
        rate.scores.push_back(f);
    }
    return rate;
}

}  // namespace

std::size_t ScoresAtRate::maybeBest() const {
    return static_cast<std::size_t>(std::ranges::count_if(scores, &ScoreFigures::mayBeBest));
}

Result<ScoreReport> compareScores(const Snapshot& snapshot, const AnalysisScope& scope,
                                  const VerificationReport& verification, const ScoreOptions& options,
                                  const JobContext& job) {
    if (!verification.templateIds.empty())
        return fail(ErrorCode::kInvalid,
                    say("Quality scores are of images, and these are pairs of templates; compare images."));
    if (verification.result.genuine.empty())
        return fail(ErrorCode::kInvalid, say("Quality scores are compared by genuine pairs, and there are none."));
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    ScoreReport report;
    report.network = in->network();
    report.identities = verification.result.identities;
    const std::vector<double> likeness = likenessToOwn(in->features(), in->identity);
    auto all = candidatesOf(snapshot, *in, verification.result, likeness, options, report.notes);
    if (!all) return forward(all);
    if (const auto done = addCombinations(snapshot, *all, *in, likeness, options, report.notes, job); !done)
        return forward(done);
    if (all->size() < 2)
        return fail(
            ErrorCode::kInvalid,
            say("There are fewer than two quality scores to compare: measure the images, or join a table of scores."));
    const Verification known = ofKnownPairs(verification.result, *all);
    report.pairs = std::ssize(known.genuine);
    report.images = verification.result.images;
    std::vector<QualityColumn> qualities;
    for (const Candidate& c : *all) {
        report.scores.push_back(c.score);
        report.curves.qualities.push_back(c.score.key);
        report.curves.titles.push_back(c.score.title);
        qualities.push_back({c.score.key, c.values});
    }
    auto found = edc::curvesAndAreas(known, qualities, options.edc, job);
    if (!found) return forward(found);
    for (std::size_t t = 0; t < options.edc.fmrTargets.size(); ++t) {
        std::vector<edc::TurnAreas> ofRate;
        for (const auto& of : found->areas) ofRate.push_back(of[t]);
        report.rates.push_back(atRate(options.edc.fmrTargets[t], ofRate, options.edc.discardLimit,
                                      report.scores.front().kind == ScoreKind::kDistance));
    }
    report.curves.network = report.network;
    report.curves.curves = std::move(found->curves);
    return report;
}

}  // namespace facespace
