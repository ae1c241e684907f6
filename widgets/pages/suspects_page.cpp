#include "widgets/pages/suspects_page.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <QComboBox>
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
#include "widgets/pages/selected_marks.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr std::size_t kMostShown = 1000;

QString count(std::int64_t n) { return countText(n); }

QString kindText(DuplicateKind kind) {
    return kind == DuplicateKind::kSamePixels    ? SuspectsPage::tr("same pixels")
           : kind == DuplicateKind::kSamePicture ? SuspectsPage::tr("same picture")
                                                 : SuspectsPage::tr("alike features");
}

}  // namespace

SuspectsPage::SuspectsPage(Workspace* workspace, QWidget* parent)
    : AnalysisPage(workspace, suspectsAnalysis(), parent), thumbnails_(workspace, 96, 16 << 20) {
    list_ = new QComboBox;
    list_->addItems({tr("Wrong labels"), tr("Two people under one name"), tr("One person under two names"),
                     tr("The same picture twice")});
    list_->setAccessibleName(tr("List"));
    auto* label = new TextLabel(tr("&List"));
    label->setBuddy(list_);
    bar()->addWidget(label);
    bar()->addWidget(list_);
    bar()->addWidget(controls());
    connect(list_, &QComboBox::activated, this, [this] {
        if (hasResult()) showList();
    });
    faces_ = new PairView(tr("Suspected labels as faces"), &thumbnails_, isSelected());
    facesCard_ = new Card(tr("As faces"), static_cast<QWidget*>(faces_));
    cards()->add(facesCard_);
    table_ = new FiguresTable(tr("Suspected labels"));
    table_->setListsImages();
    cards()->add(new Card(tr("Suspected labels"), static_cast<QWidget*>(table_), 1));
    histogram_ = new PlotView;
    histogramCard_ = new Card(figureTitle(analysis(), "suspect-margins"), histogram_);
    explainFigure(histogramCard_, analysis(), "suspect-margins");
    cards()->add(histogramCard_);

    connect(faces_, &PairView::pairChosen, this, &SuspectsPage::choose);
    connect(table_, &FiguresTable::rowChosen, this, [this](int row) { choose(row, {}); });
    linkBars(histogram_, [this](double low, double high) { return rowsInRange(low, high); });
}

void SuspectsPage::compute() {
    runAnalysis<SuspectsReport>(tr("Looking for wrong labels"), controls()->values(),
                                [this](std::shared_ptr<const SuspectsReport> suspects) { showReport(std::move(suspects)); });
}

void SuspectsPage::showReport(std::shared_ptr<const SuspectsReport> suspects) {
    suspects_ = std::move(suspects);
    showList();
    showHistogram();
}

QString SuspectsPage::pathOf(std::int64_t row) const {
    return QString::fromStdString(workspace().snapshot()->images.images[static_cast<std::size_t>(row)].path);
}

std::vector<SuspectsPage::Entry> SuspectsPage::labels(QStringList& words) const {
    std::vector<Entry> entries;
    for (const Suspect& s : suspects().list) {
        if (entries.size() == kMostShown) break;
        const QString labelled = QString::fromStdString(s.identity), nearest = QString::fromStdString(s.nearest);
        const int row = static_cast<int>(s.row);
        entries.push_back(
            {{s.row, s.nearestExample, static_cast<float>(s.margin())},
             QStringLiteral("%1 → %2").arg(labelled, nearest),
             {labelled, nearest, fixedNumber(s.margin(), 3), fixedNumber(s.own, 3), fixedNumber(s.other, 3), pathOf(s.row)},
             {row},
             row});
    }
    words << tr("%1 of %2 images are nearer to another identity's centroid than to their own, taken without them.")
                 .arg(count(static_cast<std::int64_t>(suspects().list.size())), count(suspects().judged));
    if (suspects().list.size() > kMostShown) words << tr("The first %1 are listed.").arg(count(kMostShown));
    for (const Text& note : suspects().notes) words << coreText(note);
    return entries;
}

std::vector<SuspectsPage::Entry> SuspectsPage::mixed(QStringList& words) const {
    std::vector<Entry> entries;
    const NameLimits& limits = suspects().names.limits;
    for (const MixedName& m : suspects().names.mixed) {
        const QString name = QString::fromStdString(m.identity);
        Entry entry{{m.first.front(), m.second.front(), static_cast<float>(m.cosine)},
                    name,
                    {name, fixedNumber(m.cosine, 3), count(std::ssize(m.first)), count(std::ssize(m.second)),
                     pathOf(m.first.front()), pathOf(m.second.front())},
                    {},
                    static_cast<int>(m.second.front())};
        for (const std::int64_t row : m.second) entry.rows.push_back(static_cast<int>(row));
        entries.push_back(std::move(entry));
    }
    if (!std::isnan(limits.mixedBelow))
        words << tr("%1 of %2 names have halves with a cosine below %3, which finds %4 % of planted mixtures of two names. "
                    "Choosing one selects its smaller half.")
                     .arg(count(std::ssize(suspects().names.mixed)), count(limits.names), fixedNumber(limits.mixedBelow, 2),
                          fixedNumber(100 * limits.plantedFound, 0));
    for (const Text& note : suspects().names.notes) words << coreText(note);
    return entries;
}

