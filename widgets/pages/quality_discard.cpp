// Error versus discard on the quality page.
#include <algorithm>
#include <cmath>
#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

#include "core/charts/charts.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/quality_page.h"
#include "widgets/pages/quality_rows.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

bool isAt(const EdcCurve& curve, double fmr) { return std::abs(curve.fmrTarget - fmr) < fmr * 1e-6; }

/// Then every curve lies on the axis and says nothing.
bool rejectsNone(const std::vector<EdcCurve>& curves, double fmr) {
    const auto here = std::ranges::find_if(curves, [&](const EdcCurve& c) { return isAt(c, fmr); });
    return here != curves.end() && here->startFnmr == 0;
}

}  // namespace

void QualityPage::startDiscard() {
    discardInput_ = input();
    run<DiscardOutcome>(
        tr("Error versus discard"),
        [values = discardValues_](const PageInput& input, const JobContext& job) -> Result<DiscardOutcome> {
            DiscardOutcome outcome;
            auto done =
                verifyAndDiscard(*input.snapshot, input.scope, verificationOptions(values), discardOptions(values), job);
            if (!done && done.error().code == ErrorCode::kCancelled) return forward(done);
            if (done) static_cast<VerifiedDiscard&>(outcome) = std::move(*done);
            if (!done) outcome.missing = done.error().message;
            return outcome;
        },
        [this](DiscardOutcome outcome) {
            discard_ = std::make_shared<DiscardOutcome>(std::move(outcome));
            const QString before = quality_->currentData().toString();
            {
                const QSignalBlocker block(quality_);
                quality_->clear();
                for (const std::string& key : discard_->discard.qualities)
                    quality_->addItem(qualityTitle(key, report_->measures), QString::fromStdString(key));
                quality_->setCurrentIndex(std::max(0, quality_->findData(before)));
            }
            showDiscard();
        });
}

bool QualityPage::recomputes() const { return threshold_->currentIndex() == 1; }

/// All impostor pairs are gone through again for a quality, so only the one in view is.
void QualityPage::computeRecomputed() {
    const std::string key = quality_->currentData().toString().toStdString();
    DiscardOptions options = discardOptions(discardValues_);
    options.measures = {key};
    options.recomputed = true;
    edcCard_->setCaption(tr("Finding the thresholds again…"));
    run<DiscardReport>(
        tr("Recomputing thresholds"),
        [options, outcome = discard_, given = discardInput_](const PageInput&, const JobContext& job) {
            return computeDiscard(*given.snapshot, given.scope, outcome->verification, options, job);
        },
        [this](DiscardReport report) {
            for (const std::string& quality : report.qualities) recomputed_[quality].clear();
            for (EdcCurve& curve : report.recomputed) recomputed_[curve.quality].push_back(std::move(curve));
            showDiscard();
        });
}

std::vector<EdcCurve> QualityPage::shownCurves() const {
    if (!discard_) return {};
    if (!recomputes()) return discard_->discard.curves;
    std::vector<EdcCurve> curves;
    for (const std::string& key : {quality_->currentData().toString().toStdString(), std::string("distance")}) {
        const auto at = recomputed_.find(key);
        const bool there = std::ranges::find(curves, key, &EdcCurve::quality) != curves.end();
        if (at != recomputed_.end() && !there) curves.insert(curves.end(), at->second.begin(), at->second.end());
    }
    return curves;
}

QString QualityPage::discardText(const std::vector<EdcCurve>& curves) const {
    const std::string key = quality_->currentData().toString().toStdString();
    const double fmr = fmr_->currentData().toDouble();
    for (const EdcCurve& c : curves)
        if (c.quality == key && isAt(c, fmr))
            return tr("%1: FNMR %2 before; area to %3 %: %4 (stepwise), %5 (linear). Bands: 95 %, identities left out in "
                      "turn. "
                      "Drag to select what is discarded there.")
                .arg(qualityTitle(key, report_->measures), numberText(c.startFnmr, 4),
                     digitsText(100 * discardValues_.number("discard-limit"), 6), digitsText(c.pAucStepwise, 3),
                     digitsText(c.pAucLinear, 3));
    return tr("Drag over a share to select the images that are discarded there.");
}

