#define FACESPACE_ISA_NAMESPACE isa_portable
#include "core/projection/kernels_body.inc"

namespace facespace {
const Kernels& portableKernels();
const Kernels& portableKernels() {
    static constexpr Kernels table = FACESPACE_ISA_NAMESPACE::makeKernels("portable");
    return table;
}
}  // namespace facespace
