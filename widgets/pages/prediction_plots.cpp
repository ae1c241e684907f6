#include "widgets/pages/prediction_plots.h"

#include <algorithm>
#include <cmath>
#include <QCoreApplication>
#include <QObject>

#include "core/common/number_text.h"
#include "widgets/pages/figures_table.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("facespace", text); }

int decimalsOf(const TargetReport& r) { return r.unit == "deg" ? 1 : 3; }
QString unitOf(const TargetReport& r) { return r.unit == "deg" ? QStringLiteral("°") : QString(); }

QString baselineText(const std::optional<PermutationBaseline>& baseline) {
    if (!baseline) return QStringLiteral("–");
    return QStringLiteral("%1 (%2 to %3)")
        .arg(fixedNumber(baseline->figure.mean, 3), fixedNumber(baseline->figure.low, 3),
             fixedNumber(baseline->figure.high, 3));
}

void addCurve(Plot& plot, const std::vector<FeatureCurvePoint>& curve, const QString& name, PlotTone tone) {
    PlotSeries band, random, best;
    band.kind = PlotSeries::Kind::kBand;
    best.name = name;
    random.name = QObject::tr("%1, random features").arg(name);
    random.dashed = true;
    best.strong = true;
    best.picks = random.picks = true;
    for (const FeatureCurvePoint& p : curve) {
        for (PlotSeries* s : {&band, &random, &best}) s->x.push_back(p.features);
        band.low.push_back(p.random.low);
        band.high.push_back(p.random.high);
        random.y.push_back(p.random.mean);
        best.y.push_back(p.best);
    }
    for (PlotSeries* s : {&band, &random, &best}) {
        s->tone = tone;
        plot.series.push_back(std::move(*s));
    }
}

}  // namespace

QString targetTitle(const std::string& target) {
    if (target == "yaw") return tr("Yaw");
    if (target == "pitch") return tr("Pitch");
    if (target == "roll") return tr("Roll");
    if (target == "abs_yaw") return tr("Absolute yaw");
    if (target == "pitch_centred") return tr("Pitch centred or not");
    if (target == "media") return tr("Still or video");
    return QString::fromStdString(target);
}

Plot predictedPlot(const TargetReport& report) {
    Plot plot;
    PlotSeries points;
    points.kind = PlotSeries::Kind::kPoints;
    points.byDensity = true;
    points.picks = true;
    const auto& predicted = report.regression->identityFolds.outOfFold;
    for (std::size_t r = 0; r < predicted.size(); ++r) {
        if (!std::isfinite(report.labels[r]) || !std::isfinite(predicted[r])) continue;
        points.x.push_back(report.labels[r]);
        points.y.push_back(static_cast<double>(predicted[r]));
        points.rows.push_back(static_cast<int>(r));
    }
    const QString unit = report.unit == "deg" ? tr(" (degrees)") : QString();
    plot.x.title = tr("Labelled") + unit;
    plot.y.title = tr("Predicted") + unit;
    // One range for both, so that predictions drawn towards the middle look it.
    const auto [xLow, xHigh] = paddedRange(points.x);
    const auto [yLow, yHigh] = paddedRange(points.y);
    plot.x.low = plot.y.low = std::min(xLow, yLow);
    plot.x.high = plot.y.high = std::max(xHigh, yHigh);
    plot.y.grid = true;
    plot.series.push_back(std::move(points));
    plot.marks.push_back({PlotMark::Kind::kDiagonal, 0, {}, PlotTone::kText, true});
    return plot;
}

