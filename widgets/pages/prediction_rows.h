#pragma once
#include <QStringList>
#include <vector>

#include "core/compute/prediction_report.h"

namespace facespace {

/// "Yaw", "Pitch centred", or the column's name.
QString targetTitle(const std::string& target);
/// "MAE 7.1° (6.5–7.8) · RMSE … · R² …", or accuracy, balanced accuracy and AUC.
/// Of whom the figures are: “Held-out identities (480 images of 40): ”; empty where there are none.
QString heldOutText(const TargetReport& report);
QString figuresText(const TargetReport& report);
QStringList predictionHeader();
/// Rows of the table: identity-disjoint folds, and random-image splits below them; or one that says what is missing.
QList<QStringList> predictionRows(const TargetReport& report);

}  // namespace facespace
