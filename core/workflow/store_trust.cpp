#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "core/common/numbers.h"
#include "core/compute/labels.h"
#include "core/compute/map_methods.h"
#include "core/projection/quality.h"
#include "core/workflow/job_log.h"
#include "core/workflow/store_trust.h"

namespace facespace {
namespace {

constexpr int kDefaultNeighbours[] = {5, 10, 20, 30, 50, 100};
/// Neighbours beyond an identity's images lie among most of all others, whose ranks take longest: of more images than so
/// many, only up to this k, for a map of 30,000 to take seconds.
constexpr std::size_t kFewImages = 25'000;
constexpr int kLongest = 50;
constexpr double kDefaultPerplexity = 30;

/// What a map is measured with.
struct Subject {
    MapRecord map;
    MapOptions made;
    std::string network;
    PresentFeatures present;   // images that have a feature and are on the map
    Embedding coordinates;     // of those
    std::vector<int> classes;  // identities of those
    QualityOptions quality;
    std::size_t column = 0;  // where in quality.neighbours the images' own k is
};

Result<MapRecord> chosenMap(const Project& project, const std::string& name) {
    if (!name.empty()) return mapNamed(project, name);
    auto maps = project.maps();
    if (!maps) return forward(maps);
    if (maps->empty()) return fail(ErrorCode::kNotFound, say("The project has no map yet: compute one first."));
    if (maps->size() == 1) return std::move(maps->front());
    std::string names;
    for (const MapRecord& map : *maps) names += (names.empty() ? "“" : ", “") + map.name + "”";
    return fail(ErrorCode::kInvalid, say("The project has several maps; name one of {}.", names));
}

void keepPlaced(PresentFeatures& present, const Embedding& all) {
    std::vector<int> kept;  // rows of present.features
    for (std::size_t r = 0; r < present.rows.size(); ++r)
        if (all.row(present.rows[r]).allFinite()) kept.push_back(static_cast<int>(r));
    if (kept.size() == present.rows.size()) return;
    std::vector<int> rows;
    for (const int r : kept) rows.push_back(present.rows[static_cast<std::size_t>(r)]);
    present.features = FeatureMatrix(present.features(kept, Eigen::all));
    present.rows = std::move(rows);
}

std::vector<int> identityNumbers(const std::vector<std::string>& identities, const std::vector<int>& rows) {
    std::unordered_map<std::string, int> number;
    std::vector<int> classes;
    for (const int row : rows) {
        const std::string& identity = identities[static_cast<std::size_t>(row)];
        classes.push_back(identity.empty() ? -1
                                           : number.try_emplace(identity, static_cast<int>(number.size())).first->second);
    }
    return classes;
}

Result<QualityOptions> qualityOptions(const TrustOptions& options, const MapOptions& made, std::size_t images,
                                      std::size_t& column) {
    QualityOptions quality;
    const auto metric = metricNamed(made.metric);
    if (!metric) return forward(metric);
    quality.metric = *metric;
    quality.perplexities = !made.perplexities.empty() ? made.perplexities : std::vector{kDefaultPerplexity};
    const int most = std::max(1, (static_cast<int>(images) - 1) / 2);
    quality.neighbours = options.neighbours;
    if (quality.neighbours.empty())
        for (const int k : kDefaultNeighbours)
            if (k <= most && (k <= kLongest || images <= kFewImages)) quality.neighbours.push_back(k);
    quality.neighbours.push_back(std::clamp(options.columnNeighbours, 1, most));
    const int own = quality.neighbours.back();
    std::ranges::sort(quality.neighbours);
    const auto twice = std::ranges::unique(quality.neighbours);
    quality.neighbours.erase(twice.begin(), twice.end());
    column = static_cast<std::size_t>(std::ranges::find(quality.neighbours, own) - quality.neighbours.begin());
    return quality;
}

Result<Subject> subjectOf(const Project& project, const TrustOptions& options) {
    Subject s;
    auto map = chosenMap(project, options.map);
    if (!map) return forward(map);
    s.map = std::move(*map);
    s.made.method = s.map.method;
    auto made = readMapOptions(s.map);
    // How it was made is needed to make it again, not to measure it.
    if (!made && options.seeds > 0) return forward(made);
    if (made) s.made = std::move(*made);
    const auto networks = project.networks();
    if (!networks) return forward(networks);
    const auto network = std::ranges::find(*networks, s.map.network, &NetworkRecord::id);
    if (network == networks->end())
        return fail(ErrorCode::kNotFound, say("The network of the map “{}” is not in the project.", s.map.name));
    s.network = network->name;
    auto present = presentFeatures(project, *network);
    if (!present) return forward(present);
    s.present = std::move(*present);
    keepPlaced(s.present, s.map.coordinates);
    s.coordinates = s.map.coordinates(s.present.rows, Eigen::all);
    const auto images = project.images();
    if (!images) return forward(images);
    s.classes = identityNumbers(identitiesOf(*images), s.present.rows);
    auto quality = qualityOptions(options, s.made, s.present.rows.size(), s.column);
    if (!quality) return forward(quality);
    s.quality = std::move(*quality);
    return s;
}

TrustReport reportOf(const Subject& s, const MapQuality& q) {
    TrustReport r;
    r.map = s.map.name;
    r.method = s.map.method;
    r.network = s.network;
    r.metric = s.made.metric;
    r.images = static_cast<std::int64_t>(s.present.rows.size());
    r.neighbours = q.neighbours;
    r.trustworthiness = q.trustworthiness;
    r.continuity = q.continuity;
    r.preservation = q.preservation;
    for (const int k : q.neighbours) r.byChance.push_back(static_cast<double>(k) / static_cast<double>(r.images - 1));
    r.distanceCorrelation = q.distanceCorrelation;
    r.centroidCorrelation = q.centroidCorrelation;
    r.klDivergence = q.klDivergence;
    r.perplexities = s.quality.perplexities;
    r.columnNeighbours = q.neighbours[s.column];
    return r;
}

/// The map made again with another seed, measured, and compared with the first.
Result<TrustReport::Seed> otherSeed(const Subject& s, std::uint64_t seed, const JobContext& job) {
    MapOptions options = s.made;
    options.seed = seed;
    options.startFrom.clear();
    const MapObserver nobody;
    const auto mapped = runMapMethod(s.present, options, nullptr, {nobody, nullptr}, job);
    if (!mapped) return forward(mapped);
    const auto q = mapQuality(s.present.features, mapped->coordinates, s.quality, s.classes, job);
    if (!q) return forward(q);
    const auto agreement = mapAgreement(s.coordinates, mapped->coordinates, q->neighbours[s.column], job);
    if (!agreement) return forward(agreement);
    return TrustReport::Seed{
        seed, q->klDivergence, q->trustworthiness[s.column], q->continuity[s.column], q->preservation[s.column], *agreement};
}

Result<TrustReport> measure(Project& project, const TrustOptions& options, const JobContext& job) {
    const auto begun = std::chrono::steady_clock::now();
    const auto subject = subjectOf(project, options);
    if (!subject) return forward(subject);
    const auto q = mapQuality(subject->present.features, subject->coordinates, subject->quality, subject->classes, job);
    if (!q) return forward(q);
    TrustReport report = reportOf(*subject, *q);
    for (int s = 1; s <= options.seeds; ++s) {
        auto other = otherSeed(*subject, subject->made.seed + static_cast<std::uint64_t>(s), job);
        if (!other) return forward(other);
        report.seeds.push_back(*other);
        job.progress(say("other seeds"), s, options.seeds);
    }
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    TrustRecord record;
    record.map = subject->map.id;
    record.reportJson = trustAsJson(report);
    record.neighbours = report.columnNeighbours;
    record.preservation.assign(subject->present.imageCount, kNoValueFloat);
    for (std::size_t i = 0; i < subject->present.rows.size(); ++i)
        record.preservation[static_cast<std::size_t>(subject->present.rows[i])] =
            q->pointPreservation(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(subject->column));
    if (const auto kept = project.putTrust(record); !kept) return forward(kept);
    return report;
}

}  // namespace

Result<TrustReport> storeTrust(Project& project, const TrustOptions& options, const JobContext& job) {
    if (options.seeds < 0 || options.columnNeighbours < 1)
        return fail(ErrorCode::kInvalid, say("The numbers of seeds and of neighbours cannot be negative."));
    return logged<TrustReport>(
        project, "trust", nlohmann::json{{"map", options.map}, {"seeds", options.seeds}}.dump(),
        [&] { return measure(project, options, job); },
        [](const TrustReport& r) { return say("Map “{}” measured.", r.map); });
}

}  // namespace facespace
