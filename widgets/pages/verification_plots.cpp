#include "widgets/pages/verification_plots.h"

#include <algorithm>
#include <cmath>
#include <QCoreApplication>
#include <QObject>
#include <QStringList>

#include "core/common/number_text.h"
#include "widgets/pages/figures_table.h"

namespace facespace {
namespace {

constexpr int kBins = 80;

QString tr(const char* text) { return QCoreApplication::translate("facespace", text); }
QString count(std::int64_t n) { return QString::fromStdString(groupedNumber(n)); }

QString metricTitle(PairMetric metric) {
    return metric == PairMetric::kCosine ? tr("Cosine") : tr("Minus the Euclidean distance");
}

PlotSeries bars(const QString& name, PlotTone tone, double low, double high, const std::vector<double>& shares) {
    PlotSeries s;
    s.kind = PlotSeries::Kind::kBars;
    s.name = name;
    s.tone = tone;
    s.picks = true;
    s.y = shares;
    for (int i = 0; i <= kBins; ++i) s.x.push_back(low + (high - low) * i / kBins);
    return s;
}

std::vector<double> shares(const std::vector<std::uint64_t>& counts, double total) {
    std::vector<double> result;
    for (const auto c : counts) result.push_back(total > 0 ? static_cast<double>(c) / total : 0);
    return result;
}

/// The lowest FMR that the pairs can tell, rounded down to a power of ten.
double leastRate(std::int64_t pairs) {
    return std::pow(10, -std::ceil(std::log10(std::max<double>(10, static_cast<double>(pairs)))));
}

PlotSeries curveOf(const Verification& v, bool accepted) {
    PlotSeries line;
    line.strong = true;
    line.picks = true;
    for (const CurvePoint& p : v.curve) {
        line.x.push_back(p.fmr);
        line.y.push_back(accepted ? 1 - p.fnmr : p.fnmr);
    }
    return line;
}

void addOperatingPoints(Plot& plot, const Verification& v, bool accepted) {
    PlotSeries intervals, points;
    intervals.kind = PlotSeries::Kind::kInterval;
    points.kind = PlotSeries::Kind::kPoints;
    points.name = tr("operating points, 95 %");
    points.strong = points.picks = true;
    intervals.tone = points.tone = PlotTone::kOrange;
    for (const OperatingPoint& p : v.operatingPoints) {
        if (!p.resolved) continue;
        intervals.x.push_back(p.fmrTarget);
        points.x.push_back(p.fmrTarget);
        points.y.push_back(accepted ? p.tar.value : 1 - p.tar.value);
        intervals.low.push_back(accepted ? p.tar.low : 1 - p.tar.high);
        intervals.high.push_back(accepted ? p.tar.high : 1 - p.tar.low);
    }
    if (points.x.empty()) return;
    plot.series.push_back(std::move(intervals));
    plot.series.push_back(std::move(points));
}

}  // namespace

Plot scorePlot(const Verification& v, const std::function<bool(int)>& selected) {
    const double low = v.counts.lowest(), high = std::max(v.counts.highest(), low + 1e-6);
    const auto [genuine, impostor] = v.counts.binned(kBins, low, high);
    Plot plot;
    plot.x = {metricTitle(v.metric), false, false, low, high, false};
    plot.y = {tr("Share of pairs"), false, false, 0, 1, true, tr("Share")};
    plot.series.push_back(bars(QObject::tr("%1 impostor").arg(count(v.impostorPairs)), PlotTone::kGrey, low, high,
                               shares(impostor, static_cast<double>(v.impostorPairs))));
    plot.series.push_back(bars(QObject::tr("%1 genuine").arg(count(v.genuinePairs)), PlotTone::kAccent, low, high,
                               shares(genuine, static_cast<double>(v.genuinePairs))));
    plot.y.high = 1e-9;
    for (const PlotSeries& s : plot.series) plot.y.high = std::max(plot.y.high, *std::max_element(s.y.begin(), s.y.end()));
    plot.y.high *= 1.06;
    std::vector<std::uint64_t> chosen(kBins, 0);
    for (const ScoredPair& p : v.genuine) {
        if (!selected(static_cast<int>(p.a)) && !selected(static_cast<int>(p.b))) continue;
        const double at = (static_cast<double>(p.score) - low) / (high - low) * kBins;
        ++chosen[static_cast<std::size_t>(std::clamp(static_cast<int>(at), 0, kBins - 1))];
    }
    // Always there and without a number, so that the legend keeps its height: else the page is laid out again.
    plot.series.push_back(bars(QObject::tr("genuine with a selected image"), PlotTone::kOrange, low, high,
                               shares(chosen, static_cast<double>(v.genuinePairs))));
    plot.series.back().strong = true;
    plot.marks.push_back({PlotMark::Kind::kVertical, v.eerThreshold, tr("threshold at EER"), PlotTone::kText, true});
    return plot;
}

Plot rocPlot(const Verification& v) {
    Plot plot;
    plot.x = {tr("False match rate"), true, false, leastRate(v.impostorPairs), 1, true, tr("FMR")};
    plot.y = {tr("True accept rate"), false, false, 0, 1.005, true, tr("TAR")};
    plot.series.push_back(curveOf(v, true));
    double least = 1;
    for (std::size_t i = 0; i < v.curve.size(); ++i)
        if (v.curve[i].fmr >= plot.x.low) least = std::min(least, 1 - v.curve[i].fnmr);
    plot.y.low = least > 0.5 ? std::floor(least * 20 - 0.2) / 20 : 0;
    addOperatingPoints(plot, v, true);
    return plot;
}

Plot detPlot(const Verification& v) {
    Plot plot;
    plot.x = {tr("False match rate"), true, false, leastRate(v.impostorPairs), 1, true, tr("FMR")};
    plot.y = {tr("False non-match rate"), true, false, leastRate(v.genuinePairs), 1, true, tr("FNMR")};
    plot.series.push_back(curveOf(v, false));
    addOperatingPoints(plot, v, false);
    plot.marks.push_back({PlotMark::Kind::kDiagonal, 0, tr("equal error"), PlotTone::kGrey, true});
    return plot;
}

std::pair<double, double> thresholdsBetween(const Verification& v, double fmrLow, double fmrHigh) {
    double low = INFINITY, high = -INFINITY;
    for (const CurvePoint& p : v.curve) {
        if (p.fmr < fmrLow || p.fmr > fmrHigh) continue;
        low = std::min(low, p.threshold);
        high = std::max(high, p.threshold);
    }
    return {low, high};
}

QList<QStringList> verificationRows(const Verification& v) {
    QList<QStringList> rows{{tr("AUC"), estimateText(v.auc, 4)}, {tr("Equal error rate"), estimateText(v.eer, 4)}};
    for (const OperatingPoint& p : v.operatingPoints) {
        const QString name = QObject::tr("TAR at FAR %1").arg(p.fmrTarget, 0, 'g', 3);
        rows << QStringList{name, p.resolved ? estimateText(p.tar, 4) : tr("too few impostor pairs")};
    }
    if (v.foldAccuracy.count > 0) rows << QStringList{tr("Accuracy over folds"), spreadText(v.foldAccuracy, 4)};
    rows << QStringList{tr("Images, identities"), QStringLiteral("%1, %2").arg(count(v.images), count(v.identities))};
    rows << QStringList{tr("Genuine pairs"), count(v.genuinePairs)}
         << QStringList{tr("Impostor pairs"), count(v.impostorPairs)};
    return rows;
}

}  // namespace facespace
