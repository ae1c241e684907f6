#include "core/network/network.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "core/network/host_limits.h"
#include "core/network/host_process.h"
#include "core/network/protocol.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using protocol::Kind;
constexpr std::uint64_t kLongestText = std::uint64_t{1} << 16U, kLongestList = std::uint64_t{1} << 22U;

protocol::LoadRequest loadRequest(const NetworkDescriptor& d, const NetworkHostOptions& options) {
    protocol::LoadRequest r;
    r.weights = d.weightsFile.string();
    r.backend = d.backend;
    r.width = d.inputWidth;
    r.height = d.inputHeight;
    r.channels = d.channelCount();
    r.bgr = d.channels == ChannelOrder::kBgr;
    std::copy(d.mean.begin(), d.mean.end(), r.mean);
    std::copy(d.std.begin(), d.std.end(), r.std);
    r.dimension = d.networkDimension();
    r.feature = d.featureOutput;
    r.norm = d.normOutput;
    r.inner = d.layersTogether;
    if (!d.innerLayer.empty()) r.inner = {d.innerLayer};
    r.flip = toString(d.flip);
    r.batchIsFixed = d.fixedBatch > 0;
    r.batch = r.batchIsFixed ? d.fixedBatch : std::clamp(options.batchSize, 1, 1024);
    r.threads = options.threads > 0 ? options.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    r.useGpu = options.useGpu;
    r.memory = options.memoryBytes;
    return r;
}

class HostNetwork : public Network {
  public:
    HostNetwork(NetworkDescriptor descriptor, NetworkHostOptions options, CancelToken cancel)
        : descriptor_(std::move(descriptor)), options_(std::move(options)), cancel_(std::move(cancel)) {}

    const NetworkDescriptor& descriptor() const override { return descriptor_; }
    const std::string& device() const override { return device_; }
    Result<void> start(const fs::path& program, const Weights& weights);
    Result<protocol::ReadyReply> list(const fs::path& program, const Weights& weights);
    Result<FeatureMatrix> forward(std::span<const Image> crops) override;

  private:
    using Deadline = std::optional<HostProcess::Clock::time_point>;
    Result<protocol::ReadyReply> load(const fs::path& program, const Weights& weights, const protocol::LoadRequest& request);
    Result<void> send(Kind kind, std::span<const std::byte> payload, Deadline deadline);
    /// @param most  Bytes of the answer.
    Result<protocol::Message> ask(Kind kind, std::span<const std::byte> payload, Kind answer, std::uint64_t most,
                                  double seconds);
    Result<void> check(const FeatureMatrix& features) const;
    Error explained(const Error& error, bool starting) const;
    void noteReady(const protocol::ReadyReply& ready);

    NetworkDescriptor descriptor_;
    NetworkHostOptions options_;
    CancelToken cancel_;
    std::unique_ptr<HostProcess> process_;
    bool ready_ = false;
    std::string device_;
    std::size_t batch_ = 1;  ///< Images of one forward pass.
};

/// What the host says is partly the network's own words: one line of printable text, of a length that a sentence bears.
std::string asOneLine(std::string text) {
    constexpr std::size_t kLongest = 600;
    if (text.size() > kLongest) text = text.substr(0, kLongest) + "…";
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 32 || c == 127) c = ' ';
    return text;
}

/// Makes a sentence for the user out of what the process or the host said.
Error HostNetwork::explained(const Error& error, bool starting) const {
    if (error.code == ErrorCode::kCancelled) return error;
    if (!process_->lastWords().empty()) spdlog::info("network host said: {}", asOneLine(process_->lastWords()));
    const Text next =
        starting ? say("the network cannot be used.") : say("features so far are kept; run again to continue.");
    if (error.code == ErrorCode::kFormat)
        return {ErrorCode::kModel, say("The network host answered for “{}” with something that is not its protocol: {}.",
                                       descriptor_.name, error.message)};
    return {ErrorCode::kModel, say("The network host {} while {} “{}”; {}", error.message,
                                   starting ? say("loading") : say("running"), descriptor_.name, next)};
}

Result<void> HostNetwork::send(Kind kind, std::span<const std::byte> payload, Deadline deadline) {
    const auto header = protocol::encodeHeader(kind, payload.size());
    if (auto sent = process_->write(header, cancel_, deadline); !sent) return sent;
    return process_->write(payload, cancel_, deadline);
}

