#pragma once
#include <QStringList>

#include "core/compute/discard_report.h"
#include "core/compute/quality_report.h"

namespace facespace {

QString distanceTitle(DistanceKind kind);
/// The figures of one relation, or what is missing.
QString relationText(const DistanceRelation& relation);
QStringList relationHeader();
QStringList relationRow(const DistanceRelation& relation, const QString& title);
QString qualityTitle(const std::string& key, const std::vector<QualityMeasureColumn>& measures);

}  // namespace facespace
