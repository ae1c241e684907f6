// Names as long as people make them: no window grows beyond a small screen, and what is shortened is shortened in the
// middle, for names of one kind differ at their ends.
#include <fstream>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QMenu>
#include <QSettings>
#include <QTableView>

#include "app/language.h"
#include "core/project/project.h"
#include "tests/gui/window/story.h"
#include "widgets/look/long_text_tips.h"
#include "widgets/look/text_label.h"
#include "widgets/pages/analysis_page.h"
#include "widgets/panels/message_bar.h"

namespace facespace {
namespace {

constexpr int kWidth = 1280, kHeight = 720;

/// 200 characters without a blank.
std::string longName(const std::string& what, int n) {
    const std::string end = "_of_a_name_without_any_blank_" + std::to_string(n);
    return what + "_" + std::string(199 - what.size() - end.size(), 'm') + end;
}

class LongNames : public ::testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        testing::writeFaces(path("faces"), kPeople, kEach);
        file = path((longName("project", 1) + ".facespace").c_str());
        auto project = Project::create(file);
        ASSERT_TRUE(project);
        ImageSet set;
        set.root = path("faces");
        set.metadataColumns = {longName("column", 1), longName("column", 2)};
        for (int p = 0; p < kPeople; ++p)
            for (int i = 0; i < kEach; ++i) {
                ImageRecord record;
                record.identity = longName("person", p);
                record.path = longName("image", 10 * p + i) + ".png";
                std::filesystem::rename(set.root / ("Person " + std::to_string(p)) / ("img " + std::to_string(i) + ".png"),
                                        set.root / record.path);
                record.yawDeg = -60.0 + 120.0 * i / kEach;
                record.metadata = {std::to_string(i), longName("value", i % 2)};
                record.video = longName("video", i / 2);
                set.images.push_back(record);
            }
        ASSERT_TRUE(project->addImages(set));
        for (int n = 0; n < 2; ++n) addNetwork(*project, n);
        installLanguage(QString::fromLatin1(GetParam()));
        applyTheme(Theme::kLight);
        window = std::make_unique<MainWindow>();
        window->resize(kWidth, kHeight);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
        window->openPath(QString::fromStdString(file.string()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return window->workspace().snapshot() != nullptr; }));
        window->workspace().selection().select({3, 4});
        window->workspace().selection().setCurrent(3);
        window->workspace().marks().setTag({3}, QString::fromStdString(longName("tag", 1)), true);
        window->workspace().colours().setKey(QString::fromStdString(longName("column", 1)));
        QTest::qWait(100);
    }
    void TearDown() override {
        window.reset();
        installLanguage(QStringLiteral("en"));
        QSettings().clear();
    }
    static void addNetwork(Project& project, int n) {
        NetworkRecord network;
        network.name = longName("network", n);
        network.dimension = 8;
        const auto id = project.addNetwork(network);
        ASSERT_TRUE(id);
        const auto images = project.imageIds();
        std::vector<std::vector<float>> values;
        std::vector<Project::FeatureRow> rows;
        Embedding map(static_cast<Eigen::Index>(images->size()), 2);
        for (std::size_t r = 0; r < images->size(); ++r) {
            std::vector<float> x(8, 0.1F * static_cast<float>(n + 1));
            x[r / kEach] = 3.0F + 0.1F * static_cast<float>(r % kEach);
            values.push_back(std::move(x));
            map.row(static_cast<Eigen::Index>(r)) << static_cast<float>(r % kEach), static_cast<float>(r / kEach);
        }
        for (std::size_t r = 0; r < images->size(); ++r) rows.push_back({(*images)[r], values[r]});
        ASSERT_TRUE(project.putFeatures(*id, rows, {}));
        MapRecord record;
        record.network = *id;
        record.name = longName("pca 2-D", n);
        record.method = "pca";
        record.coordinates = map;
        ASSERT_TRUE(project.putMap(record));
    }
    std::filesystem::path path(const char* name) const { return std::filesystem::path(folder.path().toStdString()) / name; }

    /// What asks for most room in a window, to say where to look.
    static std::string widest(const QWidget* in) {
        QStringList all;
        for (const QWidget* w : in->findChildren<QWidget*>()) {
            const int width = std::max(w->minimumSizeHint().width(), w->minimumWidth());
            if (w->isVisible() && width > 420)
                all << QStringLiteral("%1 %2 “%3”")
                           .arg(width)
                           .arg(QLatin1String(w->metaObject()->className()), w->accessibleName().left(30));
        }
        return all.join(QStringLiteral("; ")).toStdString();
    }
    static void shot(const QString& name, QWidget* of) {
        if (!qEnvironmentVariableIsSet("FACESPACE_SHOTS")) return;
        QTest::qWait(150);
        of->grab().save(QStringLiteral("%1/long-%2-%3.png")
                            .arg(qEnvironmentVariable("FACESPACE_SHOTS"), QLatin1String(GetParam()), name));
    }
    /// Neither as it is, nor as small as it can be made, has it more than a small screen.
    static void expectFits(QWidget* top) {
        const QSize least = top->minimumSizeHint().expandedTo(top->minimumSize());
        EXPECT_LE(least.width(), kWidth) << widest(top);
        EXPECT_LE(least.height(), kHeight) << widest(top);
        EXPECT_LE(top->width(), kWidth) << widest(top);
        EXPECT_LE(top->height(), kHeight) << widest(top);
    }
    /// The dialogs that an action opens, one after another.
    void expectDialogsFit(const QString& of) {
        for (int more = 0; more < 4; ++more) {
            QDialog* dialog = nullptr;
            for (QWidget* top : QApplication::topLevelWidgets())
                if (auto* found = qobject_cast<QDialog*>(top); found != nullptr && found->isVisible()) dialog = found;
            if (dialog == nullptr) return;
            SCOPED_TRACE(of.toStdString());
            QTest::qWait(30);
            expectFits(dialog);
            EXPECT_GE(dialog->width(), 240);
            EXPECT_GE(dialog->height(), 80);
            shot("dialog-" + QString(of).remove(u'&').remove(u'/'), dialog);
            ++dialogs;
            dialog->reject();
            QTest::qWait(5);
        }
    }

    static constexpr int kPeople = 4, kEach = 10;
    QTemporaryDir folder;
    std::filesystem::path file;
    std::unique_ptr<MainWindow> window;
    int dialogs = 0;
};

