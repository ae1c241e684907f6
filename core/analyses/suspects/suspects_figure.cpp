#include "core/analyses/suspects/suspects_figure.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <set>

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

struct Face {
    std::shared_ptr<const Image> picture;
    std::string name, figure;
};
using Group = std::vector<Face>;

/// Where everything goes for a width.
struct Grid {
    std::size_t columns, faces;
    double em, cell, side;
    Grid(double width, std::size_t columnsOf, std::size_t facesOf, double fontPt)
        : columns(columnsOf), faces(facesOf), em(fontPt) {
        cell = (width - static_cast<double>(columns - 1) * kBetween * em) / static_cast<double>(columns);
        side = (cell - static_cast<double>(faces - 1) * kGap) / static_cast<double>(faces);
    }
    double line() const { return side + (kCaption + 0.6) * em; }
    double height(std::size_t groups) const {
        return kHead * em + static_cast<double>((groups + columns - 1) / columns) * line();
    }
};

/// Faces in groups of equal number, what they are above them.
struct Groups {
    std::vector<std::string> heads;
    std::vector<Group> all;
};

void paintGroups(const Groups& groups, const Grid& grid, Drawing& drawing, const Rect& plot, const Style& style) {
    const TextMeasure measure(style.fontFamily);
    // Words a little too long are written smaller, longer ones cut; figures all alike, for they are compared.
    const double room = grid.side - kApart * grid.em;
    const auto sizeFor = [&](const std::string& text) {
        return grid.em * std::clamp(room / std::max(measure.width(text, grid.em), 1.0), kSmallest, 1.0);
    };
    double figureSize = grid.em;
    for (const Group& group : groups.all)
        for (const Face& face : group) figureSize = std::min(figureSize, sizeFor(face.figure));
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
    for (std::size_t column = 0; column < std::min(grid.columns, groups.all.size()); ++column)
        for (std::size_t f = 0; f < groups.heads.size(); ++f)
            write(groups.heads[f], sizeFor(groups.heads[f]), leftOf(column, f) + grid.side / 2,
                  plot.y + TextMeasure::ascent(grid.em), style.muted);
    for (std::size_t i = 0; i < groups.all.size(); ++i) {
        const double top = plot.y + kHead * grid.em + static_cast<double>(i / grid.columns) * grid.line();
        for (std::size_t f = 0; f < grid.faces; ++f) {
            const Face& face = groups.all[i][f];
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

/// Reads faces and lays groups of them out.
class FaceGroups {
  public:
    FaceGroups(const Snapshot& snapshot, const SuspectsFigureOptions& options, std::vector<std::string> heads,
               std::size_t columns, std::size_t narrowColumns)
        : snapshot_(snapshot),
          options_(options),
          names_(snapshot, options.privacy),
          width_(options.widthMm * kPointsPerMm - 2 * kPageMargin),
          grid_(width_, options.widthMm < kNarrowMm ? narrowColumns : columns, heads.size(), options.style.fontPt),
          pixels_(std::max(static_cast<int>(std::lround(grid_.side / 72 * options.dpi)), 8)) {
        groups_.heads = std::move(heads);
    }
    const Names& names() const { return names_; }
    std::size_t shown(std::size_t all) const { return std::min(std::max<std::size_t>(options_.most, 1), all); }
    Face face(std::int64_t row, std::string name, std::string figure) const {
        return {row < 0 ? nullptr : facePicture(snapshot_, static_cast<std::size_t>(row), pixels_, options_.privacy),
                std::move(name), std::move(figure)};
    }
    void add(Group group) { groups_.all.push_back(std::move(group)); }
    Figure figure() {
        Figure figure;
        figure.widthMm = options_.widthMm;
        figure.style = options_.style;
        Chart& chart = figure.add();
        chart.x.visible = chart.y.visible = false;
        chart.squareUnits = true;
        chart.x.low = chart.y.low = 0;
        chart.x.high = width_;
        chart.y.high = grid_.height(groups_.all.size());
        chart.layers.emplace_back(Custom{[groups = std::move(groups_), columns = grid_.columns, faces = grid_.faces](
                                             Drawing& drawing, const Rect& plot, const Style& style) {
            paintGroups(groups, Grid(plot.width, columns, faces, style.fontPt), drawing, plot, style);
        }});
        return figure;
    }

  private:
    const Snapshot& snapshot_;
    const SuspectsFigureOptions& options_;
    Names names_;
    double width_;
    Grid grid_;
    int pixels_;
    Groups groups_;
};

/// `make(i)` makes the i-th of `all` groups; as many are drawn as are asked for.
Result<figure::Figure> drawn(FaceGroups& faces, std::size_t all, const JobContext& job,
                             const std::function<Group(std::size_t)>& make) {
    const std::size_t count = faces.shown(all);
    for (std::size_t i = 0; i < count; ++i) {
        if (job.cancelled()) return cancelled();
        job.progress(say("reading faces"), static_cast<std::int64_t>(i), static_cast<std::int64_t>(count));
        faces.add(make(i));
    }
    return faces.figure();
}

}  // namespace

Result<figure::Figure> suspectsFigure(const Snapshot& snapshot, const Suspects& suspects,
                                      const SuspectsFigureOptions& options, const JobContext& job) {
    if (suspects.list.empty())
        return fail(ErrorCode::kInvalid,
                    say("No label looks wrong: each of the {} images judged is nearest to its own identity.",
                        groupedNumber(suspects.judged)));
    FaceGroups faces(snapshot, options, {"Image", "Labelled", "Nearer to"}, 3, 2);
    return drawn(faces, suspects.list.size(), job, [&](std::size_t i) {
        const Suspect& s = suspects.list[i];
        return Group{faces.face(s.row, faces.names().file(s.row), fmt::format("margin {:.3f}", s.margin())),
                     faces.face(s.ownExample, faces.names().identity(s.identity), fmt::format("cosine {:.3f}", s.own)),
                     faces.face(s.nearestExample, faces.names().identity(s.nearest), fmt::format("cosine {:.3f}", s.other))};
    });
}

Result<figure::Figure> mixedNamesFigure(const Snapshot& snapshot, const WrongNames& names,
                                        const SuspectsFigureOptions& options, const JobContext& job) {
    if (names.mixed.empty()) return fail(ErrorCode::kInvalid, say("No name looks like two people."));
    FaceGroups faces(snapshot, options, {"One half", "", "The other", ""}, 2, 1);
    return drawn(faces, names.mixed.size(), job, [&](std::size_t i) {
        const MixedName& m = names.mixed[i];
        const std::string name = faces.names().identity(m.identity);
        return Group{faces.face(m.first[0], name, fmt::format("{} images", m.first.size())),
                     faces.face(m.first[1], faces.names().file(m.first[1]), ""),
                     faces.face(m.second[0], name, fmt::format("{} images", m.second.size())),
                     faces.face(m.second[1], faces.names().file(m.second[1]), fmt::format("cosine {:.3f}", m.cosine))};
    });
}

Result<figure::Figure> sameNamesFigure(const Snapshot& snapshot, const WrongNames& names,
                                       const SuspectsFigureOptions& options, const JobContext& job) {
    if (names.same.empty()) return fail(ErrorCode::kInvalid, say("No two names look like one person."));
    FaceGroups faces(snapshot, options, {"Name", "Other name"}, 4, 2);
    return drawn(faces, names.same.size(), job, [&](std::size_t i) {
        const SameNames& s = names.same[i];
        return Group{faces.face(s.firstExample, faces.names().identity(s.first), fmt::format("{} images", s.firstImages)),
                     faces.face(s.secondExample, faces.names().identity(s.second), fmt::format("cosine {:.3f}", s.cosine))};
    });
}

Result<figure::Figure> duplicatesFigure(const Snapshot& snapshot, const Duplicates& duplicates,
                                        const SuspectsFigureOptions& options, const JobContext& job) {
    if (duplicates.pairs.empty()) return fail(ErrorCode::kInvalid, say("No image is there twice."));
    FaceGroups faces(snapshot, options, {"Image", "Again"}, 4, 2);
    return drawn(faces, duplicates.pairs.size(), job, [&](std::size_t i) {
        const DuplicatePair& d = duplicates.pairs[i];
        return Group{faces.face(d.a, faces.names().file(d.a), termFor(d.kind)),
                     faces.face(d.b, faces.names().file(d.b), fmt::format("cosine {:.3f}", d.cosine))};
    });
}

}  // namespace facespace::report
