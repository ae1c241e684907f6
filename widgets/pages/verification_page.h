#pragma once
#include <filesystem>

#include "core/workflow/verification_of.h"
#include "widgets/models/thumbnail_cache.h"
#include "widgets/pages/analysis_page.h"

namespace facespace {

class Card;
class FiguresTable;
class OptionPopup;
class PairView;

/// How well the features tell identities apart: genuine and impostor scores, ROC and DET, figures with intervals, and the
/// pairs that fail as faces.
class VerificationPage : public AnalysisPage {
    Q_OBJECT
  public:
    explicit VerificationPage(Workspace* workspace, QWidget* parent = nullptr);
    std::vector<Plot> plots() const override;
    /// Null before the first result.
    const VerificationReport* report() const { return report_.get(); }
    PlotView* histogram() const { return histogram_; }
    PlotView* curve() const { return curve_; }
    PairView* worstGenuine() const { return genuine_; }
    PairView* worstImpostor() const { return impostor_; }
    /// Compares the pairs of a protocol (LFW's pairs.txt) in place of all pairs; empty: all pairs.
    void setProtocol(const std::filesystem::path& file);

  protected:
    void compute() override;
    void markSelected() override;
    void forget() override { report_.reset(); }

  private:
    void buildBar();
    void buildCards();
    void askForProtocol();
    void showReport(VerificationReport report);
    void showHistogram();
    void showCurve();
    void showFigures();
    void showPairs();
    /// Selects the images of genuine or impostor pairs (as chosen) with a score in the range.
    void selectScores(double low, double high, Card* card);
    void selectPairs(const std::vector<ScoredPair>& pairs, Card* card, std::size_t limit);
    QStringList namesOf(const std::vector<ScoredPair>& pairs, bool genuine) const;
    bool dragsGenuine() const;

    ThumbnailCache thumbnails_;
    QComboBox *metric_ = nullptr, *pairs_ = nullptr, *drag_ = nullptr, *curveKind_ = nullptr;
    PlotView *histogram_ = nullptr, *curve_ = nullptr;
    FiguresTable* figures_ = nullptr;
    PairView *genuine_ = nullptr, *impostor_ = nullptr;
    Card *histogramCard_ = nullptr, *curveCard_ = nullptr, *figuresCard_ = nullptr, *genuineCard_ = nullptr,
         *impostorCard_ = nullptr;
    std::filesystem::path protocol_;
    std::shared_ptr<const VerificationReport> report_;
    PageInput usedInput_;
    JobRunner picker_;  // looks for the pairs of a region; last
};

}  // namespace facespace
