#include "widgets/pages/verification_page.h"

#include <algorithm>
#include <fstream>
#include <QComboBox>
#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "tests/gui/pages/pages_fixture.h"
#include "tests/gui/pages/same_in_print.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/pair_view.h"
#include "widgets/pages/suspects_page.h"

namespace facespace {
namespace {

TEST(PairNames, BothNamesCanBeToldWhenThereIsLittleRoom) {
    const QFontMetrics metrics{QFont()};
    const QString names = QStringLiteral("Christopher01 → Christopher02");
    EXPECT_EQ(elidedNames(names, metrics, metrics.horizontalAdvance(names)), names);
    const QString shown = elidedNames(names, metrics, metrics.horizontalAdvance(names) * 3 / 4);
    ASSERT_EQ(shown.count(QStringLiteral(" → ")), 1) << shown.toStdString();
    EXPECT_TRUE(shown.section(QStringLiteral(" → "), 0, 0).endsWith(QStringLiteral("01"))) << shown.toStdString();
    EXPECT_TRUE(shown.endsWith(QStringLiteral("02"))) << shown.toStdString();
    EXPECT_LE(metrics.horizontalAdvance(shown), metrics.horizontalAdvance(names) * 3 / 4);
    // A short name stays whole.
    EXPECT_TRUE(elidedNames(QStringLiteral("Christopher01 / Al"), metrics, metrics.horizontalAdvance("Christop / Al"))
                    .endsWith(QStringLiteral(" / Al")));
}

/// Layers that the legend names as bars.
std::size_t withLegend(const PlotView& view) {
    return static_cast<std::size_t>(std::ranges::count_if(view.chart().layers, [](const figure::Layer& layer) {
        const auto* bars = std::get_if<figure::Histogram>(&layer);
        return bars != nullptr && !bars->label.empty();
    }));
}

class VerificationWidget : public testing::PageTest<VerificationPage> {};

TEST_F(VerificationWidget, TellsIdentitiesApartAndShowsTheWorstPairs) {
    open();
    wait();
    const Verification& v = page->report()->result;
    EXPECT_GT(v.auc.value, 0.95);
    auto* figures = page->findChild<FiguresTable*>();
    EXPECT_TRUE(figures->text().contains("Equal error rate"));
    figures->setFixedWidth(290);
    ASSERT_TRUE(QTest::qWaitFor([&] { return figures->width() == 290; }));
    QTest::qWait(50);
    EXPECT_EQ(figures->horizontalScrollBar()->maximum(), 0) << "values and intervals are in sight";
    auto* worst = page->worstGenuine();
    ASSERT_GT(worst->pairs()->rowCount(), 10);
    const ScoredPair first = worst->pairs()->pair(0);
    EXPECT_EQ(first.a, v.worstGenuine[0].a);
    // The planted wrong labels are what fails first.
    const auto& wrong = truth_.mislabelled;
    const auto planted = [&](std::int64_t row) { return std::find(wrong.begin(), wrong.end(), row) != wrong.end(); };
    EXPECT_TRUE(planted(first.a) || planted(first.b));
    QTest::mouseClick(worst->viewport(), Qt::LeftButton, {}, worst->visualRect(worst->pairs()->index(0)).center());
    EXPECT_EQ(selected(), (std::vector<int>{static_cast<int>(first.a), static_cast<int>(first.b)}));
    EXPECT_EQ(workspace.selection().current(), static_cast<int>(first.a));
    QTest::keyClick(worst, Qt::Key_Right);
    const ScoredPair second = worst->pairs()->pair(1);
    EXPECT_EQ(workspace.selection().current(), static_cast<int>(second.a));
    // The histogram shows the genuine pairs of the selected images.
    EXPECT_EQ(withLegend(*page->histogram()), 3U);
}

TEST_F(VerificationWidget, TheFiguresAreMadeOfTheOneResultInView) {
    open();
    wait();
    ASSERT_FALSE(page->drawings().empty());
    EXPECT_EQ(page->report(), &resultOf<VerificationReport>(*page->drawings().front().findings)) << "kept twice";
}

TEST_F(VerificationWidget, DraggingOverScoresSelectsTheImagesOfThosePairs) {
    open();
    wait();
    const Verification& v = page->report()->result;
    const double low = page->histogram()->ranges().x.rawLow, to = static_cast<double>(v.worstGenuine[20].score) + 1e-5;
    drag(page->histogram(), {low, 0}, {to, 0});
    std::vector<int> expected;
    const QRectF area = page->histogram()->brushed();
    for (const ScoredPair& p : v.genuine) {
        if (static_cast<double>(p.score) > area.right() || static_cast<double>(p.score) < area.left()) continue;
        expected.push_back(static_cast<int>(p.a));
        expected.push_back(static_cast<int>(p.b));
    }
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    ASSERT_FALSE(expected.empty());
    EXPECT_EQ(selected(), expected);
    // Impostor pairs of a region of the ROC are looked for on a worker thread.
    for (auto* box : page->findChildren<QComboBox*>())
        if (box->accessibleName() == "Dragging selects") box->setCurrentIndex(1);
    workspace.selection().clear();
    drag(page->curve(), {1e-4, 0.9}, {1e-2, 0.9});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !selected().empty(); }, 5000));
    EXPECT_EQ(page->charts().size(), 2U);
    holdsPrintAgainst(*page, page->charts());
    for (auto* box : page->findChildren<QComboBox*>())
        if (box->accessibleName() == "Curve") box->setCurrentIndex(1);
    EXPECT_EQ(page->curve()->chart().y.scale, figure::Scale::kProbit);
    holdsPrintAgainst(*page, page->charts());
}

