// The network host's reader of ONNX graphs.
#include <array>

#include "core/network/host/onnx/onnx_model.h"
#include "tests/fuzz/reader.h"

namespace facespace::fuzz {
namespace {

void readGraph(Bytes bytes) {
    const auto model = host::readOnnxModel(std::as_bytes(bytes));
    if (model) (void)host::onnxValuesFor(model->graph(), model->outputs);
}

constexpr std::array kGraphReaders{Reader{"graph", readGraph}};

}  // namespace

std::span<const Reader> graphReaders() { return kGraphReaders; }

}  // namespace facespace::fuzz
