#include <algorithm>

#include "core/report/chart_file.h"
#include "core/report/charts.h"

namespace facespace::report {
namespace {

using namespace figure;

/// As a density, so that few genuine and many impostor pairs can be compared.
Histogram density(const std::vector<std::uint64_t>& counts, double low, double high, const std::string& label) {
    Histogram histogram;
    histogram.label = label;
    double all = 0;
    for (const auto c : counts) all += static_cast<double>(c);
    const double step = (high - low) / static_cast<double>(counts.size());
    for (std::size_t b = 0; b <= counts.size(); ++b) histogram.edges.push_back(low + static_cast<double>(b) * step);
    for (const auto c : counts) histogram.counts.push_back(all > 0 ? static_cast<double>(c) / all / step : 0);
    return histogram;
}

}  // namespace

std::string scoreChart(const Verification& v) {
    const double low = v.counts.lowest(), high = v.counts.highest();
    if (!(high > low)) return {};
    const auto [genuine, impostor] = v.counts.binned(80, low, high);
    Figure figure = newFigure(1, 60);
    Chart& chart = figure.add();
    chart.x.title =
        v.metric == PairMetric::kCosine ? "Cosine of the two features" : "Minus the distance of the two features";
    chart.y.title = "Density";
    chart.y.fromZero = true;
    chart.layers.emplace_back(density(impostor, low, high, "different identities"));
    chart.layers.emplace_back(density(genuine, low, high, "same identity"));
    return svg(figure);
}

std::string rocAndDet(const Verification& v) {
    Line roc, det;
    for (const CurvePoint& p : v.curve) {
        if (p.fmr > 0) roc.x.push_back(p.fmr), roc.y.push_back(1 - p.fnmr);
        if (p.fmr > 0 && p.fmr < 1 && p.fnmr > 0 && p.fnmr < 1) det.x.push_back(p.fmr), det.y.push_back(p.fnmr);
    }
    Figure figure = newFigure(2, 80);
    Chart& first = figure.add();
    first.title = "ROC";
    first.x.title = "False accept rate";
    first.x.scale = Scale::kLog;
    first.y.title = "True accept rate";
    first.layers.emplace_back(std::move(roc));
    if (det.x.size() < 2) return svg(figure);
    Chart& second = figure.add();
    second.title = "DET";
    second.x.title = "False match rate";
    second.y.title = "False non-match rate";
    second.x.scale = second.y.scale = Scale::kProbit;
    second.layers.emplace_back(std::move(det));
    second.layers.emplace_back(Diagonal{});
    return svg(figure);
}

}  // namespace facespace::report
