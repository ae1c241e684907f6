#include "core/report/blocks.h"

#include <fmt/format.h>

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
    page.raw(fmt::format("<p class=\"before\">{}</p>\n", escapedMarkup(block.before)));
    if (block.lines) {
        for (const FacesBlock::Group& group : block.groups)
            page.raw(
                fmt::format("<div class=\"row\"><b>{}</b>{}</div>\n", escapedMarkup(group.title), html(snapshot, group)));
        return;
    }
    std::string all;
    for (const FacesBlock::Group& group : block.groups) all += html(snapshot, group);
    page.raw(block.groups.size() == 1 ? all : "<div class=\"groups\">" + all + "</div>\n");
}

}  // namespace

void addBlocks(Page& page, const std::vector<Block>& blocks, const Snapshot& snapshot, bool faces) {
    const bool showFaces = faces && !snapshot.images.root.empty();
    for (const Block& block : blocks) {
        if (const auto* words = std::get_if<Paragraph>(&block)) {
            page.paragraph(withTrueMinus(words->text));
        } else if (const auto* caution = std::get_if<Caution>(&block)) {
            page.note(withTrueMinus(caution->text));
        } else if (const auto* figure = std::get_if<FigureBlock>(&block)) {
            page.figure(svg(figure->figure), figure->caption);
        } else if (const auto* table = std::get_if<TableBlock>(&block)) {
            std::vector<Page::Shown> columns;
            for (const TableBlock::Shown& shown : table->columns) columns.push_back({shown.column, shown.heading});
            page.table(table->table, columns, table->mostRows);
        } else if (showFaces) {
            add(page, std::get<FacesBlock>(block), snapshot);
        }
    }
}

}  // namespace facespace::report
