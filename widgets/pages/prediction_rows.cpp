#include "widgets/pages/prediction_rows.h"

#include <algorithm>
#include <cmath>
#include <QObject>

#include "core/analysis/verdict_text.h"
#include "core/charts/charts.h"
#include "widgets/pages/figures_table.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

int decimalsOf(const TargetReport& r) { return r.unit == "deg" ? 1 : 3; }
QString unitOf(const TargetReport& r) {
    if (r.unit == "deg") return QStringLiteral("°");
    return r.unit.empty() ? QString() : QLatin1Char(' ') + QString::fromStdString(r.unit);
}
QString pOf(const std::optional<PermutationBaseline>& b) {
    return b ? QString::fromStdString(pValueText(b->pValue, b->permutations)) : QStringLiteral("–");
}

QString baselineText(const std::optional<PermutationBaseline>& baseline) {
    if (!baseline) return QStringLiteral("–");
    return QStringLiteral("%1 (%2 to %3)")
        .arg(fixedNumber(baseline->figure.mean, 3), fixedNumber(baseline->figure.low, 3),
             fixedNumber(baseline->figure.high, 3));
}

}  // namespace

QString targetTitle(const std::string& target) { return coreText(report::targetTitle(target)); }

QString figuresText(const TargetReport& r) {
    if (r.regression) {
        const int d = decimalsOf(r);
        return QObject::tr("MAE %1%4 · RMSE %2%4 · R² %3")
            .arg(estimateText(r.regression->mae, d), estimateText(r.regression->rmse, d), estimateText(r.regression->r2, 2),
                 unitOf(r));
    }
    if (r.classification)
        return QObject::tr("Accuracy %1 · balanced %2 · AUC %3")
            .arg(estimateText(r.classification->accuracy, 2), estimateText(r.classification->balancedAccuracy, 2),
                 estimateText(r.classification->auc, 2));
    return coreText(r.missing);
}

QString heldOutText(const TargetReport& r) {
    const auto count = [](std::int64_t n) { return countText(n); };
    const std::int64_t images = r.regression       ? r.regression->identityFolds.labelled
                                : r.classification ? r.classification->labelled
                                                   : 0;
    const std::int64_t identities = r.regression       ? r.regression->identityFolds.identities
                                    : r.classification ? r.classification->identities
                                                       : 0;
    if (images == 0) return {};
    return QObject::tr("Held-out identities (%1 images of %2): ").arg(count(images), count(identities));
}

QStringList predictionHeader() {
    return {QObject::tr("Target"),    QObject::tr("Network"),
            QObject::tr("Split"),     QObject::tr("MAE"),
            QObject::tr("RMSE"),      QObject::tr("R²"),
            QObject::tr("Accuracy"),  QObject::tr("Balanced"),
            QObject::tr("AUC"),       QObject::tr("Shuffled labels"),
            QObject::tr("p"),         QObject::tr("Images"),
            QObject::tr("Identities")};
}

QList<QStringList> predictionRows(const TargetReport& r) {
    const QString none = QStringLiteral("–"), target = targetTitle(r.target), network = QString::fromStdString(r.network);
    const auto count = [](std::int64_t n) { return countText(n); };
    if (r.regression) {
        const RegressionReport& f = *r.regression;
        const int d = decimalsOf(r);
        const QString p = pOf(f.baseline), unit = unitOf(r);
        return {{target, network, QObject::tr("new identities"), estimateText(f.mae, d) + unit,
                 estimateText(f.rmse, d) + unit, estimateText(f.r2, 2), none, none, none, baselineText(f.baseline), p,
                 count(f.identityFolds.labelled), count(f.identityFolds.identities)},
                {target, network, QObject::tr("random images"), spreadText(f.randomMae, d) + unit,
                 spreadText(f.randomRmse, d) + unit, spreadText(f.randomR2, 2), none, none, none, none, none,
                 count(f.identityFolds.labelled), count(f.identityFolds.identities)}};
    }
    if (r.classification) {
        const ClassificationReport& f = *r.classification;
        const QString p = pOf(f.baseline);
        return {{target, network, QObject::tr("new identities"), none, none, none, estimateText(f.accuracy, 3),
                 estimateText(f.balancedAccuracy, 3), estimateText(f.auc, 3), baselineText(f.baseline), p, count(f.labelled),
                 count(f.identities)},
                {target, network, QObject::tr("random images"), none, none, none, spreadText(f.randomAccuracy, 3),
                 spreadText(f.randomBalancedAccuracy, 3), spreadText(f.randomAuc, 3), none, none, count(f.labelled),
                 count(f.identities)}};
    }
    return {{target, network, coreText(r.missing)}};
}

}  // namespace facespace
