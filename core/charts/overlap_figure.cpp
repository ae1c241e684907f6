#include "core/charts/overlap_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>

#include "core/charts/chart_file.h"
#include "core/common/text.h"
#include "core/figure/bins.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr std::size_t kBins = 60;

/// Behind each bin the images of its identities.
MarkRows rowsOf(const MarkRows& identities, const OverlapReport& report, const Snapshot& snapshot) {
    std::map<std::string, std::vector<int>> images;
    for (std::size_t row = 0; row < snapshot.imageCount(); ++row)
        images[snapshot.images.images[row].identity].push_back(static_cast<int>(row));
    MarkRows rows;
    for (std::size_t bin = 0; bin < identities.marks(); ++bin) {
        std::vector<int> ofBin;
        for (const int i : identities.of(bin)) {
            const auto& of = images[report.identities.nearest[static_cast<std::size_t>(i)].identity];
            ofBin.insert(ofBin.end(), of.begin(), of.end());
        }
        rows.add(ofBin);
    }
    return rows;
}

}  // namespace

Chart overlapChart(const OverlapReport& report, const Snapshot& snapshot) {
    std::vector<double> there, here;
    double low = INFINITY, high = -INFINITY;
    for (const NearestIdentity& n : report.identities.nearest) {
        there.push_back(n.there);
        here.push_back(n.here);
        for (const double cosine : {n.there, n.here})
            if (std::isfinite(cosine)) low = std::min(low, cosine), high = std::max(high, cosine);
    }
    if (!(low < high)) return {};
    Chart chart;
    chart.x.title = say("Cosine to the nearest identity");
    chart.y.title = say("Identities");
    chart.y.ticks.whole = true;
    Histogram own = histogramOf(here, low, high, kBins);
    own.label = say("of the same project: other people");
    own.colour = Tone::kMuted;
    Histogram others = histogramOf(there, low, high, kBins, true);
    others.label = say("of the other project");
    others.colour = Tone::kAccent;
    others.rows = rowsOf(others.rows, report, snapshot);
    others.pointing.picks = true;
    chart.y.low = 0;
    chart.y.high = 1.15 * std::max({1.0, std::ranges::max(own.counts), std::ranges::max(others.counts)});
    chart.layers.emplace_back(std::move(own));
    chart.layers.emplace_back(std::move(others));
    if (const double limit = report.identities.limits.above; std::isfinite(limit)) {
        chart.layers.emplace_back(Rule{true, limit, say("limit")});
        chart.x.high = std::max(high, limit) + 0.02;
    }
    chart.legend.place = LegendPlace::kBelow;
    return chart;
}

Figure overlapFigure(const OverlapReport& report, const Snapshot& snapshot) {
    Chart chart = overlapChart(report, snapshot);
    if (chart.layers.empty()) return {};
    Figure figure = newFigure(1, 70);
    figure.charts.push_back(std::move(chart));
    return figure;
}

Result<Figure> sharedIdentitiesFigure(const Snapshot& snapshot, const OverlapReport& report, const FaceGroupOptions& options,
                                      const JobContext& job) {
    const auto& list = report.identities.list;
    if (list.empty()) return fail(ErrorCode::kInvalid, say("No identity is known to be in both projects."));
    const FaceNames ours(snapshot, options.privacy), theirs(*report.other, options.privacy);
    FaceGroups faces(options, {say("Here"), say("There")}, 4, 2);
    return faces.drawn(list.size(), job, [&](std::size_t i) {
        const SharedIdentity& s = list[i];
        return FaceGroup{
            faces.face(snapshot, s.firstExample, ours.identity(s.first),
                       sayCount("{} image", "{} images", s.firstImages, s.firstImages)),
            faces.face(*report.other, s.secondExample, theirs.identity(s.second), say("cosine {:.3f}", s.cosine))};
    });
}

Result<Figure> sharedImagesFigure(const Snapshot& snapshot, const OverlapReport& report, const FaceGroupOptions& options,
                                  const JobContext& job) {
    if (report.shared.empty()) return fail(ErrorCode::kInvalid, say("No image is known to be in both projects."));
    const FaceNames ours(snapshot, options.privacy), theirs(*report.other, options.privacy);
    FaceGroups faces(options, {say("Here"), say("There")}, 4, 2);
    return faces.drawn(report.shared.size(), job, [&](std::size_t i) {
        const SharedImage& s = report.shared[i];
        const facespace::Text kind = termFor(s.picture.match);
        return FaceGroup{faces.face(snapshot, s.first, ours.file(s.first), kind.empty() ? say("alike features") : kind),
                         faces.face(*report.other, s.second, theirs.file(s.second), say("cosine {:.3f}", s.cosine))};
    });
}

}  // namespace facespace::report
