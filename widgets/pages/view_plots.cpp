#include "widgets/pages/view_plots.h"

#include <algorithm>
#include <cmath>
#include <QCoreApplication>
#include <QObject>

#include "core/common/number_text.h"
#include "widgets/models/image_table_model.h"
#include "widgets/pages/figures_table.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr double kLeastP = 1e-12;

QString tr(const char* text) { return QCoreApplication::translate("facespace", text); }
QString count(Eigen::Index n) { return QString::fromStdString(groupedNumber(n)); }

float valueAt(const ViewDependence& v, ViewPage::Colouring colouring, Eigen::Index i, Eigen::Index f) {
    switch (colouring) {
        case ViewPage::Colouring::kEffect:
            return static_cast<float>(v.hedgesG(i, f));
        case ViewPage::Colouring::kSignificance:
            return static_cast<float>(-std::log10(std::max(kLeastP, v.adjusted(i, f))));
        case ViewPage::Colouring::kSignificant:
            return std::isnan(v.p(i, f)) ? NAN : static_cast<float>(v.significant(i, f));
    }
    return NAN;
}

double largeAbsolute(const Eigen::MatrixXf& values) {
    std::vector<double> all;
    for (Eigen::Index i = 0; i < values.size(); ++i)
        if (std::isfinite(values(i))) all.push_back(std::abs(static_cast<double>(values(i))));
    const double large = quantile(std::move(all), 0.98);
    return std::isfinite(large) && large > 0 ? large : 1;
}

}  // namespace

HeatMapData viewMap(const ViewDependence& v, ViewPage::Colouring colouring, const std::vector<Eigen::Index>& rows,
                    const std::vector<Eigen::Index>& columns) {
    HeatMapData data;
    data.values.resize(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(columns.size()));
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < columns.size(); ++c)
            data.values(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(c)) =
                valueAt(v, colouring, rows[r], columns[c]);
    data.diverging = colouring == ViewPage::Colouring::kEffect;
    data.high = colouring == ViewPage::Colouring::kSignificant ? 1 : largeAbsolute(data.values);
    data.low = data.diverging ? -data.high : 0;
    for (const Eigen::Index r : rows) {
        data.rowMarginal.push_back(v.ofIdentity(r));
        data.rowNames << QString::fromStdString(v.identities[static_cast<std::size_t>(r)].identity);
    }
    for (const Eigen::Index c : columns) data.columnMarginal.push_back(v.ofFeature(c));
    data.rowTitle = QObject::tr("%1 identities").arg(count(v.t.rows()));
    data.columnTitle = QObject::tr("%1 features").arg(count(v.t.cols()));
    return data;
}

Plot viewTestPlot(const ViewDependence& v) {
    Plot plot;
    plot.x.title = tr("Variance over identities − over features, without chance");
    plot.x.title.replace(QChar(0x2212), QLatin1Char('-'));
    plot.x.brief = tr("Difference of variances");
    plot.y = {tr("Permutations"), false, false, 0, 1, true};
    const double observed = v.varianceOverIdentities - v.varianceOverFeatures;
    std::vector<double> all = v.nullDifferences;
    all.push_back(observed);
    std::tie(plot.x.low, plot.x.high) = paddedRange(all, 0.06);
    PlotSeries bars;
    bars.kind = PlotSeries::Kind::kBars;
    bars.name = tr("views shuffled within identities");
    bars.tone = PlotTone::kGrey;
    bars.strong = true;
    bars.picks = true;
    const auto [least, most] = paddedRange(v.nullDifferences, 0.0);
    const int bins = std::clamp(static_cast<int>(std::sqrt(static_cast<double>(v.nullDifferences.size())) * 1.5), 8, 40);
    bars.y.assign(static_cast<std::size_t>(bins), 0);
    for (int i = 0; i <= bins; ++i) bars.x.push_back(least + (most - least) * i / bins);
    for (const double d : v.nullDifferences)
        bars.y[static_cast<std::size_t>(std::clamp(static_cast<int>((d - least) / (most - least) * bins), 0, bins - 1))] +=
            1;
    if (!v.nullDifferences.empty()) plot.y.high = *std::max_element(bars.y.begin(), bars.y.end()) * 1.1;
    if (!v.nullDifferences.empty()) plot.series.push_back(std::move(bars));
    plot.marks.push_back({PlotMark::Kind::kVertical, observed, tr("observed"), PlotTone::kOrange, false});
    return plot;
}

QString viewText(const ViewDependence& v, const ViewDependenceOptions& options) {
    const double share = v.significant.cast<double>().mean();
    QStringList lines;
    const auto line = [&](const QString& name, const QString& value) {
        lines << QStringLiteral("<tr><td style='padding-right:14px'>%1</td><td align='right'><b>%2</b></td></tr>")
                     .arg(name, value);
    };
    line(tr("Identities with both views"), count(v.t.rows()));
    line(tr("Features"), count(v.t.cols()));
    line(tr("Significant tests"), QStringLiteral("%1 %").arg(share * 100, 0, 'f', 1));
    line(tr("… of an identity's features, range"), QStringLiteral("%1–%2 %")
                                                       .arg(v.ofIdentity.minCoeff() * 100, 0, 'f', 1)
                                                       .arg(v.ofIdentity.maxCoeff() * 100, 0, 'f', 1));
    line(
        tr("… of a feature's identities, range"),
        QStringLiteral("%1–%2 %").arg(v.ofFeature.minCoeff() * 100, 0, 'f', 1).arg(v.ofFeature.maxCoeff() * 100, 0, 'f', 1));
    line(tr("Variance over identities, without chance"), shownNumber(v.varianceOverIdentities));
    line(tr("Variance over features, without chance"), shownNumber(v.varianceOverFeatures));
    line(tr("Both as they are, chance included"),
         QStringLiteral("%1, %2").arg(shownNumber(v.plain.rows), shownNumber(v.plain.columns)));
    if (v.pValue) line(tr("Identities vary more than features"), pText(*v.pValue));
    QString text = QStringLiteral("<table cellspacing='2'>") + lines.join(QString()) + QStringLiteral("</table>");
    text += QStringLiteral("<p>") +
            QObject::tr(
                "Welch's t-test of frontal (|yaw| ≤ %1°) against profile (|yaw| ≥ %2°), at least %3 images each, %4, "
                "α = %5. Significance grows with the number of images: Hedges' g does not.")
                .arg(options.frontalDeg)
                .arg(options.profileDeg)
                .arg(options.minimum)
                .arg(options.correction == Correction::kBonferroni ? tr("Bonferroni over features")
                                                                   : tr("Benjamini–Hochberg over features"))
                .arg(options.alpha) +
            QStringLiteral("</p>");
    for (const std::string& note : v.notes) text += QStringLiteral("<p>%1</p>").arg(coreText(note).toHtmlEscaped());
    return text;
}

}  // namespace facespace
