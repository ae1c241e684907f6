#include "core/analyses/manual.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace facespace {
namespace {

std::string cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
    return text;
}

/// "0 to 90", "at least 1", "cosine, euclidean".
std::string rangeOf(const Field& field) {
    std::string words;
    for (const Choice& choice : field.choices) words += (words.empty() ? "" : ", ") + choice.key;
    if (!words.empty()) return words;
    const bool low = std::isfinite(field.low), high = std::isfinite(field.high);
    if (low && high) return fmt::format("{:g} to {:g}", field.low, field.high);
    return low ? fmt::format("at least {:g}", field.low) : high ? fmt::format("at most {:g}", field.high) : "";
}

}  // namespace

std::string parametersPage(const AnalysisList& list) {
    std::string page =
        "# Parameters of the analyses\n\nThe flag is that of the command and of `figure --page`; in JSON (`--parameters`) a "
        "hyphen is an underscore. “Figure” means that only what is drawn depends on it. This page is made from the list of "
        "analyses.\n";
    for (const Analysis* analysis : list) {
        page += fmt::format("\n## {} (`{}`)\n\n{}. Figures:", analysis->title, analysis->key, analysis->question);
        for (const FigureKind& figure : analysis->figures) page += fmt::format(" `{}`", figure.name);
        page += "\n\n| flag | default | range | unit | meaning |\n|---|---|---|---|---|\n";
        for (const Field& field : analysis->fields)
            page += fmt::format("| `--{}` | {} | {} | {} | {}{} |\n", field.key, cell(textOf(field.fallback)),
                                cell(rangeOf(field)), cell(field.unit), cell(field.help), field.drawing ? " (figure)" : "");
    }
    return page;
}

std::string columnsPage(const AnalysisList& list) {
    std::string page =
        "# Columns of the exported tables\n\nEvery table is a file `NAME.csv` in the folder given with `-o`; the same lines "
        "stand beside it in `columns.csv`. `#` stands for all columns that are numbers. This page is made from the list of "
        "analyses.\n";
    for (const Analysis* analysis : list) {
        page += fmt::format("\n## {} (`{}`)\n\n| table | column | meaning | unit | source |\n|---|---|---|---|---|\n",
                            analysis->title, analysis->key);
        for (const ColumnMeaning& c : analysis->columns)
            page += fmt::format("| {} | {} | {} | {} | {} |\n", c.table, c.column, cell(c.meaning), cell(c.unit),
                                cell(c.source));
    }
    return page;
}

}  // namespace facespace
