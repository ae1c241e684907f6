// How long until every view in the window shows another selection: all images, every other one, none; for each page below.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <numeric>
#include <QApplication>
#include <QElapsedTimer>
#include <QTabWidget>
#include <QTest>
#include <string>
#include <vector>

#include "app/main_window.h"
#include "core/common/memory.h"
#include "widgets/look/theme.h"
#include "widgets/map/map_view.h"
#include "widgets/pages/analysis_page.h"

namespace {

constexpr qint64 kWatchMs = 700;  // for paints after a change

/// Sees every paint of every widget, and how long each event took.
class Application : public QApplication {
  public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        const QEvent::Type type = event->type();
        if (type == QEvent::Paint) painted = true;
        const QByteArray name = receiver->metaObject()->className();
        QElapsedTimer clock;
        clock.start();
        const bool done = QApplication::notify(receiver, event);
        milliseconds[{name, type}] += static_cast<double>(clock.nsecsElapsed()) / 1e6;
        return done;
    }
    bool painted = false;
    std::map<std::pair<QByteArray, int>, double> milliseconds;  ///< With what an event caused at once.
};

void printLongest(const Application& app) {
    std::vector<std::pair<double, std::pair<QByteArray, int>>> all;
    for (const auto& [what, ms] : app.milliseconds)
        if (ms >= 3) all.emplace_back(ms, what);
    std::sort(all.rbegin(), all.rend());
    for (const auto& [ms, what] : all) std::printf("    %6.1f  %s, event %d\n", ms, what.first.constData(), what.second);
}

/// From the change to the end of the last paint that follows it, milliseconds.
double answer(Application& app, const std::function<void()>& change) {
    app.milliseconds.clear();
    QElapsedTimer clock;
    clock.start();
    change();
    double last = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    app.milliseconds[{"what follows at once", 0}] = last;
    while (clock.elapsed() < kWatchMs) {
        app.painted = false;
        QApplication::processEvents();
        if (app.painted) last = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }
    return last;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "usage: selection_bench PROJECT [--detail]\n"), 2;
    const bool detail = argc > 2 && std::string(argv[2]) == "--detail";
    facespace::keepFreedMemory();  // as the program does
    Application app(argc, argv);
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
    std::printf("%zu images; ms until the last view has answered\n%-18s %8s %8s %8s\n", all.size(), "page", "all", "half",
                "none");
    auto* pages = window.findChild<QTabWidget*>();
    for (int i = 0; i < pages->count(); ++i) {
        pages->setCurrentIndex(i);
        const auto* page = qobject_cast<facespace::AnalysisPage*>(pages->currentWidget());
        if (page != nullptr && !QTest::qWaitFor([&] { return page->hasResult() && !page->computing(); }, 300'000)) continue;
        QTest::qWait(1500);
        const double ofAll = answer(app, [&] { selection.select(all); });
        if (detail) printLongest(app);
        const double ofHalf = answer(app, [&] { selection.select(half); });
        if (detail) printLongest(app);
        const double ofNone = answer(app, [&] { selection.clear(); });
        std::printf("%-18s %8.0f %8.0f %8.0f\n", pages->tabText(i).toUtf8().constData(), ofAll, ofHalf, ofNone);
        std::fflush(stdout);
    }
    return 0;
}
