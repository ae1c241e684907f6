#include "core/compute/mixed_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>
#include <Eigen/QR>

#include "core/common/numbers.h"
#include "core/compute/quality_columns.h"
#include "core/project/data_table.h"

namespace facespace {
namespace {

/// Predictors that are taken without being named, and the share of the images that must have them.
constexpr std::size_t kMostByItself = 6;
constexpr double kLeastKnown = 0.9;
constexpr std::size_t kLeastImages = 10;
constexpr const char* kDistance = "distance";

struct Numbers {
    std::string key;
    Text title;
    std::string unit;
    std::vector<double> values;
    std::vector<std::string> sameThing{};
};

class Columns {
  public:
    Columns(const Snapshot& snapshot, const AnalysisInput& in) : table_(buildDataTable(snapshot)) {
        all_.push_back({kDistance, termFor(DistanceKind::kOrigin).title, "", distancesOf(in, DistanceKind::kOrigin)});
        for (QualityMeasureColumn& c : qualityColumns(snapshot))
            all_.push_back({c.key, c.title, c.unit, std::move(c.values), c.sameThing});
        measures_ = all_.size();
        for (const Column& c : table_.columns)
            if (c.kind == Column::Kind::kNumber && find(c.key) == nullptr)
                all_.push_back({c.key, c.title, c.unit, c.numbers});
    }
    const Numbers* find(const std::string& key) const {
        const auto at = std::ranges::find(all_, key, &Numbers::key);
        return at == all_.end() ? nullptr : &*at;
    }
    Result<const Numbers*> named(const std::string& key) const {
        if (const Numbers* found = find(key)) return found;
        std::vector<std::string> keys;
        for (const Numbers& n : all_) keys.push_back(n.key);
        return fail(ErrorCode::kNotFound,
                    say("There is no column of numbers “{}”; there are {}.", key, fmt::format("{}", fmt::join(keys, ", "))));
    }
    /// The distance, and the measures of quality behind it: |yaw| first, of which most is known.
    std::vector<const Numbers*> measures() const {
        std::vector<const Numbers*> found;
        for (std::size_t i = 0; i < measures_; ++i) found.push_back(&all_[i]);
        std::ranges::stable_partition(found, [](const Numbers* n) { return n->key == "abs_yaw"; });
        return found;
    }

