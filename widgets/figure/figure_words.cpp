#include "widgets/figure/figure_words.h"

#include <variant>

#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

std::string said(const Text& text) { return coreText(text).toStdString(); }

void say(Text& text) { text = said(text); }

/// What paints itself asks the style for its words.
void sayCustom(figure::Custom& layer) {
    layer.paint = [inner = std::move(layer.paint)](figure::Drawing& drawing, const figure::Rect& plot,
                                                   const figure::Style& style) {
        figure::Style own = style;
        own.said = said;
        inner(drawing, plot, own);
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
        for (Text& name : axis->names) say(name);
    }
    for (figure::Layer& layer : chart.layers) sayLayer(layer);
    say(chart.legend.title);
    for (figure::LegendEntry& entry : chart.legend.entries) {
        say(entry.label);
        entry.count = numberWrittenOut(entry.count).toStdString();
    }
    if (chart.legend.bar) say(chart.legend.bar->title);
}

void sayInWindowLanguage(figure::Figure& figure) {
    say(figure.title);
    for (figure::Chart& chart : figure.charts) sayInWindowLanguage(chart);
}

}  // namespace facespace
