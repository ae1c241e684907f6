// The window as a desktop expects it: several windows, names for screen readers, another language.
#include <sys/stat.h>

#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QTimer>

#include "app/language.h"
#include "app/settings.h"
#include "core/dataset/csv.h"
#include "core/network/host_limits.h"
#include "core/project/data_table.h"
#include "core/view/colouring.h"
#include "tests/gui/window/story.h"
#include "widgets/figure/figure_words.h"
#include "widgets/jobs/job_runner.h"
#include "widgets/panels/message_bar.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

class MannersStory : public testing::Story {};

TEST_F(MannersStory, SaysWhereFilesAreKeptAndMakesNewOnesPrivate) {
    Settings settings;
    ASSERT_FALSE(settings.recentProjects().isEmpty());
    window.actions().keptFiles->trigger();
    auto* dialog = window.findChild<QDialog*>();
    ASSERT_NE(dialog, nullptr);
    ASSERT_TRUE(QTest::qWaitForWindowExposed(dialog));
    shot("kept_files");
    const mode_t before = ::umask(022);
    auto* alone = dialog->findChild<QCheckBox*>();
    alone->setChecked(true);
    EXPECT_EQ(::umask(077), 077U);
    EXPECT_TRUE(settings.privateFiles());
    alone->setChecked(false);
    EXPECT_EQ(::umask(before), 022U);
    for (auto* box : dialog->findChildren<QSpinBox*>()) box->setValue(box->suffix() == " GiB" ? 6 : 20);
    EXPECT_EQ(hostLimits().memoryBytes, std::uint64_t{6} << 30U);
    EXPECT_EQ(hostLimits().batchTimeoutSeconds, 20);
    dialog->findChildren<QCheckBox*>().back()->setChecked(true);
    EXPECT_EQ(csvQuoted("=1+1"), "'=1+1");
    setHostLimits({});
    guardFormulasInCsv(false);
    Settings().apply();  // as the next start does
    EXPECT_EQ(hostLimits().memoryBytes, std::uint64_t{6} << 30U);
    EXPECT_EQ(csvQuoted("=1+1"), "'=1+1");
    for (const char* key : {"network/memoryGib", "network/batchSeconds", "guardFormulas"})
        QSettings().remove(QLatin1String(key));
    Settings().apply();
    EXPECT_EQ(hostLimits().memoryBytes, 0U);
    EXPECT_EQ(csvQuoted("=1+1"), "=1+1");
    for (auto* button : dialog->findChildren<QPushButton*>())
        if (button->text() == "Forget recent files") QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_TRUE(settings.recentProjects().isEmpty());
    dialog->close();
}

TEST_F(MannersStory, AnotherWindowHasAProjectOfItsOwn) {
    const auto windows = [] {
        std::vector<MainWindow*> found;
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* one = qobject_cast<MainWindow*>(widget)) found.push_back(one);
        }
        return found;
    };
    QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_EQ(windows().size(), 2U);
    MainWindow* other = windows()[0] == &window ? windows()[1] : windows()[0];
    ASSERT_TRUE(QTest::qWaitForWindowExposed(other));
    EXPECT_EQ(other->workspace().snapshot(), nullptr);
    testing::writeProject(path("q.facespace"), path("others"), kPeople, kEach);
    other->openPath(QString::fromStdString(path("q.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return other->workspace().snapshot() != nullptr; }));
    other->workspace().selection().select({7});
    EXPECT_TRUE(selected().empty());
    other->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(other));
    QTest::keyClick(other, Qt::Key_W, Qt::ControlModifier);
    EXPECT_TRUE(QTest::qWaitFor([&] { return windows().size() == 1; }));
    EXPECT_TRUE(window.isVisible());
}

TEST_F(MannersStory, EveryControlHasAName) {
    auto* pages = window.findChild<QTabWidget*>();
    clickMap(5);
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QTest::qWait(20);
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
            // Parts of a control, which its own name tells.
            if (widget->objectName().startsWith("qt_") || qobject_cast<QScrollBar*>(widget) != nullptr) continue;
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            ASSERT_NE(accessible, nullptr);
            QString where;
            for (QWidget* up = widget; up != nullptr; up = up->parentWidget())
                where = QString::fromLatin1(up->metaObject()->className()) + "/" + where;
            EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty())
                << pages->tabText(page).toStdString() << ": " << where.toStdString();
        }
    }
}

