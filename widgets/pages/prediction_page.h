#pragma once
#include "core/workflow/prediction_of.h"
#include "widgets/pages/analysis_page.h"

class QDoubleSpinBox;
class QSpinBox;

namespace facespace {

class Card;
class ConfusionTable;
class FiguresTable;
class OptionPopup;

/// What the features say about the image: predicted against labelled values, two-class confusions, identity-disjoint and
/// random-image splits side by side against shuffled labels, and how many features it takes; every network in one table.
class PredictionPage : public AnalysisPage {
    Q_OBJECT
  public:
    explicit PredictionPage(Workspace* workspace, QWidget* parent = nullptr);
    std::vector<Plot> plots() const override;
    std::vector<PageDrawing> drawings() const override;
    /// Of every network, targets within networks.
    const std::vector<TargetReport>& reports() const { return reports_; }
    QComboBox* targets() const { return targets_; }

  protected:
    void compute() override;
    void markSelected() override;
    void forget() override;
    bool showNetwork() override;

  private:
    /// Where one target of the network in view is shown.
    struct TargetCard {
        Card* card = nullptr;
        PlotView* scatter = nullptr;
        ConfusionTable* confusion = nullptr;
        int report = -1;
    };
    void buildCards();
    TargetCard addTargetCard(bool numbers);
    void fillTargets();
    void showReport(std::vector<TargetReport> reports);
    QString whatIsMissing() const;
    void showTarget(TargetCard& to, int report);
    void showTable();
    void showCurves();
    std::vector<int> rowsOfCell(const TargetReport& report, int labelled, int said) const;
    const TargetReport& report(const TargetCard& card) const { return reports_[static_cast<std::size_t>(card.report)]; }
    QString titleOf(const TargetReport& report) const;

    QComboBox* targets_ = nullptr;
    OptionPopup* options_ = nullptr;
    QSpinBox *folds_ = nullptr, *repeats_ = nullptr, *train_ = nullptr, *permutations_ = nullptr, *seed_ = nullptr;
    QDoubleSpinBox* centred_ = nullptr;
    std::vector<TargetCard> targetCards_;
    Card *tableCard_ = nullptr, *curveCard_ = nullptr;
    FiguresTable* table_ = nullptr;
    PlotView* curve_ = nullptr;
    std::vector<TargetReport> reports_;
};

}  // namespace facespace
