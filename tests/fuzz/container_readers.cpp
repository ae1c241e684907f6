// Files that hold images: what is listed of them, and the first images.
#include <algorithm>
#include <array>

#include "core/container/container.h"
#include "core/dataset/container_set.h"
#include "core/image/decode.h"
#include "tests/fuzz/reader.h"

namespace facespace::fuzz {
namespace {

void listAs(const char* name, Bytes bytes) {
    const auto listing = listContainers({inputFile(name, bytes)}, {});
    if (!listing) return;
    for (std::size_t i = 0; i < std::min<std::size_t>(listing->count, 4); ++i)
        (void)decodeImage(listing->root / listing->image(i).path, {.maxPixels = 1'000'000});
}

void readRecords(Bytes bytes) { listAs("images.rec", bytes); }
void readPairFile(Bytes bytes) { listAs("pairs.bin", bytes); }
void readTar(Bytes bytes) { listAs("images.tar", bytes); }
void readZip(Bytes bytes) { listAs("images.zip", bytes); }

constexpr std::array kContainerReaders{Reader{"rec", readRecords}, Reader{"bin", readPairFile}, Reader{"tar", readTar},
                                       Reader{"zip", readZip}};

}  // namespace

std::span<const Reader> containerReaders() { return kContainerReaders; }

}  // namespace facespace::fuzz
