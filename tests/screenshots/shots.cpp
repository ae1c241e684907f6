#include "tests/screenshots/shots.h"

#include <algorithm>
#include <QCoreApplication>
#include <QProgressBar>
#include <QSlider>
#include <QTabWidget>
#include <QTest>

#include "core/analyses/list.h"
#include "widgets/map/map_view.h"
#include "widgets/pages/probe_controls.h"
#include "widgets/pages/probe_page.h"
#include "widgets/panels/message_bar.h"

namespace facespace {
namespace {

constexpr int kSettleMs = 120'000, kImagesMs = 700;

template <class T>
T* named(MainWindow& window, const QString& accessibleName) {
    const auto all = window.findChildren<T*>();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const T* w) { return w->accessibleName() == accessibleName; });
    return found == all.end() ? nullptr : *found;
}

MapView& mapOf(MainWindow& window) { return *named<MapView>(window, MainWindow::tr("Map of the faces")); }

/// By its name in English, whatever the window speaks: the window names some pages, the core the analyses.
void showPage(MainWindow& window, const char* name) {
    auto* pages = window.findChild<QTabWidget*>();
    for (int i = 0; i < pages->count(); ++i) {
        if (pages->tabText(i) == MainWindow::tr(name) || pages->tabText(i) == QCoreApplication::translate("facespace", name))
            pages->setCurrentIndex(i);
    }
}

/// The row whose value in a column comes closest; 0 if there is no such column.
int rowNear(MainWindow& window, const std::string& key, double value) {
    const Column* column = window.workspace().table()->find(key);
    if (column == nullptr) return 0;
    int best = 0;
    double least = 1e300;
    for (std::size_t row = 0; row < column->numbers.size(); ++row) {
        if (const double off = std::abs(column->numbers[row] - value); off < least) {
            least = off;
            best = static_cast<int>(row);
        }
    }
    return best;
}

void choose(MainWindow& window, int row) {
    window.workspace().selection().select({row});
    window.workspace().selection().setCurrent(row);
}

/// A part of the map, a third as wide, around one image.
void zoomTo(MainWindow& window, int row, double factor) {
    MapView& map = mapOf(window);
    MapCamera camera = map.camera();
    const auto coordinates = window.workspace().coordinates();
    camera.centre = Eigen::Vector3d((*coordinates)(row, 0), (*coordinates)(row, 1), 0);
    camera.halfHeight /= factor;
    map.setCamera(camera);
}

void showFaces(MainWindow& window) {
    window.actions().faces->setChecked(true);
    zoomTo(window, rowNear(window, "yaw", 20), 4);
}

/// A face that becomes more and more blurred, with its way over the map.
void showProbe(MainWindow& window) {
    auto& page = *window.findChild<ProbePage*>();
    const auto answered = [&] { return page.settled() && (page.shown() != nullptr || !page.hint().isEmpty()); };
    choose(window, rowNear(window, "yaw", 15));
    showPage(window, "Probe");
    page.controls()->resetAll();
    (void)QTest::qWaitFor(answered, kSettleMs);
    QSlider* blur = page.controls()->slider(**degradationField("blur"));
    for (int step = 10; step <= 190; step += 10) {
        blur->setValue(step);
        (void)QTest::qWaitFor(answered, kSettleMs);
    }
    QTest::qWait(4000);  // the rest of the curve
}

void showAnalysis(MainWindow& window, const char* page) {
    showPage(window, page);
    QTest::qWait(200);
}

}  // namespace

bool settle(MainWindow& window) {
    const auto working = [&] {
        const auto bars = window.findChildren<QProgressBar*>();
        return window.jobs().busy() ||
               std::any_of(bars.begin(), bars.end(), [](const QProgressBar* bar) { return bar->isVisible(); });
    };
    const bool idle = QTest::qWaitFor([&] { return !working(); }, kSettleMs);
    QTest::qWait(kImagesMs);
    return idle;
}

void tidyUp(MainWindow& window) {
    const Actions& actions = window.actions();
    window.messages().dismiss();
    for (QAction* layer : {actions.faces, actions.labels, actions.density, actions.radial}) layer->setChecked(false);
    NeighbourModel::Options neighbours = window.workspace().neighbours().options();
    neighbours.links = false;
    window.workspace().neighbours().setOptions(neighbours);
    window.workspace().filter().clear();
    window.workspace().selection().clear();
    window.workspace().selection().setCurrent(-1);
    if (const FeatureSet* set = window.workspace().featureSet())
        window.workspace().colours().setKey(QStringLiteral("distance[%1]").arg(QString::fromStdString(set->network.name)));
    mapOf(window).resetView();
    showPage(window, "Distance");
}

std::vector<Shot> manualShots() {
    std::vector<Shot> shots{
        {"window", [](MainWindow& w) { choose(w, rowNear(w, "yaw", 35)); }},
        {"filter",
         [](MainWindow& w) {
             w.workspace().filter().setExpression("abs(yaw) > 45 && distance < p30");
             w.workspace().colours().setKey("yaw");
         }},
        {"gallery",
         [](MainWindow& w) {
             showPage(w, "Gallery");
             choose(w, rowNear(w, "yaw", 0));
         }},
        {"table", [](MainWindow& w) { showPage(w, "Table"); }},
        {"triage",
         [](MainWindow& w) {
             showPage(w, "Triage");
             choose(w, rowNear(w, "yaw", -30));
         }},
        {"faces", showFaces},
        {"names",
         [](MainWindow& w) {
             w.actions().labels->setChecked(true);
             w.actions().density->setChecked(true);
         }},
        {"radial", [](MainWindow& w) { w.actions().radial->setChecked(true); }},
        {"neighbours",
         [](MainWindow& w) {
             auto options = w.workspace().neighbours().options();
             options.links = true;
             w.workspace().neighbours().setOptions(options);
             const int row = rowNear(w, "yaw", 60);
             choose(w, row);
             zoomTo(w, row, 2.5);
         }},
        {"compare",
         [](MainWindow& w) {
             showPage(w, "Compare");
             choose(w, rowNear(w, "yaw", 35));
         }},
        {"probe", showProbe},
    };
    // Any other page of an analysis, by its key.
    for (const Analysis* analysis : analyses())
        if (std::ranges::find(shots, QString::fromStdString(analysis->key), &Shot::name) == shots.end())
            shots.push_back({QString::fromStdString(analysis->key),
                             [analysis](MainWindow& w) { showAnalysis(w, analysis->name.english().c_str()); }});
    return shots;
}

}  // namespace facespace