TEST_F(VerificationWidget, OneIdentityIsNotEnough) {
    testing::Truth truth;
    truth.identities = 1;
    truth.mislabelled.clear();
    open(truth);
    wait();
    EXPECT_TRUE(page->hint().contains("mport")) << page->hint().toStdString();
}

class Protocols : public VerificationWidget {
  protected:
    void openWith(const std::string& content) {
        testing::Truth truth;
        truth.protocols = true;
        truth.mislabelled.clear();
        open(truth);
        wait();
        file = std::filesystem::path(folder.path().toStdString()) / "pairs.txt";
        std::ofstream(file) << content;
    }
    void choose(const char* name, const QString& data) {
        for (auto* box : page->findChildren<QComboBox*>())
            if (box->accessibleName() == name) {
                box->setCurrentIndex(box->findData(data));
                Q_EMIT box->activated(box->currentIndex());
            }
    }
    void waitFor(const std::string& pairs) {
        ASSERT_TRUE(QTest::qWaitFor([&] { return !page->computing() && page->report()->pairs == pairs; }, 20000))
            << page->report()->pairs << page->hint().toStdString();
    }
    QTemporaryDir folder;
    std::filesystem::path file;
};

TEST_F(Protocols, LfwPairsAreComparedInPlaceOfAllPairs) {
    openWith(
        "1\t3\nPerson_0\t1\t2\nPerson_1\t1\t30\nPerson_2\t4\t5\n"
        "Person_0\t1\tPerson_1\t1\nPerson_2\t1\tPerson_3\t1\nPerson_4\t1\tNobody\t1\n");
    page->setProtocol(file);
    waitFor("pairs of pairs.txt");
    const Verification& v = page->report()->result;
    EXPECT_EQ(v.genuinePairs, 3);
    EXPECT_EQ(v.impostorPairs, 2);
    EXPECT_EQ(page->report()->missingPairs, 1);
    // The worst impostor pair, by key.
    auto* worst = page->worstImpostor();
    ASSERT_EQ(worst->pairs()->rowCount(), 2);
    worst->setFocus();
    worst->setCurrentIndex(worst->pairs()->index(0));
    QTest::keyClick(worst, Qt::Key_Return);
    const ScoredPair& first = v.worstImpostor[0];
    EXPECT_EQ(selected(), (std::vector<int>{static_cast<int>(first.a), static_cast<int>(first.b)}));
    // All impostor scores, by keys on the histogram.
    for (auto* box : page->findChildren<QComboBox*>())
        if (box->accessibleName() == "Dragging selects") box->setCurrentIndex(1);
    workspace.selection().clear();
    QTest::keyClick(page->histogram(), Qt::Key_Right);
    for (int i = 0; i < 79; ++i) QTest::keyClick(page->histogram(), Qt::Key_Right, Qt::ShiftModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return selected().size() == 4; }, 5000)) << selected().size();
    EXPECT_EQ(selected(), (std::vector<int>{0, 30, 60, 90}));
    page->setProtocol({});
    waitFor("all pairs");
}

