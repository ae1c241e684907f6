// Pictures a second while the map is panned, at 1600 × 1000: of so many points made up, or of a project with its faces on
// the points.
#include <algorithm>
#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <random>
#include <vector>

#include "core/common/memory.h"
#include "core/project/data_table.h"
#include "core/project/project.h"
#include "core/project/snapshot.h"
#include "widgets/map/map_view.h"

using namespace facespace;

namespace {

constexpr int kClusters = 500;

/// Clusters as an identity each, coloured by distance.
void fill(Workspace& workspace, int count) {
    auto snapshot = std::make_shared<Snapshot>();
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    auto set = std::make_shared<FeatureSet>();
    set->network.id = NetworkId{1};
    set->network.name = "A";
    set->features = FeatureMatrix::Ones(count, 1);
    set->count = count;
    MapRecord map;
    map.id = MapId{1};
    map.network = NetworkId{1};
    map.name = map.method = "tsne";
    map.coordinates = Embedding(count, 2);
    std::vector<float> x(kClusters), y(kClusters);
    for (auto& v : x) v = 40 * normal(random);
    for (auto& v : y) v = 40 * normal(random);
    Column distance;
    distance.key = "distance[A]";
    distance.title = "Distance from origin (A)";
    distance.kind = Column::Kind::kNumber;
    for (int i = 0; i < count; ++i) {
        const auto c = static_cast<std::size_t>(i % kClusters);
        map.coordinates.row(i) << x[c] + normal(random), y[c] + normal(random);
        snapshot->images.images.emplace_back();
        snapshot->imageIds.push_back(ImageId{i + 1});
        set->distance.push_back(10 + normal(random));
        distance.numbers.push_back(static_cast<double>(set->distance.back()));
    }
    snapshot->featureSets.push_back(set);
    snapshot->maps.push_back(map);
    auto table = std::make_shared<DataTable>();
    table->rows = static_cast<std::size_t>(count);
    table->columns.push_back(std::move(distance));
    workspace.setSnapshot(snapshot, table);
}

bool open(Workspace& workspace, const std::string& file) {
    auto project = Project::open(file, Project::Mode::kReadOnly);
    if (!project) return false;
    const auto snapshot = loadSnapshot(*project);
    if (!snapshot) return false;
    workspace.setSnapshot(*snapshot, std::make_shared<const DataTable>(buildDataTable(**snapshot)));
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    keepFreedMemory();  // as the program does
    CLI::App words{"Times panning the map"};
    int points = 24'000, frames = 60;
    double zoom = 1;
    std::string file;
    bool faces = false;
    words.add_option("--points", points, "points made up");
    words.add_option("--project", file, "a project instead")->check(CLI::ExistingFile);
    words.add_flag("--faces", faces, "faces on the points");
    words.add_option("--zoom", zoom, "how near the map is looked at");
    words.add_option("--frames", frames);
    CLI11_PARSE(words, argc, argv);
    QApplication app(argc, argv);
    Workspace workspace;
    MapView view(&workspace);
    view.resize(1600, 1000);
    view.show();
    if (file.empty()) {
        fill(workspace, points);
    } else if (!open(workspace, file)) {
        std::fprintf(stderr, "%s does not open\n", file.c_str());
        return 1;
    }
    view.setThumbnailsShown(faces);
    if (!QTest::qWaitForWindowExposed(&view)) return 1;
    if (zoom != 1) view.zoomBy(zoom);
    QTest::qWait(faces ? 3000 : 300);  // the faces are read
    int drawn = 0;
    QObject::connect(view.vtkView(), &VtkView::rendered, [&] { ++drawn; });
    std::vector<double> times;
    MapCamera camera = view.camera();
    const Eigen::Vector3d middle = camera.centre;
    for (int f = 0; f < frames; ++f) {
        const double turn = 6.283 * f / frames;
        camera.centre = middle + 0.2 * camera.halfHeight * Eigen::Vector3d(std::cos(turn), std::sin(turn), 0);
        QElapsedTimer clock;
        clock.start();
        const int before = drawn;
        view.setCamera(camera);
        while (drawn == before && clock.elapsed() < 10'000) QApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    // The picture of all points that follows when the view rests.
    QElapsedTimer rest;
    for (rest.start(); rest.elapsed() < 1000 || view.sampled();) QApplication::processEvents(QEventLoop::AllEvents, 20);
    const double whole = view.vtkView()->lastFrameMs();
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    std::printf(
        "%zu points%s: %.1f ms a picture in the median, %.1f ms at most; %.1f pictures a second; all points at rest %.1f "
        "ms\n",
        workspace.snapshot()->imageCount(), faces ? " with faces" : "", median, times.back(), 1000 / median, whole);
    return 0;
}
