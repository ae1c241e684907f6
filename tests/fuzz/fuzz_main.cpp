// A libFuzzer program of one reader, whose name is FACESPACE_FUZZ_READER.
#include <cstdlib>
#include <cstring>

#include "tests/fuzz/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const facespace::fuzz::Reader reader = [] {
        for (const auto& one : facespace::fuzz::readers())
            if (std::strcmp(one.name, FACESPACE_FUZZ_READER) == 0) return one;
        std::abort();
    }();
    reader.read({data, size});
    return 0;
}
