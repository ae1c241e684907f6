#pragma once
#include <QWidget>

#include "core/figure/chart.h"
#include "widgets/models/distance_summary.h"
#include "widgets/models/workspace.h"

class QDoubleSpinBox;
class QLabel;

namespace facespace {

class EmptyState;
class PlotView;

/// The histogram of ‖x‖, the distance of each feature from the origin, as it is in print. Brushing a range selects its
/// images, and the selection, wherever it is made, shows in the bars. Features of unit length are said to be so: their
/// distance tells nothing.
class DistancePanel : public QWidget {
    Q_OBJECT
  public:
    explicit DistancePanel(Workspace* workspace, QWidget* parent = nullptr);
    PlotView* chart() const { return chart_; }
    /// Selects the images whose distance lies in the range, ends included.
    void selectRange(double from, double to, SelectionMode mode = SelectionMode::kReplace);

  private:
    QWidget* buildBar();
    void connectChart();
    void followFeatures();
    void followSelection();
    void brush(double from, double to);
    void showRange(double from, double to);
    std::vector<int> rowsInRange(double from, double to) const;
    void drawChart();

    Workspace* workspace_;
    DistanceSummary summary_;
    PlotView* chart_;
    figure::Chart bars_;  ///< As in print, without what is selected.
    QLabel* title_ = nullptr;
    QDoubleSpinBox *from_ = nullptr, *to_ = nullptr;
    EmptyState* empty_;
    std::vector<int> base_;  // the selection before a brush that adds or removes
    SelectionMode mode_ = SelectionMode::kReplace;
    bool selecting_ = false;
};

}  // namespace facespace
