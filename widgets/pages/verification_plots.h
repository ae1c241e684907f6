#pragma once
#include <functional>

#include "core/analysis/verification.h"
#include "widgets/pages/plot.h"

namespace facespace {

/// Shares of genuine and impostor pairs by score, with the threshold at the equal error rate, and the genuine pairs of which
/// an image is selected.
Plot scorePlot(const Verification& v, const std::function<bool(int)>& selected);
/// TAR against FMR, or FNMR against FMR, FMR on a logarithmic axis; intervals at the operating points.
Plot rocPlot(const Verification& v);
Plot detPlot(const Verification& v);
/// The scores of the thresholds whose FMR lies in the range: low, high.
std::pair<double, double> thresholdsBetween(const Verification& v, double fmrLow, double fmrHigh);
/// Name and value, AUC first.
QList<QStringList> verificationRows(const Verification& v);

}  // namespace facespace
