#include "widgets/pages/quality_plots.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <QCoreApplication>
#include <QObject>

#include "core/common/number_text.h"
#include "widgets/pages/figures_table.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("facespace", text); }

QString withUnit(const QString& title, const std::string& unit) {
    if (unit.empty()) return title;
    return QStringLiteral("%1 (%2)").arg(title, unit == "deg" ? tr("degrees") : QString::fromStdString(unit));
}

PlotSeries imagesOf(const QualityReport& report, const QualityMeasureColumn& measure) {
    PlotSeries images;
    images.kind = PlotSeries::Kind::kPoints;
    images.byDensity = images.picks = true;
    for (std::size_t r = 0; r < report.distance.size(); ++r) {
        if (!std::isfinite(report.distance[r]) || !std::isfinite(measure.values[r])) continue;
        images.x.push_back(report.distance[r]);
        images.y.push_back(measure.values[r]);
        images.rows.push_back(static_cast<int>(r));
    }
    return images;
}

void addMedians(Plot& plot, const DistanceRelation& relation) {
    PlotSeries intervals, medians;
    intervals.kind = PlotSeries::Kind::kInterval;
    medians.kind = PlotSeries::Kind::kPoints;
    medians.name = tr("median of a bin, 95 %");
    medians.strong = medians.picks = true;
    intervals.tone = medians.tone = PlotTone::kRed;
    for (const MedianBin& bin : relation.medians) {
        intervals.x.push_back(bin.xMedian);
        intervals.low.push_back(bin.median.low);
        intervals.high.push_back(bin.median.high);
        medians.x.push_back(bin.xMedian);
        medians.y.push_back(bin.median.value);
    }
    plot.series.push_back(std::move(intervals));
    plot.series.push_back(std::move(medians));
}

/// Of the distance, then of what stands out beside it.
constexpr PlotTone kForemost[] = {PlotTone::kAccent, PlotTone::kOrange, PlotTone::kGreen, PlotTone::kPurple, PlotTone::kSky};

PlotSeries discardSeries(const EdcCurve& curve, const std::vector<std::string>& foremost) {
    PlotSeries s;
    s.kind = PlotSeries::Kind::kSteps;
    s.picks = true;
    s.tone = PlotTone::kGrey;
    s.dashed = curve.quality == "random" || curve.quality == "oracle";
    if (s.dashed) s.tone = curve.quality == "oracle" ? PlotTone::kRed : PlotTone::kText;
    const auto at = std::ranges::find(foremost, curve.quality) - foremost.begin();
    if (at < std::ssize(foremost)) s.tone = kForemost[static_cast<std::size_t>(at)];
    return s;
}

}  // namespace

QString distanceTitle(DistanceKind kind) {
    switch (kind) {
        case DistanceKind::kOrigin:
            return tr("Distance from the origin");
        case DistanceKind::kMean:
            return tr("Distance from the mean");
        case DistanceKind::kCentroid:
            return tr("Cosine to the identity's centroid");
    }
    return {};
}

Plot trendPlot(const QualityReport& report, const QualityMeasureColumn& measure, const DistanceRelation* relation) {
    Plot plot;
    PlotSeries images = imagesOf(report, measure);
    plot.x.title = distanceTitle(report.kind);
    plot.x.brief = report.kind == DistanceKind::kCentroid ? tr("Cosine") : tr("Distance");
    plot.y.title = withUnit(coreText(measure.title), measure.unit);
    plot.y.grid = true;
    std::tie(plot.x.low, plot.x.high) = paddedRange(images.x);
    std::tie(plot.y.low, plot.y.high) = paddedRange(images.y);
    plot.series.push_back(std::move(images));
    if (relation != nullptr && relation->trend) {
        PlotSeries fit;
        fit.kind = PlotSeries::Kind::kSteps;
        fit.name = relation->trend->increasing ? tr("isotonic fit, rising") : tr("isotonic fit, falling");
        fit.tone = PlotTone::kOrange;
        fit.strong = true;
        fit.x = relation->trend->x;
        fit.y = relation->trend->y;
        plot.series.push_back(std::move(fit));
    }
    if (relation != nullptr && !relation->medians.empty()) addMedians(plot, *relation);
    return plot;
}

