#include "core/compute/overlap_report.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <tuple>
#include <unordered_map>

#include "core/analysis/nearest_across.h"
#include "core/common/number_text.h"
#include "core/common/parallel.h"
#include "core/compute/labels.h"
#include "core/compute/networks.h"
#include "core/project/anonymous.h"

namespace facespace {
namespace {

constexpr int kNearestEach = 3;

Result<std::shared_ptr<const Snapshot>> openOther(const std::filesystem::path& file) {
    if (file.empty())
        return fail(ErrorCode::kInvalid,
                    say("There is no other project to compare with yet: choose one, in a command by --against."));
    const auto project = Project::open(file, Project::Mode::kReadOnly);
    if (!project) return forward(project);
    return loadSnapshot(*project);
}

/// Of the second project, the features of the same network as the first's.
Result<std::shared_ptr<const FeatureSet>> otherFeatures(const Snapshot& other, const NetworkRecord& ours,
                                                        const std::string& name) {
    const std::string file = other.projectFile.filename().string();
    std::shared_ptr<const FeatureSet> found;
    if (!name.empty()) {
        std::vector<NetworkRecord> networks;
        for (const auto& set : other.featureSets) networks.push_back(set->network);
        const auto network = findNetwork(std::move(networks), file, name);
        if (!network) return forward(network);
        for (const auto& set : other.featureSets)
            if (set->network.id == network->id) found = set;
    } else {
        const auto isSame = [&](const NetworkRecord& n) {
            return ours.sha256.empty() || n.sha256.empty() ? n.name == ours.name : n.sha256 == ours.sha256;
        };
        for (const auto& set : other.featureSets)
            if (isSame(set->network) && (found == nullptr || set->network.settingsJson == ours.settingsJson)) found = set;
    }
    if (found == nullptr)
        return fail(ErrorCode::kNotFound,
                    say("“{}” has no features of the network “{}”: extract them there with the same network, or name the "
                        "one to use (--against-network).",
                        file, ours.name));
    const NetworkRecord& theirs = found->network;
    if (theirs.dimension != ours.dimension ||
        (!ours.sha256.empty() && !theirs.sha256.empty() && theirs.sha256 != ours.sha256))
        return fail(ErrorCode::kInvalid, say("“{}” and “{}” of “{}” are two networks: their features cannot be compared.",
                                             ours.name, theirs.name, file));
    return found;
}

void addNetworkNotes(OverlapReport& report, const NetworkRecord& ours, const NetworkRecord& theirs) {
    if (ours.sha256.empty() || theirs.sha256.empty())
        report.notes.push_back(
            say("Features of “{}” were imported: whether both projects have them from one network cannot "
                "be told from the files.",
                ours.sha256.empty() ? ours.name : theirs.name));
    else if (ours.settingsJson != theirs.settingsJson)
        report.notes.push_back(
            say("Faces were cut out in different ways in the two projects: people and pictures in both are less alike, and "
                "more of them are missed."));
}

std::int64_t featured(const FeatureMatrix& x) {
    std::int64_t count = 0;
    for (Eigen::Index i = 0; i < x.rows(); ++i) count += x.row(i).allFinite() ? 1 : 0;
    return count;
}

/// Pictures of the rows that take part, each read once.
class Pictures {
  public:
    explicit Pictures(const Snapshot& snapshot) : snapshot_(snapshot) {}
    void want(std::int64_t row) {
        if (place_.try_emplace(row, rows_.size()).second) rows_.push_back(row);
    }
    std::size_t count() const { return rows_.size(); }
    void read(std::atomic<std::int64_t>& done, std::int64_t total, const JobContext& job) {
        all_.resize(rows_.size());
        parallelChunks(rows_.size(), 8, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end && !job.cancelled(); ++i) all_[i] = pictureOf(snapshot_, rows_[i], true);
            job.progress(say("comparing pictures"), done += static_cast<std::int64_t>(end - begin), total);
        });
    }
    const Picture& of(std::int64_t row) const { return all_[place_.at(row)]; }

  private:
    const Snapshot& snapshot_;
    std::unordered_map<std::int64_t, std::size_t> place_;
    std::vector<std::int64_t> rows_;
    std::vector<Picture> all_;
};

Result<void> comparePairs(OverlapReport& report, const Snapshot& snapshot, const OverlapOptions& options,
                          const JobContext& job) {
    Pictures ours(snapshot), theirs(*report.other);
    const std::size_t count = std::min(options.mostCandidates, report.shared.size());
    for (std::size_t i = 0; i < count; ++i) ours.want(report.shared[i].first), theirs.want(report.shared[i].second);
    std::atomic<std::int64_t> done{0};
    const auto total = static_cast<std::int64_t>(ours.count() + theirs.count() + count);
    ours.read(done, total, job);
    theirs.read(done, total, job);
    if (job.cancelled()) return cancelled();
    std::vector<std::uint8_t> unread(count, 0);
    parallelChunks(count, 16, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !job.cancelled(); ++i) {
            SharedImage& pair = report.shared[i];
            const Picture &a = ours.of(pair.first), &b = theirs.of(pair.second);
            unread[i] = a.read && b.read ? 0 : 1;
            pair.picture = comparePictures(a, b);
        }
        job.progress(say("comparing pictures"), done += static_cast<std::int64_t>(end - begin), total);
    });
    if (job.cancelled()) return cancelled();
    report.compared = static_cast<std::int64_t>(count);
    report.unread = std::ranges::count(unread, std::uint8_t{1});
    // Where a file is not there, features alone speak; other pairs that no picture confirms are of different pictures.
    std::size_t at = 0;
    std::erase_if(report.shared, [&](const SharedImage& pair) {
        const std::size_t i = at++;
        if (pair.picture.match != PictureMatch::kNone) return false;
        return (i < count && unread[i] == 0) || pair.cosine < options.alikeFrom;
    });
    return {};
}

