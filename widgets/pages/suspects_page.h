#pragma once
#include "core/analyses/suspects/suspects_analysis.h"
#include "core/analysis/verification.h"
#include "widgets/models/thumbnail_cache.h"
#include "widgets/pages/analysis_page.h"

class QComboBox;

namespace facespace {

class Card;
class FiguresTable;
class PairView;

/// Labels that look wrong: images nearer to another identity's centroid than to their own, largest margin first, each beside
/// a face of the identity that it is nearer to. In the same place names that look like two people, pairs of names that look
/// like one, and pictures that are there twice.
class SuspectsPage : public AnalysisPage {
    Q_OBJECT
  public:
    explicit SuspectsPage(Workspace* workspace, QWidget* parent = nullptr);
    std::vector<figure::Chart> charts() const override;
    std::vector<PageDrawing> drawings() const override;
    /// Empty before the first result.
    const SuspectsReport& suspects() const { return *suspects_; }
    /// Which of the four lists is in view.
    QComboBox* list() const { return list_; }
    PairView* faces() const { return faces_; }
    FiguresTable* table() const { return table_; }
    PlotView* histogram() const { return histogram_; }

  protected:
    void compute() override;
    void markSelected() override;
    void forget() override {
        suspects_ = std::make_shared<SuspectsReport>();
        entries_.clear();
    }

  private:
    /// A row of a list: two faces with words, what the table says, and which images choosing it selects.
    struct Entry {
        ScoredPair faces;
        QString names;
        QStringList cells;
        std::vector<int> rows;
        int current = -1;
    };
    void showReport(std::shared_ptr<const SuspectsReport> suspects);
    void showHistogram();
    void showList();
    std::vector<Entry> labels(QStringList& words) const;
    std::vector<Entry> mixed(QStringList& words) const;
    std::vector<Entry> same(QStringList& words) const;
    std::vector<Entry> duplicates(QStringList& words) const;
    QString pathOf(std::int64_t row) const;
    void choose(int entry, Qt::KeyboardModifiers modifiers);
    std::vector<int> rowsInRange(double low, double high) const;

    ThumbnailCache thumbnails_;
    PairView* faces_ = nullptr;
    FiguresTable* table_ = nullptr;
    PlotView* histogram_ = nullptr;
    Card *facesCard_ = nullptr, *histogramCard_ = nullptr;
    QComboBox* list_ = nullptr;
    std::shared_ptr<const SuspectsReport> suspects_ = std::make_shared<SuspectsReport>();
    std::vector<Entry> entries_;
};

}  // namespace facespace
