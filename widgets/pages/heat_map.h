#pragma once
#include <Eigen/Core>
#include <memory>
#include <QStringList>
#include <vector>

#include "widgets/vtk/vtk_view.h"

namespace facespace {

/// What a heat map shows, in the order in which it shows it: row 0 is on top.
struct HeatMapData {
    Eigen::MatrixXf values;  ///< Rows × columns, NaN: none.
    double low = 0, high = 1;
    bool diverging = false;                           ///< Colours around 0.
    std::vector<double> rowMarginal, columnMarginal;  ///< Shares, 0 … 1.
    QStringList rowNames;
    QString rowTitle, columnTitle;
    QString rowMeaning, columnMeaning;  ///< Of the marginals.
};

/// A matrix as an image by VTK's charts with the marginals as bars above and beside it. Hovering tells the cell, clicking,
/// dragging or the arrow keys choose rows. Where there are more cells than pixels a pixel shows the mean of its cells.
class HeatMap : public VtkView {
    Q_OBJECT
  public:
    explicit HeatMap(QWidget* parent = nullptr);
    ~HeatMap() override;

    void setData(HeatMapData data);
    const HeatMapData& data() const { return data_; }
    /// One per row: drawn with a mark at the left.
    void setMarkedRows(std::vector<bool> marked);
    const std::vector<bool>& markedRows() const { return marked_; }
    /// What the map shows, which is told beside and below the cells.
    void setMeaning(const QString& meaning) { meaning_ = meaning; }
    /// What a tooltip tells at a place: of the marginals their meaning, beside and below the cells the map's.
    QString meaningAt(const QPoint& position) const;
    /// Of the cells, in the widget's pixels.
    QRectF cells() const { return area_; }
    /// The middle of a cell, in the widget's pixels. Valid once painted.
    QPointF positionOf(int row, int column) const;
    /// The colours as a picture, low at the left.
    QImage colourBar(int width, int height) const;

  Q_SIGNALS:
    void rowsPressed(Qt::KeyboardModifiers modifiers);
    /// Rows from … to are chosen (dragged over, or one).
    void rowsChosen(int from, int to);
    /// -1, -1: none.
    void cellHovered(int row, int column);

  protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    class Overlay;
    struct Charts;
    void prepare();
    void layOut();
    void fillImage();
    void fillMarginals();
    int rowAt(double y) const;
    int columnAt(double x) const;
    bool inside(const QPointF& position) const;

    std::unique_ptr<Charts> charts_;
    Overlay* overlay_;
    HeatMapData data_;
    QString meaning_;
    std::vector<bool> marked_;
    QRectF area_;  // of the cells, in the widget's pixels
    QSize filledFor_;
    int pressedRow_ = -1, currentRow_ = -1, hoveredRow_ = -1;
    bool stale_ = true;
};

}  // namespace facespace
