#include "widgets/pages/verification_page.h"

#include <algorithm>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>

#include "core/charts/charts.h"
#include "widgets/look/text_label.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/pair_view.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/verification_rows.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
VerificationPage::VerificationPage(Workspace* workspace, QWidget* parent)
    : AnalysisPage(workspace, verifyAnalysis(), parent), thumbnails_(workspace, 96, 16 << 20) {
    buildBar();
    buildCards();
}

QComboBox* VerificationPage::addChoice(const QString& label, const QStringList& items) {
    auto* box = new QComboBox;
    box->addItems(items);
    box->setAccessibleName(label);
    auto* text = new TextLabel(label);
    text->setBuddy(box);
    bar()->addWidget(text);
    bar()->addWidget(box);
    return box;
}

void VerificationPage::buildBar() {
    addToBar("metric");
    pairs_ = addChoice(tr("Pairs"), {tr("All pairs"), tr("Protocol file…")});
    pairs_->setToolTip(tr("LFW's pairs.txt; or, with a column of templates among the parameters, pairs of templates"));
    drag_ = addChoice(tr("Dragging selects"), {tr("genuine pairs"), tr("impostor pairs")});
    buildParameters();
    connect(pairs_, &QComboBox::activated, this, [this](int index) {
        if (index == 0) return setProtocol({});
        askForProtocol();
    });
    connect(&workspace(), &Workspace::snapshotChanged, this, &VerificationPage::fillColumns);
    fillColumns();
}

void VerificationPage::buildParameters() {
    templates_ = new QComboBox;
    templates_->setToolTip(tr("Images with the same value are one template: their features are pooled by the mean"));
    media_ = new QComboBox;
    media_->setToolTip(tr("Images of one medium are pooled first, so that a video counts as much as a photograph"));
    controls()->addWidget(tr("Templates"), templates_);
    controls()->addWidget(tr("Media within a template"), media_);
    bar()->addWidget(controls());
    for (QComboBox* box : {templates_, media_}) connect(box, &QComboBox::activated, this, &VerificationPage::optionsChanged);
}

/// The columns that may name templates and media.
void VerificationPage::fillColumns() {
    const auto& snapshot = workspace().snapshot();
    const std::string file = snapshot ? snapshot->projectFile.string() : std::string();
    if (file != projectFile_) protocol_.clear();
    projectFile_ = file;
    pairs_->setCurrentIndex(protocol_.empty() ? 0 : 1);
    for (const auto& [box, none] :
         {std::pair{templates_, tr("None: images are compared")}, std::pair{media_, tr("The video")}}) {
        const QString before = box->currentData().toString();
        box->clear();
        box->addItem(none, QString());
        if (snapshot)
            for (const std::string& column : snapshot->images.metadataColumns)
                box->addItem(QString::fromStdString(column), QString::fromStdString(column));
        box->setCurrentIndex(std::max(0, box->findData(before)));
    }
}

void VerificationPage::buildCards() {
    histogram_ = new PlotView;
    histogramCard_ = new Card(figureTitle(analysis(), "scores"), histogram_);
    explainFigure(histogramCard_, analysis(), "scores");
    curve_ = new PlotView;
    curveCard_ = new Card(tr("ROC and DET"), curve_);
    curveKind_ = new QComboBox;
    curveKind_->addItems({figureTitle(analysis(), "roc"), figureTitle(analysis(), "det")});
    curveKind_->setAccessibleName(tr("Curve"));
    curveCard_->addControl(curveKind_);
    connect(curveKind_, &QComboBox::currentIndexChanged, this, &VerificationPage::showCurve);
    figures_ = new FiguresTable(tr("Verification figures"));
    figures_->wrapNames();
    figuresCard_ = new Card(tr("Figures"), figures_);
    for (Card* card : {histogramCard_, curveCard_, figuresCard_}) cards()->add(card);
    genuine_ = addPairs(tr("Same identity, least alike"), true);
    impostor_ = addPairs(tr("Different identities, most alike"), false);
    connectCharts();
}

PairView* VerificationPage::addPairs(const QString& title, bool genuine) {
    auto* pairs = new PairView(title, &thumbnails_, isSelected());
    connect(pairs, &PairView::pairChosen, this, [this, genuine](int pair, Qt::KeyboardModifiers modifiers) {
        const Verification& v = report_->result;
        choosePair((genuine ? v.worstGenuine : v.worstImpostor)[static_cast<std::size_t>(pair)], modifiers);
    });
    (genuine ? genuineCard_ : impostorCard_) = new Card(title, static_cast<QWidget*>(pairs));
    cards()->add(genuine ? genuineCard_ : impostorCard_);
    return pairs;
}

