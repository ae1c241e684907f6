// Times the projection engine's stages on a matrix of raw float32 values and writes the map, for compare.py.
#include <chrono>
#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include "core/common/memory.h"
#include "core/common/parallel.h"
#include "core/projection/pca.h"
#include "core/projection/quality.h"
#include "core/projection/tsne.h"
#include "core/projection/tsne_presets.h"
#include "core/projection/umap.h"

using namespace facespace;

namespace {
class Stopwatch {
  public:
    double cpu() const { return static_cast<double>(std::clock() - cpu_) / CLOCKS_PER_SEC; }
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

  private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::clock_t cpu_ = std::clock();
};

FeatureMatrix readMatrix(const std::string& path, int columns) {
    const auto values = static_cast<Eigen::Index>(std::filesystem::file_size(path) / sizeof(float));
    FeatureMatrix x(values / columns, columns);
    std::ifstream(path, std::ios::binary)
        .read(reinterpret_cast<char*>(x.data()), values * static_cast<std::streamsize>(sizeof(float)));
    return x;
}

void writeGraph(const std::string& path, const NeighbourGraph& graph) {
    if (path.empty()) return;
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(graph.index.data()),
               static_cast<std::streamsize>(graph.index.size() * sizeof(std::int32_t)));
}

void writeMap(const std::string& path, const Embedding& map) {
    if (path.empty()) return;
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(map.data()), map.size() * static_cast<std::streamsize>(sizeof(float)));
}
}  // namespace

