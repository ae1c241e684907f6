#pragma once
#include "core/analyses/view_dependence/view_dependence_analysis.h"
#include "widgets/pages/analysis_page.h"

class QLabel;

namespace facespace {

class Card;
class FiguresTable;
class HeatMap;

/// Which features of which identities differ between frontal and profile views: the heat map with its marginals, and
/// whether view dependence belongs to identities rather than to features.
class ViewPage : public AnalysisPage {
    Q_OBJECT
  public:
    explicit ViewPage(Workspace* workspace, QWidget* parent = nullptr);
    std::vector<figure::Chart> charts() const override;
    std::vector<PageDrawing> drawings() const override;
    /// Null before the first result.
    const ViewDependenceReport* report() const { return report_.get(); }
    HeatMap* heatMap() const { return map_; }
    /// The identity in a row of the heat map as shown.
    const ViewIdentity& identityAt(int row) const;

  protected:
    void compute() override;
    void redraw() override { showMap(); }
    void markSelected() override;
    void forget() override { report_.reset(); }

  private:
    void buildBar();
    void buildCards();
    void showReport(std::shared_ptr<const ViewDependenceReport> report);
    void showMap();
    void showTest();
    void describeCell(int row, int column);
    std::vector<int> rowsOf(int from, int to) const;

    figure::Chart mapChart_;  ///< As in print, with every cell.
    HeatMap* map_ = nullptr;
    PlotView* test_ = nullptr;
    QLabel *cell_ = nullptr, *colourBar_ = nullptr, *low_ = nullptr, *high_ = nullptr;
    Card *mapCard_ = nullptr, *testCard_ = nullptr, *figuresCard_ = nullptr;
    FiguresTable* figures_ = nullptr;
    std::shared_ptr<const ViewDependenceReport> report_;
    std::vector<Eigen::Index> rows_, columns_;  // as shown
    std::vector<std::vector<int>> imagesOf_;    // per identity of the result: all its images
};

}  // namespace facespace
