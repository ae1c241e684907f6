// Programs of the same user read and steer the window through its socket; hostile ones change nothing.
#include <sys/stat.h>

#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>

#include "app/live_server.h"
#include "tests/gui/window/story.h"
#include "widgets/panels/message_bar.h"

namespace facespace {
namespace {

class LiveStory : public testing::Story {
  protected:
    void SetUp() override {
        Story::SetUp();
        name = liveSocket(QString::fromStdString(path("p.facespace").string()));
    }
    void letIn() { window.actions().live->setChecked(true); }
    std::unique_ptr<QLocalSocket> visit() {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(name);
        return QTest::qWaitFor([&] { return socket->state() == QLocalSocket::ConnectedState; }, 1000) ? std::move(socket)
                                                                                                      : nullptr;
    }
    QJsonObject next(QLocalSocket& socket) {
        if (!QTest::qWaitFor([&] { return socket.canReadLine(); }, 3000)) return {{"error", "nothing came"}};
        return QJsonDocument::fromJson(socket.readLine()).object();
    }
    QJsonObject ask(QLocalSocket& socket, const QByteArray& request) {
        socket.write(request + '\n');
        return next(socket);
    }
    QString name;
};

TEST_F(LiveStory, TheDoorIsShutUntilItIsAskedForAndForThisUserAlone) {
    EXPECT_FALSE(QFile::exists(name));
    letIn();
    shot("live");
    ASSERT_TRUE(QFile::exists(name));
    using Stat = struct stat;
    Stat socket{}, around{};
    ASSERT_EQ(::stat(QFile::encodeName(name).constData(), &socket), 0);
    ASSERT_EQ(::stat(QFile::encodeName(liveFolder()).constData(), &around), 0);
    EXPECT_EQ(socket.st_mode & 0777, 0700U);
    EXPECT_EQ(around.st_mode & 0777, 0700U);
    EXPECT_TRUE(window.messages().text().contains("can steer this window now"));
    const auto program = visit();
    ASSERT_NE(program, nullptr);
    EXPECT_EQ(ask(*program, R"({"id":7,"do":"hello"})")["images"].toInt(), kPeople * kEach);
    window.actions().live->setChecked(false);
    EXPECT_TRUE(QTest::qWaitFor([&] { return program->state() == QLocalSocket::UnconnectedState; }));
    EXPECT_FALSE(QFile::exists(name));
}

TEST_F(LiveStory, WhatIsSetIsInTheWindowAndWhatIsDoneInTheWindowIsTold) {
    letIn();
    const auto program = visit();
    ASSERT_NE(program, nullptr);
    QElapsedTimer clock;
    clock.start();
    const QJsonObject said =
        ask(*program, R"({"id":1,"do":"set","view":{"selection":[13,3],"current":3,"colour":{"key":"yaw"},)"
                      R"("filter":{"expression":"yaw < 0"},"page":"table",)"
                      R"("camera":{"whole":false,"centre":[1,2,0],"rotation":[1,0,0,0],"halfHeight":2}}})");
    EXPECT_LT(clock.elapsed(), 1000);
    ASSERT_TRUE(said["ok"].toBool()) << said["error"].toString().toStdString();
    EXPECT_EQ(selected(), (std::vector<int>{3, 13}));
    EXPECT_EQ(workspace().selection().current(), 3);
    EXPECT_EQ(workspace().colours().key(), "yaw");
    EXPECT_EQ(workspace().filter().passingCount(), 30U);
    EXPECT_EQ(said["passing"].toInt(), 30);
    EXPECT_EQ(map()->camera().halfHeight, 2);
    auto* pages = window.findChild<QTabWidget*>();
    EXPECT_EQ(pages->tabText(pages->currentIndex()), "Table");

    EXPECT_TRUE(ask(*program, R"({"do":"watch"})")["ok"].toBool());
    QTest::qWait(100);
    while (program->canReadLine()) program->readLine();
    clickMap(22);  // One that passes the filter, in view of the camera.
    EXPECT_EQ(next(*program)["event"].toString(), "changed");
    const QJsonObject view = ask(*program, R"({"id":2,"do":"get"})")["view"].toObject();
    EXPECT_EQ(view["selection"].toArray(), QJsonArray{22});
    EXPECT_EQ(view["map"].toString(), "pca 2-D A");
    // Undo takes back what a program did as what a hand did.
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(selected(), (std::vector<int>{3, 13}));
}

TEST_F(LiveStory, AMistakeChangesNothing) {
    letIn();
    workspace().selection().select({5});
    const auto program = visit();
    ASSERT_NE(program, nullptr);
    for (const char* view : {R"({"selection":[1,60]})", R"({"selection":[-1]})", R"({"selection":[1.5]})",
                             R"({"selection":"all"})", R"({"selection":[2],"map":"none"})",
                             R"({"selection":[2],"network":"none"})", R"({"selection":[2],"colour":{"key":"x"}})",
                             R"({"selection":[2],"filter":{"expression":"yaw <"}})", R"({"selection":[2],"page":"none"})",
                             R"({"selection":[2],"current":99})", R"({"selection":[2],"else":1})", R"([])"}) {
        const QJsonObject said = ask(*program, QByteArray(R"({"do":"set","view":)") + view + "}");
        EXPECT_FALSE(said["ok"].toBool(true)) << view;
        EXPECT_FALSE(said["error"].toString().isEmpty()) << view;
        EXPECT_EQ(selected(), std::vector<int>{5}) << view;
        EXPECT_FALSE(workspace().filter().active());
    }
    for (const char* line : {"", "[1]", "{", "\xff\xfe", R"({"do":"remove"})", "null"}) {
        if (*line == 0) continue;
        EXPECT_FALSE(ask(*program, line)["ok"].toBool(true)) << line;
    }
    EXPECT_FALSE(ask(*program, QByteArray(100'000, '['))["ok"].toBool(true));
    EXPECT_TRUE(ask(*program, R"({"do":"hello"})")["ok"].toBool());
}

TEST_F(LiveStory, WhatComesInIsBounded) {
    letIn();
    std::vector<std::unique_ptr<QLocalSocket>> programs;
    for (int i = 0; i < LiveServer::kMaxPrograms; ++i) programs.push_back(visit());
    EXPECT_TRUE(ask(*programs.back(), R"({"do":"hello"})")["ok"].toBool());
    const auto more = visit();
    EXPECT_TRUE(more == nullptr || QTest::qWaitFor([&] { return more->state() == QLocalSocket::UnconnectedState; }));
    // A line without an end.
    const QByteArray block(1 << 20, 'x');
    for (qsizetype sent = 0; sent <= LiveServer::kMaxLine; sent += block.size()) {
        programs[0]->write(block);
        (void)QTest::qWaitFor([&] { return programs[0]->bytesToWrite() == 0 || !programs[0]->isOpen(); }, 2000);
    }
    EXPECT_TRUE(QTest::qWaitFor([&] { return programs[0]->state() == QLocalSocket::UnconnectedState; }));
    // Who has left makes room, and the others were not disturbed.
    EXPECT_TRUE(ask(*programs[1], R"({"do":"hello"})")["ok"].toBool());
    const auto again = visit();
    ASSERT_NE(again, nullptr);
    EXPECT_TRUE(ask(*again, R"({"do":"hello"})")["ok"].toBool());
}

TEST_F(LiveStory, WhatLedHereIsCopiedAsCommands) {
    workspace().colours().setKey("yaw");
    workspace().filter().setExpression("yaw < 30");
    QGuiApplication::clipboard()->clear();
    window.actions().copyCommands->trigger();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !QGuiApplication::clipboard()->text().isEmpty(); }));
    const QString text = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(text.startsWith("#!/bin/sh\n"));
    EXPECT_TRUE(
        text.contains("facespace-cli figure \"$PROJECT\" -o map.svg --map='pca 2-D A' --colour='yaw' --filter='yaw < 30'"))
        << text.toStdString();
    EXPECT_TRUE(window.messages().text().contains("on the clipboard"));
}

TEST_F(LiveStory, ASecondWindowDoesNotTakeTheDoorAndADeadOneDoesNotBlockIt) {
    letIn();
    LiveServer second([](const QJsonObject&) { return QJsonObject(); });
    const QString project = QString::fromStdString(path("p.facespace").string());
    EXPECT_TRUE(second.open(project).contains("Another window"));
    const auto program = visit();
    ASSERT_NE(program, nullptr);
    EXPECT_TRUE(ask(*program, R"({"do":"hello"})")["ok"].toBool());
    window.actions().live->setChecked(false);
    QFile dead(name);  // What is left of a window that was killed.
    ASSERT_TRUE(dead.open(QIODevice::WriteOnly));
    dead.close();
    EXPECT_EQ(second.open(project), QString());
    // A folder into which others can look is none.
    second.close();
    ASSERT_EQ(::chmod(QFile::encodeName(liveFolder()).constData(), 0755), 0);
    const QByteArray place = QFile::encodeName(QFileInfo(name).path());
    EXPECT_FALSE(second.open(project).isEmpty());
    ASSERT_EQ(::chmod(place.constData(), 0700), 0);
}

}  // namespace
}  // namespace facespace
