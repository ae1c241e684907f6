#include "core/figure/chart_legend.h"

#include "core/figure/chart_frame.h"

namespace facespace::figure {

std::vector<LegendSample> legendSamples(const Chart& chart, const Style& style, bool rules) {
    std::vector<LegendSample> samples;
    const auto colours = layerColours(chart, style);
    for (std::size_t i = 0; i < chart.layers.size(); ++i) {
        std::visit(
            [&](const auto& layer) {
                using L = std::decay_t<decltype(layer)>;
                if constexpr (requires {
                                  layer.label;
                                  layer.colour;
                              }) {
                    if (layer.label.empty() || (std::is_same_v<L, Rule> && !rules)) return;
                    LegendSample sample{LegendSample::Kind::kSquare, colours[i], {}, layer.label, {}};
                    if constexpr (requires { layer.dash; }) {
                        sample.kind = LegendSample::Kind::kLine;
                        sample.dash = layer.dash;
                    } else if constexpr (std::is_same_v<L, Scatter>) {
                        sample.kind = LegendSample::Kind::kDot;
                    }
                    if constexpr (requires { layer.figure; }) sample.count = layer.figure;
                    samples.push_back(std::move(sample));
                }
            },
            chart.layers[i]);
    }
    for (const LegendEntry& entry : chart.legend.entries) {
        samples.push_back({entry.dot ? LegendSample::Kind::kDot : LegendSample::Kind::kSquare,
                           entry.colour,
                           {},
                           entry.label,
                           entry.count});
    }
    return samples;
}

std::optional<ColourScale> legendBar(const Chart& chart) {
    if (chart.legend.bar) return chart.legend.bar;
    for (const Layer& layer : chart.layers) {
        if (const auto* map = std::get_if<HeatMap>(&layer)) return map->scale;
    }
    return {};
}

}  // namespace facespace::figure
