#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/network/complaints.h"

/// The messages between a program and its network host: a 20-byte header (magic, version, kind, payload bytes) and the
/// payload, in the machine's byte order (both ends are one machine). Each end checks all of it.
namespace facespace::protocol {

constexpr std::uint32_t kMagic = 0x484E5346;  // "FSNH"
constexpr std::uint32_t kVersion = 6;
constexpr std::uint64_t kMaxPayload = std::uint64_t{1} << 31U;
constexpr std::size_t kHeaderBytes = 20;
/// Where the host finds the weights: memory that is read only, open when it starts. It opens no file of the network.
constexpr int kWeightsDescriptor = 3;

enum class Kind : std::uint32_t {
    kLoad = 1,      ///< To the host: LoadRequest as JSON.
    kReady = 2,     ///< From the host: ReadyReply as JSON.
    kForward = 3,   ///< To the host: crops, N × height × width × 3 bytes, R G B.
    kFeatures = 4,  ///< From the host: N × D float32.
    kError = 5,     ///< From the host: a complaint as JSON (complaints.h). The host goes on.
};

struct Message {
    Kind kind = Kind::kError;
    std::vector<std::byte> payload;

    std::string text() const { return {reinterpret_cast<const char*>(payload.data()), payload.size()}; }
};

struct LoadRequest {
    std::string weights;  ///< Where they came from, for sentences.
    std::string backend;  ///< Its name: WeightsFormat::backend.
    int width = 0, height = 0;
    int channels = 3;  ///< 1 or 3.
    bool bgr = false;
    float mean[3] = {0, 0, 0};
    float std[3] = {1, 1, 1};
    int dimension = 0;    ///< Numbers per image that the network returns, before a mirrored image's are joined to them.
    std::string feature;  ///< The output that is the feature; empty: the only one of that size.
    std::string norm;     ///< The output by which it is multiplied; empty: none.
    std::vector<std::string> inner;  ///< Layers taken in place of the outputs, one behind the other; none: the outputs.
    std::string flip;         ///< "sum", "mean", "concatenate": with the features of the mirrored images; empty: without.
    bool listLayers = false;  ///< The network is not to be run: only its layers and outputs are asked for.
    int batch = 16;
    bool batchIsFixed = false;
    int threads = 0;
    bool useGpu = true;
    std::uint64_t memory = 0;  ///< Bytes it may take besides its weights; 0: the host decides.
};

/// A value inside a network.
struct Layer {
    std::string name, kind;
    std::vector<std::int64_t> shape;  ///< For one image.
    friend bool operator==(const Layer&, const Layer&) = default;
};

struct ReadyReply {
    int batch = 0;                    ///< Images per forward pass, also for fewer crops.
    bool unitLength = false;          ///< The probes came out with norm 1.
    std::string device;               ///< "CPU, 2 threads", "CUDA".
    Text note;                        ///< What the user should know, a complaint; usually empty.
    std::vector<Layer> layers = {};   ///< If they were asked for.
    std::vector<Layer> outputs = {};  ///< With them: what LoadRequest::feature and norm can name.
};

std::string toJson(const LoadRequest& request);
std::string toJson(const ReadyReply& reply);
Result<LoadRequest> loadRequestFromJson(const std::string& json);
Result<ReadyReply> readyReplyFromJson(const std::string& json);

/// Fills all bytes or returns an error; the caller decides about waiting and cancelling.
using ReadBytes = std::function<Result<void>(std::byte*, std::size_t)>;

/// kFormat if the bytes are no message of this version, or one of more than `most` bytes.
Result<Message> readMessage(const ReadBytes& read, std::uint64_t most = kMaxPayload);
std::vector<std::byte> encodeHeader(Kind kind, std::uint64_t payloadBytes);

}  // namespace facespace::protocol
