#pragma once
#include "core/analyses/suspects/suspects_analysis.h"
#include "widgets/models/thumbnail_cache.h"
#include "widgets/pages/analysis_page.h"

namespace facespace {

class Card;
class FiguresTable;
class PairView;

/// Labels that look wrong: images nearer to another identity's centroid than to their own, largest margin first, each beside
/// a face of the identity that it is nearer to.
class SuspectsPage : public AnalysisPage {
    Q_OBJECT
  public:
    explicit SuspectsPage(Workspace* workspace, QWidget* parent = nullptr);
    std::vector<figure::Chart> charts() const override;
    std::vector<PageDrawing> drawings() const override;
    const Suspects& suspects() const { return suspects_; }
    PairView* faces() const { return faces_; }
    FiguresTable* table() const { return table_; }
    PlotView* histogram() const { return histogram_; }

  protected:
    void compute() override;
    void markSelected() override;
    void forget() override { suspects_ = {}; }

  private:
    void showReport(Suspects suspects);
    void showHistogram();
    void showList();
    void choose(int row, Qt::KeyboardModifiers modifiers);
    std::vector<int> rowsInRange(double low, double high) const;

    ThumbnailCache thumbnails_;
    PairView* faces_ = nullptr;
    FiguresTable* table_ = nullptr;
    PlotView* histogram_ = nullptr;
    Card *facesCard_ = nullptr, *histogramCard_ = nullptr;
    Suspects suspects_;
};

}  // namespace facespace