std::vector<SuspectsPage::Entry> SuspectsPage::same(QStringList& words) const {
    std::vector<Entry> entries;
    const NameLimits& limits = suspects().names.limits;
    const auto& images = workspace().snapshot()->images.images;
    for (const SameNames& s : suspects().names.same) {
        const QString first = QString::fromStdString(s.first), second = QString::fromStdString(s.second);
        Entry entry{{s.firstExample, s.secondExample, static_cast<float>(s.cosine)},
                    QStringLiteral("%1 / %2").arg(first, second),
                    {first, second, fixedNumber(s.cosine, 3), count(s.firstImages), count(s.secondImages)},
                    {},
                    static_cast<int>(s.firstExample)};
        for (std::size_t row = 0; row < images.size(); ++row)
            if (images[row].identity == s.first || images[row].identity == s.second)
                entry.rows.push_back(static_cast<int>(row));
        entries.push_back(std::move(entry));
    }
    if (!std::isnan(limits.sameAbove))
        words << tr("%1 pairs of names are each other's nearest with a cosine above %2. Choosing one selects all images of "
                    "both.")
                     .arg(count(std::ssize(suspects().names.same)), fixedNumber(limits.sameAbove, 2));
    for (const Text& note : suspects().names.notes) words << coreText(note);
    return entries;
}

std::vector<SuspectsPage::Entry> SuspectsPage::duplicates(QStringList& words) const {
    std::vector<Entry> entries;
    const auto& images = workspace().snapshot()->images.images;
    for (const DuplicatePair& d : suspects().duplicates.pairs) {
        if (entries.size() == kMostShown) break;
        const auto nameOf = [&](std::int64_t row) {
            return QString::fromStdString(images[static_cast<std::size_t>(row)].identity);
        };
        entries.push_back({{d.a, d.b, static_cast<float>(d.cosine)},
                           QStringLiteral("%1 / %2").arg(nameOf(d.a), nameOf(d.b)),
                           {nameOf(d.a), nameOf(d.b), kindText(d.kind), fixedNumber(d.cosine, 3), pathOf(d.a), pathOf(d.b)},
                           {static_cast<int>(d.a), static_cast<int>(d.b)},
                           static_cast<int>(d.b)});
    }
    words << tr("%1 pairs of images have the same pixels, are the same picture, or have alike features. Frames of one video "
                "are not compared with each other.")
                 .arg(count(std::ssize(suspects().duplicates.pairs)));
    for (const Text& note : suspects().duplicates.notes) words << coreText(note);
    return entries;
}

void SuspectsPage::showList() {
    QStringList words, names, header;
    switch (list_->currentIndex()) {
        case 1:
            entries_ = mixed(words);
            header = {tr("Name"), tr("Cosine of halves"), tr("Images in one"), tr("in the other"), tr("As"), tr("and")};
            break;
        case 2:
            entries_ = same(words);
            header = {tr("Name"), tr("Other name"), tr("Cosine"), tr("Images"), tr("of the other")};
            break;
        case 3:
            entries_ = duplicates(words);
            header = {tr("Labelled"), tr("and"), tr("What is the same"), tr("Cosine"), tr("Image"), tr("Again")};
            break;
        default:
            entries_ = labels(words);
            header = {tr("Labelled"), tr("Nearer to"), tr("Margin"), tr("Cosine, own"), tr("other"), tr("Image")};
    }
    std::vector<ScoredPair> pairs;
    QList<QStringList> rows;
    for (const Entry& entry : entries_) {
        pairs.push_back(entry.faces);
        names << entry.names;
        rows << entry.cells;
    }
    faces_->setPairs(std::move(pairs), names);
    table_->setRows(header, rows);
    facesCard_->setCaption(words.join(QLatin1Char(' ')));
}

void SuspectsPage::showHistogram() {
    const QRectF brushed = histogram_->brushed();
    histogramCard_->setChart(withSelected(report::suspectMarginsChart(suspects()), isSelected()));
    histogram_->setBrushed(brushed);
}

std::vector<int> SuspectsPage::rowsInRange(double low, double high) const {
    std::vector<int> rows;
    for (std::size_t r = 0; r < suspects().margins.size(); ++r) {
        const auto m = static_cast<double>(suspects().margins[r]);
        if (m >= low && m <= high) rows.push_back(static_cast<int>(r));
    }
    return rows;
}

void SuspectsPage::choose(int entry, Qt::KeyboardModifiers modifiers) {
    const Entry& chosen = entries_[static_cast<std::size_t>(entry)];
    selectNow(chosen.rows, modifiers);
    workspace().selection().setCurrent(chosen.current);
}

void SuspectsPage::markSelected() {
    showHistogram();
    faces_->viewport()->update();
}

std::vector<PageDrawing> SuspectsPage::drawings() const {
    if (!hasResult()) return {};
    std::vector<PageDrawing> drawings = AnalysisPage::drawings();
    // What was not found has no faces to draw.
    const std::map<std::string, bool> there{{"suspects", !suspects().list.empty()},
                                            {"mixed-names", !suspects().names.mixed.empty()},
                                            {"same-names", !suspects().names.same.empty()},
                                            {"duplicates", !suspects().duplicates.pairs.empty()}};
    std::erase_if(drawings, [&](const PageDrawing& d) {
        const auto found = there.find(d.kind.name);
        return found != there.end() && !found->second;
    });
    return drawings;
}

std::vector<figure::Chart> SuspectsPage::charts() const {
    const bool judged = hasResult() && !histogram_->chart().layers.empty();
    return judged ? std::vector<figure::Chart>{histogram_->chart()} : std::vector<figure::Chart>{};
}

}  // namespace facespace
