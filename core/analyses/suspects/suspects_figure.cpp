#include "core/analyses/suspects/suspects_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <set>

#include "core/common/number_text.h"
#include "core/figure/text_measure.h"
#include "core/view/colouring.h"
#include "core/view/face_pictures.h"

namespace facespace::report {
namespace {

using namespace figure;

constexpr double kNarrowMm = 120, kPageMargin = 2, kGap = 1.5;  // points but for the first
constexpr double kCaption = 2.7, kHead = 1.7, kBetween = 1.4;   // letter heights
constexpr double kSmallest = 0.8, kApart = 0.35;                // Of letter heights: the size, and room between words.

struct Face {
    std::shared_ptr<const Image> picture;
    std::string name, figure;
};
using Triple = std::array<Face, 3>;

/// Where everything goes for a width.
struct Grid {
    std::size_t columns;
    double em, cell, side;
    Grid(double width, std::size_t columnsOf, double fontPt) : columns(columnsOf), em(fontPt) {
        cell = (width - static_cast<double>(columns - 1) * kBetween * em) / static_cast<double>(columns);
        side = (cell - 2 * kGap) / 3;
    }
    double line() const { return side + (kCaption + 0.6) * em; }
    double height(std::size_t triples) const {
        return kHead * em + static_cast<double>((triples + columns - 1) / columns) * line();
    }
};

void paintTriples(const std::vector<Triple>& triples, const Grid& grid, Drawing& drawing, const Rect& plot,
                  const Style& style) {
    const TextMeasure measure(style.fontFamily);
    // Words a little too long are written smaller, longer ones cut; figures all alike, for they are compared.
    const double room = grid.side - kApart * grid.em;
    const auto sizeFor = [&](const std::string& text) {
        return grid.em * std::clamp(room / std::max(measure.width(text, grid.em), 1.0), kSmallest, 1.0);
    };
    double figureSize = grid.em;
    for (const Triple& triple : triples)
        for (const Face& face : triple) figureSize = std::min(figureSize, sizeFor(face.figure));
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
    constexpr std::array<const char*, 3> kHeads{"Image", "Labelled", "Nearer to"};
    for (std::size_t column = 0; column < std::min(grid.columns, triples.size()); ++column)
        for (std::size_t f = 0; f < kHeads.size(); ++f)
            write(kHeads[f], sizeFor(kHeads[f]), leftOf(column, f) + grid.side / 2, plot.y + TextMeasure::ascent(grid.em),
                  style.muted);
    for (std::size_t i = 0; i < triples.size(); ++i) {
        const double top = plot.y + kHead * grid.em + static_cast<double>(i / grid.columns) * grid.line();
        for (std::size_t f = 0; f < 3; ++f) {
            const Face& face = triples[i][f];
            const Rect box{leftOf(i % grid.columns, f), top, grid.side, grid.side};
            if (face.picture != nullptr)
                drawing.marks.push_back(Picture{face.picture, box, true, {}});
            else
                drawing.rectangle(box, Fill{kPaperMissing, 1});
            const double base = box.bottom() + 0.25 * grid.em + TextMeasure::ascent(grid.em);
            write(face.name, sizeFor(face.name), box.centre().x, base, style.ink);
            write(face.figure, figureSize, box.centre().x, base + 1.15 * grid.em, style.muted);
        }
    }
}

/// Names, or numbers in alphabetical order in their place.
class Names {
  public:
    Names(const Snapshot& snapshot, bool privacy) : snapshot_(snapshot), privacy_(privacy) {
        if (privacy)
            for (const ImageRecord& image : snapshot.images.images) all_.insert(image.identity);
    }
    std::string identity(const std::string& name) const {
        return privacy_ ? fmt::format("identity {}", std::distance(all_.begin(), all_.find(name)) + 1) : name;
    }
    std::string file(std::int64_t row) const {
        if (privacy_) return fmt::format("image {}", groupedNumber(row + 1));
        return std::filesystem::path(snapshot_.images.images[static_cast<std::size_t>(row)].path).stem().string();
    }

  private:
    const Snapshot& snapshot_;
    bool privacy_;
    std::set<std::string> all_;
};

}  // namespace

Result<figure::Figure> suspectsFigure(const Snapshot& snapshot, const Suspects& suspects,
                                      const SuspectsFigureOptions& options, const JobContext& job) {
    if (suspects.list.empty())
        return fail(ErrorCode::kInvalid,
                    say("No label looks wrong: each of the {} images judged is nearest to its own identity.",
                        groupedNumber(suspects.judged)));
    const double width = options.widthMm * kPointsPerMm - 2 * kPageMargin;
    const std::size_t count = std::min(std::max<std::size_t>(options.most, 1), suspects.list.size());
    const Grid grid(width, options.widthMm < kNarrowMm ? 2 : 3, options.style.fontPt);
    const int pixels = std::max(static_cast<int>(std::lround(grid.side / 72 * options.dpi)), 8);
    const Names names(snapshot, options.privacy);
    const auto picture = [&](std::int64_t row) {
        return row < 0 ? nullptr : facePicture(snapshot, static_cast<std::size_t>(row), pixels, options.privacy);
    };
    std::vector<Triple> triples;
    for (std::size_t i = 0; i < count; ++i) {
        if (job.cancelled()) return cancelled();
        job.progress(say("reading faces"), static_cast<std::int64_t>(i), static_cast<std::int64_t>(count));
        const Suspect& s = suspects.list[i];
        triples.push_back(
            {Face{picture(s.row), names.file(s.row), fmt::format("margin {:.3f}", s.margin())},
             Face{picture(s.ownExample), names.identity(s.identity), fmt::format("cosine {:.3f}", s.own)},
             Face{picture(s.nearestExample), names.identity(s.nearest), fmt::format("cosine {:.3f}", s.other)}});
    }
    Figure figure;
    figure.widthMm = options.widthMm;
    figure.style = options.style;
    Chart& chart = figure.add();
    chart.x.visible = chart.y.visible = false;
    chart.squareUnits = true;
    chart.x.low = chart.y.low = 0;
    chart.x.high = width;
    chart.y.high = grid.height(count);
    chart.layers.emplace_back(Custom{
        [triples = std::move(triples), columns = grid.columns](Drawing& drawing, const Rect& plot, const Style& style) {
            paintTriples(triples, Grid(plot.width, columns, style.fontPt), drawing, plot, style);
        }});
    return figure;
}

}  // namespace facespace::report
