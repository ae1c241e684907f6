#include "widgets/pages/suspects_page.h"

#include <algorithm>
#include <QHBoxLayout>

#include "core/charts/charts.h"
#include "core/common/number_text.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/pair_view.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/selected_marks.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr std::size_t kMostShown = 1000;

QString count(std::int64_t n) { return QString::fromStdString(groupedNumber(n)); }

}  // namespace

SuspectsPage::SuspectsPage(Workspace* workspace, QWidget* parent)
    : AnalysisPage(workspace, suspectsAnalysis(), parent), thumbnails_(workspace, 96, 16 << 20) {
    bar()->addWidget(controls());
    faces_ = new PairView(tr("Suspected labels as faces"), &thumbnails_, isSelected());
    facesCard_ = new Card(tr("Image, and a face of the nearer identity"), static_cast<QWidget*>(faces_));
    cards()->add(facesCard_);
    table_ = new FiguresTable(tr("Suspected labels"));
    cards()->add(new Card(tr("Suspected labels"), static_cast<QWidget*>(table_), 1));
    histogram_ = new PlotView;
    histogramCard_ = new Card(figureTitle(analysis(), "suspect-margins"), histogram_);
    cards()->add(histogramCard_);

    connect(faces_, &PairView::pairChosen, this, [this](int pair, Qt::KeyboardModifiers modifiers) {
        choose(static_cast<int>(faces_->pairs()->pair(pair).a), modifiers);
    });
    connect(table_, &FiguresTable::rowChosen, this,
            [this](int row) { choose(static_cast<int>(suspects_.list[static_cast<std::size_t>(row)].row), {}); });
    linkBars(histogram_, [this](double low, double high) { return rowsInRange(low, high); });
}

void SuspectsPage::compute() {
    runAnalysis<Suspects>(tr("Looking for wrong labels"), controls()->values(),
                          [this](Suspects suspects) { showReport(std::move(suspects)); });
}

void SuspectsPage::showReport(Suspects suspects) {
    suspects_ = std::move(suspects);
    showList();
    showHistogram();
}

void SuspectsPage::showList() {
    const auto& images = workspace().snapshot()->images.images;
    std::vector<ScoredPair> pairs;
    QStringList names;
    QList<QStringList> rows;
    for (const Suspect& s : suspects_.list) {
        if (pairs.size() == kMostShown) break;
        const QString labelled = QString::fromStdString(s.identity), nearest = QString::fromStdString(s.nearest);
        pairs.push_back({s.row, s.nearestExample, static_cast<float>(s.margin())});
        names << QStringLiteral("%1 → %2").arg(labelled, nearest);
        rows << QStringList{labelled,
                            nearest,
                            fixedNumber(s.margin(), 3),
                            fixedNumber(s.own, 3),
                            fixedNumber(s.other, 3),
                            QString::fromStdString(images[static_cast<std::size_t>(s.row)].path)};
    }
    faces_->setPairs(std::move(pairs), names);
    table_->setRows({tr("Labelled"), tr("Nearer to"), tr("Margin"), tr("Cosine, own"), tr("other"), tr("Image")}, rows);
    QStringList words{tr("%1 of %2 images are nearer to another identity's centroid than to their own, taken without them.")
                          .arg(count(static_cast<std::int64_t>(suspects_.list.size())), count(suspects_.judged))};
    if (suspects_.list.size() > kMostShown) words << tr("The first %1 are listed.").arg(count(kMostShown));
    for (const Text& note : suspects_.notes) words << coreText(note);
    facesCard_->setCaption(words.join(QLatin1Char(' ')));
}

void SuspectsPage::showHistogram() {
    const QRectF brushed = histogram_->brushed();
    histogramCard_->setChart(withSelected(report::suspectMarginsChart(suspects_), isSelected()));
    histogram_->setBrushed(brushed);
}

std::vector<int> SuspectsPage::rowsInRange(double low, double high) const {
    std::vector<int> rows;
    for (std::size_t r = 0; r < suspects_.margins.size(); ++r) {
        const auto m = static_cast<double>(suspects_.margins[r]);
        if (m >= low && m <= high) rows.push_back(static_cast<int>(r));
    }
    return rows;
}

void SuspectsPage::choose(int row, Qt::KeyboardModifiers modifiers) {
    selectNow({row}, modifiers);
    workspace().selection().setCurrent(row);
}

void SuspectsPage::markSelected() {
    showHistogram();
    faces_->viewport()->update();
}

std::vector<PageDrawing> SuspectsPage::drawings() const {
    if (!hasResult()) return {};
    std::vector<PageDrawing> drawings = AnalysisPage::drawings();
    // Without a suspect there are no faces to draw.
    if (suspects_.list.empty()) std::erase_if(drawings, [](const PageDrawing& d) { return d.kind.people; });
    return drawings;
}

std::vector<figure::Chart> SuspectsPage::charts() const {
    const bool judged = hasResult() && !histogram_->chart().layers.empty();
    return judged ? std::vector<figure::Chart>{histogram_->chart()} : std::vector<figure::Chart>{};
}

}  // namespace facespace