TEST_F(Protocols, TemplatesArePooledAndAFailingPairSelectsTheImagesOfBoth) {
    openWith("Person_0_t0,Person_0_t1\nPerson_0_t0,Person_1_t0\nPerson_2_t0,Person_2_t2\n");
    choose("Templates", "template");
    waitFor("all pairs of templates");
    EXPECT_EQ(page->report()->templateIds.size(), 36U);
    EXPECT_EQ(page->report()->result.genuinePairs, 12 * 3);
    choose("Media within a template", "camera");
    page->setProtocol(file);
    waitFor("template pairs of pairs.txt");
    EXPECT_EQ(page->report()->result.genuinePairs, 2);
    auto* worst = page->worstImpostor();
    ASSERT_EQ(worst->pairs()->rowCount(), 1);
    QTest::mouseClick(worst->viewport(), Qt::LeftButton, {}, worst->visualRect(worst->pairs()->index(0)).center());
    std::vector<int> both;
    for (const int first : {0, 30})
        for (int i = 0; i < 10; ++i) both.push_back(first + i);
    EXPECT_EQ(selected(), both);
    EXPECT_EQ(withLegend(*page->histogram()), 3U) << "genuine pairs with a selected image stand out";
    // A region of the curve: genuine pairs of templates.
    workspace.selection().clear();
    drag(page->histogram(), {page->histogram()->ranges().x.rawLow, 0}, {page->histogram()->ranges().x.rawHigh, 0});
    EXPECT_EQ(selected().size(), 40U);
}

TEST_F(Protocols, AFileThatIsNoProtocolSaysSoAndAllPairsStillRun) {
    openWith("hello\n");
    page->setProtocol(file);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !page->computing() && !page->hint().isEmpty(); }, 20000));
    EXPECT_TRUE(page->hint().contains("pairs.txt")) << page->hint().toStdString();
    page->setProtocol({});
    waitFor("all pairs");
    EXPECT_TRUE(page->hint().isEmpty());
}

TEST_F(VerificationWidget, TheFiguresAreExportedAsTheyAreComputed) {
    open();
    wait();
    const ExportSource source = page->exportSource();
    ASSERT_EQ(source.figures, (QStringList{"Scores", "ROC", "DET"}));
    ExportDialog dialog(source);
    dialog.setSizeMm(85, 0);
    auto* figures = dialog.findChild<QComboBox*>("figures");
    ASSERT_NE(figures, nullptr);
    const QTemporaryDir folder;
    const QStringList words{"Cosine of the two features", "1 − FNMR (true accept rate)", "False non-match rate (FNMR)"};
    for (int i = 0; i < 3; ++i) {
        figures->setCurrentIndex(i);
        for (const char* ending : {"svg", "pdf", "png"}) {
            QSignalSpy saved(&dialog, &ExportDialog::saved);
            const QString path = folder.filePath(QStringLiteral("f%1.%2").arg(i).arg(ending));
            ASSERT_TRUE(dialog.saveTo(path));
            ASSERT_TRUE(saved.wait(10000));
            QFile written(path);
            ASSERT_TRUE(written.open(QIODevice::ReadOnly));
            const QByteArray content = written.readAll();
            EXPECT_GT(content.size(), 1000);
            if (QString(ending) != "svg") continue;
            EXPECT_TRUE(content.contains(words[i].toUtf8())) << words[i].toStdString();
            EXPECT_TRUE(content.contains("Network: A"));
        }
    }
}