TEST_P(LongNames, AreShortenedInTheMiddleAndSaidWhole) {
    for (const auto* table : window->findChildren<QTableView*>()) {
        if (table->isVisible() && table->model()->rowCount() == kPeople) {
            EXPECT_EQ(table->textElideMode(), Qt::ElideMiddle);
        }
    }
    bool chosen = false;
    for (auto* box : window->findChildren<QComboBox*>()) {
        if (!box->isVisible()) continue;
        EXPECT_LE(box->sizeHint().width(), 380) << box->accessibleName().toStdString();
        chosen |= leftOut(box) == QString::fromStdString(longName("network", 0)) + " · 8-d";
    }
    EXPECT_TRUE(chosen);
    const QString identity = QString::fromStdString(longName("person", 0));
    int said = 0;
    for (const auto* label : window->findChildren<TextLabel*>()) {
        if (!label->isVisible() || label->text() != identity) continue;
        ++said;
        EXPECT_TRUE(label->shownText().startsWith("person_mm") && label->shownText().endsWith("blank_0"))
            << label->shownText().toStdString();
        EXPECT_EQ(leftOut(label), identity);
    }
    EXPECT_GE(said, 1);
}

TEST_P(LongNames, NoPageMakesTheWindowOutgrowASmallScreen) {
    for (auto* dock : window->findChildren<QDockWidget*>()) dock->show();
    window->messages().showMessage(MessageBar::Kind::kProblem,
                                   QString::fromStdString("“" + longName("file", 1) + "” is gone."),
                                   QString::fromStdString("Use “" + longName("file", 2) + "”"), [] {});
    auto* pages = window->findChild<QTabWidget*>();
    for (int i = 0; i < pages->count(); ++i) {
        pages->setCurrentIndex(i);
        SCOPED_TRACE(pages->tabText(i).toStdString());
        if (const auto* analysis = qobject_cast<AnalysisPage*>(pages->currentWidget()))
            (void)QTest::qWaitFor([&] { return !analysis->computing(); }, 20'000);
        QTest::qWait(60);
        expectFits(window.get());
        EXPECT_EQ(window->size(), QSize(kWidth, kHeight)) << widest(window.get());
        shot(QStringLiteral("page-%1").arg(i), window.get());
    }
    window->actions().fillPage->setChecked(true);
    QTest::qWait(60);
    expectFits(window.get());
    shot("filled", window.get());
    for (auto* dock : window->findChildren<QDockWidget*>()) {
        SCOPED_TRACE(dock->windowTitle().toStdString());
        EXPECT_LE(dock->minimumSizeHint().width(), dock->objectName() == "pages" ? kWidth - 340 : kWidth / 3)
            << widest(dock);
    }
}

TEST_P(LongNames, EveryDialogAndMenuFits) {
    std::ofstream(path((longName("network", 3) + ".json").c_str()))
        << R"({"file": "w.pt", "input": {"width": 112, "height": 112, "mean": [0, 0, 0], "std": [1, 1, 1]}, "output": {"dim": 8}})";
    std::ofstream(path("w.pt")) << "none";
    std::ofstream(path("manifest.csv")) << "path,identity," << longName("column", 1) << "\n"
                                        << "faces/" << longName("image", 0) << ".png," << longName("person", 1) << ",3\n";
    for (const std::string& opened : {longName("network", 3) + ".json", std::string("manifest.csv"), std::string("faces")}) {
        window->openPath(QString::fromStdString(path(opened.c_str()).string()));
        QTest::qWait(50);
        expectDialogsFit(QString::fromStdString(opened.substr(0, 8)));
    }
    EXPECT_EQ(dialogs, 3);
    const Actions& a = window->actions();
    for (QAction* action : {a.newProject, a.openProject, a.importFeatures, a.exportTable, a.exportFigure, a.exportPage,
                            a.computeMap, a.extract, a.retrySkipped, a.shortcuts, a.keptFiles, a.about}) {
        if (!action->isEnabled()) continue;
        action->trigger();
        QTest::qWait(20);
        expectDialogsFit(action->text());
    }
    EXPECT_GE(dialogs, 11);
    for (auto* menu : window->findChildren<QMenu*>()) {
        Q_EMIT menu->aboutToShow();
        EXPECT_LE(menu->sizeHint().width(), kWidth / 2 + 100) << menu->title().toStdString();
    }
}

TEST(LongTextTips, TipsMayEndALineWithinALongWord) {
    const QString name = QString::fromStdString(longName("name", 1));
    EXPECT_EQ(breakableTip("short words stay"), "short words stay");
    EXPECT_EQ(breakableTip(name).remove(QChar(0x200B)), name);
    const QFontMetrics metrics(QApplication::font());
    for (const QString& part : breakableTip(name).split(QChar(0x200B))) EXPECT_LE(part.size(), 60);
    const QString shown = fitted("See " + name + " now", metrics, 200);
    EXPECT_TRUE(shown.startsWith("See name_") && shown.endsWith("_1 now")) << shown.toStdString();
    EXPECT_EQ(briefName("abcdefghij", 5), "ab…ij");
}

INSTANTIATE_TEST_SUITE_P(Languages, LongNames, ::testing::Values("en", "es"));

}  // namespace
}  // namespace facespace