void VerificationPage::connectCharts() {
    for (PlotView* chart : {histogram_, curve_}) {
        chart->setBrush(PlotView::Brush::kRange);
        connect(chart, &PlotView::brushStarted, this, &VerificationPage::beginSelecting);
        connect(chart, &PlotView::emptyClicked, this, [this](Qt::KeyboardModifiers modifiers) {
            if (selectionModeFor(modifiers) == SelectionMode::kReplace) workspace().selection().clear();
        });
    }
    connect(histogram_, &PlotView::brushEnded, this,
            [this](const QRectF& area) { selectScores(area.left(), area.right(), histogramCard_); });
    connect(histogram_, &PlotView::pointClicked, this, [this](int layer, int bar, Qt::KeyboardModifiers modifiers) {
        const auto& bars = std::get<figure::Histogram>(histogram_->chart().layers[static_cast<std::size_t>(layer)]);
        const auto i = static_cast<std::size_t>(bar);
        beginSelecting(modifiers);
        selectScores(bars.edges[i], bars.edges[i + 1], histogramCard_);
    });
    connect(curve_, &PlotView::brushEnded, this, [this](const QRectF& area) {
        const auto [low, high] = thresholdsBetween(report_->result, area.left(), area.right());
        selectScores(low, high, curveCard_);
    });
}

void VerificationPage::askForProtocol() {
    const auto snapshot = workspace().snapshot();
    const QString folder = snapshot ? QString::fromStdString(snapshot->projectFile.parent_path().string()) : QString();
    auto* dialog = new QFileDialog(this, tr("Pairs to compare"), folder, tr("Protocols (*.txt *.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { setProtocol(std::filesystem::path(file.toStdString())); });
    connect(dialog, &QDialog::rejected, this, [this] { pairs_->setCurrentIndex(protocol_.empty() ? 0 : 1); });
    dialog->open();
}

void VerificationPage::setProtocol(const std::filesystem::path& file) {
    protocol_ = file;
    pairs_->setCurrentIndex(file.empty() ? 0 : 1);
    pairs_->setItemText(
        1, file.empty() ? tr("Protocol file…") : tr("%1…").arg(QString::fromStdString(file.filename().string())));
    optionsChanged();
}

void VerificationPage::compute() {
    controls()->set("protocol", protocol_.string());
    controls()->set("templates", templates_->currentData().toString().toStdString());
    controls()->set("template-media", media_->currentData().toString().toStdString());
    usedInput_ = input();
    usedOptions_ = verificationOptions(controls()->values());
    runAnalysis<VerificationReport>(
        tr("Comparing pairs"), controls()->values(),
        [this](std::shared_ptr<const VerificationReport> report) { showReport(std::move(report)); });
}

void VerificationPage::forget() {
    report_.reset();
    picker_.cancel();
}

void VerificationPage::showReport(std::shared_ptr<const VerificationReport> report) {
    report_ = std::move(report);
    histogramCard_->setCaption(tr("Drag over scores to select the images of their pairs."));
    showHistogram();
    showCurve();
    showFigures();
    showPairs();
}

void VerificationPage::showHistogram() {
    const Verification& v = report_->result;
    histogramCard_->setChart(withSelectedPairs(report::scoreChart(v), v, isRowSelected()));
}

void VerificationPage::showCurve() {
    if (!report_) return;
    const bool det = curveKind_->currentIndex() == 1;
    const auto chart = det ? report::detChart(report_->result) : report::rocChart(report_->result);
    curveCard_->setCaption(chart ? tr("Drag over a region to select the images of its pairs.")
                                 : coreText(report::noErrorRates()));
    curveCard_->setChart(chart.value_or(figure::Chart()));
}

void VerificationPage::showFigures() {
    figures_->setRows({tr("Of %1").arg(coreText(report_->pairs)), tr("Value (95 % interval)")},
                      verificationRows(report_->result));
    QStringList notes{
        tr("95 % intervals: identities are left out in turn on both sides of a pair, thresholds found "
           "again. 1 − FNMR at an FMR is also called TAR at a FAR.")};
    for (const Text& note : report_->result.notes) notes << coreText(note);
    if (report_->missingPairs > 0) {
        QStringList names;
        for (const std::string& name : report_->missingNames)
            if (names.size() < 3) names << QString::fromStdString(name);
        notes << tr("%1 pairs of the protocol are left out: an image or a template is not there or has no feature (%2 …).")
                     .arg(countText(report_->missingPairs), names.join(QStringLiteral(", ")));
    }
    figuresCard_->setCaption(notes.join(QLatin1Char(' ')));
}

void VerificationPage::markSelected() {
    if (!report_) return;
    const QRectF brushed = histogram_->brushed();
    showHistogram();
    histogram_->setBrushed(brushed);
    genuine_->viewport()->update();
    impostor_->viewport()->update();
}

std::vector<figure::Chart> VerificationPage::charts() const {
    std::vector<figure::Chart> charts;
    if (!report_) return charts;
    for (const PlotView* view : {histogram_, curve_})
        if (!view->chart().layers.empty()) charts.push_back(view->chart());
    return charts;
}

}  // namespace facespace
