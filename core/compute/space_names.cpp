// Which networks or maps two names mean.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

#include "core/compute/compare_spaces.h"

namespace facespace {
namespace {

constexpr Phrase kOneOnly = Phrase(
    "There is one network only, and no second map: extract features with a second network, or make another map, to "
    "compare.");

std::string quoted(const std::string& name) { return "“" + name + "”"; }

Result<Space> spaceNamed(const Snapshot& snapshot, const std::string& name) {
    std::vector<std::string> networks, maps;
    for (const auto& set : snapshot.featureSets) {
        if (set->network.name == name) return Space{{}, set->network.id};
        networks.push_back(quoted(set->network.name));
    }
    for (const MapRecord& map : snapshot.maps) {
        if (map.name == name) return Space{map.id, map.network};
        maps.push_back(quoted(map.name));
    }
    return fail(ErrorCode::kNotFound,
                say("There is no network or map “{}”; there are the networks {} and the maps {}.", name,
                    networks.empty() ? say("(none)") : Text(fmt::format("{}", fmt::join(networks, ", "))),
                    maps.empty() ? say("(none)") : Text(fmt::format("{}", fmt::join(maps, ", ")))));
}

/// What comes next beside one that is given: another network for a network, for a map one made alike of another network.
Result<Space> beside(const Snapshot& snapshot, const Space& given) {
    if (!given.map) {
        for (const auto& set : snapshot.featureSets)
            if (set->network.id != given.network) return Space{{}, set->network.id};
        return fail(ErrorCode::kInvalid, say("There is one network only: extract features with a second one to compare."));
    }
    const auto own = std::ranges::find(snapshot.maps, given.map, &MapRecord::id);
    const MapRecord* best = nullptr;
    int most = -1;
    for (const MapRecord& map : snapshot.maps) {
        const int fits = 2 * int{map.network != own->network} + int{map.method == own->method};
        if (map.id == given.map || fits < most) continue;
        best = &map;
        most = fits;
    }
    if (best == nullptr) return fail(ErrorCode::kInvalid, say("There is one map only: make another one to compare."));
    return Space{best->id, best->network};
}

}  // namespace

Result<SpacePair> spacesNamed(const Snapshot& snapshot, const std::string& first, const std::string& second) {
    if (first.empty() && second.empty()) {
        const auto& sets = snapshot.featureSets;
        const auto& maps = snapshot.maps;
        if (sets.size() > 1) return SpacePair{{{}, sets[0]->network.id}, {{}, sets[1]->network.id}};
        if (maps.size() < 2) return fail(ErrorCode::kInvalid, kOneOnly);
        const MapRecord &older = maps[maps.size() - 2], &newest = maps.back();
        return SpacePair{{older.id, older.network}, {newest.id, newest.network}};
    }
    SpacePair pair;
    for (const bool isFirst : {true, false}) {
        const std::string& name = isFirst ? first : second;
        if (name.empty()) continue;
        const auto named = spaceNamed(snapshot, name);
        if (!named) return forward(named);
        (isFirst ? pair.first : pair.second) = *named;
    }
    if (!first.empty() && !second.empty()) return pair;
    const auto other = beside(snapshot, second.empty() ? pair.first : pair.second);
    if (!other) return forward(other);
    (second.empty() ? pair.second : pair.first) = *other;
    return pair;
}

}  // namespace facespace
