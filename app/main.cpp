#include <fmt/format.h>
#include <algorithm>
#include <cstdlib>
#include <QApplication>
#include <QCommandLineParser>
#include <QSurfaceFormat>
#include <string_view>

#include "app/export_map.h"
#include "app/language.h"
#include "app/main_window.h"
#include "core/common/log.h"
#include "core/common/memory.h"
#include "core/image/decoder_process.h"
#include "widgets/look/theme.h"

namespace {

/// A platform asked for by name counts: it may need no display.
bool hasDisplay(int argc, char** argv) {
    const auto set = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    const bool named =
        std::any_of(argv, argv + argc, [](const char* word) { return std::string_view(word) == "-platform"; });
    return named || set("QT_QPA_PLATFORM") || set("DISPLAY") || set("WAYLAND_DISPLAY");
}

int writeMap(const QStringList& projects, const QString& file) {
    if (projects.size() != 1) {
        fmt::print(stderr, "error: Name the project whose map is to be written.\n");
        return 2;
    }
    const auto written = facespace::exportNewestMap(projects.front().toStdString(), file.toStdString());
    if (written) return 0;
    fmt::print(stderr, "error: {}\n", written.error().message);
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    facespace::keepFreedMemory();
    facespace::shareHeaps();
    facespace::initialiseLog();
    // Without a display there is still help to read and a figure to write.
    const bool display = hasDisplay(argc, argv);
    if (!display) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("FaceSpace"));
    QApplication::setApplicationName(QStringLiteral("facespace"));
    QApplication::setApplicationDisplayName(QStringLiteral("FaceSpace"));
    QApplication::setApplicationVersion(QStringLiteral(FACESPACE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.facespace.FaceSpace"));

    facespace::Settings().apply();
    facespace::decodeApartByEnvironment();
    facespace::installLanguage(facespace::Settings().language());
    facespace::installNumbers(facespace::Settings().numbersAsDesktop());
    QCommandLineParser parser;
    parser.setApplicationDescription(QObject::tr("See what a face-recognition network codes."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("path"), QObject::tr("A project, a folder of images, or a manifest (CSV)."),
                                 QStringLiteral("[path]"));
    const QCommandLineOption exportMap(QStringLiteral("export-map"),
                                       QObject::tr("Write the project's newest map as a figure (PNG, SVG or PDF) and end; "
                                                   "needs no display."),
                                       QStringLiteral("file"));
    parser.addOption(exportMap);
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QObject::tr("Make the demo in this folder, or go on with it, and open it."),
                                  QStringLiteral("folder"));
    const QCommandLineOption full(QStringLiteral("full"), QObject::tr("With --demo: 24,000 images of 500 people."));
    const QCommandLineOption live(QStringLiteral("live"),
                                  QObject::tr("Let programs of yours steer the window, from Python by "
                                              "facespace.open(…).live()."));
    parser.addOptions({demo, full, live});
    parser.process(application);
    if (parser.isSet(exportMap)) return writeMap(parser.positionalArguments(), parser.value(exportMap));

    if (!display) {
        fmt::print(stderr, "error: There is no display for the window; facespace-cli does the same without one.\n");
        return 1;
    }

    facespace::applyTheme(facespace::Settings().theme());
    facespace::MainWindow* window = facespace::MainWindow::openWindow();
    if (parser.isSet(live)) window->actions().live->setChecked(true);
    const QStringList paths = parser.positionalArguments();
    if (parser.isSet(demo)) {
        QMetaObject::invokeMethod(
            window, [&] { window->openDemo(parser.value(demo), parser.isSet(full)); }, Qt::QueuedConnection);
    } else if (!paths.isEmpty()) {
        // Once the window stands, so that a dialog has something to stand on.
        QMetaObject::invokeMethod(
            window, [window, path = paths.front()] { window->openPath(path); }, Qt::QueuedConnection);
    }
    return QApplication::exec();
}
