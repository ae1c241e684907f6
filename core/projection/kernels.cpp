#include "core/projection/kernels.h"

#include <cstdlib>
#include <string_view>

namespace facespace {

const Kernels& portableKernels();
#ifdef FACESPACE_X86_KERNELS
const Kernels& avx2Kernels();
const Kernels& avx512Kernels();
const Kernels& vnniKernels();
#endif

namespace {
const Kernels& choose() {
#ifdef FACESPACE_X86_KERNELS
    const char* asked = std::getenv("FACESPACE_ISA");
    const std::string_view isa = asked != nullptr ? asked : "";
    __builtin_cpu_init();
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq");
    if (isa == "portable") return portableKernels();
    const bool vnni = avx512 && __builtin_cpu_supports("avx512vnni");
    if (vnni && isa != "avx2" && isa != "avx512") return vnniKernels();
    if (avx512 && isa != "avx2") return avx512Kernels();
    if (avx2) return avx2Kernels();
#endif
    return portableKernels();
}
}  // namespace

const Kernels& kernels() {
    static const Kernels& chosen = choose();
    return chosen;
}

}  // namespace facespace
