#include "widgets/pages/quality_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <QObject>

#include "widgets/pages/figures_table.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

QString shapeName(const Trend& trend) {
    const double turn = trend.turn.value_or(0);
    switch (trend.shape) {
        case TrendShape::kFlat:
            return QObject::tr("no trend");
        case TrendShape::kRises:
            return QObject::tr("rises throughout");
        case TrendShape::kFalls:
            return QObject::tr("falls throughout");
        case TrendShape::kRisesThenFalls:
            return QObject::tr("rises, then falls from %1 % of the images on").arg(numberText(turn, 0));
        case TrendShape::kFallsThenRises:
            return QObject::tr("falls, then rises from %1 % of the images on").arg(numberText(turn, 0));
        case TrendShape::kCannotTell:
            break;
    }
    return QObject::tr("cannot tell");
}

}  // namespace

QString distanceTitle(DistanceKind kind) {
    switch (kind) {
        case DistanceKind::kOrigin:
            return QObject::tr("Distance from the origin");
        case DistanceKind::kMean:
            return QObject::tr("Distance from the mean");
        case DistanceKind::kCentroid:
            return QObject::tr("Cosine to the identity's centroid");
    }
    return {};
}

QString relationText(const DistanceRelation& r) {
    QStringList parts;
    if (r.rank) parts << QObject::tr("Spearman ρ %1").arg(estimateText(r.rank->spearman, 2));
    if (r.partial) parts << QObject::tr("partial %1").arg(estimateText(r.partial->rho, 2));
    if (r.trend && r.trend->pValue)
        parts << shapeName(*r.trend) << QObject::tr("against flat %1").arg(pText(*r.trend->pValue));
    for (const Text& sentence : r.missing) parts << coreText(sentence);
    return parts.join(QStringLiteral(" · "));
}

QStringList relationHeader() {
    return {QObject::tr("Measure"), QObject::tr("Spearman ρ"),  QObject::tr("Kendall τ"), QObject::tr("Partial ρ"),
            QObject::tr("Trend"),   QObject::tr("Monotone R²"), QObject::tr("p, flat"),   QObject::tr("Images")};
}

QStringList relationRow(const DistanceRelation& r, const QString& title) {
    if (!r.rank) return {title, r.missing.empty() ? QString() : coreText(r.missing.front())};
    const QString none = QStringLiteral("–");
    return {title,
            estimateText(r.rank->spearman, 2),
            estimateText(r.rank->kendall, 2),
            r.partial ? estimateText(r.partial->rho, 2) : none,
            r.trend && r.trend->pValue ? shapeName(*r.trend) : none,
            r.trend ? fixedNumber(r.trend->r2, 2) : none,
            r.trend && r.trend->pValue ? fixedNumber(*r.trend->pValue, 3) : none,
            countText(r.rank->images)};
}

QString qualityTitle(const std::string& key, const std::vector<QualityMeasureColumn>& measures) {
    if (key == "distance") return QObject::tr("Distance from the origin");
    if (key == "random") return QObject::tr("Random");
    if (key == "oracle") return QObject::tr("Oracle: rejected pairs first");
    for (const QualityMeasureColumn& m : measures)
        if (m.key == key) return coreText(m.title);
    return QString::fromStdString(key);
}

}  // namespace facespace
