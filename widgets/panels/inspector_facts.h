#pragma once
#include <QSize>
#include <QString>

#include "core/project/snapshot.h"
#include "widgets/panels/head_pose_dial.h"

class QFormLayout;

namespace facespace {

/// What is known of the head pose of one image.
struct PoseFacts {
    HeadPoseDial::Pose predicted, label;
    QString note;  ///< Where the label is from, if it is not the image set's own.
};
PoseFacts poseFacts(const Snapshot& snapshot, NetworkId network, int row);

/// Media, video, roll, tags and every metadata value of one image as rows of the form.
void fillFacts(QFormLayout* form, const Snapshot& snapshot, NetworkId network, int row);
/// Adds the size of the picture, known once it is read.
void setSizeFact(QFormLayout* form, const QSize& size);

/// "−34°", with a plus sign for positive differences; "–" if NaN.
QString degrees(double value, bool difference = false);

}  // namespace facespace
