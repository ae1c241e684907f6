#pragma once
#include <gtest/gtest.h>
#include <QApplication>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include "app/main_window.h"
#include "tests/gui/window/window_fixture.h"
#include "widgets/look/theme.h"
#include "widgets/map/map_view.h"

namespace facespace::testing {

/// The real window with a small project, driven by mouse and keyboard. With FACESPACE_SHOTS=FOLDER every shot() is kept as
/// a picture to look at; FACESPACE_SHOTS_SIZE=1280x720 and FACESPACE_SHOTS_DARK say how the window looks then.
class Story : public ::testing::Test {
  protected:
    static constexpr int kPeople = 6, kEach = 10;

    void SetUp() override {
        setLooks();
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
        writeProject(path("p.facespace"), path("faces"), kPeople, kEach);
        window.openPath(QString::fromStdString(path("p.facespace").string()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return window.workspace().snapshot() != nullptr; }));
        window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        QTest::qWait(50);
    }

    std::filesystem::path path(const char* name) const { return std::filesystem::path(folder.path().toStdString()) / name; }
    Workspace& workspace() { return window.workspace(); }
    std::vector<int> selected() { return window.workspace().selection().selected(); }
    /// The map of the network in view; there may be another beside it.
    MapView* map() { return named<MapView>(QStringLiteral("Map of the faces")); }

    template <class T>
    T* named(const QString& accessibleName, QWidget* in = nullptr) {
        for (auto* widget : (in != nullptr ? in : &window)->template findChildren<T*>()) {
            if (widget->accessibleName() == accessibleName) return widget;
        }
        return nullptr;
    }
    template <class T>
    T* labelled(const QString& text) {
        for (auto* widget : window.findChildren<T*>()) {
            if (widget->text() == text) return widget;
        }
        return nullptr;
    }
    void showPage(const QString& name) {
        auto* pages = window.findChild<QTabWidget*>();
        for (int i = 0; i < pages->count(); ++i) {
            if (pages->tabText(i) == name) pages->setCurrentIndex(i);
        }
        QTest::qWait(30);
    }
    void clickMap(int row, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(map(), Qt::LeftButton, modifiers, map()->positionOf(row)->toPoint());
    }
    void shot(const QString& name) { shot(name, &window); }
    static void shot(const QString& name, QWidget* of) {
        if (!qEnvironmentVariableIsSet("FACESPACE_SHOTS")) return;
        QTest::qWait(150);
        of->grab().save(qEnvironmentVariable("FACESPACE_SHOTS") + "/" + name + ".png");
    }
    /// The dialog that is open.
    template <class T>
    T* dialog() {
        T* open = nullptr;
        (void)QTest::qWaitFor([&] {
            for (QWidget* top : QApplication::topLevelWidgets())
                if (auto* found = qobject_cast<T*>(top); found != nullptr && found->isVisible()) open = found;
            return open != nullptr;
        });
        return open;
    }
    static QPushButton* button(QWidget* in, const QString& text) {
        for (auto* found : in->findChildren<QPushButton*>())
            if (found->text() == text) return found;
        return nullptr;
    }

    QTemporaryDir folder;
    MainWindow window;

  private:
    void setLooks() {
        const QStringList size = qEnvironmentVariable("FACESPACE_SHOTS_SIZE", "1400x900").split(u'x');
        if (qEnvironmentVariableIsSet("FACESPACE_SHOTS"))
            applyTheme(qEnvironmentVariableIsSet("FACESPACE_SHOTS_DARK") ? Theme::kDark : Theme::kLight);
        window.resize(size.value(0).toInt(), size.value(1).toInt());
    }
};

}  // namespace facespace::testing