Plot featureCurvePlot(const std::vector<const TargetReport*>& reports) {
    Plot plot;
    plot.x = {tr("Features"), true, false, 1, 2, false};
    plot.y = {QString(), false, false, 0, 1, true};
    constexpr PlotTone kTones[] = {PlotTone::kAccent, PlotTone::kOrange, PlotTone::kGreen, PlotTone::kPurple,
                                   PlotTone::kGrey};
    bool numbers = false, classes = false;
    std::size_t used = 0;
    for (const TargetReport* r : reports) {
        const auto& curve = r->regression ? r->regression->featureCurve : r->classification->featureCurve;
        if (curve.empty()) continue;
        (r->regression ? numbers : classes) = true;
        plot.x.high = std::max<double>(plot.x.high, curve.back().features);
        const QString name = targetTitle(r->target);
        addCurve(plot, curve, reports.size() > 1 ? name : QObject::tr("best features"), kTones[used++ % std::size(kTones)]);
    }
    // The names of the random curves would fill the legend: dashes say it once.
    if (used > 1)
        for (PlotSeries& s : plot.series)
            if (s.dashed) s.name.clear();
    plot.y.title = numbers && classes ? tr("R² or AUC") : numbers ? tr("R²") : tr("AUC");
    std::vector<double> values;
    for (const PlotSeries& s : plot.series) values.insert(values.end(), s.y.begin(), s.y.end());
    const auto [low, high] = paddedRange(values);
    plot.y.low = std::max(-1.0, std::min(0.0, low));
    plot.y.high = std::max(plot.y.low + 0.1, std::min(1.02, std::max(high, 0.1)));
    return plot;
}

QString figuresText(const TargetReport& r) {
    if (r.regression) {
        const int d = decimalsOf(r);
        return tr("MAE %1%4 · RMSE %2%4 · R² %3")
            .arg(estimateText(r.regression->mae, d), estimateText(r.regression->rmse, d), estimateText(r.regression->r2, 2),
                 unitOf(r));
    }
    if (r.classification)
        return tr("Accuracy %1 · balanced %2 · AUC %3")
            .arg(estimateText(r.classification->accuracy, 2), estimateText(r.classification->balancedAccuracy, 2),
                 estimateText(r.classification->auc, 2));
    return coreText(r.missing);
}

QStringList predictionHeader() {
    return {tr("Target"),   tr("Network"), tr("Split"),           tr("MAE"), tr("RMSE"),   tr("R²"),        tr("Accuracy"),
            tr("Balanced"), tr("AUC"),     tr("Shuffled labels"), tr("p"),   tr("Images"), tr("Identities")};
}

QList<QStringList> predictionRows(const TargetReport& r) {
    const QString none = QStringLiteral("–"), target = targetTitle(r.target), network = QString::fromStdString(r.network);
    const auto count = [](std::int64_t n) { return QString::fromStdString(groupedNumber(n)); };
    if (r.regression) {
        const RegressionReport& f = *r.regression;
        const int d = decimalsOf(r);
        const QString p = f.baseline ? fixedNumber(f.baseline->pValue, 3) : none;
        return {{target, network, tr("new identities"), estimateText(f.mae, d), estimateText(f.rmse, d),
                 estimateText(f.r2, 2), none, none, none, baselineText(f.baseline), p, count(f.identityFolds.labelled),
                 count(f.identityFolds.identities)},
                {target, network, tr("random images"), spreadText(f.randomMae, d), spreadText(f.randomRmse, d),
                 spreadText(f.randomR2, 2), none, none, none, none, none, count(f.identityFolds.labelled),
                 count(f.identityFolds.identities)}};
    }
    if (r.classification) {
        const ClassificationReport& f = *r.classification;
        const QString p = f.baseline ? fixedNumber(f.baseline->pValue, 3) : none;
        return {{target, network, tr("new identities"), none, none, none, estimateText(f.accuracy, 3),
                 estimateText(f.balancedAccuracy, 3), estimateText(f.auc, 3), baselineText(f.baseline), p, count(f.labelled),
                 count(f.identities)},
                {target, network, tr("random images"), none, none, none, spreadText(f.randomAccuracy, 3),
                 spreadText(f.randomBalancedAccuracy, 3), spreadText(f.randomAuc, 3), none, none, count(f.labelled),
                 count(f.identities)}};
    }
    return {{target, network, coreText(r.missing)}};
}

}  // namespace facespace
