#include "core/network/network_pack.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/common/inside.h"
#include "core/common/json_depth.h"
#include "core/common/regular_file.h"
#include "core/common/sha256.h"
#include "core/network/onnx_summary.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uintmax_t kMostManifest = 1U << 20U, kMostWeights = std::uintmax_t{4} << 30U;
constexpr std::size_t kMostFiles = 64;

Result<std::vector<std::byte>> readBytes(const fs::path& file, std::uintmax_t most) {
    if (const auto regular = refuseSpecialFile(file); !regular) return forward(regular);
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (error) return fail(ErrorCode::kIo, say("“{}” cannot be read: {}.", file.string(), error.message()));
    if (size > most) return fail(ErrorCode::kResource, say("“{}” is too large: {} bytes.", file.string(), size));
    std::vector<std::byte> bytes(size);
    std::ifstream stream(file, std::ios::binary);
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (!stream) return fail(ErrorCode::kIo, say("“{}” cannot be read.", file.string()));
    return bytes;
}

std::string textIn(const Json& object, const char* key) {
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

/// {"mean": …, "std": …}, or "embedded": the network scales by itself.
Result<void> readPreprocessing(const Json& task, const fs::path& manifest, PackedNetwork& network) {
    const auto it = task.find("preprocessing");
    if (it == task.end()) return {};
    if (it->is_string() && it->get<std::string>() == "embedded") {
        network.mean = 0.F;
        network.std = 1.F;
        return {};
    }
    const auto number = [&](const char* key) {
        return it->is_object() && it->contains(key) && (*it)[key].is_number() ? std::optional((*it)[key].get<float>())
                                                                              : std::nullopt;
    };
    network.mean = number("mean");
    network.std = number("std");
    if (network.mean && network.std && std::isfinite(*network.mean) && std::isfinite(*network.std) && *network.std != 0)
        return {};
    return fail(ErrorCode::kFormat,
                say("“{}” does not say in \"preprocessing\" what mean and std the network takes.", manifest.string()));
}

Result<PackedNetwork> fromManifest(const fs::path& manifest) {
    const auto bytes = readBytes(manifest, kMostManifest);
    if (!bytes) return forward(bytes);
    const std::string text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    const Json root = nestsDeeper(text) ? Json() : Json::parse(text, nullptr, false);
    const auto bad = [&](const Text& what) { return fail(ErrorCode::kFormat, say("“{}” {}.", manifest.string(), what)); };
    if (!root.is_object() || !root.contains("tasks") || !root["tasks"].is_object())
        return bad(say("is no manifest of a pack of networks: it has no \"tasks\""));
    const Json& tasks = root["tasks"];
    if (!tasks.contains("recognition") || !tasks["recognition"].is_object())
        return bad(say("names no network for recognition"));
    const Json& task = tasks["recognition"];
    const std::string name = textIn(task, "file");
    PackedNetwork network;
    network.file = manifest.parent_path() / name;
    if (!staysBelow(name) || !leadsInside(network.file, manifest.parent_path()))
        return bad(say("names “{}”, which is no file of the pack's own folder", name));
    network.name = textIn(root, "model_id");
    network.licence = textIn(root, "license");
    if (auto read = readPreprocessing(task, manifest, network); !read) return forward(read);
    const std::string promised = textIn(task, "sha256");
    if (promised.empty()) return network;
    const auto hash = sha256OfFile(network.file);
    if (!hash) return forward(hash);
    if (*hash != promised)
        return bad(say("promises another file: “{}” has SHA-256 {}, not {}; get the pack again", name, *hash, promised));
    return network;
}

/// Whether InsightFace would take the file for recognition: 112 × 112 in, numbers out.
bool givesFeatures(const fs::path& file) {
    const auto bytes = readWeightsForLooking(file);
    if (!bytes) return false;
    const auto summary = summariseOnnx(*bytes);
    if (!summary || summary->inputs.empty() || summary->outputs.size() > 2) return false;
    const auto& in = summary->inputs.front().shape;
    const auto& out = summary->outputs.front().shape;
    return in.size() == 4 && in[2] == 112 && in[3] == 112 && (out.size() < 2 || out.back() < 0 || out.back() >= 32);
}

Result<PackedNetwork> inFolder(const fs::path& folder) {
    const fs::path manifest = folder / "manifest.json";
    std::error_code error;
    if (fs::exists(manifest, error)) return fromManifest(manifest);
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, error))
        if (entry.path().extension() == ".onnx" && entry.is_regular_file(error) && files.size() < kMostFiles)
            files.push_back(entry.path());
    std::ranges::sort(files);
    std::erase_if(files, [](const fs::path& file) { return !givesFeatures(file); });
    if (files.empty())
        return fail(
            ErrorCode::kNotFound,
            say("No ONNX file in the folder “{}” takes faces of 112 × 112 pixels and gives features; name the file itself.",
                folder.string()));
    if (files.size() > 1) {
        std::vector<std::string> names;
        for (const fs::path& file : files) names.push_back("“" + file.filename().string() + "”");
        return fail(ErrorCode::kInvalid, say("Several files in “{}” give features of faces: {}. Name one of them.",
                                             folder.string(), fmt::format("{}", fmt::join(names, ", "))));
    }
    PackedNetwork network;
    network.file = files.front();
    network.name = folder.filename().string();
    return network;
}

}  // namespace

Result<PackedNetwork> networkIn(const fs::path& path) {
    std::error_code error;
    const fs::path full = fs::absolute(path, error).lexically_normal();
    const fs::path place = full.has_filename() ? full : full.parent_path();
    if (fs::is_directory(place, error)) return inFolder(place);
    if (const auto regular = refuseSpecialFile(place); !regular) return forward(regular);
    if (!fs::exists(place, error)) return fail(ErrorCode::kNotFound, say("“{}” is not there.", path.string()));
    PackedNetwork network;
    network.file = place;
    return network;
}

Result<std::vector<std::byte>> readWeightsForLooking(const fs::path& file) { return readBytes(file, kMostWeights); }

}  // namespace facespace
