#define FACESPACE_ISA_NAMESPACE isa_avx512
#include "core/projection/kernels_body.inc"

namespace facespace {
const Kernels& avx512Kernels();
const Kernels& avx512Kernels() {
    static constexpr Kernels table = FACESPACE_ISA_NAMESPACE::makeKernels("avx512");
    return table;
}
}  // namespace facespace
