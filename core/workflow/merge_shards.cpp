#include "core/workflow/merge_shards.h"

#include <fmt/format.h>
#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "core/workflow/job_log.h"
#include "core/workflow/shards.h"
#include "core/workflow/store_measures.h"
#include "core/workflow/store_poses.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 1024;

/// What is known of a shard before anything of it is merged.
struct Facts {
    fs::path file;
    ShardInfo info;
    std::map<std::string, NetworkRecord> networks;
    std::map<std::string, int> batches;
    bool measured = false;
    std::set<std::string> finished;  ///< Networks that have nothing left to do; "": the image quality.
};

using Ids = std::unordered_set<ImageId>;

Ids asSet(const std::vector<ImageId>& ids) { return {ids.begin(), ids.end()}; }

/// What a project lacks of a network's features.
struct Open {
    Ids without;                                ///< Without a feature.
    Ids pending;                                ///< Without a reason for that, too.
    std::unordered_map<ImageId, Text> reasons;  ///< Of the others.
};

Result<Open> openIn(const Project& project, NetworkId network) {
    const auto pending = project.pendingImages(network);
    if (!pending) return forward(pending);
    const auto skipped = project.skipped(network);
    if (!skipped) return forward(skipped);
    Open open{asSet(*pending), asSet(*pending), {}};
    for (const SkipRecord& skip : *skipped) {
        open.without.insert(skip.image);
        open.reasons[skip.image] = skip.reason;
    }
    return open;
}

Result<Project> openPart(const fs::path& file) { return Project::open(file, Project::Mode::kReadOnly); }

tl::unexpected<Error> refused(Text why) { return fail(ErrorCode::kInvalid, std::move(why)); }

Result<void> readFinished(const Project& shard, Facts& facts) {
    for (const auto& [name, network] : facts.networks) {
        const auto pending = shard.pendingImages(network.id);
        if (!pending) return forward(pending);
        if (pending->empty()) facts.finished.insert(name);
    }
    if (!facts.measured) return {};
    const auto unmeasured = shard.unmeasuredImages();
    if (!unmeasured) return forward(unmeasured);
    if (unmeasured->empty()) facts.finished.insert("");
    return {};
}

Result<Facts> factsOf(const Project& shard, const ShardInfo& whole) {
    const auto info = shardInfo(shard);
    if (!info) return forward(info);
    const std::string file = shard.file().string();
    if (!*info) return refused(say("“{}” is no shard; name the files that “--shard” made.", file));
    if ((*info)->set != whole.set || (*info)->images != whole.images)
        return refused(say("“{}” is a shard of another set of images.", file));
    Facts facts{shard.file(), **info, {}, {}, false, {}};
    const auto networks = shard.networks();
    if (!networks) return forward(networks);
    for (const NetworkRecord& network : *networks) {
        facts.networks[network.name] = network;
        const auto batch = batchOf(shard, network.name);
        if (!batch) return forward(batch);
        facts.batches[network.name] = *batch;
    }
    const auto measures = shard.measures();
    if (!measures) return forward(measures);
    facts.measured = !measures->measures.empty();
    const TakenMeasures taken = takenMeasures();
    if (facts.measured && (measures->measures != taken.measures || measures->settings != taken.settings))
        return refused(
            say("The image quality in “{}” was measured by another version of FaceSpace; measure it again.", file));
    if (auto read = readFinished(shard, facts); !read) return forward(read);
    return facts;
}

/// Whether features of two projects can be of one network; names both files if not.
Result<void> checkSame(const NetworkRecord& a, const fs::path& fileA, const NetworkRecord& b, const fs::path& fileB) {
    if (a.sha256 == b.sha256 && a.dimension == b.dimension && a.settingsJson == b.settingsJson) return {};
    const Text what = a.sha256 != b.sha256         ? say("weights")
                      : a.dimension != b.dimension ? say("dimensions")
                                                   : say("settings for cutting out faces");
    return refused(say("“{}” and “{}” hold features “{}” of different {}.", fileA.string(), fileB.string(), a.name, what));
}

