// Feature files.
#include <array>

#include "core/features/feature_io.h"
#include "core/features/inspect.h"
#include "tests/fuzz/reader.h"

namespace facespace::fuzz {
namespace {

void readAs(const char* name, Bytes bytes) {
    if (const auto features = readFeatures(inputFile(name, bytes))) (void)inspectFeatures(*features).sentences();
}

void readNpy(Bytes bytes) { readAs("features.npy", bytes); }
void readNpz(Bytes bytes) {
    readAs("features.npz", bytes);
    (void)readFeatures((workFolder() / "features.npz").string() + ":x");
}
void readCsv(Bytes bytes) { readAs("features.csv", bytes); }

void readHdf5File(Bytes bytes) { readAs("features.h5", bytes); }

constexpr std::array kFeatureReaders{Reader{"npy", readNpy}, Reader{"npz", readNpz}, Reader{"csv", readCsv},
                                     Reader{"hdf5", readHdf5File}};

}  // namespace

std::span<const Reader> featureReaders() { return kFeatureReaders; }

}  // namespace facespace::fuzz
