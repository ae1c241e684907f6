#include "tests/soak/round.h"

#include <algorithm>
#include <filesystem>
#include <QFile>
#include <QTabWidget>
#include <QTest>

#include "tests/screenshots/shots.h"
#include "widgets/map/map_view.h"

namespace facespace::soak {
namespace {

int anyRow(MainWindow& window, std::mt19937& random) {
    return static_cast<int>(random() % std::max<std::size_t>(1, window.workspace().snapshot()->imageCount()));
}

void moveMap(MainWindow& window, std::mt19937& random) {
    MapView* map = window.findChild<MapView*>();
    for (int i = 0; i < 6; ++i) {
        MapCamera camera = map->camera();
        camera.halfHeight *= i % 2 == 0 ? 0.5 : 2.0;
        map->setCamera(camera);
        QTest::qWait(10);
    }
    if (const auto at = map->positionOf(anyRow(window, random))) QTest::mouseClick(map, Qt::LeftButton, {}, at->toPoint());
    window.actions().faces->setChecked(true);
    settle(window);
    window.actions().faces->setChecked(false);
}

void filterAndColour(MainWindow& window, std::mt19937& random) {
    window.workspace().filter().setExpression(QStringLiteral("distance > p%1").arg(random() % 90));
    settle(window);
    for (const char* key : {"yaw", "identity"}) window.workspace().colours().setKey(key);
    std::vector<int> some;
    for (int i = 0; i < 50; ++i) some.push_back(anyRow(window, random));
    window.workspace().selection().select(some);
    window.workspace().selection().setCurrent(some.front());
    settle(window);
    window.workspace().filter().clear();
}

}  // namespace

void workThrough(MainWindow& window, std::mt19937& random) {
    tidyUp(window);
    auto* pages = window.findChild<QTabWidget*>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        window.workspace().selection().setCurrent(anyRow(window, random));
        settle(window);
    }
    moveMap(window, random);
    filterAndColour(window, random);
    const QSize size = window.size();
    window.resize(size - QSize(200, 150));
    QTest::qWait(50);
    window.resize(size);
    tidyUp(window);
    settle(window);
}

bool openAnother(MainWindow& window, const QString& project) {
    // A window does not open the project again that it shows: a copy takes turns with it.
    const QString copy = project + QStringLiteral(".copy.facespace");
    if (!QFile::exists(copy) && !QFile::copy(project, copy)) return false;
    const auto before = window.workspace().snapshot();
    const bool showsCopy = window.jobs().projectFile() == std::filesystem::path(copy.toStdString());
    window.openPath(showsCopy ? project : copy);
    return QTest::qWaitFor(
               [&] { return window.workspace().snapshot() != nullptr && window.workspace().snapshot() != before; },
               60'000) &&
           settle(window);
}

}  // namespace facespace::soak
