#pragma once
#include <string>
#include <vector>

#include "core/common/text.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// Names written at the right ends of curves, in their colours, where they touch no other named curve and no other name;
/// those that would are left to the legend.
class CurveLabels {
  public:
    void add(facespace::Text name, const figure::Line& line) {
        curves_.push_back({std::move(name), line.x, line.y, line.colour});
    }
    /// On top of the chart's layers. Its axes need both ends, and are linear or logarithmic upwards.
    /// @param all  every curve is named: where there is no room beside its end, at the nearest free place above or below
    void addTo(figure::Chart& chart, bool all = false) const;

  private:
    struct Curve {
        facespace::Text name;
        std::vector<double> x, y;
        figure::Colour colour;
    };
    std::vector<Curve> curves_;  ///< The last one matters most.
};

}  // namespace facespace::report
