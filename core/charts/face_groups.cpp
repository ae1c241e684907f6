#include "core/charts/face_groups.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/common/number_text.h"
#include "core/common/text.h"
#include "core/figure/text_measure.h"
#include "core/view/colouring.h"
#include "core/view/face_pictures.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr double kNarrowMm = 120, kPageMargin = 2, kGap = 1.5;  // points but for the first
constexpr double kCaption = 2.7, kHead = 1.7, kBetween = 1.4;   // letter heights
constexpr double kSmallest = 0.8, kApart = 0.35;                // Of letter heights: the size, and room between words.

void paint(const std::vector<facespace::Text>& heads, const std::vector<FaceGroup>& groups, const FaceGrid& grid,
           Drawing& drawing, const Rect& plot, const Style& style) {
    const TextMeasure measure(style.fontFamily);
    // Words a little too long are written smaller, longer ones cut; figures all alike, for they are compared.
    const double room = grid.side - kApart * grid.em;
    const auto sizeFor = [&](const std::string& text) {
        return grid.em * std::clamp(room / std::max(measure.width(text, grid.em), 1.0), kSmallest, 1.0);
    };
    double figureSize = grid.em;
    for (const FaceGroup& group : groups)
        for (const GroupFace& face : group) figureSize = std::min(figureSize, sizeFor(style.say(face.figure)));
    const auto write = [&](const std::string& text, double size, double centre, double base, Rgb colour) {
        figure::Text word;
        word.size = size;
        word.text = measure.elided(text, word.size, room, TextMeasure::Cut::kMiddle);
        word.at = {centre, base};
        word.align = Align::kCentre;
        word.colour = colour;
        drawing.marks.emplace_back(std::move(word));
    };
    const auto leftOf = [&](std::size_t column, std::size_t face) {
        return plot.x + static_cast<double>(column) * (grid.cell + kBetween * grid.em) +
               static_cast<double>(face) * (grid.side + kGap);
    };
    for (std::size_t column = 0; column < std::min(grid.columns, groups.size()); ++column)
        for (std::size_t f = 0; f < heads.size(); ++f) {
            const std::string head = style.say(heads[f]);
            write(head, sizeFor(head), leftOf(column, f) + grid.side / 2, plot.y + TextMeasure::ascent(grid.em),
                  style.muted);
        }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const double top = plot.y + kHead * grid.em + static_cast<double>(i / grid.columns) * grid.line();
        for (std::size_t f = 0; f < grid.faces; ++f) {
            const GroupFace& face = groups[i][f];
            const Rect box{leftOf(i % grid.columns, f), top, grid.side, grid.side};
            if (face.picture != nullptr)
                drawing.marks.push_back(Picture{face.picture, box, true, {}});
            else
                drawing.rectangle(box, Fill{kPaperMissing, 1});
            const double base = box.bottom() + 0.25 * grid.em + TextMeasure::ascent(grid.em);
            const std::string name = style.say(face.name);
            write(name, sizeFor(name), box.centre().x, base, style.ink);
            write(style.say(face.figure), figureSize, box.centre().x, base + 1.15 * grid.em, style.muted);
        }
    }
}

}  // namespace

FaceGrid::FaceGrid(double width, std::size_t columnsOf, std::size_t facesOf, double fontPt)
    : columns(columnsOf), faces(facesOf), em(fontPt) {
    cell = (width - static_cast<double>(columns - 1) * kBetween * em) / static_cast<double>(columns);
    side = (cell - static_cast<double>(faces - 1) * kGap) / static_cast<double>(faces);
}

double FaceGrid::line() const { return side + (kCaption + 0.6) * em; }

double FaceGrid::height(std::size_t groups) const {
    return kHead * em + static_cast<double>((groups + columns - 1) / columns) * line();
}

FaceNames::FaceNames(const Snapshot& snapshot, bool privacy) : snapshot_(snapshot), privacy_(privacy) {
    if (privacy)
        for (const ImageRecord& image : snapshot.images.images) all_.insert(image.identity);
}

facespace::Text FaceNames::identity(const std::string& name) const {
    return privacy_ ? say("identity {}", std::distance(all_.begin(), all_.find(name)) + 1) : facespace::Text(name);
}

facespace::Text FaceNames::file(std::int64_t row) const {
    if (privacy_) return say("image {}", groupedNumber(row + 1));
    return std::filesystem::path(snapshot_.images.images[static_cast<std::size_t>(row)].path).stem().string();
}

FaceGroups::FaceGroups(const FaceGroupOptions& options, std::vector<facespace::Text> heads, std::size_t columns,
                       std::size_t narrowColumns)
    : options_(options),
      heads_(std::move(heads)),
      width_(options.widthMm * kPointsPerMm - 2 * kPageMargin),
      grid_(width_, options.widthMm < kNarrowMm ? narrowColumns : columns, heads_.size(), options.style.fontPt),
      pixels_(std::max(static_cast<int>(std::lround(grid_.side / 72 * options.dpi)), 8)) {}

GroupFace FaceGroups::face(const Snapshot& snapshot, std::int64_t row, facespace::Text name, facespace::Text figure) const {
    return {row < 0 ? nullptr : facePicture(snapshot, static_cast<std::size_t>(row), pixels_, options_.privacy),
            std::move(name), std::move(figure)};
}

figure::Figure FaceGroups::figure() {
    Figure figure;
    figure.widthMm = options_.widthMm;
    figure.style = options_.style;
    Chart& chart = figure.add();
    chart.x.visible = chart.y.visible = false;
    chart.squareUnits = true;
    chart.x.low = chart.y.low = 0;
    chart.x.high = width_;
    chart.y.high = grid_.height(all_.size());
    chart.layers.emplace_back(Custom{[heads = std::move(heads_), groups = std::move(all_), columns = grid_.columns,
                                      faces = grid_.faces](Drawing& drawing, const Rect& plot, const Style& style) {
        paint(heads, groups, FaceGrid(plot.width, columns, faces, style.fontPt), drawing, plot, style);
    }});
    return figure;
}

Result<figure::Figure> FaceGroups::drawn(std::size_t all, const JobContext& job,
                                         const std::function<FaceGroup(std::size_t)>& make) {
    const std::size_t count = std::min(std::max<std::size_t>(options_.most, 1), all);
    for (std::size_t i = 0; i < count; ++i) {
        if (job.cancelled()) return cancelled();
        job.progress(say("reading faces"), static_cast<std::int64_t>(i), static_cast<std::int64_t>(count));
        all_.push_back(make(i));
    }
    return figure();
}

}  // namespace facespace::report
