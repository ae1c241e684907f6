// From the start of the process to a window that answers: empty, or with a project and its map drawn; and then from a click
// on the map to the Inspector with its picture.
#include <unistd.h>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <sstream>
#include <vector>

#include "app/main_window.h"
#include "core/common/memory.h"
#include "widgets/look/theme.h"
#include "widgets/map/map_view.h"
#include "widgets/panels/inspector_panel.h"

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

/// Clicks on points all over the map; how long until the Inspector shows the picture of each.
void timeClicks(facespace::MainWindow& window) {
    constexpr int kClicks = 40;
    auto* map = window.findChild<facespace::MapView*>();
    const auto* inspector = window.findChild<facespace::InspectorPanel*>();
    const int rows = static_cast<int>(window.workspace().snapshot()->imageIds.size());
    std::vector<double> milliseconds;
    for (int i = 0; i < kClicks; ++i) {
        const auto at = map->positionOf(static_cast<int>((static_cast<long>(i) * rows) / kClicks));
        if (!at) continue;
        int row = -1;
        const auto picked = QObject::connect(map, &facespace::MapView::picked, [&row](int r) { row = r; });
        QElapsedTimer clock;
        clock.start();
        QTest::mouseClick(map, Qt::LeftButton, {}, at->toPoint());
        const bool shown = row >= 0 && QTest::qWaitFor([&] { return inspector->shownRow() == row; }, 5000);
        if (shown) milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        QObject::disconnect(picked);
        QTest::qWait(200);
    }
    if (milliseconds.empty()) return;
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("click to filled Inspector, %zu clicks: median %.0f ms, longest %.0f ms\n", milliseconds.size(),
                milliseconds[milliseconds.size() / 2], milliseconds.back());
}

}  // namespace

int main(int argc, char** argv) {
    facespace::keepFreedMemory();  // as the program does
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
    if (opened) timeClicks(window);
    return opened ? 0 : 1;
}
