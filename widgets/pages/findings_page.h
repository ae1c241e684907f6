#pragma once
#include "widgets/pages/analysis_page.h"

class QLabel;

namespace facespace {

class Card;
class ResultTable;

/// The page of any analysis, made from what it says of itself: controls from its fields, what it found in sentences, its
/// charts (a figure that is no chart as a picture) and its tables. Marks and lines select the images behind them.
class FindingsPage : public AnalysisPage {
    Q_OBJECT
  public:
    FindingsPage(Workspace* workspace, const Analysis& analysis, QWidget* parent = nullptr);
    std::vector<figure::Chart> charts() const override;
    std::vector<PageDrawing> drawings() const override;
    const std::vector<PlotView*>& plots() const { return plots_; }
    const std::vector<ResultTable*>& tables() const { return tables_; }
    /// What was found, in sentences, and what was not.
    QString words() const;
    using AnalysisPage::analysis;
    using AnalysisPage::controls;

  protected:
    void compute() override;
    void markSelected() override;
    void forget() override;
    void changeEvent(QEvent* event) override;

  private:
    /// What the worker thread makes of the findings.
    struct Shown;
    struct Panel;
    void show(Shown shown);
    void build(const Shown& shown);
    void addPlot(const Panel& panel);
    void addTable(const QString& title);

    QLabel* words_ = nullptr;
    QString layout_;  ///< Which cards there are.
    bool pictures_ = false;
    std::vector<Card*> cards_, plotCards_;
    std::vector<PlotView*> plots_;
    std::vector<figure::Chart> charts_;  ///< Of the plots, without what is selected.
    std::vector<ResultTable*> tables_;
    std::vector<PageDrawing> drawings_;
    QString asked_;  ///< What the findings were made for: features, images and values.
    std::weak_ptr<const Snapshot> askedOf_;
};

}  // namespace facespace
