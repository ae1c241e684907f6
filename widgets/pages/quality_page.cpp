#include "widgets/pages/quality_page.h"

#include <algorithm>
#include <cmath>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/face_mosaic.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/quality_plots.h"

namespace facespace {

QualityPage::QualityPage(Workspace* workspace, QWidget* parent)
    : AnalysisPage(workspace, tr("Whether images near the origin are poor"), parent), thumbnails_(workspace, 96, 16 << 20) {
    buildBar();
    buildCards();
    connectCharts();
}

void QualityPage::buildBar() {
    const auto choice = [this](const QString& label) {
        auto* box = new QComboBox;
        box->setAccessibleName(label);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        auto* text = new QLabel(label);
        text->setBuddy(box);
        bar()->addWidget(text);
        bar()->addWidget(box);
        return box;
    };
    measures_ = choice(tr("Measure"));
    measures_->setMinimumContentsLength(16);
    distance_ = choice(tr("over"));
    for (const DistanceKind kind : {DistanceKind::kOrigin, DistanceKind::kMean, DistanceKind::kCentroid})
        distance_->addItem(distanceTitle(kind));
    quality_ = choice(tr("Discard by"));
    quality_->setMinimumContentsLength(16);
    quality_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    measureImages_ = new QPushButton(tr("Measure the images"));
    measureImages_->setToolTip(tr("Sharpness, brightness, contrast and more, from the pixels of each face"));
    measureImages_->hide();
    bar()->addWidget(measureImages_);
    connect(measureImages_, &QPushButton::clicked, this, &QualityPage::measureRequested);
    connect(distance_, &QComboBox::currentIndexChanged, this, &QualityPage::optionsChanged);
    connect(&workspace(), &Workspace::snapshotChanged, this, [this] {
        const auto& snapshot = workspace().snapshot();
        if (snapshot && report_ && snapshot->measures.measured != measured_) optionsChanged();
    });
    connect(measures_, &QComboBox::currentIndexChanged, this, [this] {
        showTrend();
        markSelected();
    });
}

void QualityPage::buildCards() {
    note_ = new QLabel;
    note_->setWordWrap(true);
    note_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    noteCard_ = new Card(tr("Distance"), note_);
    trend_ = new PlotView;
    trendCard_ = new Card(tr("Quality over distance"), trend_);
    table_ = new FiguresTable(tr("Correlations with the distance"));
    tableCard_ = new Card(tr("Rank correlation with the distance"), static_cast<QWidget*>(table_), 2);
    edc_ = new PlotView;
    edcCard_ = new Card(tr("Error versus discard"), edc_);
    fmr_ = new QComboBox;
    fmr_->setAccessibleName(tr("False match rate"));
    for (const double target : EdcOptions{}.fmrTargets) fmr_->addItem(tr("FMR %1").arg(target, 0, 'g', 3), target);
    logarithmic_ = new QCheckBox(tr("log"));
    logarithmic_->setAccessibleName(tr("Logarithmic error axis"));
    for (QWidget* w : std::initializer_list<QWidget*>{fmr_, logarithmic_}) edcCard_->addControl(w);
    mosaic_ = new FaceMosaic(&thumbnails_, isSelected());
    mosaic_->setAccessibleName(tr("Faces by distance"));
    mosaicCard_ = new Card(tr("From the origin outwards"), static_cast<QWidget*>(mosaic_), 2);
    for (Card* card : {noteCard_, trendCard_, mosaicCard_, edcCard_, tableCard_}) cards()->add(card);
    cards()->setShown(noteCard_, false);
}

void QualityPage::connectCharts() {
    linkPoints(trend_);
    connect(trend_, &PlotView::pointClicked, this, [this](int series, int index, Qt::KeyboardModifiers modifiers) {
        const DistanceRelation* r = relation();
        if (r == nullptr || series != medianSeries(trend_->plot())) return;
        const auto& bin = r->medians[static_cast<std::size_t>(index)].rows;
        selectNow(std::vector<int>(bin.begin(), bin.end()), modifiers);
    });
    connect(table_, &FiguresTable::rowChosen, this, [this](int row) {
        if (report_) chooseMeasure(report_->relations[static_cast<std::size_t>(row)].measure);
    });
    connect(mosaic_, &FaceMosaic::facesChosen, this, [this](const std::vector<int>& rows, Qt::KeyboardModifiers modifiers) {
        selectNow(rows, modifiers);
        workspace().selection().setCurrent(rows.front());
    });
    connect(mosaic_, &FaceMosaic::faceHovered, &workspace().selection(), &SelectionModel::setHovered);
    edc_->setBrush(PlotView::Brush::kRange);
    connect(edc_, &PlotView::brushStarted, this, &QualityPage::beginSelecting);
    connect(edc_, &PlotView::brushEnded, this, [this](const QRectF& area) { selectDiscarded(area.left(), area.right()); });
    connect(edc_, &PlotView::emptyClicked, this, [this](Qt::KeyboardModifiers modifiers) {
        if (selectionModeFor(modifiers) == SelectionMode::kReplace) workspace().selection().clear();
    });
    connect(quality_, &QComboBox::currentIndexChanged, this, &QualityPage::showDiscard);
    connect(fmr_, &QComboBox::currentIndexChanged, this, &QualityPage::showDiscard);
    connect(logarithmic_, &QCheckBox::toggled, this, &QualityPage::showDiscard);
}

void QualityPage::compute() {
    QualityAnalysisOptions options;
    options.distance = static_cast<DistanceKind>(distance_->currentIndex());
    options.percentiles = {0, 1, 5, 10, 25, 50, 75, 90, 95, 99, 100};
    discard_.reset();
    edcCard_->setCaption(tr("Computed after the correlations."));
    run<QualityReport>(
        tr("Relating quality to distance"),
        [options](const PageInput& input, const JobContext& job) {
            return facespace::qualityOf(*input.snapshot, input.scope, options, job);
        },
        [this](QualityReport report) {
            showReport(std::move(report));
            computeDiscard();
        });
}

void QualityPage::showReport(QualityReport report) {
    report_ = std::make_shared<QualityReport>(std::move(report));
    const QString before = measures_->currentData().toString();
    {
        const QSignalBlocker block(measures_);
        measures_->clear();
        for (const QualityMeasureColumn& m : report_->measures)
            measures_->addItem(QString::fromStdString(m.title), QString::fromStdString(m.key));
        measures_->setCurrentIndex(std::max(0, measures_->findData(before)));
    }
    QStringList words;
    if (report_->unitLength)
        words << tr("The features of %1 have unit length: every image is at the same distance, so the distance says nothing "
                    "of "
                    "quality. Choose a network that returns raw features, or the cosine to the identity's centroid.")
                     .arg(QString::fromStdString(report_->network));
    for (const std::string& sentence : report_->missing) words << QString::fromStdString(sentence);
    if (report_->measures.empty())
        words << tr(
            "There is no quality measure: measure the images, or import a manifest with columns such as yaw, blur or a "
            "detector's score.");
    note_->setText(words.join(QStringLiteral("\n\n")));
    const bool related = !report_->unitLength && !report_->measures.empty();
    cards()->setShown(noteCard_, !words.isEmpty());
    cards()->setShown(trendCard_, related);
    cards()->setShown(tableCard_, related);
    measured_ = workspace().snapshot()->measures.measured;
    measureImages_->setVisible(measured_ == 0 && !workspace().snapshot()->images.root.empty());
    showTrend();
    showTable();
    showMosaic();
}

const QualityMeasureColumn* QualityPage::measure() const {
    if (!report_) return nullptr;
    const std::string key = measures_->currentData().toString().toStdString();
    const auto at = std::ranges::find(report_->measures, key, &QualityMeasureColumn::key);
    return at == report_->measures.end() ? nullptr : &*at;
}

const DistanceRelation* QualityPage::relation() const {
    if (measure() == nullptr) return nullptr;
    const auto at = std::ranges::find(report_->relations, measure()->key, &DistanceRelation::measure);
    return at == report_->relations.end() ? nullptr : &*at;
}

void QualityPage::chooseMeasure(const std::string& key) {
    measures_->setCurrentIndex(std::max(0, measures_->findData(QString::fromStdString(key))));
}

void QualityPage::showTrend() {
    if (measure() == nullptr || report_->unitLength) return;
    trendCard_->setTitle(tr("%1 over distance").arg(QString::fromStdString(measure()->title)));
    trendCard_->setCaption(relation() != nullptr ? relationText(*relation()) : QString());
    trendCard_->setPlot(trendPlot(*report_, *measure(), relation()));
}

void QualityPage::showTable() {
    QList<QStringList> rows;
    QStringList fixed;
    for (const DistanceRelation& r : report_->relations) {
        rows << relationRow(r, qualityTitle(r.measure, report_->measures));
        if (r.partial && fixed.isEmpty())
            for (const std::string& control : r.partial->controls)
                fixed << qualityTitle(control, report_->measures).toLower();
    }
    table_->setRows(relationHeader(), rows);
    tableCard_->setCaption(tr("95 % intervals, identities resampled. %1")
                               .arg(fixed.isEmpty() ? QString() : tr("Partial: %1 held fixed.").arg(fixed.join(tr(", ")))));
    for (int r = 0; r < rows.size(); ++r)
        if (rows[r].size() == 2) {
            table_->setSpan(r, 1, 1, table_->columnCount() - 1);
            table_->item(r, 1)->setTextAlignment(Qt::AlignVCenter | Qt::AlignLeft);
        }
}

void QualityPage::showMosaic() {
    QStringList headings;
    std::vector<std::vector<int>> columns;
    for (std::size_t p = 0; p < report_->percentiles.size(); ++p) {
        headings << tr("%1 %").arg(report_->percentiles[p]);
        columns.emplace_back(report_->mosaics[p].begin(), report_->mosaics[p].end());
    }
    mosaicCard_->setTitle(report_->kind == DistanceKind::kCentroid ? tr("From far from the centroid to near it")
                          : report_->kind == DistanceKind::kMean   ? tr("From the mean outwards")
                                                                   : tr("From the origin outwards"));
    mosaicCard_->setCaption(tr("Percentiles of %1. Click on a face, or on a heading for its column.")
                                .arg(distanceTitle(report_->kind).toLower()));
    mosaic_->setColumns(headings, std::move(columns));
    cards()->setShown(mosaicCard_, !report_->unitLength);
}

void QualityPage::computeDiscard() {
    run<DiscardOutcome>(
        tr("Error versus discard"),
        [](const PageInput& input, const JobContext& job) -> Result<DiscardOutcome> {
            DiscardOutcome outcome;
            VerificationAnalysisOptions pairs;
            pairs.verification.bootstrap = 0;
            pairs.verification.worstPairs = 0;
            auto verified = verificationOf(*input.snapshot, input.scope, pairs, job);
            if (verified) {
                auto report = discardOf(*input.snapshot, input.scope, verified->result, {}, job);
                outcome.verification = std::move(verified->result);
                if (report) outcome.report = std::move(*report);
                if (!report) verified = forward(report);
            }
            if (!verified && verified.error().code == ErrorCode::kCancelled) return forward(verified);
            if (!verified) outcome.missing = verified.error().message;
            return outcome;
        },
        [this](DiscardOutcome outcome) {
            discard_ = std::make_shared<DiscardOutcome>(std::move(outcome));
            const QString before = quality_->currentData().toString();
            const QSignalBlocker block(quality_);
            quality_->clear();
            for (const std::string& key : discard_->report.qualities)
                quality_->addItem(qualityTitle(key, report_->measures), QString::fromStdString(key));
            quality_->setCurrentIndex(std::max(0, quality_->findData(before)));
            showDiscard();
        });
}

void QualityPage::showDiscard() {
    if (!discard_) return;
    if (!discard_->missing.empty()) {
        edcCard_->setCaption(QString::fromStdString(discard_->missing));
        return edcCard_->setPlot({});
    }
    const std::string key = quality_->currentData().toString().toStdString();
    const double fmr = fmr_->currentData().toDouble();
    QString figures = tr("Drag over a share to select the images that are discarded there.");
    for (const EdcCurve& c : discard_->report.curves)
        if (c.quality == key && std::abs(c.fmrTarget - fmr) < fmr * 1e-6)
            figures =
                tr("%1: FNMR %2 before; area to 20 %: %3 (stepwise), %4 (linear). Drag to select what is discarded there.")
                    .arg(qualityTitle(key, report_->measures))
                    .arg(c.startFnmr, 0, 'f', 4)
                    .arg(c.pAucStepwise, 0, 'g', 3)
                    .arg(c.pAucLinear, 0, 'g', 3);
    edcCard_->setCaption(figures);
    edcCard_->setPlot(discardPlot(discard_->report, fmr, key, logarithmic_->isChecked(), report_->measures));
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
    if (!discard_ || discard_->verification.genuine.empty()) return;
    const std::vector<double> quality = qualityOf(quality_->currentData().toString().toStdString());
    std::vector<double> ofPair;
    for (const ScoredPair& p : discard_->verification.genuine) {
        const double q = std::min(quality[static_cast<std::size_t>(p.a)], quality[static_cast<std::size_t>(p.b)]);
        if (std::isfinite(q)) ofPair.push_back(q);
    }
    const double low = quantile(ofPair, from), high = quantile(std::move(ofPair), to);
    std::vector<int> rows;
    for (const ScoredPair& p : discard_->verification.genuine)
        for (const std::int64_t row : {p.a, p.b})
            if (const double q = quality[static_cast<std::size_t>(row)]; q >= low && q <= high)
                rows.push_back(static_cast<int>(row));
    selectRows(rows);
}

void QualityPage::markSelected() {
    trend_->setMarked(isSelected());
    mosaic_->update();
}

void QualityPage::forget() {
    report_.reset();
    discard_.reset();
}

std::vector<Plot> QualityPage::plots() const {
    std::vector<Plot> plots;
    if (report_ && !report_->unitLength && measure() != nullptr) plots.push_back(trend_->plot());
    if (discard_ && discard_->missing.empty()) plots.push_back(edc_->plot());
    return plots;
}

}  // namespace facespace