/// Whether two shards are parts of one work. One of them may lack networks of the other: it is not finished.
/// @param a  has at least as many networks
Result<void> checkTogether(const Facts& a, const Facts& b) {
    const std::string fileA = a.file.string(), fileB = b.file.string();
    if (a.info.shard.count != b.info.shard.count)
        return refused(say("“{}” is one of {} shards and “{}” one of {}; merge those of one cut.", fileA, a.info.shard.count,
                           fileB, b.info.shard.count));
    for (const auto& [name, network] : b.networks) {
        const auto other = a.networks.find(name);
        if (other == a.networks.end())
            return refused(say("“{}” and “{}” hold features of different networks.", fileA, fileB));
        if (auto same = checkSame(other->second, a.file, network, b.file); !same) return same;
        const int batchA = a.batches.at(name), batchB = b.batches.at(name);
        if (batchA > 0 && batchB > 0 && batchA != batchB)
            return refused(say("“{}” was made with batches of {} images and “{}” of {}, which give other last digits.",
                               fileA, batchA, fileB, batchB));
    }
    return {};
}

/// Puts shard after shard into the whole.
class Merger {
  public:
    Merger(Project& whole, const JobContext& job) : whole_(whole), job_(job) {}

    Result<void> look(const std::vector<fs::path>& files);
    /// Numbers of the shards that the whole lacks something of, after what was looked at is merged.
    Result<std::vector<int>> lacking() const;
    Result<void> merge();
    MergeReport report;

  private:
    struct Part;
    struct Wanted;
    /// What the whole lacks, read once.
    Result<Open*> openOf(const std::string& name, NetworkId network);

    Result<void> lookAtWhole();
    Result<void> checkWithWhole(const Facts& facts) const;
    Result<Ids> openImages(const std::set<std::string>& needed) const;
    Result<void> mergePart(const Facts& facts);
    Result<std::vector<ImageId>> idsFor(const Project& shard, const ShardInfo& info) const;
    Result<void> mergeFaces(const Part& part);
    Result<void> mergeNetwork(const Part& part, const NetworkRecord& network);
    Result<void> mergeBlock(const Wanted& wanted, std::size_t begin, std::size_t end);
    Result<void> mergeMeasures(const Part& part);
    Result<void> keepJob(const Project& shard, const std::string& network);
    Result<void> keepMeasuring();
    MergedPart& counts(const std::string& name);

    Project& whole_;
    const JobContext& job_;
    ShardInfo wholeInfo_;
    std::vector<ImageId> ids_;
    std::vector<std::string> paths_;
    std::unordered_map<ImageId, DetectedFaceRecord> faces_;
    std::vector<NetworkRecord> networks_;
    std::vector<Facts> shards_;
    std::size_t most_ = 0;  ///< Of the shards, the one with the most networks.
    std::map<std::string, Open> open_;
    std::optional<Ids> unmeasured_;
};

/// A shard that is open, and for each of its images the id in the whole.
struct Merger::Part {
    Project& shard;
    std::vector<ImageId> own, ids;
};

/// Of one network: what a shard has, and what the whole lacks.
struct Merger::Wanted {
    const Part& part;
    const NetworkRecord& network;  ///< In the shard.
    NetworkId target;
    Open own;
    Open& whole;
    MergedPart& counted;
};

Result<Open*> Merger::openOf(const std::string& name, NetworkId network) {
    if (const auto known = open_.find(name); known != open_.end()) return &known->second;
    auto open = openIn(whole_, network);
    if (!open) return forward(open);
    return &(open_[name] = std::move(*open));
}

MergedPart& Merger::counts(const std::string& name) {
    const auto found = std::ranges::find(report.parts, name, &MergedPart::name);
    if (found != report.parts.end()) return *found;
    return report.parts.emplace_back(MergedPart{name});
}

Result<void> Merger::lookAtWhole() {
    const auto set = whole_.images();
    if (!set) return forward(set);
    auto ids = whole_.imageIds();
    if (!ids) return forward(ids);
    const auto hash = whole_.imagesSha256();
    if (!hash) return forward(hash);
    const auto faces = whole_.detectedFaces();
    if (!faces) return forward(faces);
    auto networks = whole_.networks();
    if (!networks) return forward(networks);
    wholeInfo_ = {{}, *hash, static_cast<std::int64_t>(ids->size())};
    ids_ = std::move(*ids);
    for (const ImageRecord& record : set->images) paths_.push_back(record.path);
    for (const DetectedFaceRecord& face : *faces) faces_[face.image] = face;
    networks_ = std::move(*networks);
    return {};
}

