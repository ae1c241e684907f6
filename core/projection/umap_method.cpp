#include <fmt/format.h>

#include "core/projection/map_method_list.h"
#include "core/projection/umap.h"

namespace facespace {
namespace {

class UmapState : public MapState {
  public:
    UmapState(Umap umap, const UmapOptions& options) : umap_(std::move(umap)), options_(options) {}
    bool done() const override { return umap_.epoch() >= umap_.epochs(); }
    Result<void> advance(const JobContext& job) override { return umap_.runTo(umap_.epoch() + 2, job); }
    MapFrame frame() const override { return {umap_.epoch(), umap_.epochs(), 1}; }
    Embedding embedding() const override { return umap_.embedding(); }
    nlohmann::json parameters() override {
        nlohmann::json p{{"method", "umap"},
                         {"dims", options_.dims},
                         {"metric", nameOf(options_.metric)},
                         {"neighbours", options_.neighbours},
                         {"minDistance", options_.minDistance},
                         {"spread", options_.spread},
                         {"negativeSamples", options_.negativeSamples},
                         {"learningRate", options_.learningRate},
                         {"epochs", umap_.epoch()},
                         {"seed", options_.seed}};
        addSearch(p, umap_.neighbourSearch());
        return p;
    }

  private:
    Umap umap_;
    UmapOptions options_;
};

class UmapMethod : public MapMethod {
  public:
    UmapMethod() {
        name = "umap";
        title = say("UMAP");
        iterates = random = true;
        fields = {metricField(),
                  {.option = "--neighbours",
                   .help = "neighbours of each image",
                   .member = &MapSettings::neighbours,
                   .label = say("N&eighbours"),
                   .low = 2,
                   .high = 1000},
                  {.option = "--min-distance",
                   .help = "how closely points may be packed",
                   .member = &MapSettings::minDistance,
                   .label = say("Minimum dis&tance"),
                   .high = 1,
                   .step = 0.05,
                   .decimals = 2},
                  {.option = "--iterations",
                   .help = "epochs; 0 is the default schedule",
                   .member = &MapSettings::iterations,
                   .label = say("Ep&ochs"),
                   .high = 100000,
                   .step = 100,
                   .atLowest = say("automatic")}};
    }
    Result<std::unique_ptr<MapState>> create(const FeatureMatrix& x, const MapSettings& settings, const Embedding*,
                                             const MapFrameShown& shown, const JobContext& job) const override {
        const auto metric = metricNamed(settings.metric);
        if (!metric) return forward(metric);
        UmapOptions options;
        options.dims = settings.dims;
        options.neighbours = settings.neighbours;
        options.minDistance = settings.minDistance;
        options.epochs = settings.iterations;
        options.metric = *metric;
        options.seed = settings.seed;
        auto umap = Umap::create(x, options, job);
        if (!umap) return forward(umap);
        if (shown) shown({0, umap->epochs(), 1}, umap->embedding());
        return std::make_unique<UmapState>(std::move(*umap), options);
    }
    Text note(const nlohmann::json& parameters) const override {
        const auto neighbours = numberIn(parameters, "neighbours");
        return inARow({neighbours ? say("UMAP, neighbours {:g}.", *neighbours) : say("UMAP."), searchNote(parameters),
                       kAxesMeanNothing});
    }
};

}  // namespace

std::unique_ptr<const MapMethod> umapMethod() { return std::make_unique<UmapMethod>(); }

}  // namespace facespace
