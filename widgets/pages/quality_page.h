#pragma once
#include <map>

#include "core/analyses/discard/discard_analysis.h"
#include "core/analyses/quality/quality_analysis.h"
#include "core/analyses/verify/verify_analysis.h"
#include "widgets/models/thumbnail_cache.h"
#include "widgets/pages/analysis_page.h"

class QPushButton;

namespace facespace {

class Card;
class FaceMosaic;
class FiguresTable;

/// Error-versus-discard curves with what they were made of; or why there are none.
struct DiscardOutcome : VerifiedDiscard {
    Text missing;
};

/// Whether images near the origin are poor ones: each quality measure over the distance, rank correlations, error versus
/// discard, and faces from the origin outwards.
class QualityPage : public AnalysisPage {
    Q_OBJECT
  public:
    explicit QualityPage(Workspace* workspace, QWidget* parent = nullptr);
    std::vector<figure::Chart> charts() const override;
    std::vector<PageDrawing> drawings() const override;
    /// Null before the first result.
    const QualityReport* report() const { return report_.get(); }
    const DiscardOutcome* discard() const { return discard_.get(); }
    PlotView* trend() const { return trend_; }
    PlotView* discardCurves() const { return edc_; }
    FaceMosaic* mosaic() const { return mosaic_; }
    FiguresTable* table() const { return table_; }
    /// Of error versus discard: every measure at every false match rate.
    FiguresTable* areas() const { return areas_; }
    void chooseMeasure(const std::string& key);
    /// The error-versus-discard curves in view: with fixed thresholds, or recomputed ones once they are there.
    std::vector<EdcCurve> shownCurves() const;

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
    void showReport(std::shared_ptr<const QualityReport> report);
    void showTrend();
    void showTable();
    void showMosaic();
    void startDiscard();
    void computeRecomputed();
    bool recomputes() const;
    /// The result with the recomputed curves that are in view.
    DiscardReport shownDiscard() const;
    QString discardText(const std::vector<EdcCurve>& curves) const;
    void showDiscard();
    void showAreas(const std::vector<EdcCurve>& curves);
    void selectDiscarded(double from, double to);
    const DistanceRelation* relation() const;
    const QualityMeasureColumn* measure() const;
    std::vector<double> qualityOf(const std::string& key) const;

    ThumbnailCache thumbnails_;
    QComboBox *measures_ = nullptr, *fmr_ = nullptr, *quality_ = nullptr, *threshold_ = nullptr;
    FieldControls* discardFields_ = nullptr;
    Values discardValues_;  ///< Of error versus discard as it was computed last.
    QPushButton* measureImages_ = nullptr;
    PlotView *trend_ = nullptr, *edc_ = nullptr;
    FiguresTable *table_ = nullptr, *areas_ = nullptr;
    std::vector<std::string> areaKeys_;  // of the rows of the areas
    QList<QStringList> areaRows_;
    FaceMosaic* mosaic_ = nullptr;
    QLabel* note_ = nullptr;
    Card *trendCard_ = nullptr, *tableCard_ = nullptr, *edcCard_ = nullptr, *mosaicCard_ = nullptr, *noteCard_ = nullptr,
         *areasCard_ = nullptr;
    std::int64_t measured_ = 0;  // images whose pixels were measured, as shown
    std::shared_ptr<const QualityReport> report_;
    std::shared_ptr<const DiscardOutcome> discard_;
    std::map<std::string, std::vector<EdcCurve>> recomputed_;  // by quality, with the thresholds found again
    PageInput discardInput_;
};

}  // namespace facespace
