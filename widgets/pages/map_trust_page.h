#pragma once
#include <optional>
#include <QWidget>
#include <vector>

#include "core/workflow/store_trust.h"
#include "widgets/models/workspace.h"
#include "widgets/pages/figure_page.h"

class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace facespace {

class Card;
class EmptyState;
class PlotView;

/// How far the map in view can be trusted, beside the other maps that were measured: trustworthiness, continuity and
/// preservation over the number of neighbours, divergence, rank correlations, and seeds compared.
class MapTrustPage : public QWidget, public FigurePage {
    Q_OBJECT
  public:
    explicit MapTrustPage(Workspace* workspace, QWidget* parent = nullptr);
    /// While jobs run nothing more can be asked for.
    void setBusy(bool busy);
    /// Asks for the map in view to be measured.
    void measure();
    /// What was measured of all maps: a table over k, one of the seeds, or JSON.
    enum class Table { kFigures, kSeeds, kJson };
    QByteArray exported(Table table) const;
    std::vector<PageDrawing> drawings() const override;
    ExportSource exportSource() const override;
    PlotView* chart() const { return chart_; }

  Q_SIGNALS:
    void measureRequested(const facespace::TrustOptions& options);
    void exportRequested();

  private:
    QWidget* buildBar();
    void follow();
    void fillTree();
    void drawChart();
    void refreshButtons();
    bool random() const;
    std::vector<TrustReport> reports() const;
    std::optional<TrustReport> shownReport() const;
    QString preservationKey() const;

    Workspace* workspace_;
    bool busy_ = false;
    QLabel* title_ = nullptr;
    QPushButton *measure_ = nullptr, *colour_ = nullptr, *export_ = nullptr;
    QSpinBox* seeds_ = nullptr;
    PlotView* chart_;
    Card* curves_;
    QTreeWidget* tree_;
    EmptyState* empty_;
};

}  // namespace facespace
