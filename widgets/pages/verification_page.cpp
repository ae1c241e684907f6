#include "widgets/pages/verification_page.h"

#include <algorithm>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>

#include "core/common/progress_meter.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/pair_view.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/verification_plots.h"

namespace facespace {
namespace {

constexpr std::size_t kMostPairs = 5000;  // of a region; the most extreme

}  // namespace

VerificationPage::VerificationPage(Workspace* workspace, QWidget* parent)
    : AnalysisPage(workspace, tr("How well the features tell identities apart"), parent),
      thumbnails_(workspace, 96, 16 << 20) {
    buildBar();
    buildCards();
}

void VerificationPage::buildBar() {
    const auto choice = [this](const QString& label, const QStringList& items) {
        auto* box = new QComboBox;
        box->addItems(items);
        box->setAccessibleName(label);
        auto* text = new QLabel(label);
        text->setBuddy(box);
        bar()->addWidget(text);
        bar()->addWidget(box);
        return box;
    };
    metric_ = choice(tr("Score"), {tr("Cosine"), tr("Euclidean")});
    pairs_ = choice(tr("Pairs"), {tr("All pairs"), tr("LFW protocol…")});
    drag_ = choice(tr("Dragging selects"), {tr("genuine pairs"), tr("impostor pairs")});
    connect(metric_, &QComboBox::currentIndexChanged, this, &VerificationPage::optionsChanged);
    connect(pairs_, &QComboBox::activated, this, [this](int index) {
        if (index == 0) return setProtocol({});
        askForProtocol();
    });
}

void VerificationPage::buildCards() {
    histogram_ = new PlotView;
    histogramCard_ = new Card(tr("Scores"), histogram_);
    curve_ = new PlotView;
    curveCard_ = new Card(tr("Errors"), curve_);
    curveKind_ = new QComboBox;
    curveKind_->addItems({tr("ROC"), tr("DET")});
    curveKind_->setAccessibleName(tr("Curve"));
    curveCard_->addControl(curveKind_);
    connect(curveKind_, &QComboBox::currentIndexChanged, this, &VerificationPage::showCurve);
    figures_ = new FiguresTable(tr("Verification figures"));
    figuresCard_ = new Card(tr("Figures"), figures_);
    const auto list = [this](const QString& title, PairView*& pairs) {
        pairs = new PairView(title, &thumbnails_, isSelected());
        connect(pairs, &PairView::pairChosen, this, [this](int a, int b, Qt::KeyboardModifiers modifiers) {
            selectNow({a, b}, modifiers);
            workspace().selection().setCurrent(a);
        });
        return new Card(title, static_cast<QWidget*>(pairs));
    };
    genuineCard_ = list(tr("Same identity, least alike"), genuine_);
    impostorCard_ = list(tr("Different identities, most alike"), impostor_);
    for (Card* card : {histogramCard_, curveCard_, figuresCard_, genuineCard_, impostorCard_}) cards()->add(card);
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
    auto* dialog = new QFileDialog(this, tr("Pairs to compare"), QString(), tr("LFW pairs (*.txt);;All files (*)"));
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
    pairs_->setToolTip(QString::fromStdString(file.string()));
    optionsChanged();
}

void VerificationPage::compute() {
    VerificationAnalysisOptions options;
    options.verification.metric = metric_->currentIndex() == 0 ? PairMetric::kCosine : PairMetric::kEuclidean;
    options.protocol = protocol_;
    usedInput_ = input();
    run<VerificationReport>(
        tr("Comparing pairs"),
        [options](const PageInput& input, const JobContext& job) {
            return verificationOf(*input.snapshot, input.scope, options, job);
        },
        [this](VerificationReport report) { showReport(std::move(report)); });
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

void VerificationPage::showHistogram() { histogramCard_->setPlot(scorePlot(report_->result, isSelected())); }

void VerificationPage::showCurve() {
    if (report_) curveCard_->setPlot(curveKind_->currentIndex() == 0 ? rocPlot(report_->result) : detPlot(report_->result));
}

void VerificationPage::showFigures() {
    figures_->setRows({tr("Of %1").arg(QString::fromStdString(report_->pairs)), tr("Value (95 % interval)")},
                      verificationRows(report_->result));
    QStringList notes{tr("Identities resampled.")};
    for (const std::string& note : report_->result.notes) notes << QString::fromStdString(note);
    if (report_->missingPairs > 0)
        notes << tr("%1 pairs of the protocol are left out: an image is not there.").arg(report_->missingPairs);
    figuresCard_->setCaption(notes.join(QLatin1Char(' ')));
}

QStringList VerificationPage::namesOf(const std::vector<ScoredPair>& pairs, bool genuine) const {
    const auto& images = usedInput_.snapshot->images.images;
    QStringList names;
    for (const ScoredPair& p : pairs) {
        const QString a = QString::fromStdString(images[static_cast<std::size_t>(p.a)].identity);
        const QString b = QString::fromStdString(images[static_cast<std::size_t>(p.b)].identity);
        names << (genuine ? a : QStringLiteral("%1 / %2").arg(a, b));
    }
    return names;
}

void VerificationPage::showPairs() {
    const Verification& v = report_->result;
    genuine_->setPairs(v.worstGenuine, namesOf(v.worstGenuine, true));
    impostor_->setPairs(v.worstImpostor, namesOf(v.worstImpostor, false));
}

bool VerificationPage::dragsGenuine() const { return drag_->currentIndex() == 0; }

void VerificationPage::selectScores(double low, double high, Card* card) {
    if (!report_ || !(low <= high)) return;
    const Verification& v = report_->result;
    const bool genuine = dragsGenuine();
    if ((genuine && !v.genuine.empty()) || !protocol_.empty()) {
        std::vector<ScoredPair> pairs;
        for (const ScoredPair& p : genuine ? v.genuine : v.worstImpostor)
            if (static_cast<double>(p.score) >= low && static_cast<double>(p.score) <= high) pairs.push_back(p);
        return selectPairs(pairs, card, 0);
    }
    picker_.cancel();
    picker_.start<std::vector<ScoredPair>>(
        tr("Looking for pairs"),
        [input = usedInput_, metric = v.metric, genuine, low, high](const JobContext& job) {
            return pairsInRangeOf(*input.snapshot, input.scope, metric, genuine, low, high, kMostPairs, job);
        },
        [this, card](Result<std::vector<ScoredPair>> pairs) {
            if (pairs) selectPairs(*pairs, card, kMostPairs);
        });
    card->setCaption(tr("Looking for these pairs…"));
}

void VerificationPage::selectPairs(const std::vector<ScoredPair>& pairs, Card* card, std::size_t limit) {
    std::vector<int> rows;
    for (const ScoredPair& p : pairs) {
        rows.push_back(static_cast<int>(p.a));
        rows.push_back(static_cast<int>(p.b));
    }
    selectRows(rows);
    std::sort(rows.begin(), rows.end());
    const auto images = std::unique(rows.begin(), rows.end()) - rows.begin();
    const QString kind = dragsGenuine() ? tr("genuine") : tr("impostor");
    const QString most = limit > 0 && pairs.size() >= limit ? tr("the most extreme ") : QString();
    card->setCaption(tr("%1%2 %3 pairs of %4 images in this range.")
                         .arg(most, QString::fromStdString(groupedNumber(static_cast<std::int64_t>(pairs.size()))), kind,
                              QString::fromStdString(groupedNumber(images))));
}

void VerificationPage::markSelected() {
    if (!report_) return;
    const QRectF brushed = histogram_->brushed();
    showHistogram();
    histogram_->setBrushed(brushed);
    genuine_->viewport()->update();
    impostor_->viewport()->update();
}

std::vector<Plot> VerificationPage::plots() const {
    return report_ ? std::vector<Plot>{histogram_->plot(), curve_->plot()} : std::vector<Plot>{};
}

}  // namespace facespace
