#include "widgets/pages/quality_page.h"

#include <algorithm>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/charts/charts.h"
#include "widgets/look/text_label.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/distance_sentence.h"
#include "widgets/pages/face_mosaic.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/quality_rows.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kShortest = 9;  // letters of a choice that is narrow

}  // namespace

QualityPage::QualityPage(Workspace* workspace, QWidget* parent)
    : AnalysisPage(workspace, qualityAnalysis(), parent), thumbnails_(workspace, 96, 16 << 20) {
    buildBar();
    buildCards();
    connectCharts();
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, new DistanceSentence(workspace));  // below the bar
}

void QualityPage::buildBar() {
    const auto choice = [this](const QString& label) {
        auto* box = new QComboBox;
        box->setAccessibleName(label);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumContentsLength(kShortest);
        auto* text = new TextLabel(label);
        text->setBuddy(box);
        bar()->addWidget(text);
        bar()->addWidget(box);
        return box;
    };
    measures_ = choice(tr("Measure"));
    qobject_cast<QComboBox*>(addToBar("distance"))->setMinimumContentsLength(kShortest);
    discardFields_ = new FieldControls(discardAnalysis().fields, this);
    discardFields_->hide();  // its controls are here and there in the page
    QWidget* limit = discardFields_->takeControl("discard-limit");
    controls()->addWidget(limit->accessibleName(), limit);
    connect(discardFields_, &FieldControls::edited, this, [this] {
        // The axis of errors alone is drawn anew.
        if (discardFields_->values().json(false) == discardValues_.json(false))
            showDiscard();
        else
            optionsChanged();
    });
    threshold_ = new QComboBox;
    threshold_->addItems({tr("fixed"), tr("recomputed")});
    threshold_->setToolTip(
        tr("Of error versus discard. Recomputed: found again at every share discarded, on the pairs that are left"));
    controls()->addWidget(tr("Threshold"), threshold_);
    bar()->addWidget(controls());
    measureImages_ = new QPushButton(tr("Measure the images"));
    measureImages_->setToolTip(tr("Sharpness, brightness, contrast and more, from the pixels of each face"));
    measureImages_->hide();
    bar()->addWidget(measureImages_);
    connect(measureImages_, &QPushButton::clicked, this, &QualityPage::measureRequested);
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
    note_ = new TextLabel;
    note_->setWordWrap(true);
    note_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    noteCard_ = new Card(tr("Distance"), note_);
    trend_ = new PlotView;
    trendCard_ = new Card(figureTitle(analysis(), "quality"), trend_);
    explainFigure(trendCard_, analysis(), "quality");
    table_ = new FiguresTable(tr("Correlations with the distance"));
    tableCard_ = new Card(tr("Rank correlation with the distance"), static_cast<QWidget*>(table_), 2);
    edc_ = new PlotView;
    edcCard_ = new Card(figureTitle(discardAnalysis(), "edc"), edc_, 2);
    explainFigure(edcCard_, discardAnalysis(), "edc");
    areas_ = new FiguresTable(tr("Areas of error versus discard"));
    areasCard_ = new Card(tr("Areas of error versus discard"), static_cast<QWidget*>(areas_));
    explainFigure(areasCard_, discardAnalysis(), "edc");
    fmr_ = new QComboBox;
    fmr_->setAccessibleName(tr("False match rate"));
    for (const double target : EdcOptions{}.fmrTargets) fmr_->addItem(tr("FMR %1").arg(digitsText(target, 3)), target);
    auto* logarithmic = qobject_cast<QCheckBox*>(discardFields_->takeControl("log"));
    logarithmic->setText(tr("log"));
    // Which curve is told: beside them, as the other choices of this card alone.
    quality_ = new QComboBox;
    quality_->setAccessibleName(tr("Discard by"));
    quality_->setToolTip(tr("The measure that images are discarded by; its curve is drawn wider"));
    quality_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    quality_->setMinimumContentsLength(kShortest);
    auto* by = new TextLabel(tr("Discard by"));
    by->setBuddy(quality_);
    for (QWidget* w : std::initializer_list<QWidget*>{by, quality_, fmr_, logarithmic}) edcCard_->addControl(w);
    mosaic_ = new FaceMosaic(&thumbnails_, isSelected());
    mosaic_->setAccessibleName(tr("Faces by distance"));
    mosaicCard_ = new Card(tr("From the origin outwards"), static_cast<QWidget*>(mosaic_), 2);
    for (Card* card : {noteCard_, trendCard_, mosaicCard_, edcCard_, areasCard_, tableCard_}) cards()->add(card);
    cards()->setShown(noteCard_, false);
}

