// Views kept under a name, and what is offered after a crash.
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QToolButton>

#include "app/view_keeper.h"
#include "core/project/project.h"
#include "tests/gui/window/story.h"
#include "widgets/panels/message_bar.h"

namespace facespace {
namespace {

class ViewsStory : public testing::Story {};

TEST_F(ViewsStory, AKeptViewBringsBackCameraColouringFilterAndSelection) {
    map()->zoomBy(3);
    workspace().colours().setKey("identity");
    workspace().filter().setExpression("yaw < 0");
    workspace().selection().select({3, 13});
    const MapCamera before = map()->camera();
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QInputDialog* dialog = nullptr;
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return (dialog = window.findChild<QInputDialog*>()) != nullptr && dialog->isVisible(); }));
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), "left profiles");
    QTest::keyClick(dialog, Qt::Key_Return);

    map()->resetView();
    workspace().colours().setKey("yaw");
    workspace().filter().clear();
    workspace().selection().clear();
    window.views().go("left profiles");
    EXPECT_NEAR(map()->camera().halfHeight, before.halfHeight, 1e-9);
    EXPECT_TRUE(map()->camera().centre.isApprox(before.centre));
    EXPECT_EQ(workspace().colours().key(), "identity");
    EXPECT_EQ(workspace().filter().state().expression, "yaw < 0");
    EXPECT_EQ(selected(), (std::vector<int>{3, 13}));

    // It is kept in the project.
    window.views().writer().wait();
    window.hide();  // One project is shown once.
    MainWindow again;
    again.resize(1400, 900);
    again.show();
    again.openPath(QString::fromStdString(path("p.facespace").string()));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return again.workspace().snapshot() != nullptr && again.windowTitle().startsWith("p"); }));
    again.views().go("left profiles");
    EXPECT_EQ(again.workspace().selection().selected(), (std::vector<int>{3, 13}));
    EXPECT_EQ(again.workspace().filter().passingCount(), 30U);
}

TEST_F(ViewsStory, AfterACrashTheLastViewIsOffered) {
    window.views().setDelayMs(1);
    workspace().selection().select({7, 8});
    workspace().filter().setExpression("distance > 11");
    QTest::qWait(50);
    window.views().writer().wait();
    {
        // As another program that died would leave it: no process has this number.
        auto project = Project::open(path("p.facespace"));
        ASSERT_TRUE(project);
        ASSERT_TRUE(project->putSetting("view/open", "999999999@" + QSysInfo::machineHostName().toStdString()));
    }
    window.hide();  // One project is shown once.
    MainWindow again;
    again.resize(1400, 900);
    again.show();
    again.openPath(QString::fromStdString(path("p.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return again.messages().text().contains("ended unexpectedly"); }));
    EXPECT_TRUE(again.workspace().selection().selected().empty());
    bool pressed = false;
    for (auto* button : again.findChildren<QAbstractButton*>()) {
        if (button->text() != "Restore the last view") continue;
        QTest::mouseClick(button, Qt::LeftButton);
        pressed = true;
    }
    ASSERT_TRUE(pressed);
    EXPECT_EQ(again.workspace().selection().selected(), (std::vector<int>{7, 8}));
    EXPECT_EQ(again.workspace().filter().state().expression, "distance > 11");
}

TEST_F(ViewsStory, AfterAProperEndNothingIsOffered) {
    workspace().selection().select({7, 8});
    window.close();
    window.views().writer().wait();
    MainWindow again;
    again.show();
    again.openPath(QString::fromStdString(path("p.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return again.windowTitle().startsWith("p"); }));
    EXPECT_TRUE(again.messages().text().isEmpty());
}

}  // namespace
}  // namespace facespace
