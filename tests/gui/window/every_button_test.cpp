// Every action of the menus, and every button, list and number of every page, used once on a small project: nothing may
// crash, warn (a Qt warning fails the test) or leave a box open. What is asked for in a dialog is declined.
#include <QAbstractButton>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialog>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSet>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>

#include "tests/gui/window/story.h"

namespace facespace {
namespace {

constexpr int kMostOfAList = 6, kIdleMs = 20'000, kCloseEveryMs = 15;

/// Takes what the desktop should open.
class UrlTaker : public QObject {
    Q_OBJECT
  public Q_SLOTS:
    void take(const QUrl& url) { EXPECT_TRUE(url.isLocalFile()) << url.toString().toStdString(); }
};

class EveryButton : public testing::Story {
  protected:
    void SetUp() override {
        // No other program is found, and what the desktop should open ends here.
        path_ = qgetenv("PATH");
        qputenv("PATH", folder.path().toLocal8Bit());
        for (const char* scheme : {"file", "http", "https"}) QDesktopServices::setUrlHandler(scheme, &receiver_, "take");
        Story::SetUp();
        QObject::connect(&closer_, &QTimer::timeout, &closer_, [this] { closeOthers(); });
        closer_.start(kCloseEveryMs);
    }
    void TearDown() override {
        closer_.stop();
        for (const char* scheme : {"file", "http", "https"}) QDesktopServices::unsetUrlHandler(scheme);
        qputenv("PATH", path_);
    }

    /// Dialogs are declined, menus and other windows closed.
    void closeOthers() {
        if (QWidget* popup = QApplication::activePopupWidget()) {
            popup->close();
            return;
        }
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (top == &window || !top->isVisible()) continue;
            if (auto* dialog = qobject_cast<QDialog*>(top)) {
                ++declined_;
                dialog->reject();
            } else if (top->isWindow() && top->windowType() == Qt::Window) {
                top->close();
            }
        }
    }

    bool calm() {
        if (window.jobs().busy() || QApplication::activeModalWidget() != nullptr) return false;
        const auto tops = QApplication::topLevelWidgets();
        return std::none_of(tops.begin(), tops.end(), [&](const QWidget* top) {
            return top != &window && top->isVisible() && qobject_cast<const QDialog*>(top) != nullptr;
        });
    }
    void expectCalm(const QString& after) {
        QTest::qWait(10);
        EXPECT_TRUE(QTest::qWaitFor([&] { return calm(); }, kIdleMs)) << "after " << after.toStdString();
        EXPECT_TRUE(window.isVisible()) << "after " << after.toStdString();
        ASSERT_NE(workspace().snapshot(), nullptr) << "after " << after.toStdString();
        if (selected().empty()) workspace().selection().select({3, 4, 25});
        workspace().selection().setCurrent(3);
    }

    /// The actions of a menu and of those below it.
    static void gather(QMenu* menu, QList<QPointer<QAction>>& all) {
        Q_EMIT menu->aboutToShow();
        for (QAction* action : menu->actions()) {
            if (action->menu() != nullptr)
                gather(action->menu(), all);
            else if (!action->isSeparator())
                all << action;
        }
    }

    /// Everything of a kind that can be used now, but not the parts of a control and of the frame of a dock.
    template <class T>
    QList<QPointer<T>> usable(QWidget* in) {
        QList<QPointer<T>> found;
        for (T* widget : in->findChildren<T*>()) {
            if (widget->isVisible() && widget->isEnabled() && !widget->objectName().startsWith("qt_")) found << widget;
        }
        return found;
    }

    void useButtons(QWidget* in, const QString& where) {
        for (const auto& button : usable<QAbstractButton>(in)) {
            if (!button || !button->isVisible() || !button->isEnabled()) continue;
            const QString name = where + ": " + (button->text().isEmpty() ? button->accessibleName() : button->text());
            auto* tool = qobject_cast<QToolButton*>(button);
            if (tool != nullptr && tool->menu() != nullptr && tool->popupMode() == QToolButton::InstantPopup)
                tool->showMenu();  // until it is closed
            else
                button->click();
            ++used_;
            expectCalm(name);
        }
    }
    void useLists(QWidget* in, const QString& where) {
        for (const auto& list : usable<QComboBox>(in)) {
            const QString name = list ? where + ": " + list->accessibleName() : where;
            for (int i = 0; list && i < std::min(kMostOfAList, list->count()); ++i) {
                list->setCurrentIndex(i);
                Q_EMIT list->activated(i);
                ++used_;
                expectCalm(name);
            }
        }
        for (const auto& number : usable<QAbstractSpinBox>(in)) {
            if (!number) continue;
            number->stepUp();
            ++used_;
            expectCalm(where);
        }
    }

    UrlTaker receiver_;
    QTimer closer_;
    QByteArray path_;
    int declined_ = 0, used_ = 0;
};

TEST_F(EveryButton, OfTheMenus) {
    QList<QPointer<QAction>> all;
    for (QAction* menu : window.menuBar()->actions()) gather(menu->menu(), all);
    const Actions& a = window.actions();
    // What would end the test, or make thousands of faces.
    const QSet<const QAction*> left{a.quit, a.closeWindow, a.demo};
    expectCalm("the start");
    for (const auto& action : all) {
        if (!action || left.contains(action) || !action->isEnabled()) continue;
        const QString name = action->text();
        // Another window takes this one's place: KeyboardStory tells.
        if (action->objectName() == QStringLiteral("numbers-as-desktop")) continue;
        if (name == QStringLiteral("&English") || name == QStringLiteral("E&spañol")) continue;
        for (int twice = 0; action && twice < (action->isCheckable() ? 2 : 1); ++twice) action->trigger();
        ++used_;
        expectCalm(name);
        for (auto* dock : window.findChildren<QDockWidget*>()) dock->show();
    }
    a.themeSystem->trigger();
    EXPECT_GT(used_, 40);
    EXPECT_GT(declined_, 8);
}

TEST_F(EveryButton, OfThePages) {
    auto* pages = window.findChild<QTabWidget*>();
    expectCalm("the start");
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        const QString name = pages->tabText(page);
        expectCalm(name);
        for (int second = 0; second < 2; ++second) {
            // Options change what there is to press.
            if (second == 1) useLists(pages->currentWidget(), name);
            useButtons(pages->currentWidget(), name);
        }
    }
    EXPECT_GT(used_, 60);
}

TEST_F(EveryButton, OfTheBarAndThePanels) {
    expectCalm("the start");
    for (QWidget* part : window.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (part->objectName() == "pages" || part == window.menuBar() || !part->isVisible()) continue;
        const QString name = part->objectName().isEmpty() ? part->metaObject()->className() : part->objectName();
        useButtons(part, name);
        useLists(part, name);
        for (auto* dock : window.findChildren<QDockWidget*>()) dock->show();
    }
    EXPECT_GT(used_, 20);
}

}  // namespace
}  // namespace facespace

#include "every_button_test.moc"
