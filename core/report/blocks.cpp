#include "core/report/blocks.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/analyses/draw.h"
#include "core/charts/chart_file.h"
#include "core/charts/words.h"
#include "core/common/markup.h"
#include "core/report/faces.h"

namespace facespace::report {
namespace {

std::string html(const Snapshot& snapshot, const FacesBlock::Group& group) {
    std::vector<FaceCaption> faces;
    for (const FacesBlock::Face& face : group.faces) faces.push_back({face.row, face.text});
    return facesHtml(snapshot, faces);
}

void add(Page& page, const FacesBlock& block, const Snapshot& snapshot) {
    std::string all;
    for (const FacesBlock::Group& group : block.groups)
        all += block.lines
                   ? fmt::format("<div class=\"row\"><b>{}</b>{}</div>\n", escapedMarkup(group.title), html(snapshot, group))
                   : html(snapshot, group);
    if (!block.lines && block.groups.size() > 1) all = "<div class=\"groups\">" + all + "</div>\n";
    page.raw(fmt::format("<div class=\"wide\"><p class=\"before\">{}</p>\n{}</div>\n", escapedMarkup(block.before), all));
}

/// Figures of one panel have one column of the printed page, drawn anew for it so that their letters stay as large. Higher
/// ones than a column is wide leave white paper before them, as no figure goes over two pages: panels stand side by side.
constexpr std::size_t kMostLines = 40, kPanelsOfTwo = 2, kPanelsOfThree = 5;
constexpr double kNarrowFontPt = 7, kMostHeightMm = 140, kMostNarrowMm = 105;

bool isNarrow(const figure::Figure& figure) {
    return figure.charts.size() == 1 && !figure.charts[0].wholeRow && figure.charts[0].y.names.size() <= kMostLines;
}

void add(Page& page, const FigureBlock& block) {
    figure::Figure figure = block.figure;
    if (isNarrow(figure)) {
        figure::Style style = figure.style;
        style.fontPt = kNarrowFontPt;
        fitTo(figure, figure::kOneColumnMm, 0, style, figure::LegendPlace::kAuto);
        figure.heightMm = std::min(figure.heightMm, kMostNarrowMm);
        return page.figure(svg(figure), block.caption, false);
    }
    const std::size_t panels = figure.charts.size();
    const int columns = panels >= kPanelsOfThree ? 3 : panels == kPanelsOfTwo ? 2 : figure.columns;
    if (columns > figure.columns && figure.columnWidths.empty() && figure.rowHeights.empty()) {
        const auto rows = [panels](int across) { return (static_cast<double>(panels) + across - 1) / across; };
        figure.heightMm *= std::floor(rows(columns)) / std::floor(rows(figure.columns));
        figure.columns = columns;
    }
    figure.heightMm = std::min(figure.heightMm, kMostHeightMm);
    page.figure(svg(figure), block.caption);
}

/// So many rows of a table are read; all are in its file.
constexpr std::size_t kMostRows = 24;

}  // namespace

void addBlocks(Page& page, const std::vector<Block>& blocks, const Snapshot& snapshot, bool faces) {
    const bool showFaces = faces && !snapshot.images.root.empty();
    for (const Block& block : blocks) {
        if (const auto* words = std::get_if<Paragraph>(&block)) {
            page.paragraph(words->text);
        } else if (const auto* caution = std::get_if<Caution>(&block)) {
            page.note(caution->text);
        } else if (const auto* figure = std::get_if<FigureBlock>(&block)) {
            add(page, *figure);
        } else if (const auto* table = std::get_if<TableBlock>(&block)) {
            std::vector<Page::Shown> columns;
            for (const TableBlock::Shown& shown : table->columns) columns.push_back({shown.column, shown.heading});
            page.table(table->table, columns, std::min(table->mostRows, kMostRows));
        } else if (showFaces) {
            add(page, std::get<FacesBlock>(block), snapshot);
        }
    }
}

}  // namespace facespace::report
