#include "core/view/map_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/view/map_marks.h"

namespace facespace {
namespace {

constexpr double kFlattest = 0.6, kTallest = 1.0, kDeepShape = 0.8;  // Height by width of the plot.

double shapeOf(const MapFigureData& data) {
    const MapBounds bounds = data.coordinates ? boundsOf(*data.coordinates) : MapBounds{};
    if (bounds.empty() || data.coordinates->cols() > 2) return kDeepShape;
    if (data.radial) return 1;
    const Eigen::Vector3d extent = bounds.upper - bounds.lower;
    return extent.x() > 0 ? std::clamp(extent.y() / extent.x(), kFlattest, kTallest) : kTallest;
}

Text footnoteOf(const MapFigureData& data, const MapFigureSpec& spec) {
    std::vector<Text> notes;
    const auto add = [&](Text sentence) { notes.push_back(std::move(sentence)); };
    if (spec.note) add(data.scaleNote);
    if (!data.passes.empty()) {
        const auto passing = std::count(data.passes.begin(), data.passes.end(), std::uint8_t{1});
        const std::string shown = figure::grouped(passing);
        const std::string all = figure::grouped(static_cast<long long>(data.passes.size()));
        add(spec.dimFiltered ? say("{} of {} images; the others are pale.", shown, all)
                             : say("{} of {} images.", shown, all));
    }
    const auto selected = std::count(data.selected.begin(), data.selected.end(), std::uint8_t{1});
    if (spec.selection && selected > 0) add(say("Outlined: {} selected images.", figure::grouped(selected)));
    return inARow(std::move(notes));
}

}  // namespace

figure::Figure mapFigure(std::shared_ptr<const MapFigureData> data, const MapFigureSpec& spec,
                         std::vector<MapThumbnail> thumbnails) {
    figure::Figure figure;
    figure.widthMm = spec.widthMm;
    figure.heightMm = spec.heightMm;
    figure.style = spec.style;
    if (spec.title) figure.title = data->title;
    figure.provenance = data->provenance;
    for (auto& [key, value] : figure.provenance) {
        if (key == "Filter") value = filterForFile(value, spec.privacy);
    }
    figure::Chart& chart = figure.add();
    chart.x.visible = chart.y.visible = false;
    chart.x.low = chart.y.low = 0;
    chart.x.high = 1;
    chart.y.high = shapeOf(*data);
    chart.squareUnits = spec.heightMm <= 0;
    chart.footnote = footnoteOf(*data, spec);
    if (data->coordinates == nullptr) return figure;
    chart.legend = legendOf(data->colouring, spec.privacy && isPersonal(data->colouring.key));
    // Without a colouring the legend says so itself.
    if (chart.legend.place != figure::LegendPlace::kNone) chart.legend.place = spec.legend;
    chart.layers.push_back(
        figure::Custom{[data = std::move(data), spec, thumbnails = std::move(thumbnails)](
                           figure::Drawing& drawing, const figure::Rect& plot, const figure::Style& style) {
            MapMarks(*data, spec, plot, style).paint(drawing, thumbnails);
        }});
    return figure;
}

std::vector<int> thumbnailRows(const std::shared_ptr<const MapFigureData>& data, const MapFigureSpec& spec,
                               std::size_t most) {
    if (data->coordinates == nullptr) return {};
    // Laid out without faces to know how large the plot beside its legend is.
    figure::Figure figure = mapFigure(data, spec);
    figure::Rect plot;
    figure.charts.front().layers.push_back(
        figure::Custom{[&](figure::Drawing&, const figure::Rect& r, const figure::Style&) { plot = r; }});
    figure::layOut(figure);
    return MapMarks(*data, spec, plot, spec.style).spreadRows(spec.thumbnailMm * figure::kPointsPerMm, most);
}

}  // namespace facespace
