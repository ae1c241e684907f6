#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/network/protocol.h"

namespace facespace::host {

struct Output {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
    std::vector<float> norms = {};  ///< One per image, if the request names an output of norms.
};

/// A library that runs a network. One thread at a time.
class Backend {
  public:
    virtual ~Backend() = default;
    /// @param input  batch × channels × height × width floats.
    /// Errors: kModel, the library's own reason in short, as part of a sentence; kInvalid as chooseOutputs.
    virtual Result<Output> run(const std::vector<float>& input, int batch) = 0;
    virtual std::string device() const = 0;
};

/// What a request can name of a network, with the shapes for one image.
struct Listing {
    std::vector<protocol::Layer> layers, outputs;
};

/// A library under the name that a request asks for it by.
struct BackendKind {
    const char* name;
    /// Once, before anything of a network is looked at: has the library load what it loads when it is first used. With one
    /// thread; none is left running. Returns whether networks will run on a GPU.
    bool (*prepare)(const protocol::LoadRequest& request);
    /// From the bytes of the weights file, which are not looked at afterwards. Errors: kModel, as Backend::run.
    Result<std::unique_ptr<Backend>> (*load)(const protocol::LoadRequest& request, std::span<const std::byte> weights);
    /// Errors: as load.
    Result<Listing> (*list)(const protocol::LoadRequest& request, std::span<const std::byte> weights);
};
/// All there are: one for each of weightsFormats() (descriptor.h).
const std::vector<BackendKind>& backends();
/// Errors: kFormat.
Result<BackendKind> backendNamed(const std::string& name);

bool prepareTorch(const protocol::LoadRequest& request);
bool prepareOnnxRuntime(const protocol::LoadRequest& request);
bool prepareOpenCv(const protocol::LoadRequest& request);
Result<std::unique_ptr<Backend>> loadTorchScript(const protocol::LoadRequest& request, std::span<const std::byte> weights);
Result<std::unique_ptr<Backend>> loadOnnxOnTorch(const protocol::LoadRequest& request, std::span<const std::byte> weights);
/// Only where FACESPACE_ONNXRUNTIME is set; what it cannot run, LibTorch does.
Result<std::unique_ptr<Backend>> loadOnnxRuntime(const protocol::LoadRequest& request, std::span<const std::byte> weights);
Result<std::unique_ptr<Backend>> loadOpenCv(const protocol::LoadRequest& request, std::span<const std::byte> weights);
Result<Listing> torchLayers(const protocol::LoadRequest& request, std::span<const std::byte> weights);
Result<Listing> onnxLayers(const protocol::LoadRequest& request, std::span<const std::byte> weights);
Result<Listing> openCvLayers(const protocol::LoadRequest& request, std::span<const std::byte> weights);

}  // namespace facespace::host