Result<void> Merger::checkWithWhole(const Facts& facts) const {
    for (const NetworkRecord& network : networks_)
        if (const auto same = facts.networks.find(network.name); same != facts.networks.end())
            if (auto fine = checkSame(same->second, facts.file, network, whole_.file()); !fine) return fine;
    return {};
}

Result<void> Merger::look(const std::vector<fs::path>& files) {
    if (auto looked = lookAtWhole(); !looked) return looked;
    for (const fs::path& file : files) {
        if (job_.cancelled()) return cancelled();
        const auto shard = openPart(file);
        if (!shard) return forward(shard);
        auto facts = factsOf(*shard, wholeInfo_);
        if (!facts) return forward(facts);
        if (auto fine = checkWithWhole(*facts); !fine) return fine;
        if (!shards_.empty()) {
            const Facts& most = shards_[most_];
            const bool more = facts->networks.size() > most.networks.size();
            if (auto fine = more ? checkTogether(*facts, most) : checkTogether(most, *facts); !fine) return fine;
            if (more) most_ = shards_.size();
        }
        shards_.push_back(std::move(*facts));
        job_.progress(say("looking at shards"), std::ssize(shards_), std::ssize(files));
    }
    // In the order of images, whatever that of the words.
    std::ranges::stable_sort(shards_, {}, [](const Facts& f) { return f.info.shard.number; });
    report.shards = static_cast<int>(shards_.size());
    report.of = shards_.empty() ? 0 : shards_.front().info.shard.count;
    return {};
}

/// Images that the whole lacks something of that the shards bring.
Result<Ids> Merger::openImages(const std::set<std::string>& needed) const {
    Ids open;
    for (const std::string& name : needed) {
        const auto there = std::ranges::find(networks_, name, &NetworkRecord::name);
        const bool unknown = !name.empty() && there == networks_.end();
        const auto lacks = unknown        ? Result<std::vector<ImageId>>(ids_)
                           : name.empty() ? whole_.unmeasuredImages()
                                          : whole_.pendingImages(there->id);
        if (!lacks) return forward(lacks);
        open.insert(lacks->begin(), lacks->end());
    }
    return open;
}

Result<std::vector<int>> Merger::lacking() const {
    std::set<std::string> needed;
    std::map<int, bool> finished;
    for (const Facts& f : shards_) {
        for (const auto& [name, network] : f.networks) needed.insert(name);
        if (f.measured) needed.insert("");
    }
    for (const Facts& f : shards_) finished[f.info.shard.number] |= !needed.empty() && f.finished == needed;
    const auto open = openImages(needed);
    if (!open) return forward(open);
    const auto complete = [&](const Shard& shard) {
        if (finished[shard.number]) return true;
        const auto [first, last] = shard.of(ids_.size());
        const auto rows = std::span(ids_).subspan(first, last - first);
        return !needed.empty() && std::ranges::none_of(rows, [&](ImageId id) { return open->contains(id); });
    };
    std::vector<int> numbers;
    for (int number = 1; number <= report.of; ++number)
        if (!complete({number, report.of})) numbers.push_back(number);
    return numbers;
}

Result<void> Merger::merge() {
    for (const Facts& facts : shards_) {
        if (job_.cancelled()) return cancelled();
        if (auto merged = mergePart(facts); !merged) return merged;
        job_.progress(say("merging shards"), &facts - shards_.data() + 1, std::ssize(shards_));
    }
    return {};
}

/// The ids in the whole of the shard's images, which must be those that its number says.
Result<std::vector<ImageId>> Merger::idsFor(const Project& shard, const ShardInfo& info) const {
    const auto set = shard.images();
    if (!set) return forward(set);
    const auto [first, last] = info.shard.of(ids_.size());
    const auto fits = [&] {
        if (set->images.size() != last - first) return false;
        for (std::size_t i = 0; i < set->images.size(); ++i)
            if (set->images[i].path != paths_[first + i]) return false;
        return true;
    };
    if (!fits())
        return fail(ErrorCode::kFormat, say("“{}” is damaged: it does not hold the images of shard {}; make it again.",
                                            shard.file().string(), info.shard.text()));
    return std::vector(ids_.begin() + static_cast<std::ptrdiff_t>(first), ids_.begin() + static_cast<std::ptrdiff_t>(last));
}

