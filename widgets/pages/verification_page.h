#pragma once
#include <filesystem>

#include "core/analyses/verify/verify_analysis.h"
#include "widgets/models/thumbnail_cache.h"
#include "widgets/pages/analysis_page.h"

class QSpinBox;

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
    std::vector<figure::Chart> charts() const override;
    /// Null before the first result.
    const VerificationReport* report() const { return report_.get(); }
    PlotView* histogram() const { return histogram_; }
    PlotView* curve() const { return curve_; }
    PairView* worstGenuine() const { return genuine_; }
    PairView* worstImpostor() const { return impostor_; }
    /// Compares the pairs of a protocol in place of all pairs: LFW's pairs.txt, or template pairs if a template column is
    /// chosen; empty: all pairs.
    void setProtocol(const std::filesystem::path& file);

  protected:
    void compute() override;
    void markSelected() override;
    void forget() override;

  private:
    void buildBar();
    void buildCards();
    QComboBox* addChoice(const QString& label, const QStringList& items);
    void buildParameters();
    PairView* addPairs(const QString& title, bool genuine);
    void connectCharts();
    void fillColumns();
    void askForProtocol();
    void showReport(std::shared_ptr<const VerificationReport> report);
    void showHistogram();
    void showCurve();
    void showFigures();
    void showPairs();
    /// Selects the images of genuine or impostor pairs (as chosen) with a score in the range.
    void selectScores(double low, double high, Card* card);
    void selectPairs(const std::vector<ScoredPair>& pairs, Card* card, std::size_t limit);
    void showPairs(PairView* view, const std::vector<ScoredPair>& pairs, bool genuine);
    void choosePair(const ScoredPair& pair, Qt::KeyboardModifiers modifiers);
    std::vector<int> imagesOfPair(const ScoredPair& pair) const;
    QString nameOf(std::int64_t row) const;
    /// Whether any image of a row of the result (an image or a template) is selected.
    std::function<bool(int)> isRowSelected() const;
    bool dragsGenuine() const;

    ThumbnailCache thumbnails_;
    QComboBox *pairs_ = nullptr, *drag_ = nullptr, *curveKind_ = nullptr, *templates_ = nullptr, *media_ = nullptr;
    PlotView *histogram_ = nullptr, *curve_ = nullptr;
    FiguresTable* figures_ = nullptr;
    PairView *genuine_ = nullptr, *impostor_ = nullptr;
    Card *histogramCard_ = nullptr, *curveCard_ = nullptr, *figuresCard_ = nullptr, *genuineCard_ = nullptr,
         *impostorCard_ = nullptr;
    std::filesystem::path protocol_;
    std::string projectFile_;
    VerificationAnalysisOptions usedOptions_;
    std::shared_ptr<const VerificationReport> report_;
    PageInput usedInput_;
    int asked_ = 0;     // searches for a region, to drop those that another has replaced
    JobRunner picker_;  // looks for the pairs of a region; last
};

}  // namespace facespace
