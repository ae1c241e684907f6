#pragma once
#include <QWidget>

#include "core/common/numbers.h"

namespace facespace {

/// A head seen from the front as a globe: where the nose points by yaw (positive to the image's right) and pitch (positive
/// up), the prediction filled, the label as a ring. NaN leaves one out.
class HeadPoseDial : public QWidget {
    Q_OBJECT
  public:
    struct Pose {
        double yawDeg = kNoValue;
        double pitchDeg = kNoValue;
        bool known() const { return yawDeg == yawDeg || pitchDeg == pitchDeg; }
    };
    explicit HeadPoseDial(QWidget* parent = nullptr);
    void setPoses(const Pose& predicted, const Pose& label);
    QSize sizeHint() const override { return {72, 72}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Pose predicted_, label_;
};

}  // namespace facespace
