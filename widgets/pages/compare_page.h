#pragma once
#include "core/analyses/compare/compare_analysis.h"
#include "widgets/models/thumbnail_cache.h"
#include "widgets/models/workspace_link.h"
#include "widgets/pages/analysis_page.h"

namespace facespace {

class Card;
class FiguresTable;
class ThumbnailStrip;

/// Two networks, or two maps of one, under one selection: which neighbours both have, how the distance from the origin
/// changes its rank, and the neighbours of the image in view. The second map is shown by whoever holds second().
class ComparePage : public AnalysisPage {
    Q_OBJECT
  public:
    explicit ComparePage(Workspace* workspace, QWidget* parent = nullptr);
    std::vector<figure::Chart> charts() const override;
    std::vector<PageDrawing> drawings() const override;
    /// The same project with the second map in view.
    Workspace* second() { return &second_; }
    const Comparison& comparison() const { return result_; }
    FiguresTable* table() const { return table_; }
    /// How well the two networks tell identities apart; filled after the rest.
    FiguresTable* differences() const { return differences_; }
    /// The faces of the images that changed most.
    ThumbnailStrip* changed() const { return changed_; }
    PlotView* ranks() const { return ranks_; }
    PlotView* kept() const { return kept_; }

  protected:
    QString lacking() const override;
    void compute() override;
    void markSelected() override;
    void forget() override { result_ = {}; }

  private:
    void buildBar();
    void buildNeighbours();
    void fillMaps();
    void chooseMap(MapId map);
    MapId proposedMap() const;
    QWidget* buildChanged();
    void showResult(Comparison result);
    void verify();
    void showDifferences();
    void showRanks();
    void showKept();
    void showList();
    void showNeighbours();
    std::vector<int> rowsKept(double low, double high) const;

    Workspace second_;
    WorkspaceLink link_;
    ThumbnailCache thumbnails_;
    QComboBox* maps_ = nullptr;
    PlotView *ranks_ = nullptr, *kept_ = nullptr;
    FiguresTable *table_ = nullptr, *differences_ = nullptr;
    ThumbnailStrip *changed_ = nullptr, *both_ = nullptr, *onlyFirst_ = nullptr, *onlySecond_ = nullptr;
    Card *ranksCard_ = nullptr, *keptCard_ = nullptr, *neighboursCard_ = nullptr, *differencesCard_ = nullptr;
    std::vector<int> listed_;
    MapId chosen_;                       ///< By the analyst; none: the page chooses.
    std::filesystem::path projectFile_;  ///< In which it was chosen.
    Comparison result_;
};

}  // namespace facespace
