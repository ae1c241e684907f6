// One project, two programs.
#include <sys/wait.h>
#include <unistd.h>

#include <QFile>
#include <QProcess>

#include "core/project/project.h"
#include "tests/gui/window/story.h"
#include "widgets/panels/message_bar.h"

namespace facespace {
namespace {

class SharingStory : public testing::Story {
  protected:
    QString project() const { return QString::fromStdString(path("p.facespace").string()); }
    /// Another program that has the project, as its lock file says.
    void hold(QProcess& program) {
        const QString lock = QString::fromStdString(path(".p.facespace.open").string());
        QFile file(lock);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(R"({"program":"the window","user":"ann","host":"lab3","process":4711,"since":"2026-01-02 03:04"})");
        file.close();
        program.start(QStringLiteral("flock"),
                      {lock, QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo held; cat")});
        ASSERT_TRUE(program.waitForReadyRead(10'000));
    }
    static void tag(const std::filesystem::path& file, std::size_t image) {
        auto project = Project::open(file);
        ASSERT_TRUE(project);
        const auto ids = project->imageIds();
        ASSERT_TRUE(ids);
        ASSERT_TRUE(project->setTag({&(*ids)[image], 1}, "seen", true));
    }
};

TEST_F(SharingStory, ASecondProgramLooksOnlyUntilTheFirstIsDone) {
    window.hide();
    window.jobs().sharing().begin({});
    QProcess other;
    hold(other);
    MainWindow again;
    again.resize(1400, 900);
    again.show();
    again.jobs().sharing().setPeriodMs(20);
    again.openPath(project());
    ASSERT_TRUE(QTest::qWaitFor([&] { return again.messages().text().contains("is in use by ann on lab3"); }));
    EXPECT_TRUE(again.messages().text().contains("open for reading"));
    const auto opened = Project::open(path("p.facespace"));
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->readOnly());

    other.closeWriteChannel();
    ASSERT_TRUE(other.waitForFinished(10'000));
    ASSERT_TRUE(QTest::qWaitFor([&] { return again.messages().text().contains("can be changed here now"); }));
    EXPECT_FALSE(opened->readOnly());
}

TEST_F(SharingStory, WhatAnotherProgramChangesIsShown) {
    window.jobs().sharing().setPeriodMs(20);
    // In a program of its own: what this one changes it knows.
    const pid_t child = ::fork();
    if (child == 0) {
        tag(path("p.facespace"), 3);
        ::_exit(HasFailure() ? 1 : 0);
    }
    int status = -1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !workspace().snapshot()->tags[3].empty(); }));
    EXPECT_EQ(workspace().snapshot()->tags[3].front(), "seen");
}

TEST_F(SharingStory, TheSameProjectComesToTheFrontInItsWindow) {
    MainWindow again;
    again.show();
    again.openPath(project());
    EXPECT_TRUE(window.messages().text().contains("is open in this window already"));
    EXPECT_EQ(again.workspace().snapshot(), nullptr);
}

}  // namespace
}  // namespace facespace
