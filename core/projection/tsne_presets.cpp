#include "core/projection/tsne_presets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace facespace {
namespace {
constexpr std::array kPresets{
    TsnePreset{"fast", Phrase("FaceSpace, fast"), TsneSchedule::kFast},
    TsnePreset{"vandermaaten-2014", Phrase("van der Maaten 2014"), TsneSchedule::kVanDerMaaten2014},
    TsnePreset{"belkina-2019", Phrase("Belkina et al. 2019"), TsneSchedule::kBelkina2019},
    TsnePreset{"kobak-berens-2019", Phrase("Kobak & Berens 2019"), TsneSchedule::kKobakBerens2019},
    TsnePreset{"opentsne", Phrase("openTSNE (Poličar et al. 2024)"), TsneSchedule::kOpenTsne},
};

/// The share of what a map holds that 50 iterations have to add: below, the default schedule ends.
constexpr double kConvergedShare = 0.005;

/// What convergence is waited for at most. From 500,000 images on it falls to 500 at a million, where an iteration takes a
/// sixth of a second or more.
int fastIterations(std::size_t images) {
    const auto n = static_cast<double>(std::max<std::size_t>(images, 1));
    return 500 + static_cast<int>(
                     std::lround((TsneOptions{}.iterations - 500) * std::clamp(std::log2(1'000'000.0 / n), 0.0, 1.0)));
}
}  // namespace

std::span<const TsnePreset> tsnePresets() { return kPresets; }

std::optional<TsneSchedule> tsneSchedule(std::string_view name) {
    const auto found = std::ranges::find(kPresets, name, &TsnePreset::name);
    if (found == kPresets.end()) return std::nullopt;
    return found->schedule;
}

TsneOptions scheduled(TsneOptions options, TsneSchedule schedule, std::size_t images) {
    const TsneOptions fast;
    options.learningRate = 0.0;
    options.earlyExaggeration = 12.0;
    options.initialMomentum = 0.5;
    options.exaggerationIterations = fast.exaggerationIterations;
    options.iterations = fastIterations(images);
    options.searchIterations = fast.searchIterations;
    options.finalMomentum = fast.finalMomentum;
    options.heldIterations = fast.heldIterations;
    options.risingIterations = fast.risingIterations;
    options.settlingIterations = fast.settlingIterations;
    options.autoRate = fast.autoRate;
    options.stopWhenConverged = kConvergedShare;
    if (schedule == TsneSchedule::kFast) return options;
    options.stopWhenConverged = 0;
    options.searchIterations = 0;
    options.exaggerationIterations = 250;
    options.iterations = schedule == TsneSchedule::kOpenTsne ? 750 : 1000;
    options.finalMomentum = 0.8;
    options.heldIterations = options.risingIterations = options.settlingIterations = 0;
    if (schedule == TsneSchedule::kVanDerMaaten2014) options.learningRate = 200.0;
    if (schedule == TsneSchedule::kBelkina2019 || schedule == TsneSchedule::kKobakBerens2019) options.autoRate = 1.0 / 12.0;
    if (schedule == TsneSchedule::kKobakBerens2019)
        options.perplexities = {30.0, std::max(30.0, static_cast<double>(images) / 100.0)};
    if (schedule == TsneSchedule::kOpenTsne) {
        options.autoRate = 1.0;
        options.initialMomentum = 0.8;
    }
    return options;
}

}  // namespace facespace
