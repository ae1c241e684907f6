#pragma once
#include <functional>
#include <QTableView>

#include "core/analyses/analysis.h"
#include "core/figure/mark_rows.h"

class QSortFilterProxyModel;

namespace facespace {

/// A table of an analysis as it is exported: sorted by a click on a heading, which says what the column means; its lines
/// select the images that they name, and those of selected images are tinted. Ctrl+C copies all of it. GUI thread only.
class ResultTable : public QTableView {
    Q_OBJECT
  public:
    explicit ResultTable(QWidget* parent = nullptr);
    /// @param rows  the images behind each line (rowsBehind())
    void setTable(const Analysis& analysis, Table table, figure::MarkRows rows);
    /// The lines of images for which this is true are tinted. Call again when the answer changes.
    void setMarked(std::function<bool(int row)> marked);
    /// How many lines are tinted.
    int markedCount() const;
    /// The whole table as tab-separated text, as it is sorted.
    QString text() const;

  Q_SIGNALS:
    /// The analyst chose lines with these images behind them.
    void imagesChosen(const std::vector<int>& rows);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    class Model;
    Model* model_;
    QSortFilterProxyModel* sorted_;
};

}  // namespace facespace
