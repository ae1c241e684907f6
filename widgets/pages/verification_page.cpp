#include "widgets/pages/verification_page.h"

#include <algorithm>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

#include "core/common/number_text.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/option_popup.h"
#include "widgets/pages/pair_view.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/verification_plots.h"
#include "widgets/words/core_text.h"

namespace facespace {
VerificationPage::VerificationPage(Workspace* workspace, QWidget* parent)
    : AnalysisPage(workspace, tr("How well the features tell identities apart"), parent),
      thumbnails_(workspace, 96, 16 << 20) {
    buildBar();
    buildCards();
}

QComboBox* VerificationPage::addChoice(const QString& label, const QStringList& items) {
    auto* box = new QComboBox;
    box->addItems(items);
    box->setAccessibleName(label);
    auto* text = new QLabel(label);
    text->setBuddy(box);
    bar()->addWidget(text);
    bar()->addWidget(box);
    return box;
}

void VerificationPage::buildBar() {
    metric_ = addChoice(tr("Score"), {tr("Cosine"), tr("Euclidean")});
    pairs_ = addChoice(tr("Pairs"), {tr("All pairs"), tr("Protocol file…")});
    pairs_->setToolTip(tr("LFW's pairs.txt; or, with a column of templates among the parameters, pairs of templates"));
    drag_ = addChoice(tr("Dragging selects"), {tr("genuine pairs"), tr("impostor pairs")});
    buildParameters();
    connect(metric_, &QComboBox::currentIndexChanged, this, &VerificationPage::optionsChanged);
    connect(pairs_, &QComboBox::activated, this, [this](int index) {
        if (index == 0) return setProtocol({});
        askForProtocol();
    });
    connect(&workspace(), &Workspace::snapshotChanged, this, &VerificationPage::fillColumns);
    fillColumns();
}

void VerificationPage::buildParameters() {
    options_ = new OptionPopup;
    templates_ = new QComboBox;
    templates_->setToolTip(tr("Images with the same value are one template: their features are pooled by the mean"));
    media_ = new QComboBox;
    media_->setToolTip(tr("Images of one medium are pooled first, so that a video counts as much as a photograph"));
    options_->addWidget(tr("Templates"), templates_);
    options_->addWidget(tr("Media within a template"), media_);
    worst_ = options_->addNumber(tr("Worst pairs of each kind"), 1, 5000, 100);
    bootstrap_ = options_->addNumber(tr("Resamples for intervals"), 0, 10000, 500);
    seed_ = options_->addNumber(tr("Seed"), 0, 1000000, 1);
    bar()->addWidget(options_);
    connect(options_, &OptionPopup::edited, this, &VerificationPage::optionsChanged);
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
    histogramCard_ = new Card(tr("Scores"), histogram_);
    curve_ = new PlotView;
    curveCard_ = new Card(tr("ROC and DET"), curve_);
    curveKind_ = new QComboBox;
    curveKind_->addItems({tr("ROC"), tr("DET")});
    curveKind_->setAccessibleName(tr("Curve"));
    curveCard_->addControl(curveKind_);
    connect(curveKind_, &QComboBox::currentIndexChanged, this, &VerificationPage::showCurve);
    figures_ = new FiguresTable(tr("Verification figures"));
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
    connect(histogram_, &PlotView::pointClicked, this, [this](int series, int bar, Qt::KeyboardModifiers modifiers) {
        const PlotSeries& s = histogram_->plot().series[static_cast<std::size_t>(series)];
        const auto i = static_cast<std::size_t>(bar);
        beginSelecting(modifiers);
        selectScores(s.x[i], s.x[i + 1], histogramCard_);
    });
    connect(curve_, &PlotView::brushEnded, this, [this](const QRectF& area) {
        const auto [low, high] = thresholdsBetween(report_->result, area.left(), area.right());
        selectScores(low, high, curveCard_);
    });
}

void VerificationPage::askForProtocol() {
    auto* dialog = new QFileDialog(this, tr("Pairs to compare"), QString(), tr("Protocols (*.txt *.csv);;All files (*)"));
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
    VerificationAnalysisOptions options;
    options.verification.metric = metric_->currentIndex() == 0 ? PairMetric::kCosine : PairMetric::kEuclidean;
    options.verification.worstPairs = worst_->value();
    options.verification.bootstrap = bootstrap_->value();
    options.verification.seed = static_cast<std::uint64_t>(seed_->value());
    options.protocol = protocol_;
    options.templates = templates_->currentData().toString().toStdString();
    options.media = media_->currentData().toString().toStdString();
    usedInput_ = input();
    usedOptions_ = options;
    used().verification = options;
    used().setSeed(options.verification.seed);
    run<VerificationReport>(
        tr("Comparing pairs"),
        [options](const PageInput& input, const JobContext& job) {
            return verificationOf(*input.snapshot, input.scope, options, job);
        },
        [this](VerificationReport report) { showReport(std::move(report)); });
}

void VerificationPage::forget() {
    report_.reset();
    picker_.cancel();
}

void VerificationPage::showReport(VerificationReport report) {
    report_ = std::make_shared<VerificationReport>(std::move(report));
    histogramCard_->setCaption(tr("Drag over scores to select the images of their pairs."));
    curveCard_->setCaption(tr("Drag over a region to select the images of its pairs."));
    showHistogram();
    showCurve();
    showFigures();
    showPairs();
}

void VerificationPage::showHistogram() { histogramCard_->setPlot(scorePlot(report_->result, isRowSelected())); }

void VerificationPage::showCurve() {
    if (report_) curveCard_->setPlot(curveKind_->currentIndex() == 0 ? rocPlot(report_->result) : detPlot(report_->result));
}

void VerificationPage::showFigures() {
    figures_->setRows({tr("Of %1").arg(coreText(report_->pairs)), tr("Value (95 % interval)")},
                      verificationRows(report_->result));
    QStringList notes{tr("Identities resampled.")};
    for (const std::string& note : report_->result.notes) notes << coreText(note);
    if (report_->missingPairs > 0) {
        QStringList names;
        for (const std::string& name : report_->missingNames)
            if (names.size() < 3) names << QString::fromStdString(name);
        notes << tr("%1 pairs of the protocol are left out: an image or a template is not there or has no feature (%2 …).")
                     .arg(QString::fromStdString(groupedNumber(report_->missingPairs)), names.join(QStringLiteral(", ")));
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

std::vector<PageDrawing> VerificationPage::drawings() const {
    std::vector<PageDrawing> drawings;
    if (!report_) return drawings;
    for (const char* name : {"roc", "det", "scores"})
        drawings.push_back(drawingOf(name, [report = report_, name] { return report::figureOf(name, report->result); }));
    return drawings;
}

std::vector<Plot> VerificationPage::plots() const {
    return report_ ? std::vector<Plot>{histogram_->plot(), curve_->plot()} : std::vector<Plot>{};
}

}  // namespace facespace
