// Opens a project in the real window and takes the pictures of the README and the manual.
#include <fmt/format.h>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QTest>

#include "app/language.h"
#include "tests/screenshots/shots.h"
#include "widgets/look/theme.h"

int main(int argc, char** argv) {
    // The pictures do not depend on what the user has set.
    qputenv("XDG_CONFIG_HOME", QDir::tempPath().toUtf8() + "/facespace-screenshots");
    QDir(QDir::tempPath() + "/facespace-screenshots").removeRecursively();
    QApplication application(argc, argv);
    QApplication::setOrganizationName("FaceSpace");
    QApplication::setApplicationName("facespace");
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument("project", "The project to show.");
    parser.addPositionalArgument("folder", "Where the pictures go.");
    parser.addOptions({{"dark", "The dark theme."},
                       {"only", "These pictures, separated by commas.", "names"},
                       {"language", "Of the window: en or es.", "language", "en"},
                       {"size", "Of the window, logical pixels.", "WxH", "1440x900"}});
    parser.process(application);
    if (parser.positionalArguments().size() != 2) parser.showHelp(2);
    const QString project = parser.positionalArguments().front(), folder = parser.positionalArguments().back();
    QDir().mkpath(folder);
    const QStringList only = parser.value("only").split(',', Qt::SkipEmptyParts);
    const QStringList size = parser.value("size").split('x');

    facespace::installLanguage(parser.value("language"));
    facespace::installNumbers(false);
    facespace::applyTheme(parser.isSet("dark") ? facespace::Theme::kDark : facespace::Theme::kLight);
    facespace::MainWindow window;
    if (size.size() == 2) window.resize(size[0].toInt(), size[1].toInt());
    window.show();
    window.openPath(QFileInfo(project).absoluteFilePath());
    if (!QTest::qWaitFor([&] { return window.workspace().snapshot() != nullptr; }, 60'000)) {
        fmt::print(stderr, "error: “{}” does not open.\n", project.toStdString());
        return 1;
    }
    bool settled = true;
    for (const facespace::Shot& shot : facespace::manualShots()) {
        if (!only.isEmpty() && !only.contains(shot.name)) continue;
        facespace::tidyUp(window);
        settled = facespace::settle(window) && settled;
        shot.prepare(window);
        settled = facespace::settle(window) && settled;
        const QString file = folder + "/" + shot.name + ".png";
        if (!window.grab().save(file)) {
            fmt::print(stderr, "error: “{}” cannot be written.\n", file.toStdString());
            return 1;
        }
        fmt::print("{}\n", file.toStdString());
    }
    return settled ? 0 : 1;
}
