#pragma once
#include <QWidget>

#include "widgets/models/workspace.h"
#include "widgets/panels/distance_summary.h"

class QDoubleSpinBox;
class QLabel;

namespace facespace {

class DistanceChart;
class EmptyState;

/// The histogram of ‖x‖, the distance of each feature from the origin. Brushing a range selects its images, and the
/// selection, wherever it is made, shows in the bars. Features of unit length are said to be so: their distance tells
/// nothing.
class DistancePanel : public QWidget {
    Q_OBJECT
  public:
    explicit DistancePanel(Workspace* workspace, QWidget* parent = nullptr);
    DistanceChart* chart() const { return chart_; }
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
    std::vector<int> selectedBins() const;
    int bins() const;

    Workspace* workspace_;
    DistanceSummary summary_;
    DistanceChart* chart_;
    QLabel* title_ = nullptr;
    QDoubleSpinBox *from_ = nullptr, *to_ = nullptr;
    EmptyState* empty_;
    std::vector<int> base_;  // the selection before a brush that adds or removes
    SelectionMode mode_ = SelectionMode::kReplace;
    bool selecting_ = false;
};

}  // namespace facespace
