#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

#include "core/common/number_text.h"
#include "core/projection/map_method_list.h"
#include "core/projection/tsne_presets.h"

namespace facespace {
namespace {

/// The mean step, as a share of the map's radius, below which a map no longer changes to the eye.
constexpr double kStillStep = 5e-4;
constexpr Phrase kAsPreset = Phrase("as the settings have it");

/// The engine's options for a map of so many images.
Result<TsneOptions> optionsFor(const MapSettings& s, std::size_t images, bool continued) {
    const auto metric = metricNamed(s.metric);
    if (!metric) return forward(metric);
    TsneOptions t = scheduled({}, tsneSchedule(s.preset).value_or(TsneSchedule::kFast), images);
    t.dims = s.dims;
    t.metric = *metric;
    t.seed = s.seed;
    if (!s.perplexities.empty()) t.perplexities = s.perplexities;
    if (s.learningRate > 0) t.learningRate = s.learningRate;
    if (s.earlyExaggeration > 0) t.earlyExaggeration = s.earlyExaggeration;
    if (s.exaggerationIterations > 0) t.exaggerationIterations = s.exaggerationIterations;
    // A warm start needs no early exaggeration, and settles in half the time.
    if (continued) t.iterations = (t.iterations - t.exaggerationIterations) / 2;
    // So many are so many; and what late exaggeration does comes at the end.
    if (s.iterations > 0 || s.lateExaggeration != 1) t.stopWhenConverged = 0;
    if (s.iterations > 0) t.iterations = s.iterations;
    t.lateExaggeration = s.lateExaggeration;
    if (s.lateExaggeration != 1) t.lateIterations = s.lateIterations > 0 ? s.lateIterations : t.iterations / 2;
    t.stopWhenStill = s.stopWhenStill;
    return t;
}

class TsneState : public MapState {
  public:
    TsneState(Tsne tsne, std::string metric, std::string preset)
        : tsne_(std::move(tsne)), metric_(std::move(metric)), preset_(std::move(preset)) {}
    bool done() const override { return tsne_.iteration() >= tsne_.last() || tsne_.still(); }
    Result<void> advance(const JobContext& job) override {
        if (const auto ran = tsne_.runTo(std::min(tsne_.last(), tsne_.iteration() + 5), job); !ran) return forward(ran);
        job.progress(say("t-SNE"), tsne_.iteration(), tsne_.last());
        return {};
    }
    MapFrame frame() const override {
        return {tsne_.iteration(), tsne_.last(), tsne_.exaggeration(), watched() && !tsne_.converged()};
    }
    void setExaggeration(double exaggeration) override {
        tsne_.setExaggeration(exaggeration);
        changes_.push_back({tsne_.iteration(), exaggeration});
    }
    Embedding embedding() const override { return tsne_.embedding(); }
    nlohmann::json parameters() override;

  private:
    bool watched() const { return tsne_.options().stopWhenConverged > 0; }
    /// Why it has ended, for the record.
    const char* ended() const {
        if (tsne_.still()) return "still";
        if (tsne_.iteration() < tsne_.last()) return "by hand";
        return tsne_.converged() ? "converged" : "last iteration";
    }