  private:
    DataTable table_;
    std::vector<Numbers> all_;
    std::size_t measures_ = 0;
};

bool takesPart(const Numbers& column, std::size_t row) { return std::isfinite(column.values[row]); }

/// Those of the measures that most images have and that do not measure what another does, or what is explained.
std::vector<const Numbers*> usualPredictors(const Columns& columns, const Numbers& outcome,
                                            const std::vector<std::int64_t>& rows) {
    std::vector<const Numbers*> chosen;
    for (const Numbers* c : columns.measures()) {
        if (chosen.size() == kMostByItself) break;
        const auto sameAs = [&](const std::string& key) {
            return c->key == key || std::ranges::find(c->sameThing, key) != c->sameThing.end();
        };
        if (c->key == kDistance || sameAs(outcome.key)) continue;
        if (std::ranges::any_of(chosen, [&](const Numbers* other) { return sameAs(other->key); })) continue;
        double known = 0, low = HUGE_VAL, high = -HUGE_VAL;
        for (const std::int64_t row : rows) {
            const double value = c->values[static_cast<std::size_t>(row)];
            if (!std::isfinite(value)) continue;
            known += 1, low = std::min(low, value), high = std::max(high, value);
        }
        if (known >= kLeastKnown * static_cast<double>(rows.size()) && low < high) chosen.push_back(c);
    }
    return chosen;
}

/// Without those that follow from the ones before them.
std::vector<const Numbers*> independent(const std::vector<const Numbers*>& chosen, const std::vector<std::int64_t>& rows,
                                        std::vector<Text>& notes) {
    std::vector<const Numbers*> kept;
    Eigen::MatrixXd x = Eigen::MatrixXd::Ones(std::ssize(rows), 1);
    for (const Numbers* c : chosen) {
        Eigen::VectorXd column(x.rows());
        for (Eigen::Index i = 0; i < x.rows(); ++i)
            column(i) = c->values[static_cast<std::size_t>(rows[static_cast<std::size_t>(i)])];
        column.array() -= column.mean();
        column /= std::max(column.norm(), 1e-300);
        Eigen::MatrixXd more(x.rows(), x.cols() + 1);
        more << x, column;
        Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(more);
        qr.setThreshold(1e-6);
        if (qr.rank() < more.cols()) {
            notes.push_back(say("“{}” is left out: it does not vary, or follows from the others.", c->title));
            continue;
        }
        kept.push_back(c);
        x = std::move(more);
    }
    return kept;
}

struct Scaled {
    Eigen::VectorXd values;
    double sd = 0;
};
Scaled scaled(const Numbers& column, const std::vector<std::int64_t>& rows) {
    Scaled s{Eigen::VectorXd(std::ssize(rows))};
    for (Eigen::Index i = 0; i < s.values.size(); ++i)
        s.values(i) = column.values[static_cast<std::size_t>(rows[static_cast<std::size_t>(i)])];
    s.values.array() -= s.values.mean();
    s.sd = std::sqrt(s.values.squaredNorm() / std::max<double>(1, static_cast<double>(s.values.size()) - 1));
    if (s.sd > 0) s.values /= s.sd;
    return s;
}

/// People, with slopes if wanted and borne, and videos where they are not single images.
void addRandom(MixedModel& model, const UnitGroups& groups, bool slopes, MixedReport& report) {
    const std::int32_t people = groups.identities.count;
    if (slopes && 2 * people >= model.y.size()) {
        report.notes.push_back(say("There are too few images of each person for slopes of their own."));
        slopes = false;
    }
    if (people > 1 && people < model.y.size())
        model.random.push_back({"identity", groups.identities.groupOf, people, model.x.leftCols(slopes ? 2 : 1)});
    const std::int32_t videos = groups.units.count;
    if (videos < model.y.size() && videos > people)
        model.random.push_back({"video", groups.units.groupOf, videos, model.x.leftCols(1)});
}

void setVariances(const MixedModel& model, const MixedFit& fit, MixedReport& report) {
    report.ofPeople = report.ofSlopes = report.ofVideos = report.slopeSd = kNoValue;
    const Eigen::VectorXd fixed = model.x * fit.beta;
    report.ofPredictors = (fixed.array() - fixed.mean()).square().mean();
    report.ofRest = fit.sigma * fit.sigma;
    for (std::size_t t = 0; t < model.random.size(); ++t) {
        const Eigen::MatrixXd& of = fit.covariances[t];
        (model.random[t].name == "identity" ? report.ofPeople : report.ofVideos) = of(0, 0);
        if (of.cols() < 2) continue;
        // Predictors have mean 0 and variance 1, so that this is its share of the variance over images.
        report.ofSlopes = of(1, 1);
        report.slopeSd = std::sqrt(of(1, 1));
    }
}

Estimate times(const Estimate& e, double factor) { return {e.value * factor, e.low * factor, e.high * factor}; }

/// What is explained by what, on which images.
struct Question {
    const Numbers* outcome = nullptr;
    std::vector<const Numbers*> predictors;
    std::vector<std::int64_t> rows;
};

Result<Question> questionOf(const Columns& columns, const AnalysisInput& in, const MixedAnalysisOptions& o,
                            std::vector<Text>& notes) {
    const auto outcome = columns.named(o.outcome);
    if (!outcome) return forward(outcome);
    if ((*outcome)->key == kDistance && allTheSame((*outcome)->values))
        return fail(ErrorCode::kInvalid, say("All features of “{}” have the same length: there is no distance from the "
                                             "origin to explain; name another number (--outcome).",
                                             in.network()));
    Question question{*outcome, {}, {}};
    const FeatureMatrix& x = in.features();
    for (Eigen::Index i = 0; i < x.rows(); ++i)
        if (x.row(i).allFinite() && takesPart(**outcome, static_cast<std::size_t>(i))) question.rows.push_back(i);
    std::vector<const Numbers*> chosen;
    for (const std::string& key : o.predictors) {
        const auto named = columns.named(key);
        if (!named) return forward(named);
        if (*named != *outcome) chosen.push_back(*named);
    }
    if (o.predictors.empty()) chosen = usualPredictors(columns, **outcome, question.rows);
    std::erase_if(question.rows, [&](std::int64_t row) {
        return std::ranges::any_of(chosen, [&](const Numbers* c) { return !takesPart(*c, static_cast<std::size_t>(row)); });
    });
    if (question.rows.size() < kLeastImages)
        return fail(ErrorCode::kInvalid,
                    say("Only {} images have all the numbers; it takes {}.", question.rows.size(), kLeastImages));
    question.predictors = independent(chosen, question.rows, notes);
    if (question.predictors.empty())
        return fail(ErrorCode::kInvalid, say("No number that could explain “{}” is known of most images; measure image "
                                             "quality, import pose, or name columns (--explained-by).",
                                             (*outcome)->title));
    return question;
}

/// Of standardised columns. @param sds  of the outcome, then of each predictor
MixedModel modelOf(const Question& question, std::vector<double>& sds) {
    Scaled y = scaled(*question.outcome, question.rows);
    sds = {y.sd};
    MixedModel model{
        std::move(y.values), Eigen::MatrixXd::Ones(std::ssize(question.rows), 1 + std::ssize(question.predictors)), {}};
    for (const Numbers* c : question.predictors) {
        const Scaled predictor = scaled(*c, question.rows);
        model.x.col(std::ssize(sds)) = predictor.values;
        sds.push_back(predictor.sd);
    }
    return model;
}

}  // namespace

Result<MixedReport> computeMixed(const Snapshot& snapshot, const AnalysisScope& scope, const MixedAnalysisOptions& o,
                                 const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    const Columns columns(snapshot, *in);
    MixedReport report;
    const auto question = questionOf(columns, *in, o, report.notes);
    if (!question) return forward(question);
    std::vector<double> sds;
    MixedModel model = modelOf(*question, sds);
    if (!(sds[0] > 0)) return fail(ErrorCode::kInvalid, say("“{}” is the same for all images.", question->outcome->title));
    const UnitGroups groups = in->units.of(question->rows);
    addRandom(model, groups, o.slopes, report);
    const auto fit = fitMixed(model, {}, job);
    if (!fit) return forward(fit);
    const auto errors = clusterErrors(model, *fit, groups.clusters().groupOf, groups.clusters().count,
                                      Eigen::MatrixXd::Identity(model.x.cols(), model.x.cols()), {o.leaveOut, o.seed}, job);
    if (!errors) return forward(errors);
    report.network = in->network();
    report.outcome = question->outcome->key, report.outcomeTitle = question->outcome->title;
    report.outcomeUnit = question->outcome->unit, report.outcomeSd = sds[0];
    report.images = std::ssize(question->rows);
    report.videos = groups.units.count, report.identities = groups.identities.count;
    setVariances(model, *fit, report);
    for (std::size_t c = 1; c < sds.size(); ++c) {
        const Numbers& by = *question->predictors[c - 1];
        const auto at = static_cast<Eigen::Index>(c);
        const Estimate perSd = (*errors)[c].interval(fit->beta(at));
        report.effects.push_back({by.key, by.title, by.unit, sds[c], perSd, times(perSd, sds[0] / sds[c]),
                                  std::sqrt(fit->covariance(at, at)) * sds[0] / sds[c], (*errors)[c].pValue(fit->beta(at))});
    }
    return report;
}

}  // namespace facespace