Result<protocol::Message> HostNetwork::ask(Kind kind, std::span<const std::byte> payload, Kind answer, std::uint64_t most,
                                           double seconds) {
    using Clock = HostProcess::Clock;
    const Deadline deadline =
        Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    const bool starting = kind == Kind::kLoad;
    const auto sent = send(kind, payload, deadline);
    if (!sent) return tl::make_unexpected(explained(sent.error(), starting));
    auto message = protocol::readMessage(
        [&](std::byte* to, std::size_t size) {
            return process_->read({to, size}, cancel_, deadline);
        },
        std::max<std::uint64_t>(most, kLongestText));
    if (!message) {
        ready_ = false;
        return tl::make_unexpected(explained(message.error(), starting));
    }
    if (message->kind == Kind::kError)
        return fail(ErrorCode::kModel,
                    say("The network “{}” {}.", descriptor_.name, protocol::complaintFromJson(message->text())));
    if (message->kind != answer)
        return tl::make_unexpected(explained({ErrorCode::kFormat, say("it is not the expected answer")}, starting));
    return message;
}

Result<protocol::ReadyReply> HostNetwork::load(const fs::path& program, const Weights& weights,
                                               const protocol::LoadRequest& request) {
    auto process = HostProcess::start(program, weights.memory());
    if (!process) return facespace::forward(process);
    process_ = std::move(*process);
    const std::string text = protocol::toJson(request);
    const std::uint64_t most = request.listLayers ? kLongestList : kLongestText;
    const auto reply = ask(Kind::kLoad, std::as_bytes(std::span(text)), Kind::kReady, most, options_.startTimeoutSeconds);
    if (!reply) return facespace::forward(reply);
    auto ready = protocol::readyReplyFromJson(reply->text());
    if (!ready) return tl::make_unexpected(explained(ready.error(), true));
    return ready;
}

Result<void> HostNetwork::start(const fs::path& program, const Weights& weights) {
    const auto ready = load(program, weights, loadRequest(descriptor_, options_));
    if (!ready) return facespace::forward(ready);
    noteReady(*ready);
    return {};
}

Result<protocol::ReadyReply> HostNetwork::list(const fs::path& program, const Weights& weights) {
    protocol::LoadRequest request = loadRequest(descriptor_, options_);
    request.listLayers = true;
    request.dimension = std::max(request.dimension, 1);
    return load(program, weights, request);
}

void HostNetwork::noteReady(const protocol::ReadyReply& ready) {
    ready_ = true;
    batch_ = static_cast<std::size_t>(ready.batch);
    device_ = asOneLine(ready.device);
    spdlog::info("network “{}” runs on {}, {} images at a time", descriptor_.name, device_, ready.batch);
    if (!ready.note.empty()) spdlog::warn("network “{}”: {}", descriptor_.name, ready.note);
    if (ready.unitLength == descriptor_.normalised) return;
    spdlog::warn("network “{}” returns features that {} unit length, other than its descriptor says", descriptor_.name,
                 ready.unitLength ? "have" : "do not have");
    descriptor_.normalised = ready.unitLength;
}

Result<FeatureMatrix> HostNetwork::forward(std::span<const Image> crops) {
    const auto cropBytes =
        static_cast<std::size_t>(descriptor_.inputWidth) * static_cast<std::size_t>(descriptor_.inputHeight) * 3;
    std::vector<std::byte> payload(crops.size() * cropBytes);
    for (std::size_t i = 0; i < crops.size(); ++i) {
        if (crops[i].width != descriptor_.inputWidth || crops[i].height != descriptor_.inputHeight ||
            crops[i].pixels.size() != cropBytes)
            return fail(ErrorCode::kInvalid,
                        say("A crop of {} × {} pixels was given to the network “{}”, which takes {} × {}.", crops[i].width,
                            crops[i].height, descriptor_.name, descriptor_.inputWidth, descriptor_.inputHeight));
        std::memcpy(payload.data() + i * cropBytes, crops[i].pixels.data(), cropBytes);
    }
    FeatureMatrix features(static_cast<Eigen::Index>(crops.size()), descriptor_.dimension);
    if (crops.empty()) return features;
    if (!ready_)
        return fail(ErrorCode::kModel, say("The network host for “{}” has stopped; start it again.", descriptor_.name));
    const auto bytes = static_cast<std::size_t>(features.size()) * sizeof(float);
    const auto passes = static_cast<double>((crops.size() + batch_ - 1) / batch_);
    const auto reply = ask(Kind::kForward, payload, Kind::kFeatures, bytes, passes * options_.batchTimeoutSeconds);
    if (!reply) return facespace::forward(reply);
    if (reply->payload.size() != bytes)
        return tl::make_unexpected(explained({ErrorCode::kFormat, say("it holds another number of features")}, false));
    std::memcpy(features.data(), reply->payload.data(), bytes);
    if (auto checked = check(features); !checked) return facespace::forward(checked);
    return features;
}