    Tsne tsne_;
    std::string metric_, preset_;
    nlohmann::json changes_ = nlohmann::json::array();
};

nlohmann::json TsneState::parameters() {
    const TsneOptions& t = tsne_.options();
    nlohmann::json p{{"method", "tsne"},
                     {"dims", t.dims},
                     {"metric", metric_},
                     {"preset", preset_},
                     {"effectivePerplexity", tsne_.effectivePerplexity()},
                     {"learningRate", t.learningRate},
                     {"autoRate", t.autoRate},
                     {"earlyExaggeration", t.earlyExaggeration},
                     {"exaggerationIterations", t.exaggerationIterations},
                     {"momentum", {t.initialMomentum, t.finalMomentum}},
                     {"iterations", tsne_.iteration()},
                     {"seed", t.seed},
                     {"kl", tsne_.klDivergence()}};
    addSearch(p, tsne_.neighbourSearch());
    if (t.perplexities.size() > 1)
        p["perplexities"] = t.perplexities;
    else
        p["perplexity"] = t.perplexities.empty() ? t.perplexity : t.perplexities.front();
    if (t.lateExaggeration != 1) {
        p["lateExaggeration"] = t.lateExaggeration;
        p["lateIterations"] = t.lateIterations;
    }
    if (t.stopWhenStill > 0) p["stopWhenStill"] = t.stopWhenStill;
    if (tsne_.still()) p["still"] = true;
    p["ended"] = ended();
    if (t.heldIterations + t.risingIterations + t.settlingIterations > 0) {
        p["momentumHeld"] = t.heldIterations;
        p["momentumRising"] = t.risingIterations;
        p["settling"] = {t.settlingIterations, t.settlingMomentum};
    }
    if (watched()) {
        p["stopWhenConverged"] = t.stopWhenConverged;
        p["mostIterations"] = t.iterations;
    }
    if (const auto note = tsne_.note(); !note.empty()) p["note"] = note.english();
    if (!changes_.empty()) p["exaggerationChanges"] = changes_;
    return p;
}

std::vector<MapField> tsneFields() {
    MapField preset{.option = "--preset",
                    .help = "settings by name; the options below change single ones",
                    .member = &MapSettings::preset,
                    .label = say("&Settings")};
    for (const TsnePreset& p : tsnePresets()) preset.choices.emplace_back(p.name, p.title);
    return {
        metricField(),
        preset,
        {.option = "--perplexity",
         .help = "effective number of neighbours, up to a third of the images; several, with commas, are averaged (default: "
                 "the preset's, mostly 30)",
         .member = &MapSettings::perplexities,
         .label = say("&Perplexity"),
         .low = 1,
         .high = 1e9},
        {.option = "--iterations",
         .help = "iterations; 0 is the schedule's, by default until they change little",
         .member = &MapSettings::iterations,
         .label = say("&Iterations"),
         .high = 100000,
         .step = 250,
         .atLowest = kAsPreset},
        {.option = "--exaggeration",
         .help = "early exaggeration; 0 is the preset's",
         .member = &MapSettings::earlyExaggeration,
         .label = say("&Early exaggeration"),
         .high = 100,
         .least = 1,
         .decimals = 1,
         .atLowest = kAsPreset},
        {.option = "--exaggeration-iterations",
         .help = "early exaggeration for so many; 0 is the preset's",
         .member = &MapSettings::exaggerationIterations,
         .high = 100000},
        {.option = "--late-exaggeration",
         .help = "1 is none; up to 4 sets groups apart",
         .member = &MapSettings::lateExaggeration,
         .label = say("L&ate exaggeration"),
         .low = 1,
         .high = 12,
         .decimals = 1,
         .atLowest = say("none")},
        {.option = "--late-iterations",
         .help = "late exaggeration for the last so many; 0 is half of all",
         .member = &MapSettings::lateIterations,
         .high = 100000},
        {.option = "--learning-rate",
         .help = "0 is the preset's, in proportion to the images",
         .member = &MapSettings::learningRate,
         .label = say("&Learning rate"),
         .high = 1e6,
         .decimals = 1,
         .atLowest = kAsPreset},
        {.option = "--stop-when-still",
         .help = "ends early once the mean step is below this share of the map's radius, for example 0.0005",
         .member = &MapSettings::stopWhenStill,
         .label = say("Stop when the map no longer moves"),
         .high = 1,
         .decimals = 6,
         .whenTicked = kStillStep},
    };
}

class TsneMethod : public MapMethod {
  public:
    TsneMethod() {
        name = "tsne";
        title = say("t-SNE");
        iterates = steerable = continues = random = true;
        firstMap = 2;
        fields = tsneFields();
    }
    Result<std::unique_ptr<MapState>> create(const FeatureMatrix& x, const MapSettings& settings, const Embedding* start,
                                             const MapFrameShown& shown, const JobContext& job) const override {
        const auto options = optionsFor(settings, static_cast<std::size_t>(x.rows()), start != nullptr);
        if (!options) return forward(options);
        const auto placed = [&](const Embedding& map, int iteration) {
            if (shown)
                shown({iteration, options->iterations, options->earlyExaggeration, options->stopWhenConverged > 0}, map);
        };
        auto tsne =
            start != nullptr ? Tsne::createFrom(x, *start, *options, job, placed) : Tsne::create(x, *options, job, placed);
        if (!tsne) return forward(tsne);
        return std::make_unique<TsneState>(std::move(*tsne), settings.metric, settings.preset);
    }
    Text note(const nlohmann::json& parameters) const override {
        const auto perplexity = numberIn(parameters, "perplexity");
        return inARow({perplexity ? say("t-SNE, perplexity {:g}.", *perplexity) : say("t-SNE."), searchNote(parameters),
                       kAxesMeanNothing});
    }
    Text advice(const MapSettings& settings, std::int64_t images) const override {
        const double highest = std::max(1.0, static_cast<double>(images - 1) / 3.0);
        if (std::ranges::any_of(settings.perplexities, [&](double p) { return p > highest; }))
            return say(
                "With {} images the perplexity can be at most {:.0f}, a third of the other images; more is lowered to that.",
                groupedNumber(images), highest);
        return say("All {} images take part; none is left out. Distances on the map are not distances from the origin.",
                   groupedNumber(images));
    }
    std::string standsFor(const MapField& field, const MapSettings& settings, std::int64_t images) const override {
        if (std::string(field.option) != "--perplexity") return {};
        const auto schedule = tsneSchedule(settings.preset).value_or(TsneSchedule::kFast);
        const TsneOptions set = scheduled({}, schedule, static_cast<std::size_t>(images));
        const std::vector<double> shown = set.perplexities.empty() ? std::vector{set.perplexity} : set.perplexities;
        return fmt::format("{:g}", fmt::join(shown, ", "));
    }
};

}  // namespace

std::unique_ptr<const MapMethod> tsneMethod() { return std::make_unique<TsneMethod>(); }

}  // namespace facespace
