#include "core/view/mosaic_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/figure/text_measure.h"
#include "core/view/colouring.h"
#include "core/view/face_pictures.h"

namespace facespace {
namespace {

using figure::Align;
using figure::Rect;
using figure::TextMeasure;

constexpr double kGap = 1.5;       ///< Between faces, points.
constexpr double kLabelWidth = 9;  ///< Of the percentiles at the left, in letter heights.

struct Line {
    Text name;
    std::string range;
    std::vector<std::shared_ptr<const Image>> faces;
};

Text ordinal(double percentile) {
    if (percentile <= 0) return say("smallest");
    if (percentile >= 100) return say("largest");
    return percentileText(static_cast<int>(std::lround(percentile)));
}

std::string rangeText(double low, double high) {
    const std::string from = fmt::format("{:.3g}", low), to = fmt::format("{:.3g}", high);
    return from == to ? from : fmt::format("{} – {}", from, to);
}

Result<const Column*> columnOf(const Snapshot& snapshot, const DataTable& table, const MosaicRequest& request) {
    std::string key = request.column;
    if (key.empty() || key == "distance") {
        const FeatureSet* set = snapshot.featureSet(request.network);
        key = fmt::format("distance[{}]", set == nullptr ? request.network : set->network.name);
    }
    const Column* column = table.find(key);
    if (column != nullptr && column->kind == Column::Kind::kNumber) return column;
    std::string keys;
    for (const Column& c : table.columns) {
        if (c.kind == Column::Kind::kNumber) keys += (keys.empty() ? "" : ", ") + c.key;
    }
    return fail(ErrorCode::kNotFound,
                say("There is no column of numbers “{}”; there are: {}.", key, keys.empty() ? say("none") : Text(keys)));
}

void paintLines(const std::vector<Line>& lines, double columns, figure::Drawing& drawing, const Rect& plot,
                const figure::Style& style) {
    const double em = style.fontPt, left = kLabelWidth * em;
    const double side = (plot.width - left) / columns - kGap;
    double y = plot.y;
    for (const Line& line : lines) {
        const auto write = [&](const std::string& words, double base, Rgb colour) {
            drawing.marks.push_back(
                figure::Text{.text = words, .raised = {}, .at = {plot.x, base}, .size = em, .colour = colour, .halo = {}});
        };
        write(style.say(line.name), y + side / 2 - 0.15 * em, style.ink);
        write(line.range, y + side / 2 + em, style.muted);
        double x = plot.x + left;
        for (const auto& face : line.faces) {
            const Rect box{x, y, side, side};
            if (face != nullptr) {
                drawing.marks.push_back(figure::Picture{face, box, true, {}});
            } else {
                drawing.rectangle(box, figure::Fill{kPaperMissing, 1});
            }
            x += side + kGap;
        }
        y += side + kGap;
    }
}

}  // namespace

Result<figure::Figure> mosaicFigure(const Snapshot& snapshot, const DataTable& table, const MosaicRequest& request,
                                    const JobContext& job) {
    const auto column = columnOf(snapshot, table, request);
    if (!column) return forward(column);
    std::vector<double> values = (*column)->numbers;
    for (std::size_t row = 0; row < std::min(values.size(), request.passes.size()); ++row) {
        if (request.passes[row] == 0) values[row] = kNoValue;
    }
    const auto rows = rowsAtPercentiles(values, request.percentiles, request.perPercentile);
    const double columns = std::max(request.perPercentile, 1);
    const double side = (request.widthMm * figure::kPointsPerMm - kLabelWidth * request.style.fontPt) / columns;
    const int pixels = std::max(static_cast<int>(std::lround(side / 72 * request.dpi)), 8);
    const auto valueOf = [&](std::int64_t row) { return values[static_cast<std::size_t>(row)]; };
    std::vector<Line> lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].empty()) continue;
        Line line{ordinal(request.percentiles[i]), rangeText(valueOf(rows[i].front()), valueOf(rows[i].back())), {}};
        for (const std::int64_t row : rows[i]) {
            if (job.cancelled()) return cancelled();
            line.faces.push_back(facePicture(snapshot, static_cast<std::size_t>(row), pixels, request.privacy));
        }
        job.progress(say("reading faces"), static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(rows.size()));
        lines.push_back(std::move(line));
    }
    if (lines.empty()) return fail(ErrorCode::kInvalid, say("None of these images has a value of “{}”.", (*column)->key));

    figure::Figure figure;
    figure.widthMm = request.widthMm;
    figure.style = request.style;
    figure.provenance = {{"Software", "FaceSpace"}, {"Project", snapshot.projectFile.filename().string()}};
    if (const FeatureSet* set = snapshot.featureSet(request.network)) {
        figure.provenance.emplace_back("Network", set->network.name);
        figure.provenance.emplace_back("Network SHA-256", weightsForFile(set->network));
    }
    figure.provenance.insert(figure.provenance.end(),
                             {{"Column", (*column)->key}, {"Filter", filterForFile(request.filter, request.privacy)}});
    figure::Chart& chart = figure.add();
    chart.title = titleWithUnit(**column);
    chart.x.visible = chart.y.visible = false;
    chart.squareUnits = true;
    chart.x.low = chart.y.low = 0;
    chart.x.high = request.widthMm * figure::kPointsPerMm;
    chart.y.high = side * static_cast<double>(lines.size());
    chart.layers.push_back(figure::Custom{
        [lines = std::move(lines), columns](figure::Drawing& drawing, const Rect& plot, const figure::Style& style) {
            paintLines(lines, columns, drawing, plot, style);
        }});
    return figure;
}

}  // namespace facespace
