#include "widgets/figure/figure_words.h"

#include <variant>

#include "widgets/words/core_text.h"

namespace facespace {
namespace {

/// A title may have its unit behind it: "Yaw (°)".
std::string said(const std::string& english) {
    const std::string whole = coreText(english).toStdString();
    const auto unit = english.rfind(" (");
    if (whole != english || unit == std::string::npos || !english.ends_with(')')) return whole;
    return coreText(english.substr(0, unit)).toStdString() + english.substr(unit);
}

void say(std::string& text) { text = said(text); }

/// What paints itself is said after it has painted: a custom layer keeps its words to itself.
void sayCustom(figure::Custom& layer) {
    layer.paint = [inner = std::move(layer.paint)](figure::Drawing& drawing, const figure::Rect& plot,
                                                   const figure::Style& style) {
        const std::size_t before = drawing.marks.size();
        inner(drawing, plot, style);
        for (std::size_t i = before; i < drawing.marks.size(); ++i) {
            if (auto* text = std::get_if<figure::Text>(&drawing.marks[i])) say(text->text);
        }
    };
}

void sayLayer(figure::Layer& layer) {
    std::visit(
        [](auto& l) {
            if constexpr (requires { l.label; }) say(l.label);
            if constexpr (requires { l.pointing; }) say(l.pointing.name);
            if constexpr (requires { l.text; }) say(l.text);
            if constexpr (requires { l.scale.title; }) say(l.scale.title);
            if constexpr (requires { l.paint; }) sayCustom(l);
        },
        layer);
}

}  // namespace

void sayInWindowLanguage(figure::Chart& chart) {
    say(chart.title);
    say(chart.footnote);
    for (figure::Axis* axis : {&chart.x, &chart.y}) {
        say(axis->title);
        say(axis->brief);
        for (std::string& name : axis->names) say(name);
    }
    for (figure::Layer& layer : chart.layers) sayLayer(layer);
    say(chart.legend.title);
    for (figure::LegendEntry& entry : chart.legend.entries) say(entry.label);
    if (chart.legend.bar) say(chart.legend.bar->title);
}

void sayInWindowLanguage(figure::Figure& figure) {
    say(figure.title);
    for (figure::Chart& chart : figure.charts) sayInWindowLanguage(chart);
}

}  // namespace facespace
