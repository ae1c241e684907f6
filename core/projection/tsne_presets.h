#pragma once
#include <optional>
#include <span>
#include <string_view>
#include "core/common/text.h"
#include "core/projection/tsne.h"

namespace facespace {

/// Settings of the literature, by name; `kFast` is the default of TsneOptions.
enum class TsneSchedule {
    kFast,              ///< At most 750 iterations, which end once the map has converged (TsneOptions::stopWhenConverged).
    kVanDerMaaten2014,  ///< Rate 200, exaggeration 12 for 250 of 1,000 iterations, momentum 0.5 then 0.8.
    kBelkina2019,       ///< The same with rate N / 12 (opt-SNE's; scikit-learn's "auto").
    kKobakBerens2019,   ///< The same, with the affinities of perplexity 30 and N / 100 averaged; needs the number of images.
    kOpenTsne,          ///< Rate N / exaggeration in each phase, momentum 0.8, 250 + 500 iterations (Poličar et al. 2024).
};

struct TsnePreset {
    std::string_view name;  ///< On the command line: "belkina-2019".
    Phrase title;           ///< For people: "Belkina et al. 2019".
    TsneSchedule schedule;
};
/// All of them, the default first.
std::span<const TsnePreset> tsnePresets();
std::optional<TsneSchedule> tsneSchedule(std::string_view name);

/// The options with rates, momenta, iterations and exaggeration (and perplexities, where the name stands for some) of a
/// schedule. @param images  Of the map, for what depends on it.
TsneOptions scheduled(TsneOptions options, TsneSchedule schedule, std::size_t images = 0);

}  // namespace facespace