Result<void> Merger::mergePart(const Facts& facts) {
    auto shard = openPart(facts.file);
    if (!shard) return forward(shard);
    // Of one moment, and as it was when it was looked at.
    const auto moment = shard->beginRead();
    if (!moment) return forward(moment);
    const auto now = factsOf(*shard, wholeInfo_);
    if (!now) return forward(now);
    if (auto same = checkTogether(facts, *now); !same) return same;
    auto own = shard->imageIds();
    if (!own) return forward(own);
    auto ids = idsFor(*shard, now->info);
    if (!ids) return forward(ids);
    const Part part{*shard, std::move(*own), std::move(*ids)};
    if (auto merged = mergeFaces(part); !merged) return merged;
    for (const auto& [name, network] : now->networks)
        if (auto merged = mergeNetwork(part, network); !merged) return merged;
    return now->measured ? mergeMeasures(part) : Result<void>();
}

/// First the faces: features rest on them.
Result<void> Merger::mergeFaces(const Part& part) {
    const auto found = part.shard.detectedFaces();
    if (!found) return forward(found);
    std::vector<DetectedFaceRecord> faces;
    for (DetectedFaceRecord face : *found) {
        const auto at = std::ranges::lower_bound(part.own, face.image);
        if (at == part.own.end() || *at != face.image) continue;
        face.image = part.ids[static_cast<std::size_t>(at - part.own.begin())];
        const auto there = faces_.find(face.image);
        if (there == faces_.end())
            faces.push_back(face);
        else if (!(there->second.box == face.box && there->second.landmarks == face.landmarks))
            return refused(say("In “{}” another face was detected in “{}” than in “{}”.", part.shard.file().string(),
                               paths_[static_cast<std::size_t>(std::ranges::lower_bound(ids_, face.image) - ids_.begin())],
                               whole_.file().string()));
    }
    return faces.empty() ? Result<void>() : whole_.putDetectedFaces(faces);
}

Result<void> Merger::mergeNetwork(const Part& part, const NetworkRecord& network) {
    const auto target = whole_.addNetwork(network);
    if (!target) return forward(target);
    auto own = openIn(part.shard, network.id);
    if (!own) return forward(own);
    const auto whole = openOf(network.name, *target);
    if (!whole) return forward(whole);
    const Wanted wanted{part, network, *target, std::move(*own), **whole, counts(network.name)};
    for (std::size_t begin = 0; begin < part.own.size(); begin += kBlock) {
        if (job_.cancelled()) return cancelled();
        const std::size_t end = std::min(begin + kBlock, part.own.size());
        if (auto merged = mergeBlock(wanted, begin, end); !merged) return merged;
    }
    return keepJob(part.shard, network.name);
}

Result<void> Merger::mergeBlock(const Wanted& wanted, std::size_t begin, std::size_t end) {
    const auto blockOf = [&](const std::vector<ImageId>& ids) { return std::span(ids).subspan(begin, end - begin); };
    const auto own = blockOf(wanted.part.own), ids = blockOf(wanted.part.ids);
    const auto features = wanted.part.shard.featuresOf(wanted.network.id, own);
    if (!features) return forward(features);
    const auto there = whole_.featuresOf(wanted.target, ids);
    if (!there) return forward(there);
    const auto dimension = static_cast<std::size_t>(features->cols());
    std::vector<Project::FeatureRow> rows;
    std::vector<SkipRecord> skipped;
    for (std::size_t i = 0; i < own.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        if (const auto reason = wanted.own.reasons.find(own[i]); reason != wanted.own.reasons.end()) {
            if (wanted.whole.pending.contains(ids[i])) skipped.push_back({ids[i], reason->second});
        } else if (!wanted.own.pending.contains(own[i])) {
            const float* values = features->row(row).data();
            if (!features->row(row).allFinite())
                return fail(ErrorCode::kFormat,
                            say("“{}” is damaged: a feature in it is not a number; make the shard again.",
                                wanted.part.shard.file().string()));
            if (wanted.whole.without.contains(ids[i]))
                rows.push_back({ids[i], {values, dimension}});
            else if (std::memcmp(values, there->row(row).data(), dimension * sizeof(float)) != 0)
                return refused(
                    say("“{}” has another feature “{}” of an image than “{}”: the processors, the batches or the "
                        "images differ.",
                        wanted.part.shard.file().string(), wanted.network.name, whole_.file().string()));
            else
                ++wanted.counted.alreadyThere;
        }
    }
    if (rows.empty() && skipped.empty()) return {};
    wanted.counted.merged += std::ssize(rows);
    wanted.counted.skipped += std::ssize(skipped);
    if (auto put = whole_.putFeatures(wanted.target, rows, skipped); !put) return put;
    for (const Project::FeatureRow& row : rows) wanted.whole.without.erase(row.image), wanted.whole.pending.erase(row.image);
    for (const SkipRecord& skip : skipped) wanted.whole.pending.erase(skip.image);
    return {};
}

