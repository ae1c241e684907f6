#include "core/network/protocol.h"

#include <fmt/format.h>
#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/common/json_depth.h"

namespace facespace::protocol {
namespace {

using Json = nlohmann::json;

template <class T>
void put(std::vector<std::byte>& bytes, T value) {
    const auto* raw = reinterpret_cast<const std::byte*>(&value);
    bytes.insert(bytes.end(), raw, raw + sizeof(T));
}

template <class T>
T take(const std::byte*& at) {
    T value;
    std::memcpy(&value, at, sizeof(T));
    at += sizeof(T);
    return value;
}

bool knownKind(std::uint32_t kind) {
    return kind >= static_cast<std::uint32_t>(Kind::kLoad) && kind <= static_cast<std::uint32_t>(Kind::kError);
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string toJson(const LoadRequest& r) {
    // Paths are bytes, JSON is text: the path goes as a list of byte values.
    return dumped(Json{{"weights", std::vector<std::uint8_t>(r.weights.begin(), r.weights.end())},
                       {"backend", r.backend},
                       {"width", r.width},
                       {"height", r.height},
                       {"channels", r.channels},
                       {"bgr", r.bgr},
                       {"mean", {r.mean[0], r.mean[1], r.mean[2]}},
                       {"std", {r.std[0], r.std[1], r.std[2]}},
                       {"dimension", r.dimension},
                       {"feature", r.feature},
                       {"norm", r.norm},
                       {"inner", r.inner},
                       {"flip", r.flip},
                       {"list_layers", r.listLayers},
                       {"batch", r.batch},
                       {"batch_is_fixed", r.batchIsFixed},
                       {"threads", r.threads},
                       {"gpu", r.useGpu},
                       {"memory", r.memory}});
}

std::string toJson(const ReadyReply& r) {
    const auto listed = [](const std::vector<Layer>& all) {
        Json list = Json::array();
        for (const Layer& layer : all) list.push_back({layer.name, layer.kind, layer.shape});
        return list;
    };
    return dumped(Json{{"batch", r.batch},
                       {"unit_length", r.unitLength},
                       {"device", r.device},
                       {"note", r.note.empty() ? Json() : Json::parse(complaintToJson(r.note))},
                       {"layers", listed(r.layers)},
                       {"outputs", listed(r.outputs)}});
}

Result<LoadRequest> loadRequestFromJson(const std::string& text) {
    LoadRequest r;
    try {
        const Json json = Json::parse(text);
        const auto path = json.at("weights").get<std::vector<std::uint8_t>>();
        r.weights.assign(path.begin(), path.end());
        r.backend = json.at("backend").get<std::string>();
        r.width = json.at("width").get<int>();
        r.height = json.at("height").get<int>();
        r.channels = json.at("channels").get<int>();
        r.bgr = json.at("bgr").get<bool>();
        for (std::size_t c = 0; c < 3; ++c) {
            r.mean[c] = json.at("mean").at(c).get<float>();
            r.std[c] = json.at("std").at(c).get<float>();
        }
        r.dimension = json.at("dimension").get<int>();
        r.feature = json.at("feature").get<std::string>();
        r.norm = json.at("norm").get<std::string>();
        r.inner = json.at("inner").get<std::vector<std::string>>();
        r.flip = json.at("flip").get<std::string>();
        r.listLayers = json.at("list_layers").get<bool>();
        r.batch = json.at("batch").get<int>();
        r.batchIsFixed = json.at("batch_is_fixed").get<bool>();
        r.threads = json.at("threads").get<int>();
        r.useGpu = json.at("gpu").get<bool>();
        r.memory = json.at("memory").get<std::uint64_t>();
    } catch (const Json::exception& e) {
        return fail(ErrorCode::kFormat, complaint(Complaint::kDamagedRequest, e.what()));
    }
    const bool channelsOk = r.channels == 1 || r.channels == 3;
    const bool flipOk = r.flip.empty() || r.flip == "sum" || r.flip == "mean" || r.flip == "concatenate";
    if (!flipOk) return fail(ErrorCode::kFormat, complaint(Complaint::kRequestOutOfRange));
    if (r.width < 1 || r.width > 4096 || r.height < 1 || r.height > 4096 || !channelsOk || r.dimension < 1 || r.batch < 1 ||
        r.batch > 1024 || r.threads < 0)
        return fail(ErrorCode::kFormat, complaint(Complaint::kRequestOutOfRange));
    return r;
}

Result<ReadyReply> readyReplyFromJson(const std::string& text) {
    ReadyReply r;
    if (nestsDeeper(text)) return fail(ErrorCode::kFormat, say("its answer is damaged ({})", say("it nests too deep")));
    try {
        const Json json = Json::parse(text);
        r.batch = json.at("batch").get<int>();
        r.unitLength = json.at("unit_length").get<bool>();
        r.device = json.at("device").get<std::string>();
        if (!json.at("note").is_null()) r.note = complaintFromJson(json["note"].dump());
        for (const auto& [key, list] : {std::pair("layers", &r.layers), std::pair("outputs", &r.outputs)})
            for (const Json& layer : json.at(key))
                list->push_back({layer.at(0).get<std::string>(), layer.at(1).get<std::string>(),
                                 layer.at(2).get<std::vector<std::int64_t>>()});
    } catch (const Json::exception& e) {
        return fail(ErrorCode::kFormat, say("its answer is damaged ({})", e.what()));
    }
    if (r.batch < 1 || r.batch > 1024) return fail(ErrorCode::kFormat, say("its answer holds a wrong batch size"));
    return r;
}

std::vector<std::byte> encodeHeader(Kind kind, std::uint64_t payloadBytes) {
    std::vector<std::byte> bytes;
    bytes.reserve(kHeaderBytes);
    put(bytes, kMagic);
    put(bytes, kVersion);
    put(bytes, static_cast<std::uint32_t>(kind));
    put(bytes, payloadBytes);
    return bytes;
}

Result<Message> readMessage(const ReadBytes& read, std::uint64_t most) {
    std::byte header[kHeaderBytes];
    if (auto got = read(header, kHeaderBytes); !got) return forward(got);
    const std::byte* at = header;
    if (take<std::uint32_t>(at) != kMagic) return fail(ErrorCode::kFormat, complaint(Complaint::kNotAMessage));
    if (const auto version = take<std::uint32_t>(at); version != kVersion)
        return fail(ErrorCode::kFormat, complaint(Complaint::kOtherVersion, version, kVersion));
    const auto kind = take<std::uint32_t>(at);
    const auto size = take<std::uint64_t>(at);
    if (!knownKind(kind) || size > std::min(most, kMaxPayload))
        return fail(ErrorCode::kFormat, complaint(Complaint::kDamagedHeader));

    Message message;
    message.kind = static_cast<Kind>(kind);
    // Grown as bytes arrive, so that a damaged length does not allocate gigabytes.
    constexpr std::size_t kStep = std::size_t{16} << 20U;
    while (message.payload.size() < size) {
        const std::size_t old = message.payload.size();
        message.payload.resize(std::min<std::size_t>(size, old + kStep));
        if (auto got = read(message.payload.data() + old, message.payload.size() - old); !got) return forward(got);
    }
    return message;
}

}  // namespace facespace::protocol
