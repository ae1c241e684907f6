#include "core/workflow/shards.h"

#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "core/common/json_depth.h"
#include "core/extraction/crop.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const std::string kShardKey = "shard";

std::string toJson(const ShardInfo& info) {
    return Json{{"number", info.shard.number}, {"of", info.shard.count}, {"set", info.set}, {"images", info.images}}.dump();
}

std::optional<ShardInfo> infoFromJson(const std::string& text) try {
    if (nestsDeeper(text)) return std::nullopt;
    const Json written = Json::parse(text);
    const auto shard = shardFromString(fmt::format("{}/{}", written.at("number").get<int>(), written.at("of").get<int>()));
    ShardInfo info{shard ? *shard : Shard{}, written.at("set").get<std::string>(), written.at("images").get<std::int64_t>()};
    return shard && info.images >= info.shard.count ? std::optional(info) : std::nullopt;
} catch (const Json::exception&) {
    return std::nullopt;
}

/// Whether a job with these parameters made the features of that name. Those of several layers are called “NAME LAYER”.
bool madeFeatures(const Json& parameters, const std::string& name) {
    const auto network = parameters.find("network");
    if (network == parameters.end() || !network->is_string()) return false;
    const auto made = network->get<std::string>();
    return made == name || (parameters.contains("layers") && name.starts_with(made + " "));
}

/// The records of the shard's images, as they were imported.
ImageSet partOf(const ImageSet& whole, const std::vector<DetectedFaceRecord>& faces, const std::vector<ImageId>& ids,
                std::pair<std::size_t, std::size_t> rows) {
    std::unordered_map<ImageId, const DetectedFaceRecord*> found;
    for (const DetectedFaceRecord& face : faces) found[face.image] = &face;
    ImageSet part;
    part.root = whole.root;
    part.linked = whole.linked;
    part.facesElsewhere = facesExpected(whole);
    for (std::size_t row = rows.first; row < rows.second; ++row) {
        ImageRecord record = whole.images[row];
        record.metadata.clear();
        if (const auto face = found.find(ids[row]); record.detected && face != found.end()) {
            record.landmarks.reset();
            if (record.box == face->second->box) record.box.reset();
            record.detected = false;
        }
        part.images.push_back(std::move(record));
    }
    return part;
}

/// Fills a new project with the shard.
Result<void> fillShard(Project& shard, const Project& whole, const ShardInfo& info, const JobContext& job) {
    const auto moment = whole.beginRead();
    if (!moment) return forward(moment);
    const auto set = whole.images();
    if (!set) return forward(set);
    const auto ids = whole.imageIds();
    if (!ids) return forward(ids);
    const auto faces = whole.detectedFaces();
    if (!faces) return forward(faces);
    const auto rows = info.shard.of(ids->size());
    const auto part = partOf(*set, *faces, *ids, rows);
    if (auto added = shard.addImages(part, job); !added) return added;
    const auto own = shard.imageIds();
    if (!own) return forward(own);
    std::vector<DetectedFaceRecord> mine;
    for (DetectedFaceRecord face : *faces) {
        const auto row = static_cast<std::size_t>(std::lower_bound(ids->begin(), ids->end(), face.image) - ids->begin());
        if (row < rows.first || row >= rows.second) continue;
        face.image = (*own)[row - rows.first];
        mine.push_back(face);
    }
    if (auto put = shard.putDetectedFaces(mine); !put) return put;
    return shard.putSetting(kShardKey, toJson(info));
}

}  // namespace

fs::path shardFile(const fs::path& whole, const Shard& shard) {
    fs::path file = whole;
    return file.replace_filename(
        fmt::format("{}.shard-{}-of-{}.facespace", whole.stem().string(), shard.number, shard.count));
}

Result<std::optional<ShardInfo>> shardInfo(const Project& project) {
    const auto settings = project.settings();
    if (!settings) return forward(settings);
    const auto found = settings->find(kShardKey);
    if (found == settings->end()) return std::optional<ShardInfo>();
    auto info = infoFromJson(found->second);
    if (!info)
        return fail(ErrorCode::kFormat, say("What “{}” says of the shard that it is cannot be read; make the shard again.",
                                            project.file().string()));
    return info;
}

Result<Project> openShard(const Project& whole, const Shard& shard, const fs::path& file, const JobContext& job) {
    const auto count = whole.imageCount();
    if (!count) return forward(count);
    if (auto fine = checkShard(shard, static_cast<std::size_t>(*count)); !fine) return forward(fine);
    const auto set = whole.imagesSha256();
    if (!set) return forward(set);
    const ShardInfo wanted{shard, *set, *count};
    std::error_code error;
    if (!fs::exists(file, error)) {
        auto made = Project::create(file, [&](Project& empty) { return fillShard(empty, whole, wanted, job); });
        // Another machine may have made it meanwhile.
        if (made || made.error().code != ErrorCode::kExists) return made;
    }
    auto opened = Project::open(file);
    if (!opened) return opened;
    const auto info = shardInfo(*opened);
    if (!info) return forward(info);
    if (*info != wanted)
        return fail(ErrorCode::kInvalid, say("“{}” is not shard {} of “{}” as it is now; choose another file.",
                                             file.string(), shard.text(), whole.file().string()));
    return opened;
}

Result<std::string> extractionOf(const Project& project, const std::string& network) {
    auto jobs = project.jobs();
    if (!jobs) return forward(jobs);
    std::string parameters;
    for (JobRecord& job : *jobs) {
        const Json json = job.kind == "extract" ? Json::parse(job.parametersJson, nullptr, false) : Json();
        if (json.is_object() && madeFeatures(json, network)) parameters = std::move(job.parametersJson);
    }
    return parameters;
}

Result<int> batchOf(const Project& project, const std::string& network) {
    const auto parameters = extractionOf(project, network);
    if (!parameters) return forward(parameters);
    const Json json = Json::parse(*parameters, nullptr, false);
    const bool known = json.is_object() && json.contains("batch") && json["batch"].is_number_integer();
    return known ? json["batch"].get<int>() : 0;
}

Result<void> checkBatch(const Project& shard, const std::string& network, int batchSize) {
    const auto networks = shard.networks();
    if (!networks) return forward(networks);
    for (const NetworkRecord& record : *networks) {
        if (record.name != network) continue;
        const auto count = shard.featureCount(record.id);
        if (!count) return forward(count);
        const auto before = batchOf(shard, network);
        if (!before) return forward(before);
        if (*count > 0 && *before > 0 && *before != batchSize)
            return fail(ErrorCode::kInvalid, say("“{}” was begun with batches of {} images; go on with “--batch {}”.",
                                                 shard.file().string(), *before, *before));
    }
    return {};
}

}  // namespace facespace
