#include "core/view/colouring.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/common/numbers.h"

namespace facespace {
namespace {

/// Of viridis: below it lies what a dark ground swallows.
constexpr double kOffDarkGround = 0.2;

void colourNumbers(Colouring& colouring, const Column& column, const ColouringOptions& options) {
    colouring.kind = Colouring::Kind::kNumbers;
    figure::ColourScale& scale = colouring.scale;
    scale.map = column.isSigned ? figure::ColourMap::kDiverging : figure::ColourMap::kViridis;
    scale.title = colouring.title;
    scale.degrees = column.unit == "deg";
    scale.missing = options.missing;
    if (options.darkGround) scale.from = kOffDarkGround;
    std::vector<double> values;
    values.reserve(column.numbers.size());
    for (const double number : column.numbers) {
        if (std::isfinite(number)) values.push_back(column.isSigned ? std::abs(number) : number);
    }
    colouring.missing = static_cast<int>(column.numbers.size() - values.size());
    if (!values.empty()) {
        scale.high = quantile(values, options.wholeRange ? 1.0 : 0.99);
        scale.low = column.isSigned ? -scale.high : quantile(values, options.wholeRange ? 0.0 : 0.01);
    }
    // All values equal: a bar of some width around them.
    if (!(scale.high > scale.low)) {
        const double width = std::max(std::abs(scale.high), 1.0) * 0.5;
        scale.low -= width;
        scale.high += width;
    }
    for (std::size_t row = 0; row < column.numbers.size(); ++row) {
        const double number = column.numbers[row];
        scale.clipsLow |= number < scale.low;
        scale.clipsHigh |= number > scale.high;
        colouring.colours[row] = std::isfinite(number) ? scale.at(number) : options.missing;
    }
}

std::vector<std::size_t> colouredLevels(const Column& column, const std::vector<int>& counts,
                                        const ColouringOptions& options) {
    std::vector<std::size_t> levels;
    if (column.levels.size() > kMostClasses) {
        for (const std::string& name : options.highlighted) {
            const auto level = std::find(column.levels.begin(), column.levels.end(), name);
            if (level != column.levels.end() && levels.size() < kMostClasses)
                levels.push_back(static_cast<std::size_t>(level - column.levels.begin()));
        }
        if (!levels.empty()) return levels;
    }
    levels.resize(column.levels.size());
    std::iota(levels.begin(), levels.end(), std::size_t{0});
    if (levels.size() <= kMostClasses) return levels;
    std::stable_sort(levels.begin(), levels.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    levels.resize(kMostClasses);
    return levels;
}

void colourClasses(Colouring& colouring, const Column& column, const ColouringOptions& options) {
    colouring.kind = Colouring::Kind::kClasses;
    colouring.canHighlight = column.levels.size() > kMostClasses;
    std::vector<int> counts(column.levels.size(), 0);
    int present = 0;
    for (const std::int32_t code : column.codes) {
        if (code < 0) continue;
        ++counts[static_cast<std::size_t>(code)];
        ++present;
    }
    colouring.missing = static_cast<int>(column.codes.size()) - present;
    std::vector<Rgb> colours(column.levels.size(), options.missing);
    int shown = 0;
    for (const std::size_t level : colouredLevels(column, counts, options)) {
        colours[level] = classColours()[colouring.levels.size() % classColours().size()];
        colouring.levels.push_back(
            {column.levels[level], colours[level], counts[level], false, static_cast<int>(level) + 1});
        shown += counts[level];
    }
    if (shown < present) colouring.levels.push_back({"other", options.missing, present - shown, true});
    for (std::size_t row = 0; row < column.codes.size(); ++row) {
        const std::int32_t code = column.codes[row];
        colouring.colours[row] = code < 0 ? options.missing : colours[static_cast<std::size_t>(code)];
    }
}

}  // namespace

bool isPersonal(const std::string& key) { return key == "identity" || key == "video"; }

std::string weightsForFile(const NetworkRecord& network) {
    return network.sha256.empty() ? "imported features" : network.sha256;
}

std::string filterForFile(const std::string& filter, bool privacy) {
    return privacy && !filter.empty() ? "withheld for privacy" : filter;
}

Text withUnit(const Text& title, const std::string& unit) {
    if (unit.empty()) return title;
    return say("{} ({})", title, unit == "deg" ? std::string("°") : unit);
}

Text titleWithUnit(const Column& column) {
    return withUnit(column.title.empty() ? Text(column.key) : column.title, column.unit);
}

Colouring colouringOf(const DataTable& table, const ColouringOptions& options) {
    Colouring colouring;
    colouring.missingColour = options.missing;
    colouring.colours.assign(table.rows, kPlainColour);
    const Column* column = options.key.empty() ? nullptr : table.find(options.key);
    if (column == nullptr) return colouring;
    colouring.key = options.key;
    colouring.title = titleWithUnit(*column);
    if (column->kind == Column::Kind::kNumber && column->numbers.size() == table.rows) {
        colourNumbers(colouring, *column, options);
    } else if (column->kind == Column::Kind::kCategory && column->codes.size() == table.rows) {
        colourClasses(colouring, *column, options);
    }
    return colouring;
}

figure::Legend legendOf(const Colouring& colouring, bool numbered) {
    figure::Legend legend;
    if (colouring.kind == Colouring::Kind::kPlain) {
        legend.place = figure::LegendPlace::kNone;
        return legend;
    }
    legend.title = colouring.title;
    if (colouring.kind == Colouring::Kind::kNumbers) legend.bar = colouring.scale;
    for (const Colouring::Level& level : colouring.levels) {
        const bool hide = numbered && !level.others;
        legend.entries.push_back({hide           ? Text(fmt::format("{}", level.number))
                                  : level.others ? say("other")
                                                 : Text(level.name),
                                  figure::grouped(level.count), level.colour});
    }
    if (colouring.missing > 0)
        legend.entries.push_back({say("no value"), figure::grouped(colouring.missing), colouring.missingColour});
    return legend;
}

}  // namespace facespace