int medianSeries(const Plot& plot) {
    for (std::size_t s = 0; s < plot.series.size(); ++s)
        if (plot.series[s].strong && plot.series[s].kind == PlotSeries::Kind::kPoints) return static_cast<int>(s);
    return -1;
}

QString relationText(const DistanceRelation& r) {
    QStringList parts;
    if (r.rank) parts << tr("Spearman ρ %1").arg(estimateText(r.rank->spearman, 2));
    if (r.partial) parts << tr("partial %1").arg(estimateText(r.partial->rho, 2));
    if (r.trend && r.trend->pValue) parts << tr("against flat %1").arg(pText(*r.trend->pValue));
    for (const std::string& sentence : r.missing) parts << coreText(sentence);
    return parts.join(QStringLiteral(" · "));
}

QStringList relationHeader() {
    return {tr("Measure"),  tr("Spearman ρ"), tr("Kendall τ"), tr("Partial ρ"),
            tr("Monotone"), tr("Explained"),  tr("p, flat"),   tr("Images")};
}

QStringList relationRow(const DistanceRelation& r, const QString& title) {
    if (!r.rank) return {title, r.missing.empty() ? QString() : coreText(r.missing.front())};
    const QString none = QStringLiteral("–");
    return {title,
            estimateText(r.rank->spearman, 2),
            estimateText(r.rank->kendall, 2),
            r.partial ? estimateText(r.partial->rho, 2) : none,
            r.trend ? (r.trend->increasing ? tr("rises") : tr("falls")) : none,
            r.trend ? fixedNumber(r.trend->r2, 2) : none,
            r.trend && r.trend->pValue ? fixedNumber(*r.trend->pValue, 3) : none,
            QString::fromStdString(groupedNumber(r.rank->images))};
}

QString qualityTitle(const std::string& key, const std::vector<QualityMeasureColumn>& measures) {
    if (key == "distance") return tr("Distance from the origin");
    if (key == "random") return tr("Random");
    if (key == "oracle") return tr("Oracle: rejected pairs first");
    for (const QualityMeasureColumn& m : measures)
        if (m.key == key) return coreText(m.title);
    return QString::fromStdString(key);
}

Plot discardPlot(const DiscardReport& report, double fmr, const std::string& strong, bool logarithmic,
                 const std::vector<QualityMeasureColumn>& measures) {
    Plot plot;
    plot.x = {tr("Share of genuine pairs discarded"), false, false, 0, 0.5, false, tr("Share discarded")};
    plot.y = {tr("False non-match rate"), logarithmic, false, 0, 1e-6, true, tr("FNMR")};
    const auto foremost = foremostQualities(areasOf(report.curves), strong, std::size(kForemost));
    std::vector<std::pair<double, PlotSeries>> named;
    double least = 1;
    QStringList others;
    for (const EdcCurve& curve : report.curves) {
        if (std::abs(curve.fmrTarget - fmr) > fmr * 1e-6) continue;
        PlotSeries s = discardSeries(curve, foremost);
        s.strong = curve.quality == strong;
        s.name = qualityTitle(curve.quality, measures);
        for (const EdcPoint& p : curve.points) {
            if (p.discarded > plot.x.high) break;
            s.x.push_back(p.discarded);
            s.y.push_back(p.fnmr);
            plot.y.high = std::max(plot.y.high, p.fnmr);
            if (p.fnmr > 0) least = std::min(least, p.fnmr);
        }
        if (s.tone != PlotTone::kGrey) {
            s.name = tr("%1 %2").arg(s.name, QString::number(curve.pAucStepwise, 'f', 4));
            named.emplace_back(curve.pAucStepwise, std::move(s));
        } else {
            // The many others are one entry of the legend; pointing at one names it.
            others << s.name;
            plot.series.push_back(std::move(s));
        }
    }
    if (others.size() > 1) {
        plot.series.front().legend = tr("%1 other measures").arg(others.size());
        for (std::size_t i = 1; i < plot.series.size(); ++i) plot.series[i].inLegend = false;
    }
    // As in the legend: the least area first.
    std::ranges::stable_sort(named, {}, [](const auto& entry) { return entry.first; });
    for (auto& [area, s] : named) plot.series.push_back(std::move(s));
    plot.y.low = logarithmic ? least * 0.8 : 0;
    plot.y.high *= logarithmic ? 1.3 : 1.08;
    return plot;
}

}  // namespace facespace
