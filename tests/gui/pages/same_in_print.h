#pragma once
#include <gtest/gtest.h>
#include <algorithm>

#include "core/figure/chart_frame.h"
#include "widgets/figure/figure_words.h"
#include "widgets/pages/figure_page.h"

namespace facespace {

/// The axes of a chart, in words: titles, scales and ranges.
inline std::string axesOf(const figure::Chart& chart) {
    const figure::Ranges ranges = figure::rangesOf(chart);
    std::string text;
    for (const auto& [axis, range] : {std::pair{&chart.x, &ranges.x}, std::pair{&chart.y, &ranges.y}})
        text += axis->title.english() + " " + std::to_string(static_cast<int>(axis->scale)) +
                (axis->reversed ? " reversed " : " ") + std::to_string(range->low) + " to " + std::to_string(range->high) +
                "; ";
    return text;
}

/// Holds every chart of a page on the screen against print: one of the figures that the page exports has a panel with the
/// same axis titles, scales and ranges, and the same layers but for what is selected.
inline void holdsPrintAgainst(const FigurePage& page, const std::vector<figure::Chart>& onScreen) {
    std::vector<figure::Chart> printed;
    for (const PageDrawing& drawing : page.drawings()) {
        auto figure = drawing.findings->figure({.name = drawing.kind.name, .values = drawing.values}, {});
        ASSERT_TRUE(figure) << figure.error().message;
        sayInWindowLanguage(*figure);
        printed.insert(printed.end(), figure->charts.begin(), figure->charts.end());
    }
    ASSERT_FALSE(onScreen.empty());
    for (const figure::Chart& chart : onScreen) {
        EXPECT_FALSE(chart.x.title.empty());
        EXPECT_FALSE(chart.y.title.empty() && chart.y.names.empty());
        const auto same = std::ranges::find(printed, axesOf(chart), axesOf);
        if (same == printed.end()) {
            std::string all;
            for (const figure::Chart& other : printed) all += "\n  " + axesOf(other);
            ADD_FAILURE() << axesOf(chart) << "\nis not in print:" << all;
            continue;
        }
        EXPECT_LE(chart.layers.size(), same->layers.size() + 1) << axesOf(chart);
        for (std::size_t l = 0; l < std::min(chart.layers.size(), same->layers.size()); ++l)
            EXPECT_EQ(chart.layers[l].index(), same->layers[l].index()) << axesOf(chart) << " layer " << l;
    }
}

}  // namespace facespace
