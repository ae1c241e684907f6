// The main() of every GUI test: an application with the window's OpenGL format, and a Qt warning fails the running test.
#include <gtest/gtest.h>
#include <cstdio>
#include <cstdlib>
#include <QApplication>
#include <QTemporaryDir>

namespace {

void failOnWarning(QtMsgType type, const QMessageLogContext&, const QString& message) {
    std::fprintf(stderr, "%s\n", qPrintable(message));
    if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg) {
        ADD_FAILURE() << "Qt says: " << message.toStdString();
    }
}

bool hasDisplay() { return std::getenv("QT_QPA_PLATFORM") || std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY"); }

}  // namespace

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    // CTest asks for the names of the tests where there may be no display.
    if (testing::GTEST_FLAG(list_tests)) return RUN_ALL_TESTS();
    if (!hasDisplay()) {
        std::fprintf(stderr, "These tests open windows: run them through tests/gui/with_display.sh, or with DISPLAY set.\n");
        return 1;
    }
    // Nothing of the user's settings is read or written, and Qt finds its run-time folder.
    const QTemporaryDir home;
    const QByteArray folder = home.path().toLocal8Bit();
    for (const char* name : {"XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) qputenv(name, folder);
    qInstallMessageHandler(failOnWarning);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("facespace-test"));
    return RUN_ALL_TESTS();
}