Result<void> findImages(OverlapReport& report, const Snapshot& snapshot, const FeatureMatrix& ours,
                        const FeatureMatrix& theirs, const OverlapOptions& options, const JobContext& job) {
    const double least = std::min(options.alikeFrom, options.candidatesFrom);
    const auto near = nearestAcross(ours, theirs, least, kNearestEach, job);
    if (!near) return forward(near);
    for (const NearPair& pair : *near) report.shared.push_back({pair.a, pair.b, pair.cosine, {}});
    report.candidates = std::ssize(report.shared);
    if (const auto done = comparePairs(report, snapshot, options, job); !done) return forward(done);
    const auto order = [](const SharedImage& pair) {
        constexpr int kLast = 9;
        const int kind = pair.picture.match == PictureMatch::kNone ? kLast : static_cast<int>(pair.picture.match);
        return std::tuple(kind, -pair.cosine);
    };
    std::ranges::stable_sort(report.shared, {}, order);
    if (report.candidates > report.compared)
        report.notes.push_back(
            say("{} pairs of images have a cosine of {} or more; the {} most alike were compared as "
                "pictures (--candidates).",
                groupedNumber(report.candidates), fixedText(least, 2), groupedNumber(report.compared)));
    if (report.unread > 0)
        report.notes.push_back(
            say("Of {} pairs of images a file is not there: they are judged by their features alone, and "
                "listed from a cosine of {} on.",
                groupedNumber(report.unread), fixedText(options.alikeFrom, 2)));
    return {};
}

/// Names that both projects have but whose people are not alike.
void addNamesakes(OverlapReport& report, const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
    const std::set<std::string> here(ours.begin(), ours.end()), there(theirs.begin(), theirs.end());
    std::set<std::string> alike;
    for (const SharedIdentity& pair : report.identities.list)
        if (pair.first == pair.second) alike.insert(pair.first);
    const auto others =
        std::ranges::count_if(here, [&](const std::string& name) { return there.contains(name) && !alike.contains(name); });
    if (others > 0)
        report.notes.push_back(sayCount("One name is in both projects, but the features do not say that it is one person.",
                                        "{} names are in both projects, but the features do not say that they are one "
                                        "person each.",
                                        others, groupedNumber(others)));
}

}  // namespace

Result<OverlapReport> computeOverlap(const Snapshot& snapshot, const AnalysisScope& scope, const OverlapOptions& options,
                                     const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    auto other = openOther(options.other);
    if (!other) return forward(other);
    const auto set = otherFeatures(**other, in->set->network, options.otherNetwork);
    if (!set) return forward(set);
    OverlapReport report;
    report.network = in->network();
    report.otherNetwork = (*set)->network.name;
    report.other = snapshot.anonymous ? withoutNames(**other) : *other;
    const FeatureMatrix &ours = in->features(), &theirs = (*set)->features;
    report.images = featured(ours);
    report.otherImages = featured(theirs);
    addNetworkNotes(report, in->set->network, (*set)->network);
    const std::vector<std::string> names = identitiesOf(report.other->images);
    auto shared = findSharedIdentities(ours, in->identity, theirs, names, options.identities, job);
    if (!shared) return forward(shared);
    report.identities = std::move(*shared);
    report.notes.insert(report.notes.end(), report.identities.notes.begin(), report.identities.notes.end());
    if (!snapshot.anonymous && !std::isnan(report.identities.limits.above)) addNamesakes(report, in->identity, names);
    if (const auto done = findImages(report, snapshot, ours, theirs, options, job); !done) return forward(done);
    return report;
}

std::vector<std::uint8_t> overlapOf(const OverlapReport& report, const Snapshot& snapshot, bool second) {
    std::set<std::string> names;
    for (const SharedIdentity& pair : report.identities.list) names.insert(second ? pair.second : pair.first);
    std::vector<std::uint8_t> parts;
    for (const ImageRecord& image : snapshot.images.images)
        parts.push_back(names.contains(image.identity) ? kIdentityOverlaps : kNoOverlap);
    for (const SharedImage& pair : report.shared)
        parts[static_cast<std::size_t>(second ? pair.second : pair.first)] |= kImageOverlaps;
    return parts;
}

Phrase termForOverlap(std::uint8_t parts) {
    constexpr Phrase kTerms[]{Phrase(), Phrase("identity"), Phrase("image"), Phrase("identity and image")};
    return kTerms[parts];
}

}  // namespace facespace
