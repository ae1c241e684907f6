#define FACESPACE_ISA_NAMESPACE isa_avx2
#include "core/projection/kernels_body.inc"

namespace facespace {
const Kernels& avx2Kernels();
const Kernels& avx2Kernels() {
    static constexpr Kernels table = FACESPACE_ISA_NAMESPACE::makeKernels("avx2");
    return table;
}
}  // namespace facespace