class SuspectsWidget : public testing::PageTest<SuspectsPage> {};

TEST_F(SuspectsWidget, ListsThePlantedWrongLabelsAndAClickShowsOne) {
    open();
    wait();
    ASSERT_GE(page->suspects().list.size(), 3U);
    std::vector<int> first;
    for (std::size_t i = 0; i < 3; ++i) first.push_back(static_cast<int>(page->suspects().list[i].row));
    std::sort(first.begin(), first.end());
    EXPECT_EQ(first, truth_.mislabelled);
    auto* faces = page->faces();
    QTest::mouseClick(faces->viewport(), Qt::LeftButton, {}, faces->visualRect(faces->pairs()->index(0)).center());
    EXPECT_EQ(selected(), std::vector<int>{static_cast<int>(page->suspects().list[0].row)});
    // By key in the table.
    page->table()->setFocus();
    page->table()->setCurrentCell(0, 0);
    QTest::keyClick(page->table(), Qt::Key_Down);
    EXPECT_EQ(workspace.selection().current(), static_cast<int>(page->suspects().list[1].row));
    // All margins above 0, from the histogram.
    drag(page->histogram(), {0.001, 1}, {page->histogram()->ranges().x.rawHigh, 1});
    EXPECT_EQ(selected().size(), page->suspects().list.size());
    holdsPrintAgainst(*page, page->charts());
}

TEST_F(SuspectsWidget, TheOtherListsTakeItsPlace) {
    open();
    wait();
    const SuspectsReport& found = page->suspects();
    EXPECT_EQ(page->table()->rowCount(), static_cast<int>(found.list.size()));
    const std::size_t lengths[] = {found.list.size(), found.names.mixed.size(), found.names.same.size(),
                                   found.duplicates.pairs.size()};
    QStringList heads;
    for (int list = 0; list < page->list()->count(); ++list) {
        page->list()->setCurrentIndex(list);
        Q_EMIT page->list()->activated(list);
        EXPECT_EQ(page->table()->rowCount(), static_cast<int>(lengths[list])) << list;
        EXPECT_EQ(page->faces()->pairs()->rowCount(), static_cast<int>(lengths[list])) << list;
        heads << page->table()->horizontalHeaderItem(1)->text();
    }
    EXPECT_EQ(heads, (QStringList{"Nearer to", "Cosine of halves", "Other name", "and"}));
}

TEST_F(SuspectsWidget, TheFigureShowsFacesAndPrivacyHidesTheNames) {
    open();
    wait();
    const ExportSource source = page->exportSource();
    ASSERT_EQ(source.figures.mid(0, 2), (QStringList{"Labels that look wrong", "How much nearer to another identity"}));
    EXPECT_TRUE(source.hasPeople);
    const QTemporaryDir folder;
    for (const bool privacy : {false, true}) {
        ExportChoices choices;
        choices.map.privacy = privacy;
        const auto drawing = source.draw(choices, {});
        ASSERT_TRUE(drawing) << drawing.error().message;
        QStringList words;
        for (const auto& mark : drawing->marks)
            if (const auto* text = std::get_if<figure::Text>(&mark)) words << QString::fromStdString(text->text);
        EXPECT_NE(words.filter("Person").isEmpty(), !privacy);
        EXPECT_TRUE(words.contains("Nearer to"));
        EXPECT_FALSE(words.filter("cosine").isEmpty());
    }
}

}  // namespace
}  // namespace facespace