void QualityPage::connectCharts() {
    linkPoints(trend_);
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
    connect(edc_, &PlotView::brushEnded, this,
            [this](const QRectF& area) { selectDiscarded(area.left() / 100, area.right() / 100); });
    connect(edc_, &PlotView::emptyClicked, this, [this](Qt::KeyboardModifiers modifiers) {
        if (selectionModeFor(modifiers) == SelectionMode::kReplace) workspace().selection().clear();
    });
    connect(areas_, &FiguresTable::rowChosen, this, [this](int row) {
        const int at = quality_->findData(QString::fromStdString(areaKeys_[static_cast<std::size_t>(row)]));
        if (at >= 0) quality_->setCurrentIndex(at);
    });
    for (QComboBox* box : {quality_, fmr_, threshold_})
        connect(box, &QComboBox::currentIndexChanged, this, &QualityPage::showDiscard);
}

void QualityPage::compute() {
    controls()->set("percentiles", std::vector<double>{0, 1, 5, 10, 25, 50, 75, 90, 95, 99, 100});
    discardFields_->set("seed", controls()->values().at("seed"));
    discardValues_ = discardFields_->values();
    discard_.reset();
    recomputed_.clear();
    edcCard_->setCaption(tr("Computed after the correlations."));
    runAnalysis<QualityReport>(tr("Relating quality to distance"), controls()->values(),
                               [this](std::shared_ptr<const QualityReport> report) {
                                   showReport(std::move(report));
                                   startDiscard();
                               });
}

void QualityPage::showReport(std::shared_ptr<const QualityReport> report) {
    report_ = std::move(report);
    const QString before = measures_->currentData().toString();
    {
        const QSignalBlocker block(measures_);
        measures_->clear();
        for (const QualityMeasureColumn& m : report_->measures)
            measures_->addItem(coreText(m.title), QString::fromStdString(m.key));
        measures_->setCurrentIndex(std::max(0, measures_->findData(before)));
    }
    QStringList words;
    if (report_->unitLength)
        words << tr("The features of %1 have unit length: every image is at the same distance, so the distance says nothing "
                    "of "
                    "quality. Choose a network that returns raw features, or the cosine to the identity's centroid.")
                     .arg(QString::fromStdString(report_->network));
    // Its last sentence says the same of unit length.
    for (std::size_t i = 0; i + (report_->unitLength ? 1 : 0) < report_->missing.size(); ++i)
        words << coreText(report_->missing[i]);
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
    trendCard_->setTitle(tr("%1 over distance").arg(coreText(measure()->title)));
    trendCard_->setCaption(relation() != nullptr ? relationText(*relation()) : QString());
    trendCard_->setChart(report::distanceQualityChart(*report_, measure()->key));
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

void QualityPage::markSelected() {
    trend_->setMarked(isSelected());
    mosaic_->update();
}

void QualityPage::forget() {
    report_.reset();
    discard_.reset();
    recomputed_.clear();
}

std::vector<PageDrawing> QualityPage::drawings() const {
    std::vector<PageDrawing> drawings;
    if (report_ && !report_->relations.empty() && !report_->unitLength) {
        drawings = AnalysisPage::drawings();
        for (PageDrawing& drawing : drawings)
            (void)drawing.values.set("measure", measures_->currentData().toString().toStdString());
    }
    if (!discard_ || !discard_->missing.empty()) return drawings;
    Values values = discardValues_;
    const auto take = [&values](const std::string& key, const Value& value) { (void)values.set(key, value); };
    take("measure", quality_->currentData().toString().toStdString());
    take("log", discardFields_->values().flag("log"));
    take("recomputed", recomputes() && !shownCurves().empty());
    for (PageDrawing& drawing :
         drawingsOf(discardFindings({discardInput_.snapshot, discardInput_.scope, values, {}}, shownDiscard())))
        drawings.push_back(std::move(drawing));
    return drawings;
}

std::vector<figure::Chart> QualityPage::charts() const {
    std::vector<figure::Chart> charts;
    if (report_ && !report_->unitLength && measure() != nullptr) charts.push_back(trend_->chart());
    if (discard_ && !edc_->chart().layers.empty()) charts.push_back(edc_->chart());
    return charts;
}

}  // namespace facespace
