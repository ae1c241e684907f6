#pragma once
#include <array>

#include "core/analyses/prediction/prediction_analysis.h"
#include "widgets/pages/analysis_page.h"

namespace facespace {

class Card;
class ConfusionTable;
class FiguresTable;

/// What the features say about the image: predicted against labelled values, two-class confusions, identity-disjoint and
/// random-image splits side by side against shuffled labels, and how many features it takes; every network in one table.
class PredictionPage : public AnalysisPage {
    Q_OBJECT
  public:
    explicit PredictionPage(Workspace* workspace, QWidget* parent = nullptr);
    std::vector<figure::Chart> charts() const override;
    std::vector<PageDrawing> drawings() const override;
    /// Of every network, targets within networks.
    const std::vector<TargetReport>& reports() const { return reports_; }
    QComboBox* targets() const { return targets_; }

  protected:
    void compute() override;
    std::vector<FindingsPtr> exported() const override { return all_; }
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
    void showReport(std::vector<FindingsPtr> all);
    QString whatIsMissing() const;
    void showTarget(TargetCard& to, int report);
    void showTable();
    void showCurves();
    std::vector<int> rowsOfCell(const TargetReport& report, int labelled, int said) const;
    const TargetReport& report(const TargetCard& card) const { return reports_[static_cast<std::size_t>(card.report)]; }
    QString titleOf(const TargetReport& report) const;

    QComboBox* targets_ = nullptr;
    std::vector<TargetCard> targetCards_;
    static constexpr std::size_t kCurves = 2;  ///< Of numbers and of classes.
    Card* tableCard_ = nullptr;
    std::array<Card*, kCurves> curveCards_{};
    FiguresTable* table_ = nullptr;
    std::array<PlotView*, kCurves> curves_{};
    std::vector<FindingsPtr> all_;  ///< Of each network.
    std::vector<TargetReport> reports_;
};

}  // namespace facespace
