// From the start of the process to a window that answers: empty, or with a project and its map drawn.
#include <unistd.h>
#include <cstdio>
#include <fstream>
#include <QApplication>
#include <QTest>
#include <sstream>

#include "app/main_window.h"
#include "widgets/map/map_view.h"
#include "widgets/panels/theme.h"
#include "widgets/vtk/opengl_setup.h"

namespace {

/// Since the kernel started the process: loading of the libraries counts.
double secondsSinceStart() {
    std::ifstream stat("/proc/self/stat");
    std::stringstream text;
    text << stat.rdbuf();
    std::istringstream fields(text.str().substr(text.str().rfind(')') + 2));
    std::string field;
    for (int i = 0; i < 20; ++i) fields >> field;  // the 22nd of all
    double up = 0;
    std::ifstream("/proc/uptime") >> up;
    return up - std::stod(field) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace

int main(int argc, char** argv) {
    facespace::configureOpenGl();
    QApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication app(argc, argv);
    facespace::applyTheme(facespace::Theme::kLight);
    facespace::MainWindow window;
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) return 1;
    QApplication::processEvents();
    std::printf("window: %.2f s\n", secondsSinceStart());
    if (argc < 2) return 0;
    int drawn = 0;
    QObject::connect(window.findChild<facespace::MapView*>()->vtkView(), &facespace::VtkView::rendered, [&] { ++drawn; });
    window.openPath(QString::fromLocal8Bit(argv[1]));
    const bool opened = QTest::qWaitFor([&] { return window.workspace().snapshot() != nullptr && drawn > 0; }, 60'000);
    QApplication::processEvents();
    std::printf("%s: %.2f s\n", argv[1], secondsSinceStart());
    return opened ? 0 : 1;
}
