#pragma once
#include <QTableWidget>

#include "core/analysis/resampling.h"

namespace facespace {

/// "0.912 (0.90–0.93)": the value and its interval; "–" where there is none.
QString estimateText(const Estimate& estimate, int decimals = 3);
/// "0.912 ± 0.004": mean and standard deviation over repeats.
QString spreadText(const Spread& spread, int decimals = 3);
QString fixedNumber(double value, int decimals);
/// "p = 0.005", "p < 0.001".
QString pText(double p);

/// A small table of figures that can be read, copied as text (Ctrl+C) and chosen from by row. The first column is names.
class FiguresTable : public QTableWidget {
    Q_OBJECT
  public:
    explicit FiguresTable(const QString& name, QWidget* parent = nullptr);
    void setRows(const QStringList& header, const QList<QStringList>& rows);
    /// Names break into lines where they would push the figures beside them out of sight. To be called before setRows().
    void wrapNames();
    /// Its rows are images or people, whose names are no terms. To be called before setRows().
    void setListsImages() { listsImages_ = true; }
    bool listsImages() const { return listsImages_; }
    /// The whole table as tab-separated text.
    QString text() const;

  Q_SIGNALS:
    void rowChosen(int row);

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    bool wrapsNames_ = false, listsImages_ = false;
};

}  // namespace facespace