int main(int argc, char** argv) {
    keepFreedMemory();  // as the programs do
    CLI::App app{"Times PCA, neighbours and t-SNE"};
    std::string input;
    std::string output;
    int columns = 50;
    int threads = 0;
    int k = 90;
    int every = 0;
    bool stages = false;
    bool quality = false;
    bool umap = false;
    bool clustered = false;
    bool exact = false;
    std::string graphOutput;
    ClusteredOptions clusteredOptions;
    TsneOptions options;
    app.add_option("input", input, "float32 values, row by row")->required()->check(CLI::ExistingFile);
    app.add_option("--columns", columns);
    app.add_option("--threads", threads);
    app.add_option("--dims", options.dims);
    app.add_option("--perplexity", options.perplexity);
    auto* iterations = app.add_option("--iterations", options.iterations, "default: the schedule's");
    app.add_option("--exaggeration-iterations", options.exaggerationIterations);
    app.add_option("--exaggeration", options.earlyExaggeration);
    app.add_option("--rate", options.learningRate);
    app.add_option("--momentum", options.finalMomentum);
    app.add_option("--auto-rate", options.autoRate);
    app.add_option("--initial-momentum", options.initialMomentum);
    app.add_option("--held", options.heldIterations, "iterations for which the first momentum is held after exaggeration");
    app.add_option("--rising", options.risingIterations, "iterations in which the momentum rises to its last");
    app.add_option("--settling", options.settlingIterations, "iterations at the end with --settling-momentum");
    app.add_option("--settling-momentum", options.settlingMomentum);
    auto* converged =
        app.add_option("--converged", options.stopWhenConverged, "ends once 50 iterations add less than this share");
    app.add_option("--every", every, "also print the divergence every so many iterations");
    app.add_option("--seed", options.seed);
    app.add_option("--search-iterations", options.searchIterations, "iterations made while neighbours are looked for");
    app.add_option("--map", output, "where the map goes, float32");
    app.add_flag("--stages", stages, "also time PCA and neighbours alone");
    app.add_option("--neighbours", k, "for --stages, --clustered and --exact");
    app.add_flag("--clustered", clustered, "only approximate neighbours, with their recall");
    app.add_option("--recall", clusteredOptions.recall, "what --clustered is to reach");
    app.add_flag("--exact", exact, "only exact neighbours");
    app.add_option("--graph", graphOutput, "where the neighbours of --clustered and --exact go, int32");
    app.add_flag("--umap", umap, "a UMAP-style map instead of t-SNE");
    app.add_flag("--quality", quality, "also measure the map's quality");
    CLI11_PARSE(app, argc, argv);
    setThreadCount(threads);
    const FeatureMatrix x = readMatrix(input, columns);
    const TsneOptions schedule = scheduled({}, TsneSchedule::kFast, static_cast<std::size_t>(x.rows()));
    if (iterations->empty()) options.iterations = schedule.iterations;
    if (iterations->empty() && converged->empty()) options.stopWhenConverged = schedule.stopWhenConverged;
    if (stages) {
        const Stopwatch pcaWatch;
        const auto analysis = pca(x, {});
        std::printf("pca_s %.4f cpu %.4f\n", analysis ? pcaWatch.seconds() : -1.0, pcaWatch.cpu());
        const Stopwatch neighbourWatch;
        const auto graph = exactNeighbours(x, k);
        std::printf("neighbours_s %.4f cpu %.4f\n", graph ? neighbourWatch.seconds() : -1.0, neighbourWatch.cpu());
    }
    if (clustered) {
        const Stopwatch watch;
        const auto found = clusteredNeighbours(x, k, options.metric, clusteredOptions);
        if (!found) return 1;
        std::printf("clustered_s %.4f cpu %.4f recall %.4f clusters %d probes %d\n", watch.seconds(), watch.cpu(),
                    found->recall, found->clusters, found->probes);
        writeGraph(graphOutput, found->graph);
        return 0;
    }
    if (exact) {
        const Stopwatch watch;
        const auto graph = exactNeighbours(x, k, options.metric);
        if (!graph) return 1;
        std::printf("neighbours_s %.4f cpu %.4f\n", watch.seconds(), watch.cpu());
        writeGraph(graphOutput, *graph);
        return 0;
    }
    if (umap) {
        const Stopwatch watch;
        auto state = Umap::create(x, {.dims = options.dims, .seed = options.seed});
        if (!state || !state->runTo(state->epochs())) return 1;
        std::printf("umap_s %.4f cpu %.4f\n", watch.seconds(), watch.cpu());
        writeMap(output, state->embedding());
        return 0;
    }
    const Stopwatch total;
    auto tsne = Tsne::create(x, options);
    if (!tsne) {
        std::fprintf(stderr, "%s\n", tsne.error().message.english().c_str());
        return 1;
    }
    const double created = total.seconds();
    const double createdCpu = total.cpu();
    for (int at = every; every > 0 && at < options.iterations && tsne->iteration() < tsne->last(); at += every)
        if (tsne->runTo(at)) std::printf("at %d kl %.5f\n", tsne->iteration(), tsne->klDivergence());
    const auto ran = tsne->runTo(options.iterations);
    const double all = total.seconds();
    const double allCpu = total.cpu();
    std::printf("create_s %.4f cpu %.4f\noptimise_s %.4f cpu %.4f\n", created, createdCpu, all - created,
                allCpu - createdCpu);
    std::printf("total_s %.4f cpu %.4f\niterations %d%s\n", all, allCpu, tsne->iteration(),
                tsne->converged() ? " converged" : "");
    std::printf("kl %.5f\n", tsne->klDivergence());
    if (quality) {
        const Stopwatch watch;
        const auto q = mapQuality(x, tsne->embedding(), {});
        if (!q) return 1;
        std::printf("quality_s %.4f cpu %.4f\n", watch.seconds(), watch.cpu());
        for (std::size_t c = 0; c < q->neighbours.size(); ++c)
            std::printf("k %d trustworthiness %.4f continuity %.4f preservation %.4f\n", q->neighbours[c],
                        q->trustworthiness[c], q->continuity[c], q->preservation[c]);
        std::printf("distance_correlation %.4f\n", q->distanceCorrelation);
    }
    writeMap(output, tsne->embedding());
    return ran ? 0 : 1;
}
