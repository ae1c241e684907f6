// How long until every view in the window shows another selection: all images, every other one, none; for each page below.
#include <cstdio>
#include <functional>
#include <numeric>
#include <QApplication>
#include <QElapsedTimer>
#include <QTabWidget>
#include <QTest>
#include <vector>

#include "app/main_window.h"
#include "core/common/memory.h"
#include "widgets/map/map_view.h"
#include "widgets/pages/analysis_page.h"
#include "widgets/panels/theme.h"
#include "widgets/vtk/opengl_setup.h"

namespace {

constexpr qint64 kWatchMs = 700;  // for paints after a change

/// Sees every paint of every widget.
class PaintWatch : public QObject {
  public:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) seen = true;
        return false;
    }
    bool seen = false;
};

/// From the change to the end of the last paint that follows it, milliseconds.
double answer(PaintWatch& watch, const std::function<void()>& change) {
    QElapsedTimer clock;
    clock.start();
    change();
    double last = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    while (clock.elapsed() < kWatchMs) {
        watch.seen = false;
        QApplication::processEvents();
        if (watch.seen) last = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }
    return last;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "usage: selection_bench PROJECT\n"), 2;
    facespace::keepFreedMemory();  // as the program does
    facespace::configureOpenGl();
    QApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication app(argc, argv);
    QApplication::setCursorFlashTime(0);
    facespace::applyTheme(facespace::Theme::kLight);
    facespace::MainWindow window;
    window.resize(1600, 1000);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) return 1;
    window.openPath(QString::fromLocal8Bit(argv[1]));
    if (!QTest::qWaitFor([&] { return window.workspace().snapshot() != nullptr; }, 60'000)) return 1;
    auto& selection = window.workspace().selection();
    std::vector<int> all(selection.rowCount()), half;
    std::iota(all.begin(), all.end(), 0);
    for (std::size_t i = 0; i < all.size(); i += 2) half.push_back(all[i]);
    PaintWatch watch;
    app.installEventFilter(&watch);
    std::printf("%zu images; ms until the last view has answered\n%-18s %8s %8s %8s\n", all.size(), "page", "all", "half",
                "none");
    auto* pages = window.findChild<QTabWidget*>();
    for (int i = 0; i < pages->count(); ++i) {
        pages->setCurrentIndex(i);
        const auto* page = qobject_cast<facespace::AnalysisPage*>(pages->currentWidget());
        if (page != nullptr && !QTest::qWaitFor([&] { return page->hasResult() && !page->computing(); }, 300'000)) continue;
        QTest::qWait(1500);
        const double ofAll = answer(watch, [&] { selection.select(all); });
        const double ofHalf = answer(watch, [&] { selection.select(half); });
        const double ofNone = answer(watch, [&] { selection.clear(); });
        std::printf("%-18s %8.0f %8.0f %8.0f\n", pages->tabText(i).toUtf8().constData(), ofAll, ofHalf, ofNone);
        std::fflush(stdout);
    }
    return 0;
}
