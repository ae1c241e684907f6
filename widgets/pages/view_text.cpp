#include "widgets/pages/view_text.h"

#include <algorithm>
#include <cmath>
#include <QObject>

#include "core/analysis/verdict_text.h"
#include "core/common/numbers.h"
#include "widgets/models/image_table_model.h"
#include "widgets/pages/figures_table.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

QString count(Eigen::Index n) { return countText(n); }

/// A feature that does not vary has no share.
double shareOrNone(double share) { return std::isnan(share) ? 0 : share; }

}  // namespace

HeatMapData viewMap(const figure::Chart& chart, const ViewDependence& v, const std::vector<Eigen::Index>& rows,
                    const std::vector<Eigen::Index>& columns) {
    const auto& map = std::get<figure::HeatMap>(chart.layers.front());
    HeatMapData data;
    data.values = Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(
                      map.values.data(), static_cast<Eigen::Index>(map.rows), static_cast<Eigen::Index>(map.columns))
                      .cast<float>();
    data.diverging = map.scale.map == figure::ColourMap::kDiverging;
    data.low = map.scale.low;
    data.high = map.scale.high;
    for (const Eigen::Index r : rows) {
        data.rowMarginal.push_back(shareOrNone(v.ofIdentity(r)));
        data.rowNames << QString::fromStdString(v.identities[static_cast<std::size_t>(r)].identity);
    }
    for (const Eigen::Index c : columns) data.columnMarginal.push_back(shareOrNone(v.ofFeature(c)));
    data.rowTitle = QString::fromStdString(chart.y.brief);
    data.columnTitle = QString::fromStdString(chart.x.title);
    data.rowMeaning = QObject::tr(
        "Share of this identity's features that are significant: the longer the bar, the more of "
        "them differ between the views");
    data.columnMeaning = QObject::tr(
        "Share of the identities in which this feature is significant: the taller the bar, the "
        "more people it follows the view in");
    return data;
}

namespace {
QString withInterval(const Estimate& e) {
    if (std::isnan(e.low)) return shownNumber(e.value);
    return QObject::tr("%1 (%2 to %3)").arg(shownNumber(e.value), shownNumber(e.low), shownNumber(e.high));
}
}  // namespace

QList<QStringList> viewFigures(const ViewDependence& v, const ViewDependenceOptions& options) {
    const double share = v.significant.cast<double>().sum() / static_cast<double>((v.t.array() == v.t.array()).count());
    QList<QStringList> rows;
    const auto row = [&](const QString& name, const QString& value) { rows << QStringList{name, value}; };
    row(QObject::tr("Identities with both views"), count(v.t.rows()));
    row(QObject::tr("Features that vary"), count(v.t.cols() - v.constantFeatures));
    const auto percent = [](double part) {
        return std::isnan(part) ? QStringLiteral("–") : QStringLiteral("%1 %").arg(numberText(part * 100, 1));
    };
    const auto range = [&](const Eigen::VectorXd& parts) {
        const double low = parts.minCoeff<Eigen::PropagateNumbers>();
        return std::isnan(low) ? percent(low)
                               : QStringLiteral("%1–%2")
                                     .arg(numberText(low * 100, 1))
                                     .arg(percent(parts.maxCoeff<Eigen::PropagateNumbers>()));
    };
    row(QObject::tr("Significant tests"), percent(share));
    row(QObject::tr("… of an identity\'s features, range"), range(v.ofIdentity));
    row(QObject::tr("… of a feature\'s identities, range"), range(v.ofFeature));
    row(QObject::tr("Squared effect of view, without chance"), withInterval(v.effects.mean));
    row(QObject::tr("… its variance over identities"), withInterval(v.effects.identities));
    row(QObject::tr("… its variance over features"), withInterval(v.effects.features));
    row(QObject::tr("… difference of the two"), withInterval(v.effects.difference));
    if (v.pValue)
        row(QObject::tr("No view dependence at all"), QString::fromStdString(pValueText(*v.pValue, options.permutations)));
    return rows;
}

QString viewMethod(const ViewDependence& v, const ViewDependenceOptions& options) {
    QStringList text{
        QObject::tr("Welch's t-test of frontal (|yaw| ≤ %1°) against profile (|yaw| ≥ %2°), at least %3 images each, %4, "
                    "α = %5. A video is one observation. The share of "
                    "significant tests grows with the number of images; the squared effect does not.")
            .arg(options.frontalDeg)
            .arg(options.profileDeg)
            .arg(options.minimum)
            .arg(options.correction == Correction::kBonferroni ? QObject::tr("Bonferroni over features")
                                                               : QObject::tr("Benjamini–Hochberg over features"))
            .arg(options.alpha)};
    for (const Text& note : v.notes) text << coreText(note);
    return text.join(QLatin1Char(' '));
}

}  // namespace facespace
