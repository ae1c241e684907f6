#pragma once
#include <QStringList>

#include "core/workflow/discard_of.h"
#include "core/workflow/quality_of.h"
#include "widgets/pages/plot.h"

namespace facespace {

QString distanceTitle(DistanceKind kind);
/// A measure over the distance: images by density, medians of bins with intervals (the second series from the end), and the
/// isotonic fit.
Plot trendPlot(const QualityReport& report, const QualityMeasureColumn& measure, const DistanceRelation* relation);
/// The series of a trendPlot whose points are the bins of `relation.medians`, -1 if there is none.
int medianSeries(const Plot& plot);
/// The figures of one relation, or what is missing.
QString relationText(const DistanceRelation& relation);
QStringList relationHeader();
QStringList relationRow(const DistanceRelation& relation, const QString& title);
/// FNMR of the rest over the share of pairs discarded, for one FMR; `strong` names the curve that stands out.
Plot discardPlot(const DiscardReport& report, double fmr, const std::string& strong, bool logarithmic,
                 const std::vector<QualityMeasureColumn>& measures);
QString qualityTitle(const std::string& key, const std::vector<QualityMeasureColumn>& measures);

}  // namespace facespace
