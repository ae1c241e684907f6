// The window as a desktop expects it: several windows, names for screen readers, another language.
#include <QAccessible>
#include <QMenuBar>
#include <QScrollBar>
#include <QTimer>

#include "app/language.h"
#include "tests/gui/window/story.h"
#include "widgets/panels/message_bar.h"

namespace facespace {
namespace {

class MannersStory : public testing::Story {};

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
    other->openPath(QString::fromStdString(path("p.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return other->workspace().snapshot() != nullptr; }));
    other->workspace().selection().select({7});
    EXPECT_TRUE(selected().empty());
    // The same project open twice is no crash.
    EXPECT_FALSE(other->messages().text().contains("unexpectedly"));
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

}  // namespace
}  // namespace facespace