void QualityPage::showDiscard() {
    if (!discard_) return;
    cards()->setShown(areasCard_, discard_->missing.empty());
    if (!discard_->missing.empty()) {
        edcCard_->setCaption(coreText(discard_->missing));
        return edcCard_->setChart({});
    }
    const std::string key = quality_->currentData().toString().toStdString();
    if (recomputes() && !recomputed_.contains(key) && !computing()) return computeRecomputed();
    const std::vector<EdcCurve> shown = shownCurves();
    showAreas(shown);
    const double fmr = fmr_->currentData().toDouble();
    if (rejectsNone(shown, fmr)) {
        edcCard_->setCaption(
            tr("No genuine pair is rejected at FMR %1: there is no error for discarding to lower.").arg(digitsText(fmr, 3)));
        return edcCard_->setChart({});
    }
    edcCard_->setCaption(discardText(shown));
    const report::DiscardDrawing drawing{discardValues_.number("discard-limit"), fmr, key, recomputes(),
                                         discardFields_->values().flag("log")};
    edcCard_->setChart(report::discardChart(shownDiscard(), drawing, fmr));
}

DiscardReport QualityPage::shownDiscard() const {
    DiscardReport shown = discard_->discard;
    shown.recomputed = recomputes() ? shownCurves() : std::vector<EdcCurve>{};
    return shown;
}

void QualityPage::showAreas(const std::vector<EdcCurve>& curves) {
    const DiscardAreas areas = areasOf(curves);
    QStringList head{tr("Measure")}, before;
    for (std::size_t t = 0; t < areas.fmrTargets.size(); ++t) {
        head << tr("FMR %1").arg(digitsText(areas.fmrTargets[t], 3));
        before << numberText(areas.startFnmr[t], 4);
    }
    QList<QStringList> rows;
    areaKeys_.clear();
    for (const DiscardAreas::Row& row : areas.rows) {
        areaKeys_.push_back(row.quality);
        QStringList line{qualityTitle(row.quality, report_->measures)};
        for (const double area : row.area) line << fixedNumber(area, 4);
        rows << line;
    }
    // Choosing a row leads here again: the table stays as it is then.
    if (rows != areaRows_) areas_->setRows(head, rows);
    areaRows_ = rows;
    areasCard_->setCaption(tr("Stepwise, to %1 % of the pairs; less is better. FNMR with none discarded: %2.")
                               .arg(digitsText(100 * discardValues_.number("discard-limit"), 6), before.join(tr(", "))));
}

/// Larger is better; as the curves were made.
std::vector<double> QualityPage::qualityOf(const std::string& key) const {
    const auto at = std::ranges::find(report_->measures, key, &QualityMeasureColumn::key);
    std::vector<double> values;
    if (at == report_->measures.end()) {
        const FeatureSet* set = workspace().featureSet();
        values.assign(set->distance.begin(), set->distance.end());
        return values;
    }
    values = at->values;
    if (at->better < 0)
        for (double& v : values) v = -v;
    return values;
}

void QualityPage::selectDiscarded(double from, double to) {
    if (!discard_ || discard_->verification.result.genuine.empty()) return;
    const std::vector<double> quality = qualityOf(quality_->currentData().toString().toStdString());
    std::vector<double> ofPair;
    for (const ScoredPair& p : discard_->verification.result.genuine) {
        const double q = std::min(quality[static_cast<std::size_t>(p.a)], quality[static_cast<std::size_t>(p.b)]);
        if (std::isfinite(q)) ofPair.push_back(q);
    }
    const double low = quantile(ofPair, from), high = quantile(std::move(ofPair), to);
    std::vector<int> rows;
    for (const ScoredPair& p : discard_->verification.result.genuine)
        for (const std::int64_t row : {p.a, p.b})
            if (const double q = quality[static_cast<std::size_t>(row)]; q >= low && q <= high)
                rows.push_back(static_cast<int>(row));
    selectRows(rows);
}

}  // namespace facespace
