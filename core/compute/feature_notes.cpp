#include "core/compute/feature_notes.h"

#include <algorithm>

#include "core/features/inspect.h"

namespace facespace {
namespace {

/// More is not held twice in memory for a note.
constexpr std::int64_t kMostValues = 500'000'000;

/// Whether all images that have both features have the same; false if fewer than two have both.
bool sameFeatures(const FeatureMatrix& a, const FeatureMatrix& b) {
    if (a.rows() != b.rows() || a.cols() != b.cols()) return false;
    std::int64_t compared = 0;
    for (Eigen::Index row = 0; row < a.rows(); ++row) {
        if (!a.row(row).allFinite() || !b.row(row).allFinite()) continue;
        if ((a.row(row).array() != b.row(row).array()).any()) return false;
        ++compared;
    }
    return compared >= 2;
}

}  // namespace

Result<std::vector<Text>> equalFeatures(const Project& project, NetworkId network) {
    const auto networks = project.networks();
    if (!networks) return forward(networks);
    std::vector<Text> notes;
    const auto own = std::ranges::find(*networks, network, &NetworkRecord::id);
    if (own == networks->end() || networks->size() < 2) return notes;
    const auto features = project.features(network);
    if (!features) return forward(features);
    if (features->size() > kMostValues) return notes;
    for (const NetworkRecord& other : *networks) {
        if (other.id == network || other.dimension != own->dimension) continue;
        const auto others = project.features(other.id);
        if (!others) return forward(others);
        if (sameFeatures(*features, *others))
            notes.push_back(say("The features of “{}” and “{}” are the same for every image: one network under two names.",
                                own->name, other.name));
    }
    return notes;
}

Result<std::vector<Text>> featureNotes(const Project& project, NetworkId network) {
    const auto features = project.features(network);
    if (!features) return forward(features);
    FeatureReport report = inspectFeatures(*features);
    report.missing = 0;  // They were counted as skipped images.
    std::vector<Text> notes;
    if (report.usable == 0) return notes;
    for (auto& sentence : report.sentences()) notes.emplace_back(std::move(sentence));
    auto equal = equalFeatures(project, network);
    if (!equal) return forward(equal);
    notes.insert(notes.end(), equal->begin(), equal->end());
    return notes;
}

}  // namespace facespace
