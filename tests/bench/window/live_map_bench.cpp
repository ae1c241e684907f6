// How soon and how smoothly a map comes to the window: time to the first map, pictures a second while t-SNE runs, and the
// longest time in which the window did not answer.
#include <algorithm>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <vector>

#include "app/main_window.h"
#include "core/common/memory.h"
#include "core/project/project.h"
#include "widgets/vtk/vtk_view.h"

using namespace facespace;

namespace {

/// A project of so many images without files, 50 to an identity.
bool writeProject(const std::filesystem::path& file, const std::string& features, int columns) {
    const auto values = std::filesystem::file_size(features) / sizeof(float);
    const auto images = static_cast<int>(values / static_cast<std::size_t>(columns));
    std::vector<float> x(values);
    std::ifstream(features, std::ios::binary)
        .read(reinterpret_cast<char*>(x.data()), static_cast<std::streamsize>(values * sizeof(float)));
    auto project = Project::create(file);
    if (!project) return false;
    ImageSet set;
    for (int i = 0; i < images; ++i) {
        ImageRecord record;
        record.path = std::to_string(i) + ".jpg";
        record.identity = std::to_string(i / 50);
        set.images.push_back(record);
    }
    if (!project->addImages(set)) return false;
    NetworkRecord network;
    network.name = "A";
    network.dimension = columns;
    const auto id = project->addNetwork(network);
    const auto ids = project->imageIds();
    if (!id || !ids) return false;
    std::vector<Project::FeatureRow> rows;
    for (std::size_t i = 0; i < ids->size(); ++i)
        rows.push_back({(*ids)[i], {x.data() + i * static_cast<std::size_t>(columns), static_cast<std::size_t>(columns)}});
    return project->putFeatures(*id, rows, {}).has_value();
}

/// The longest gaps between beats of a timer of 2 ms.
class Heartbeat : public QObject {
  public:
    Heartbeat() {
        timer_.setInterval(2);
        timer_.setTimerType(Qt::PreciseTimer);
        connect(&timer_, &QTimer::timeout, this, [this] { gaps_.push_back(clock_.restart()); });
        clock_.start();
        timer_.start();
    }
    void reset() {
        gaps_.clear();
        clock_.restart();
    }
    qint64 longest() const { return gaps_.empty() ? 0 : *std::max_element(gaps_.begin(), gaps_.end()); }
    qint64 percentile99() {
        if (gaps_.empty()) return 0;
        std::sort(gaps_.begin(), gaps_.end());
        return gaps_[gaps_.size() * 99 / 100];
    }

  private:
    QTimer timer_;
    QElapsedTimer clock_;
    std::vector<qint64> gaps_;
};

}  // namespace

int main(int argc, char** argv) {
    keepFreedMemory();  // as the program does
    CLI::App words{"Times a map on its way to the window"};
    std::string features;
    int columns = 512;
    words.add_option("features", features, "float32 values, row by row")->required()->check(CLI::ExistingFile);
    words.add_option("--columns", columns);
    CLI11_PARSE(words, argc, argv);
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("p.facespace"));
    if (!writeProject(file.toStdString(), features, columns)) return 1;
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    window.openPath(file);
    if (!QTest::qWaitFor([&] { return window.workspace().snapshot() != nullptr && !window.jobs().busy(); }, 60000)) return 1;
    QTest::qWait(500);

    Heartbeat beat;
    QElapsedTimer clock;
    qint64 firstMap = -1, firstMove = -1, lastMove = 0, ended = -1;
    int moves = 0, frames = 0;
    std::vector<qint64> between;
    QObject::connect(&window.jobs(), &JobFlow::mapMoved, [&](const MapRun::State& state) {
        const qint64 now = clock.elapsed();
        if (firstMap < 0) firstMap = now;
        if (state.iteration == 0) return;
        if (firstMove < 0) {
            firstMove = now;
        } else {
            between.push_back(now - lastMove);
        }
        lastMove = now;
        ++moves;
    });
    qint64 firstFrame = -1;
    for (auto* view : window.findChildren<VtkView*>())
        QObject::connect(view, &VtkView::rendered, [&, view] {
            if (!view->isVisible()) return;
            if (firstMap >= 0 && firstFrame < 0) firstFrame = clock.elapsed();
            if (firstMove >= 0 && ended < 0) ++frames;
        });
    QObject::connect(&window.jobs(), &JobFlow::mapEnded, [&] { ended = clock.elapsed(); });
    MapOptions options;
    options.network = "A";
    beat.reset();
    clock.start();
    window.jobs().computeMap(options);
    if (!QTest::qWaitFor([&] { return ended >= 0; }, 300000)) return 1;
    const double seconds = static_cast<double>(lastMove - firstMove) / 1000.0;
    std::printf("first map delivered %lld ms, drawn %lld ms\n", static_cast<long long>(firstMap),
                static_cast<long long>(firstFrame));
    std::printf("t-SNE moves from %lld ms, done at %lld ms\n", static_cast<long long>(firstMove),
                static_cast<long long>(ended));
    std::printf("%.1f updates a second, %.1f frames a second, longest pause between updates %lld ms\n",
                static_cast<double>(moves - 1) / seconds, frames / seconds,
                between.empty() ? 0LL : static_cast<long long>(*std::max_element(between.begin(), between.end())));
    std::printf("window: longest without answer %lld ms, 99th percentile %lld ms\n", static_cast<long long>(beat.longest()),
                static_cast<long long>(beat.percentile99()));
    return 0;
}
