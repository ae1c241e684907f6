#pragma once
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/features/feature_matrix.h"
#include "core/image/image.h"
#include "core/network/descriptor.h"
#include "core/network/trust.h"
#include "core/network/weights.h"

namespace facespace {

/// Something that turns aligned face crops into features.
class Network {
  public:
    virtual ~Network() = default;
    virtual const NetworkDescriptor& descriptor() const = 0;
    /// What it runs on, for the log: "CPU, 2 threads", "CPU (ONNX Runtime 1.21.0), 2 threads", "CUDA".
    virtual const std::string& device() const = 0;
    /// @param crops N images of the network's input size.
    /// @return N × D float32, one row per crop in input order, as the network returns it.
    /// Errors: kModel (died, wrong shape, NaN), kCancelled, kInvalid (crops of another size). One thread at a time.
    virtual Result<FeatureMatrix> forward(std::span<const Image> crops) = 0;
};

struct NetworkHostOptions {
    std::filesystem::path program;  ///< facespace-network-host; empty: as findNetworkHost.
    int threads = 0;                ///< 0: one per core.
    bool useGpu = true;             ///< CUDA if LibTorch has it.
    Consent consent = Consent::kListed;
    double startTimeoutSeconds = 600;  ///< A large network on a loaded machine takes minutes to try out.
    double batchTimeoutSeconds = 300;  ///< For one forward pass; the host is ended when it takes longer.
    std::uint64_t memoryBytes = 0;     ///< Beside the weights; 0: half of the machine's, 4 to 64 GiB. Not on a GPU.
    int batchSize = 16;           ///< Images per forward pass, 1 … 1024; fewer crops are filled up, so features depend on
                                  ///< the crop alone. The descriptor's fixedBatch takes precedence.
    bool refuseNonFinite = true;  ///< False: forward returns NaN and infinity as they are, for a caller who looks.
};

/// The host program: the environment variable FACESPACE_NETWORK_HOST, else beside this program, else in
/// ../libexec/facespace, else in ../../bin (a build folder's tests). Errors: kNotFound.
Result<std::filesystem::path> findNetworkHost();

/// Starts the network host program on these weights, if they may run (core/network/trust.h), and checks them with one batch:
/// loads, input and output shape, finite values. The host is a child process; it ends when the Network is destroyed, and its
/// death is a kModel error. The Network's descriptor() says `normalised` if the network was seen to return unit length,
/// whatever its file says. Errors: those of checkConsent, kModel, kCancelled, kNotFound (the host program).
/// @param job  Its cancel token also ends each forward(), within 0.1 s, by ending the host; nothing is reported.
Result<std::unique_ptr<Network>> startNetwork(const NetworkDescriptor& descriptor, const Weights& weights,
                                              const NetworkHostOptions& options = {}, const JobContext& job = {});
/// The same with the weights that the descriptor names; errors also as Weights::read.
Result<std::unique_ptr<Network>> startNetwork(const NetworkDescriptor& descriptor, const NetworkHostOptions& options = {},
                                              const JobContext& job = {});

/// A value inside a network, which a descriptor can name as "output": {"inner_layer": …}.
struct NetworkLayer {
    std::string name;                 ///< "body.3.conv": the module's path, or the value's name in the file.
    std::string kind;                 ///< "Conv2d", "convolution", "Relu".
    std::vector<std::int64_t> shape;  ///< For one image: 1 × C × H × W, 1 × D.
};

/// What a network gives for one image of the descriptor's size, by the names that "output": {"feature": …} takes; the
/// descriptor's own outputs and its dimension do not matter. Errors: as networkLayers; kModel where it takes no such images.
Result<std::vector<NetworkLayer>> networkOutputs(const NetworkDescriptor& descriptor, const NetworkHostOptions& options = {},
                                                 const JobContext& job = {});

/// Loads the network as startNetwork and lists its layers, each module before the modules inside it. kModel also for ONNX.
Result<std::vector<NetworkLayer>> networkLayers(const NetworkDescriptor& descriptor, const NetworkHostOptions& options = {},
                                                const JobContext& job = {});

}  // namespace facespace
