#include "widgets/pages/selected_marks.h"

#include <algorithm>
#include <QCoreApplication>

namespace facespace {

figure::Chart withSelected(figure::Chart chart, const std::function<bool(int row)>& selected) {
    std::vector<figure::Histogram> parts;
    for (const figure::Layer& layer : chart.layers) {
        const auto* bars = std::get_if<figure::Histogram>(&layer);
        if (bars == nullptr || bars->rows.empty()) continue;
        figure::Histogram part;
        part.edges = bars->edges;
        part.label = QCoreApplication::translate("facespace", "selected").toStdString();
        part.colour = figure::Tone::kSelected;
        part.emphasised = true;
        for (std::size_t b = 0; b < bars->counts.size(); ++b)
            part.counts.push_back(static_cast<double>(std::ranges::count_if(bars->rows.of(b), selected)));
        parts.push_back(std::move(part));
    }
    for (figure::Histogram& part : parts) chart.layers.emplace_back(std::move(part));
    return chart;
}

}  // namespace facespace