Result<void> HostNetwork::check(const FeatureMatrix& features) const {
    if (!options_.refuseNonFinite) return {};
    for (Eigen::Index row = 0; row < features.rows(); ++row) {
        if (!features.row(row).array().isFinite().all())
            return fail(ErrorCode::kModel, say("The network “{}” returned NaN or infinity for image {} of a batch.",
                                               descriptor_.name, row + 1));
    }
    return {};
}

/// With the user's limits in place of what is as it is by default.
NetworkHostOptions withLimits(NetworkHostOptions options) {
    const HostLimits limits = hostLimits();
    if (options.memoryBytes == 0) options.memoryBytes = limits.memoryBytes;
    if (options.batchTimeoutSeconds == NetworkHostOptions{}.batchTimeoutSeconds)
        options.batchTimeoutSeconds = limits.batchTimeoutSeconds;
    return options;
}

/// The host for weights that may run. Errors: those of checkConsent, kNotFound.
Result<fs::path> allowedProgram(const Weights& weights, const NetworkHostOptions& options) {
    if (const auto allowed = checkConsent(weights, options.consent); !allowed) return forward(allowed);
    return options.program.empty() ? findNetworkHost() : options.program;
}

}  // namespace

Result<fs::path> findNetworkHost() {
    constexpr auto kName = "facespace-network-host";
    std::error_code error;
    if (const char* named = std::getenv("FACESPACE_NETWORK_HOST"); named != nullptr && *named != '\0')
        return fs::path(named);
    const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const fs::path& folder : {here, here / "../libexec/facespace", here / "../../bin"}) {
        fs::path program = (folder / kName).lexically_normal();
        if (fs::is_regular_file(program, error)) return program;
    }
    return fail(ErrorCode::kNotFound,
                say("The program “{}” that runs networks was not found beside “{}”; install FaceSpace again.", kName,
                    here.string()));
}

Result<std::unique_ptr<Network>> startNetwork(const NetworkDescriptor& descriptor, const Weights& weights,
                                              const NetworkHostOptions& options, const JobContext& job) {
    const auto program = allowedProgram(weights, options);
    if (!program) return forward(program);
    auto network = std::make_unique<HostNetwork>(descriptor, withLimits(options), job.cancel);
    if (auto started = network->start(*program, weights); !started) return forward(started);
    return network;
}

Result<std::unique_ptr<Network>> startNetwork(const NetworkDescriptor& descriptor, const NetworkHostOptions& options,
                                              const JobContext& job) {
    const auto weights = Weights::read(descriptor.weightsFile);
    if (!weights) return forward(weights);
    return startNetwork(descriptor, *weights, options, job);
}

namespace {

Result<std::vector<NetworkLayer>> listed(const NetworkDescriptor& descriptor, const NetworkHostOptions& options,
                                         const JobContext& job, std::vector<protocol::Layer> protocol::ReadyReply::*which) {
    const auto weights = Weights::read(descriptor.weightsFile);
    if (!weights) return forward(weights);
    const auto program = allowedProgram(*weights, options);
    if (!program) return forward(program);
    const auto reply = HostNetwork(descriptor, options, job.cancel).list(*program, *weights);
    if (!reply) return forward(reply);
    std::vector<NetworkLayer> layers;
    for (const auto& layer : (*reply).*which) layers.push_back({asOneLine(layer.name), asOneLine(layer.kind), layer.shape});
    return layers;
}

}  // namespace

Result<std::vector<NetworkLayer>> networkLayers(const NetworkDescriptor& descriptor, const NetworkHostOptions& options,
                                                const JobContext& job) {
    return listed(descriptor, options, job, &protocol::ReadyReply::layers);
}

Result<std::vector<NetworkLayer>> networkOutputs(const NetworkDescriptor& descriptor, const NetworkHostOptions& options,
                                                 const JobContext& job) {
    return listed(descriptor, options, job, &protocol::ReadyReply::outputs);
}

}  // namespace facespace
