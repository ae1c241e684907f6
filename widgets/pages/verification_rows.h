#pragma once
#include <functional>
#include <QStringList>

#include "core/analysis/verification.h"
#include "core/figure/chart.h"

namespace facespace {

/// A scoreChart() with the genuine pairs of which an image is selected before the others: always there and without a number,
/// so that the legend keeps its height.
figure::Chart withSelectedPairs(figure::Chart chart, const Verification& v, const std::function<bool(int)>& selected);
/// The scores of the thresholds whose FMR lies in the range: low, high.
std::pair<double, double> thresholdsBetween(const Verification& v, double fmrLow, double fmrHigh);
/// Name and value, AUC first.
QList<QStringList> verificationRows(const Verification& v);

}  // namespace facespace