Result<void> Merger::mergeMeasures(const Part& part) {
    const TakenMeasures taken = takenMeasures();
    if (auto set = whole_.setMeasures(taken.measures, taken.settings); !set) return set;
    const auto found = part.shard.measures();
    if (!found) return forward(found);
    const auto ownOpen = part.shard.unmeasuredImages();
    if (!ownOpen) return forward(ownOpen);
    if (!unmeasured_) {
        const auto open = whole_.unmeasuredImages();
        if (!open) return forward(open);
        unmeasured_ = asSet(*open);
    }
    const Ids unknown = asSet(*ownOpen);
    MergedPart& counted = counts({});
    std::vector<Project::MeasuredRow> rows;
    for (std::size_t i = 0; i < part.own.size(); ++i) {
        if (unknown.contains(part.own[i])) continue;
        if (!unmeasured_->contains(part.ids[i])) {
            ++counted.alreadyThere;
            continue;
        }
        Project::MeasuredRow row{part.ids[i], {}, found->reasons[i]};
        if (row.reason.empty())
            for (const auto& measure : found->values) row.values.push_back(measure[i]);
        ++(row.reason.empty() ? counted.merged : counted.skipped);
        rows.push_back(std::move(row));
        unmeasured_->erase(part.ids[i]);
    }
    if (rows.empty()) return {};
    if (auto put = whole_.putMeasured(rows); !put) return put;
    return keepMeasuring();
}

Result<void> Merger::keepMeasuring() {
    const std::string kind = "measure image quality";
    const auto jobs = whole_.jobs();
    if (!jobs) return forward(jobs);
    if (std::ranges::find(*jobs, kind, &JobRecord::kind) == jobs->end())
        JobLogEntry(whole_, kind, "{}").done(say("Merged from {} shards.", report.of));
    return {};
}

/// The features stand in the log as if this machine had made them, once.
Result<void> Merger::keepJob(const Project& shard, const std::string& network) {
    const auto parameters = extractionOf(shard, network);
    if (!parameters) return forward(parameters);
    const auto before = extractionOf(whole_, network);
    if (!before) return forward(before);
    if (parameters->empty() || !before->empty()) return {};
    JobLogEntry(whole_, "extract", *parameters).done(say("Merged from {} shards.", report.of));
    return {};
}

}  // namespace

std::string numberRanges(const std::vector<int>& numbers) {
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        text += fmt::format("{}{}", text.empty() ? "" : ", ", numbers[i]);
        if (last > i) text += fmt::format("{}{}", last > i + 1 ? "–" : ", ", numbers[last]);
        i = last + 1;
    }
    return text;
}

Result<MergeReport> mergeShards(Project& project, const MergeOptions& options, const JobContext& job) {
    if (options.shards.empty()) return refused(say("Name the shards to merge."));
    Merger merger(project, job);
    if (auto looked = merger.look(options.shards); !looked) return forward(looked);
    auto lacking = merger.lacking();
    if (!lacking) return forward(lacking);
    if (!lacking->empty() && !options.partial)
        return refused(
            sayCount("Shard {} of {} is missing or not finished; run it, or merge what there is with "
                     "“--partial”.",
                     "Shards {} of {} are missing or not finished; run them, or merge what there is with "
                     "“--partial”.",
                     std::ssize(*lacking), numberRanges(*lacking), merger.report.of));
    if (auto merged = merger.merge(); !merged) return forward(merged);
    if (auto posed = storeLandmarkPoses(project, job); !posed) return forward(posed);
    merger.report.lacking = std::move(*lacking);
    return std::move(merger.report);
}

}  // namespace facespace
