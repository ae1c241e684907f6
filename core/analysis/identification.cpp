#include "core/analysis/identification.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "core/analysis/identification_parts.h"
#include "core/common/number_text.h"
#include "core/common/numbers.h"

namespace facespace {
namespace {

using namespace identification;

std::vector<Places> placesOf(const PairStream& stream, const std::vector<Gallery>& galleries) {
    std::vector<Places> all(std::max<std::size_t>(1, galleries.size()));
    for (std::size_t p = 0; p < stream.images(); ++p)
        for (std::size_t g = 0; g < all.size(); ++g) {
            const auto row = static_cast<std::size_t>(stream.row(p));
            if (galleries.empty() || galleries[g].enrolled[row] != 0) all[g].entries.push_back(p);
            if (galleries.empty() || galleries[g].probes[row] != 0) all[g].probes.push_back(p);
        }
    return all;
}

std::int64_t identitiesOf(const PairStream& stream, const Places& places) {
    std::int64_t count = 0;
    for (std::size_t e = 0; e < places.entries.size(); ++e)
        count += e == 0 || stream.group(places.entries[e]) != stream.group(places.entries[e - 1]) ? 1 : 0;
    return count;
}

Result<void> checkPlaces(Identification& found, const PairStream& stream, const std::vector<Places>& places) {
    for (const Places& p : places) {
        found.entries.push_back(std::ssize(p.entries));
        found.identities.push_back(identitiesOf(stream, p));
        if (found.identities.back() < 2)
            return fail(ErrorCode::kInvalid,
                        sayCount("1 identity with features is enrolled; identification needs two or more.",
                                 "{} identities with features are enrolled; identification needs two or more.",
                                 found.identities.back(), found.identities.back()));
        if (p.probes.empty())
            return fail(ErrorCode::kInvalid,
                        say("No image with a feature is left to be searched for; enrol fewer, or extract features."));
    }
    return {};
}

/// Turns that hold the most identities: what a rank can gain when one is left out.
std::int32_t widestTurn(const LeaveOutTurns& turns) {
    std::vector<std::int32_t> size(turns.count, 0);
    for (const std::size_t turn : turns.of) ++size[turn];
    return size.empty() ? 0 : *std::ranges::max_element(size);
}

void nameIdentities(Identification& found, const PairStream& stream, const std::vector<std::string>& identity) {
    found.names.resize(static_cast<std::size_t>(stream.identities()));
    for (std::size_t p = 0; p < stream.images(); ++p)
        found.names[static_cast<std::size_t>(stream.group(p))] = identity[static_cast<std::size_t>(stream.row(p))];
}

Result<void> countSearches(Identification& found, const std::vector<std::vector<Detail>>& galleries) {
    for (std::size_t g = 0; g < galleries.size(); ++g)
        for (const Detail& d : galleries[g]) {
            found.searches.push_back(d.search);
            found.searches.back().gallery = static_cast<std::int32_t>(g);
            (d.search.rank > 0 ? found.mated : found.nonMated) += 1;
        }
    for (const auto& details : galleries)
        if (std::ranges::none_of(details, [](const Detail& d) { return d.search.rank > 0; }))
            return fail(
                ErrorCode::kInvalid,
                say("No image that is searched for is of an enrolled identity (without a gallery: no identity has two "
                    "images of different videos), so there is nobody to be found."));
    // Where some galleries lack such probes, their rates would have nothing to be of.
    found.ownRemoved = std::ranges::any_of(galleries, [](const auto& details) {
        return std::ranges::none_of(details, [](const Detail& d) { return d.search.rank == 0; });
    });
    if (found.leaveOneOut) found.ownRemoved = true;
    if (found.ownRemoved) found.nonMated = std::ssize(found.searches);
    std::ranges::sort(found.searches, {}, [](const Search& s) { return std::pair(s.gallery, s.row); });
    return {};
}

}  // namespace

void identification::addConfusions(Identification& found) {
    std::vector<IdentityFound> each(found.names.size());
    std::vector<double> ranks(found.names.size(), 0);
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<const Search*>> taken;
    for (const Search& s : found.searches) {
        if (s.rank == 0) continue;
        IdentityFound& own = each[static_cast<std::size_t>(s.identity)];
        ++own.searches;
        ranks[static_cast<std::size_t>(s.identity)] += s.rank;
        if (s.rank == 1) {
            ++own.first;
            continue;
        }
        ++each[static_cast<std::size_t>(s.other)].taken;
        taken[{s.identity, s.other}].push_back(&s);
    }
    for (auto& [pair, searches] : taken) {
        std::ranges::sort(searches, {}, [](const Search* s) { return std::tuple(s->mateScore, s->gallery, s->row); });
        Confusion1N confusion{pair.first, pair.second, std::ssize(searches), {}, searches.front()->otherRow};
        for (const Search* s : searches) confusion.rows.push_back(s->row);
        IdentityFound& own = each[static_cast<std::size_t>(pair.first)];
        if (confusion.times > own.takenForTimes) own.takenFor = pair.second, own.takenForTimes = confusion.times;
        found.confusions.push_back(std::move(confusion));
    }
    std::ranges::stable_sort(found.confusions, std::greater<>(), &Confusion1N::times);
    for (std::size_t i = 0; i < each.size(); ++i) {
        each[i].identity = static_cast<std::int32_t>(i);
        if (each[i].searches == 0) continue;
        each[i].meanRank = ranks[i] / static_cast<double>(each[i].searches);
        found.perIdentity.push_back(each[i]);
    }
    std::ranges::stable_sort(found.perIdentity, {}, [](const IdentityFound& i) {
        return std::pair(static_cast<double>(i.first) / static_cast<double>(i.searches), -i.searches);
    });
}

Result<Identification> identify(const FeatureMatrix& x, const Units& units, const std::vector<Gallery>& galleries,
                                const IdentificationOptions& o, const JobContext& job) {
    const PairStream stream(x, units.identity(), o.metric);
    Identification found;
    found.metric = o.metric;
    found.leaveOneOut = galleries.empty();
    const std::vector<Places> places = placesOf(stream, galleries);
    if (const auto fine = checkPlaces(found, stream, places); !fine) return forward(fine);
    const LeaveOutTurns turns = leaveOutTurns(stream.identities(), {o.leaveOut, o.seed});
    const Compared compared = comparedFeatures(stream, x, o.metric);
    std::vector<std::vector<Detail>> details;
    for (const Places& p : places) {
        const SearchTask task{
            stream, compared, p, galleries.empty() ? &units.unitOf() : nullptr, turns, o.ranks + widestTurn(turns)};
        auto searches = searchesOf(task, job);
        if (!searches) return forward(searches);
        details.push_back(std::move(*searches));
    }
    nameIdentities(found, stream, units.identity());
    if (const auto fine = countSearches(found, details); !fine) return forward(fine);
    addRates(found, details, turns.count, o);
    addConfusions(found);
    if (stream.zeroRows() > 0)
        found.notes.push_back(sayCount("1 image has an all-zero feature, which has no angle, and is left out.",
                                       "{} images have all-zero features, which have no angle, and are left out.",
                                       stream.zeroRows(), groupedNumber(stream.zeroRows())));
    return found;
}

}  // namespace facespace
