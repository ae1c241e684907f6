#pragma once
#include "core/workflow/discard_of.h"
#include "core/workflow/quality_of.h"
#include "core/workflow/verification_of.h"
#include "widgets/models/thumbnail_cache.h"
#include "widgets/pages/analysis_page.h"

class QCheckBox;
class QPushButton;

namespace facespace {

class Card;
class FaceMosaic;
class FiguresTable;

/// Error-versus-discard curves with what they were made of; or why there are none.
struct DiscardOutcome {
    DiscardReport report;
    Verification verification;
    std::string missing;
};

/// Whether images near the origin are poor ones: each quality measure over the distance, rank correlations, error versus
/// discard, and faces from the origin outwards.
class QualityPage : public AnalysisPage {
    Q_OBJECT
  public:
    explicit QualityPage(Workspace* workspace, QWidget* parent = nullptr);
    std::vector<Plot> plots() const override;
    /// Null before the first result.
    const QualityReport* report() const { return report_.get(); }
    const DiscardOutcome* discard() const { return discard_.get(); }
    PlotView* trend() const { return trend_; }
    PlotView* discardCurves() const { return edc_; }
    FaceMosaic* mosaic() const { return mosaic_; }
    FiguresTable* table() const { return table_; }
    void chooseMeasure(const std::string& key);

  Q_SIGNALS:
    /// The analyst wants the images' quality measured in their pixels.
    void measureRequested();

  protected:
    void compute() override;
    void markSelected() override;
    void forget() override;

  private:
    void buildBar();
    void buildCards();
    void connectCharts();
    void showReport(QualityReport report);
    void showTrend();
    void showTable();
    void showMosaic();
    void computeDiscard();
    void showDiscard();
    void selectDiscarded(double from, double to);
    const DistanceRelation* relation() const;
    const QualityMeasureColumn* measure() const;
    std::vector<double> qualityOf(const std::string& key) const;

    ThumbnailCache thumbnails_;
    QComboBox *distance_ = nullptr, *measures_ = nullptr, *fmr_ = nullptr, *quality_ = nullptr;
    QCheckBox* logarithmic_ = nullptr;
    QPushButton* measureImages_ = nullptr;
    PlotView *trend_ = nullptr, *edc_ = nullptr;
    FiguresTable* table_ = nullptr;
    FaceMosaic* mosaic_ = nullptr;
    QLabel* note_ = nullptr;
    Card *trendCard_ = nullptr, *tableCard_ = nullptr, *edcCard_ = nullptr, *mosaicCard_ = nullptr, *noteCard_ = nullptr;
    std::int64_t measured_ = 0;  // images whose pixels were measured, as shown
    std::shared_ptr<const QualityReport> report_;
    std::shared_ptr<const DiscardOutcome> discard_;
};

}  // namespace facespace
