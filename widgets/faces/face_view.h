#pragma once
#include <optional>
#include <QImage>
#include <QWidget>

#include "core/dataset/image_set.h"

namespace facespace {

/// One image, fitted, with the face box and landmarks drawn over it if wanted; or a sentence in its place.
class FaceView : public QWidget {
    Q_OBJECT
  public:
    explicit FaceView(QWidget* parent = nullptr);
    void setImage(const QImage& image);
    void setText(const QString& text);  ///< Shown while there is no image.
    /// In pixels of the image.
    void setFace(const std::optional<FaceBox>& box, const std::optional<Landmarks>& landmarks);
    void setOverlay(bool shown);
    const QImage& image() const { return image_; }
    QSize sizeHint() const override { return {200, 220}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QImage image_;
    QString text_;
    std::optional<FaceBox> box_;
    std::optional<Landmarks> landmarks_;
    bool overlay_ = false;
};

}  // namespace facespace
