#pragma once
#include <QWidget>
#include <vector>

namespace facespace {

/// A histogram the size of a word, with a mark where one value lies.
class MiniHistogram : public QWidget {
    Q_OBJECT
  public:
    explicit MiniHistogram(QWidget* parent = nullptr);
    void setBins(std::vector<int> bins);
    /// 0 (left) to 1 (right); outside: no mark.
    void setMark(double position);
    QSize sizeHint() const override { return {140, 30}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::vector<int> bins_;
    double mark_ = -1;
};

}  // namespace facespace
