#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/figure/chart.h"

namespace facespace::figure {

struct LegendSample {
    enum class Kind { kDot, kSquare, kLine };
    Kind kind = Kind::kDot;
    Rgb colour;
    std::vector<double> dash;
    std::string label, count;
};

/// A legend laid out: a title, a colour bar, and samples with labels, one below the other or flowing in rows.
class LegendBlock {
  public:
    enum class Flow { kColumn, kRows };

    /// @param maxWidth, maxHeight  Long labels are cut with “…”; a bar shrinks to the height.
    LegendBlock(std::string title, std::vector<LegendSample> samples, std::optional<ColourScale> bar, const Style& style,
                Flow flow, double maxWidth, double maxHeight);

    bool empty() const { return samples_.empty() && !bar_; }
    double width() const { return width_; }
    double height() const { return height_; }
    void paint(Drawing& drawing, Point topLeft) const;

  private:
    struct Place {
        double x, y;
    };
    void cutLabels(double most);
    void layOutBar(double maxHeight);
    void layOutColumn();
    void layOutRows(double maxWidth);
    double sampleWidth() const;
    double entryWidth(const LegendSample& sample) const;
    void paintSample(Drawing& drawing, const LegendSample& sample, Point at, double width) const;
    void paintBar(Drawing& drawing, Point topLeft) const;
    void paintBarTicks(Drawing& drawing, const Rect& bar) const;

    std::string title_;
    std::vector<std::string> titleLines_;
    std::vector<LegendSample> samples_;
    std::optional<ColourScale> bar_;
    Style style_;
    Flow flow_;
    double em_, line_;
    double width_ = 0, height_ = 0;
    double barTop_ = 0, barLength_ = 0;
    double barInset_ = 0;  ///< Room for half of the first number of a lying bar.
    std::vector<Place> places_;
};

}  // namespace facespace::figure
