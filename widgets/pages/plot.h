#pragma once
#include <QString>
#include <vector>

/// What a chart of an analysis page shows, as plain data: PlotView draws it, and so can a figure for print.
namespace facespace {

struct PlotAxis {
    QString title;
    bool logarithmic = false;
    bool percent = false;  ///< Values are shares; tick labels of logarithmic axes are in percent.
    double low = 0, high = 1;
    bool grid = false;
    QString brief = {};  ///< What the title says where there is no room for it; empty: the title up to its parenthesis.
};

/// Colours by meaning, so that light, dark and print each have their own.
enum class PlotTone { kText, kGrey, kAccent, kOrange, kGreen, kPurple, kSky, kRed };

struct PlotSeries {
    enum class Kind {
        kLine,      ///< Through the points, in order.
        kSteps,     ///< Each value holds until the next.
        kBand,      ///< Filled between `low` and `high`.
        kInterval,  ///< An upright bar from `low` to `high` at each x.
        kPoints,
        kBars,  ///< A histogram: bar i spans x[i] … x[i + 1] (one x more than y).
    };
    Kind kind = Kind::kLine;
    QString name;    ///< Said when it is pointed at, and in the legend; empty: not in it.
    QString legend;  ///< What the legend says in place of the name, as for several series.
    std::vector<double> x, y, low, high;
    PlotTone tone = PlotTone::kAccent;
    bool dashed = false;
    bool strong = false;     ///< A wider line.
    bool byDensity = false;  ///< Points take the colour of how many are near.
    std::vector<int> rows;   ///< Points: the image of each; empty: points are not images.
    bool inLegend = true;
    bool picks = false;  ///< A point or bar can be clicked; hovering tells its values.
};

/// A line across the chart where something is: an observed value, y = x.
struct PlotMark {
    enum class Kind { kVertical, kHorizontal, kDiagonal };
    Kind kind = Kind::kVertical;
    double at = 0;
    QString name;  ///< For the legend; empty: not in it.
    PlotTone tone = PlotTone::kText;
    bool dashed = true;
};

struct Plot {
    QString title;
    PlotAxis x, y;
    std::vector<PlotSeries> series;
    std::vector<PlotMark> marks;
};

/// Limits a little wider than the values; (0, 1) without any. Values that are not finite are left out.
std::pair<double, double> paddedRange(const std::vector<double>& values, double share = 0.04);
/// How crowded each point is, 0 … 1: counts on a grid of the axes' ranges, smoothed, in ranks.
std::vector<double> pointDensity(const Plot& plot, const PlotSeries& points);

}  // namespace facespace
