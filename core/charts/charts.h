#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/suspects.h"
#include "core/common/text.h"
#include "core/compute/discard_report.h"
#include "core/compute/prediction_report.h"
#include "core/compute/quality_report.h"
#include "core/compute/verification_report.h"
#include "core/compute/view_dependence_report.h"
#include "core/figure/chart.h"

/// The charts of the analyses, for the window, the report and export: one builder each, so that they are the same
/// everywhere. Each draws what a result holds; none computes. A figure without charts, or a chart without layers: nothing to
/// draw.
namespace facespace::report {

inline constexpr std::size_t kAllDots = 1'000'000;

// Experiment 1, of one network.
/// "Absolute yaw" for "abs_yaw"; another column keeps its name.
Text targetTitle(const std::string& target);
/// R² and AUC on identities not fitted to, beside random splits.
figure::Figure predictionFigure(const std::vector<TargetReport>& reports);
/// Labelled against predicted, out of fold, of a number; every so many-th image above `mostDots`.
figure::Chart agreementChart(const TargetReport& report, std::size_t mostDots = kAllDots);
/// The same of up to four.
figure::Figure agreementFigure(const std::vector<TargetReport>& reports, std::size_t mostDots);
/// R² of numbers, then AUC of classes, over the number of features; those that there are.
std::vector<figure::Chart> featureCurveCharts(const std::vector<const TargetReport*>& reports);
figure::Figure featureCurveFigure(const std::vector<TargetReport>& reports);

// Experiment 2.
/// How the heat map is drawn.
struct ViewMapDrawing {
    enum class Cells { kEffect, kP, kSignificant };  ///< Hedges' g; −log10 of the adjusted p; significant or not.
    enum class Order { kShare, kName, kGiven };      ///< By the share of significant tests; features have no names.
    Cells cells = Cells::kEffect;
    Order identities = Order::kShare, features = Order::kShare;
    bool named = true;  ///< The identities' names at the rows, where there are few enough to be read.
};
/// The identities, or the features, of the heat map's rows and columns.
std::vector<Eigen::Index> viewRows(const ViewDependence& v, ViewMapDrawing::Order order);
std::vector<Eigen::Index> viewColumns(const ViewDependence& v, ViewMapDrawing::Order order);
/// @param mostCells  along either side; more are thinned out evenly
figure::Chart viewHeatMapChart(const ViewDependence& v, const ViewMapDrawing& drawing, Eigen::Index mostCells);
figure::Figure viewHeatMapFigure(const ViewDependence& v, const ViewMapDrawing& drawing = {});
figure::Figure viewMarginalsFigure(const ViewDependence& v);
/// The observed difference of variances beside those under shuffled views.
figure::Chart viewTestChart(const ViewDependence& v);
figure::Figure viewTestFigure(const ViewDependence& v);

// Experiment 3.
figure::Figure distanceHistogramFigure(const QualityReport& report);
figure::Figure correlationFigure(const QualityReport& report);
/// Binned medians with the monotone fit of up to six measures.
figure::Figure trendFigure(const QualityReport& report);
/// Every image, the medians and the monotone fit of one measure; of the one that goes most with the distance if there is
/// none of that key.
figure::Chart distanceQualityChart(const QualityReport& report, const std::string& measure);
figure::Figure distanceQualityFigure(const QualityReport& report, const std::string& measure);

struct DiscardDrawing {
    double limit = 0.2;         ///< Of the axis.
    std::optional<double> fmr;  ///< Only this one; none: a panel each.
    std::string quality;        ///< Drawn in any case, beside the distance and those with the least areas.
    bool recomputed = false;    ///< The curves with thresholds found again.
    bool logarithmic = false;
};
/// All curves at one false match rate.
figure::Chart discardChart(const DiscardReport& report, const DiscardDrawing& drawing, double fmr);
figure::Figure discardFigure(const DiscardReport& report, const DiscardDrawing& drawing);

// Verification, in the terms of ISO/IEC 19795-1.
/// Densities of genuine and impostor pairs by score.
figure::Chart scoreChart(const Verification& v);
figure::Figure scoreFigure(const Verification& v);
figure::Chart rocChart(const Verification& v);
figure::Figure rocFigure(const Verification& v);
/// Normal deviates on both axes (Martin et al. 1997); nothing if no error rate lies between 0 and 1.
std::optional<figure::Chart> detChart(const Verification& v);
/// What is said where it has nothing.
Text noErrorRates();
figure::Figure detFigure(const Verification& v);
figure::Figure rocAndDetFigure(const Verification& v);

// Suspected labels.
/// Images by how much nearer they are to another identity's centroid than to their own.
figure::Chart suspectMarginsChart(const Suspects& suspects);
figure::Figure suspectMarginsFigure(const Suspects& suspects);

}  // namespace facespace::report
