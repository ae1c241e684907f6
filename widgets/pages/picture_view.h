#pragma once
#include <QImage>
#include <QWidget>

namespace facespace {

/// A picture as large as there is room for it. GUI thread only.
class PictureView : public QWidget {
    Q_OBJECT
  public:
    explicit PictureView(QImage picture, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {picture_.width() / 2, picture_.height() / 2}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QImage picture_;
};

}  // namespace facespace
