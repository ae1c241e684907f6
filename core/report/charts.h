#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/report/findings.h"

/// The report's figures as SVG. Each draws what a table holds; none computes.
namespace facespace::report {

// Experiment 1.
std::string predictionChart(const std::vector<TargetReport>& reports);
/// Labelled against predicted, out of fold; nothing without a regression of that target.
std::optional<std::string> agreementChart(const std::vector<TargetReport>& reports);
std::optional<std::string> featureCurveChart(const std::vector<TargetReport>& reports);

// Experiment 2.
std::string viewHeatMap(const ViewDependence& v);
std::string viewMarginals(const ViewDependence& v);

// Experiment 3.
std::string distanceHistogram(const QualityReport& report);
std::string correlationChart(const QualityReport& report);
/// Binned medians with the monotone fit of up to six measures.
std::string trendChart(const QualityReport& report);
std::string discardChart(const DiscardReport& report, double limit);

// Verification.
std::string scoreChart(const Verification& v);
std::string rocAndDet(const Verification& v);

}  // namespace facespace::report
