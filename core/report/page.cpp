#include "core/report/page.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/common/markup.h"
#include "core/common/number_text.h"

namespace facespace::report {
namespace {

constexpr const char* kStyle = R"css(
:root { color-scheme: light; }
body { font: 15px/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; color: #1e1e1e; background: #fff;
       max-width: 190mm; margin: 8mm auto; padding: 0 5mm; }
h1 { font-size: 25px; line-height: 1.2; margin: 0 0 2mm; }
h2 { font-size: 20px; margin: 10mm 0 3mm; border-bottom: 1px solid #bbb; padding-bottom: 1mm; }
h3 { font-size: 16px; margin: 6mm 0 2mm; }
h4 { font-size: 15px; margin: 4mm 0 1mm; color: #444; }
.claim { font-size: 15px; } .claim cite { color: #555; font-style: normal; }
.here { background: #eef3f8; border-left: 3px solid #3b6ea5; padding: 1.5mm 3mm; }
.caveat { color: #333; border-top: 1px solid #ddd; padding-top: 1.5mm; }
a { color: #1d4f85; text-decoration: none; }
p { margin: 2mm 0; }
.note { background: #f4f1e6; border-left: 3px solid #b59a3c; padding: 1.5mm 3mm; }
.by { color: #555; }
figure { margin: 4mm 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; display: block; }
.pair { display: flex; flex-wrap: wrap; gap: 0 7mm; align-items: flex-start; }
.pair > * { flex: 0 1 calc(50% - 3.5mm); min-width: 70mm; }
.pair > div > p:first-child { margin-top: 4mm; }
.line > .note, .text > .note { break-inside: avoid; }
.scroll { overflow-x: auto; }
figcaption { font-size: 13px; color: #333; margin-top: 1mm; }
table { border-collapse: collapse; font-size: 13px; margin: 3mm 0; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.8mm 2mm; border-bottom: 1px solid #ddd; overflow-wrap: break-word; }
th { border-bottom: 1px solid #555; font-weight: bold; }
td.s { white-space: nowrap; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr { break-inside: avoid; }
table.short { break-inside: avoid; }
thead { display: table-header-group; }
.verdict { white-space: nowrap; font-weight: bold; }
.faces { display: flex; flex-wrap: wrap; gap: 1mm; margin: 1mm 0 3mm; }
.faces figure { margin: 0; width: 18mm; font-size: 10px; line-height: 1.2; color: #444; overflow-wrap: anywhere; }
.faces img { width: 18mm; height: 18mm; display: block; object-fit: cover; background: #ddd; }
.faces .none { width: 18mm; height: 18mm; background: #ddd; }
.row { break-inside: avoid; }
.groups { display: flex; flex-wrap: wrap; gap: 1mm 6mm; }
.groups .faces { flex-wrap: nowrap; break-inside: avoid; }
pre { font-size: 12px; white-space: pre-wrap; overflow-wrap: anywhere; background: #f5f5f5; padding: 2mm 3mm; }
code { font-size: 12px; overflow-wrap: anywhere; }
@page { size: A4; margin: 15mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; orphans: 3; widows: 3; }
  h1 { font-size: 18pt; } h2 { font-size: 14pt; margin: 7mm 0 2mm; } h3 { font-size: 11pt; margin: 3mm 0 1.5mm; }
  h4 { font-size: 9.5pt; margin: 2mm 0 1mm; }
  h2, h3, h4, .before, .claim { break-after: avoid; }
  p { margin: 1.2mm 0; } figure { margin: 2.5mm 0; } .claim { font-size: 9.5pt; }
  .here, .note { break-inside: avoid; }
  .text { columns: 2; column-gap: 7mm; } .text p:first-child { margin-top: 0; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; margin: 2mm 0; } th, td { padding: 0.5mm 1.2mm; }
  table.dense { font-size: 6.8pt; } table.dense th, table.dense td { padding: 0.4mm 0.7mm; }
  table.tight { font-size: 6pt; } table.tight th, table.tight td { padding: 0.3mm 0.4mm; white-space: normal; overflow-wrap: anywhere; }
  figcaption { font-size: 8pt; } pre { font-size: 7pt; } code { font-size: 7.5pt; }
  a { color: inherit; }
}
)css";

bool isNumber(const Table::Cell& cell) {
    return std::holds_alternative<double>(cell) || std::holds_alternative<std::int64_t>(cell);
}

/// Numbers of a column have the same decimals: those that four digits of its largest number need, and no more than any has.
int decimalsOf(const Table& table, std::size_t column, std::size_t rows) {
    double largest = 0;
    int most = 0;
    for (std::size_t r = 0; r < rows; ++r) {
        const auto* number = std::get_if<double>(&table.rows[r][column]);
        if (number == nullptr) continue;
        largest = std::max(largest, std::abs(*number));
        const std::string text = fmt::format("{:.4g}", *number);
        const std::size_t point = text.find('.');
        if (point != std::string::npos && text.find('e') == std::string::npos)
            most = std::max(most, static_cast<int>(text.size() - point - 1));
    }
    const int before = largest > 0 ? static_cast<int>(std::floor(std::log10(largest))) + 1 : 1;
    return std::min(most, std::max(0, 4 - before));
}

std::string shown(const Table::Cell& cell, int decimals) {
    if (const auto* number = std::get_if<double>(&cell)) {
        const bool tiny = std::abs(*number) >= kRoundingDust && std::abs(*number) < 0.5 * std::pow(10.0, -decimals);
        return withTrueMinus(tiny ? fmt::format("{:.1e}", *number) : fixedText(*number, decimals));
    }
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return withTrueMinus(groupedNumber(*whole));
    if (const auto* text = wordsIn(cell)) return escapedMarkup(*text);
    return "–";
}

/// The file's own header has no place inside a page.
std::string withoutProlog(const std::string& svg) {
    const std::size_t start = svg.find("<svg");
    return start == std::string::npos ? svg : svg.substr(start);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Ids are one page's, not one figure's: a clip of one figure must not cut another.
std::string withOwnIds(const std::string& svg, int number) {
    const std::string own = fmt::format("f{}clip", number);
    return replaced(replaced(svg, "id=\"clip", "id=\"" + own), "url(#clip", "url(#" + own);
}

/// Texts up to so long stay in one line.
constexpr std::size_t kShort = 26;

/// Numbers to the right; names of networks and the like in one line, so that they do not break at their hyphens.
const char* classOf(const Table::Cell& cell) {
    if (isNumber(cell) || cell.index() == 0) return " class=\"n\"";
    const auto* text = wordsIn(cell);
    return text != nullptr && text->size() <= kShort ? " class=\"s\"" : "";
}

/// How many letters wide a table is at least: the longest that do not break in each column, and room between them.
struct TableWidth {
    double least = 0;    ///< With every word in a line of its own.
    double natural = 0;  ///< With every cell in one line, long ones in several.
};
constexpr double kRoomBetween = 2.5, kLongCell = 40;
/// What fits into one column of the page at 8 pt, into both, and into both at 6.8 pt. A letter is 0.5 em wide on average.
constexpr double kNarrowLetters = 56, kWideLetters = 118, kDenseLetters = 144;

std::size_t lettersOf(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}
std::size_t longestWord(const std::string& text) {
    std::size_t longest = 0, from = 0;
    while (from <= text.size()) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        longest = std::max(longest, lettersOf(text.substr(from, end - from)));
        from = end + 1;
    }
    return longest;
}

/// Tables of up to so many rows are printed on one sheet.
constexpr std::size_t kShortRows = 12;

struct ShownColumn {
    std::size_t index;
    int decimals;
};

TableWidth widthOf(const Table& table, const std::vector<ShownColumn>& columns, const std::vector<std::string>& headings,
                   std::size_t rows) {
    TableWidth width;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto least = static_cast<double>(longestWord(headings[i])), natural = least;
        for (std::size_t r = 0; r < rows; ++r) {
            const Table::Cell& cell = table.rows[r][columns[i].index];
            const auto* text = wordsIn(cell);
            const auto letters = static_cast<double>(lettersOf(text == nullptr ? shown(cell, columns[i].decimals) : *text));
            const bool breaks = text != nullptr && text->size() > kShort;
            least = std::max(least, breaks ? static_cast<double>(std::min<std::size_t>(longestWord(*text), 14)) : letters);
            natural = std::max(natural, std::min(letters, kLongCell));
        }
        width.least += least + kRoomBetween, width.natural += natural + kRoomBetween;
    }
    return width;
}

std::string row(const Table& table, std::size_t r, const std::vector<ShownColumn>& columns) {
    std::string html = "<tr>";
    for (const auto& [c, decimals] : columns) {
        const Table::Cell& cell = table.rows[r][c];
        html += fmt::format("<td{}>{}</td>", classOf(cell), shown(cell, decimals));
    }
    return html + "</tr>\n";
}

}  // namespace

void Page::heading(int level, const std::string& text, const std::string& id) {
    raw(fmt::format("<h{0}{1}>{2}</h{0}>\n", level, id.empty() ? "" : fmt::format(" id=\"{}\"", escapedMarkup(id)),
                    escapedMarkup(text)));
}

void Page::addText(const char* open, const std::string& text) {
    add({Kind::kText, fmt::format("{}{}</p>\n", open, escapedMarkup(withTrueMinus(text))), lettersOf(text)});
}
void Page::paragraph(const std::string& text) { addText("<p>", text); }
void Page::note(const std::string& text) { addText("<p class=\"note\">", text); }

void Page::figure(const std::string& svg, const std::string& caption, bool wide) {
    if (svg.empty()) return;
    ++figures_;
    add({wide ? Kind::kWide : Kind::kNarrow,
         fmt::format("<figure class=\"{}\">{}<figcaption><b>Figure {}.</b> {}</figcaption></figure>\n",
                     wide ? "wide" : "narrow", withOwnIds(withoutProlog(svg), figures_), figures_,
                     escapedMarkup(withTrueMinus(caption))),
         0});
}

void Page::table(const Table& table, const std::vector<Shown>& shownColumns, std::size_t mostRows) {
    std::vector<ShownColumn> columns;
    std::vector<std::string> headings;
    std::string head;
    const std::size_t rows = std::min(mostRows, table.rows.size());
    for (const auto& [column, heading] : shownColumns) {
        const auto at = std::ranges::find(table.columns, column);
        if (at == table.columns.end()) continue;
        const auto c = static_cast<std::size_t>(at - table.columns.begin());
        columns.push_back({c, decimalsOf(table, c, rows)});
        headings.push_back(heading);
        const bool number = std::ranges::any_of(table.rows, [&](const auto& r) { return isNumber(r[c]); });
        head += fmt::format("<th{}>{}</th>", number ? " class=\"n\"" : "", escapedMarkup(heading));
    }
    const TableWidth width = widthOf(table, columns, headings, rows);
    std::string kinds = rows <= kShortRows ? "short" : "long";
    if (width.least > kDenseLetters)
        kinds += " tight";
    else if (width.least > kWideLetters)
        kinds += " dense";
    const bool wide = width.natural > kNarrowLetters;
    std::string html = fmt::format("<div class=\"scroll{}\"><table class=\"{}\"><thead><tr>", wide ? " wide" : "", kinds) +
                       head + "</tr></thead><tbody>\n";
    for (std::size_t r = 0; r < rows; ++r) html += row(table, r, columns);
    html += "</tbody></table>";
    if (table.rows.size() > mostRows)
        html +=
            fmt::format("<p>… and {} more in {}.csv.</p>\n",
                        groupedNumber(static_cast<std::int64_t>(table.rows.size() - mostRows)), escapedMarkup(table.name));
    add({wide || rows > kShortRows ? Kind::kWide : Kind::kNarrow, html + "</div>\n", 0});
}

std::string Page::html(const std::string& title) const {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\"><title>{}</title><style>{}</style></head>\n<body>\n{}</body></html>\n",
        escapedMarkup(title), kStyle, body_);
}

}  // namespace facespace::report
