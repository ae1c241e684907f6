#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/figure/chart.h"
#include "core/report/findings.h"

/// The figures of the analyses, for the report and for export. Each draws what a result holds; none computes. A figure
/// without charts: there is nothing to draw.
namespace facespace::report {

// Experiment 1, of one network.
/// "Absolute yaw" for "abs_yaw"; another column keeps its name.
std::string targetTitle(const std::string& target);
/// R² and AUC on identities not fitted to, beside random splits.
figure::Figure predictionFigure(const std::vector<TargetReport>& reports);
/// Labelled against predicted, out of fold, of up to four numbers; every so many-th image above `mostDots`.
figure::Figure agreementFigure(const std::vector<TargetReport>& reports, std::size_t mostDots);
figure::Figure featureCurveFigure(const std::vector<TargetReport>& reports);

// Experiment 2.
/// @param named  the identities' names at the rows, where there are few enough to be read
figure::Figure viewHeatMapFigure(const ViewDependence& v, bool named = true);
figure::Figure viewMarginalsFigure(const ViewDependence& v);
/// The observed difference of variances beside those under shuffled views.
figure::Figure viewTestFigure(const ViewDependence& v);

// Experiment 3.
figure::Figure distanceHistogramFigure(const QualityReport& report);
figure::Figure correlationFigure(const QualityReport& report);
/// Binned medians with the monotone fit of up to six measures.
figure::Figure trendFigure(const QualityReport& report);
/// Every image, the medians and the monotone fit of one measure; of the one that goes most with the distance if there is
/// none of that key.
figure::Figure distanceQualityFigure(const QualityReport& report, const std::string& measure);

struct DiscardDrawing {
    double limit = 0.2;         ///< Of the axis.
    std::optional<double> fmr;  ///< Only this one; none: a panel each.
    std::string quality;        ///< Drawn in any case, beside the distance and those with the least areas.
    bool recomputed = false;    ///< The curves with thresholds found again.
    bool logarithmic = false;
};
figure::Figure discardFigure(const DiscardReport& report, const DiscardDrawing& drawing);

// Verification.
figure::Figure scoreFigure(const Verification& v);
figure::Figure rocFigure(const Verification& v);
figure::Figure detFigure(const Verification& v);
figure::Figure rocAndDetFigure(const Verification& v);

}  // namespace facespace::report