TEST_F(MannersStory, TheListOfAChoiceSaysItsNamesWhole) {
    QComboBox box(&window);
    for (const char* name : {"tsne 2-D rendered-a", "pca 2-D rendered-a with a name that is longer than the choice"})
        box.addItem(QString::fromLatin1(name));
    box.setFixedWidth(110);
    box.move(200, 200);
    box.show();
    box.showPopup();
    const int longest = box.fontMetrics().horizontalAdvance(box.itemText(1));
    EXPECT_TRUE(QTest::qWaitFor([&] { return box.view()->isVisible() && box.view()->viewport()->width() > longest; }))
        << box.view()->viewport()->width() << " of " << longest;
    EXPECT_TRUE(box.screen()->availableGeometry().contains(box.view()->window()->geometry()));
    shot("list-of-a-choice", box.view()->window());
    box.hidePopup();
}

TEST_F(MannersStory, TheWindowSpeaksSpanish) {
    installLanguage("es");
    const MainWindow spanish;
    installLanguage("en");
    QStringList menus;
    for (const QAction* action : spanish.menuBar()->actions()) menus << action->text().remove(u'&');
    EXPECT_EQ(menus, (QStringList{"Archivo", "Editar", "Seleccionar", "Ver", "Analizar", "Red", "Ayuda"}));
    EXPECT_EQ(spanish.findChild<QTabWidget*>()->tabText(0), "Distancia");
    EXPECT_EQ(window.menuBar()->actions().front()->text(), "&File");
}

TEST_F(MannersStory, WhatTheCoreSaysIsSpanishToo) {
    installLanguage("es");
    const std::string column = coreText(say("Predicted {} ({})", targetText("yaw"), std::string("A"))).toStdString();
    const std::string progress = JobRunner::progressText({Phrase("extracting"), 5, 10}, 70.0).toStdString();
    figure::Figure figure;
    figure::Chart& chart = figure.add();
    chart.x.title = withUnit(Phrase("Yaw"), "deg");
    chart.y.title = Phrase("Cosine of the two features");
    chart.legend.entries = {{Phrase("no value"), "3", {}}, {"no value", "4", {}}};
    chart.layers.emplace_back(figure::Rule{true, 0, Phrase("observed"), {}});
    chart.layers.emplace_back(figure::Custom{[](figure::Drawing& drawing, const figure::Rect&, const figure::Style& style) {
        figure::Text text;
        text.text = style.say(Phrase("smallest"));
        drawing.marks.emplace_back(std::move(text));
    }});
    sayInWindowLanguage(figure);
    figure::Drawing drawing;
    std::get<figure::Custom>(chart.layers[1]).paint(drawing, {}, {});
    installLanguage("en");
    EXPECT_EQ(column, "Predicción de guiñada (A)");
    EXPECT_EQ(progress, "extrayendo 5/10 · quedan 1:10");
    EXPECT_EQ(chart.x.title, "Guiñada (°)");
    EXPECT_EQ(chart.y.title, "Coseno de las dos características");
    EXPECT_EQ(chart.legend.entries[0].label, "sin valor");
    EXPECT_EQ(chart.legend.entries[1].label, "no value");
    EXPECT_EQ(std::get<figure::Rule>(chart.layers[0]).label, "observado");
    EXPECT_EQ(std::get<figure::Text>(drawing.marks.at(0)).text, "menor");
}

}  // namespace
}  // namespace facespace
