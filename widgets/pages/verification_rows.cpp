#include "widgets/pages/verification_rows.h"

#include <algorithm>
#include <cmath>
#include <QObject>
#include <QStringList>

#include "core/figure/bins.h"
#include "widgets/pages/figures_table.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

QString count(std::int64_t n) { return countText(n); }

}  // namespace

figure::Chart withSelectedPairs(figure::Chart chart, const Verification& v, const std::function<bool(int)>& selected) {
    const auto* genuine = chart.layers.size() > 1 ? std::get_if<figure::Histogram>(&chart.layers[1]) : nullptr;
    if (genuine == nullptr || genuine->counts.empty()) return chart;
    std::vector<double> scores;
    for (const ScoredPair& p : v.genuine)
        if (selected(static_cast<int>(p.a)) || selected(static_cast<int>(p.b)))
            scores.push_back(static_cast<double>(p.score));
    const double low = genuine->edges.front(), high = genuine->edges.back();
    figure::Histogram chosen = figure::histogramOf(scores, low, high, genuine->counts.size());
    // Parts of the density of all genuine pairs.
    const double each = (high - low) / static_cast<double>(chosen.counts.size()) * static_cast<double>(v.genuinePairs);
    for (double& count : chosen.counts) count /= each;
    chosen.label = QObject::tr("same identity, with a selected image").toStdString();
    chosen.colour = figure::Tone::kSelected;
    chosen.emphasised = true;
    chart.layers.emplace_back(std::move(chosen));
    return chart;
}

std::pair<double, double> thresholdsBetween(const Verification& v, double fmrLow, double fmrHigh) {
    double low = INFINITY, high = -INFINITY;
    for (const CurvePoint& p : v.curve) {
        if (p.fmr < fmrLow || p.fmr > fmrHigh) continue;
        low = std::min(low, p.threshold);
        high = std::max(high, p.threshold);
    }
    return {low, high};
}

QList<QStringList> verificationRows(const Verification& v) {
    QList<QStringList> rows{{QObject::tr("AUC"), estimateText(v.auc, 4)},
                            {QObject::tr("Equal error rate"), estimateText(v.eer, 4)},
                            {QObject::tr("d′"), estimateText(v.dPrime, 3)}};
    for (const OperatingPoint& p : v.operatingPoints) {
        const QString name = QObject::tr("1 − FNMR at FMR %1").arg(digitsText(p.fmrTarget, 3));
        rows << QStringList{name, p.resolved ? estimateText(p.tar, 4) : QObject::tr("too few impostor pairs")};
    }
    if (v.foldAccuracy.count > 0)
        rows << QStringList{
            QObject::tr("Accuracy over %1 folds, ± standard error").arg(v.foldAccuracy.count),
            QStringLiteral("%1 ± %2").arg(fixedNumber(v.foldAccuracy.mean, 4), fixedNumber(v.foldStandardError, 4))};
    rows << QStringList{v.templates ? QObject::tr("Templates, identities") : QObject::tr("Images, identities"),
                        QStringLiteral("%1, %2").arg(count(v.images), count(v.identities))};
    rows << QStringList{QObject::tr("Genuine pairs"), count(v.genuinePairs)}
         << QStringList{QObject::tr("Impostor pairs"), count(v.impostorPairs)};
    return rows;
}

}  // namespace facespace
