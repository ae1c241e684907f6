#pragma once
#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/image/image.h"
#include "core/network/network.h"

/// Helpers of tests that run networks. Link them in targets that depend on `test-networks` and `facespace-network-host`.
namespace facespace::test {

namespace fs = std::filesystem;

/// Removed when the test ends.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string pattern = (fs::temp_directory_path() / "facespace-test-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const fs::path& path() const { return path_; }
    fs::path operator/(const fs::path& name) const { return path_ / name; }

  private:
    fs::path path_;
};

inline void writeText(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

inline fs::path builtHost() { return fs::path(FACESPACE_BINARY_DIR) / "bin/facespace-network-host"; }
inline fs::path builtNetwork(const std::string& name) {
    return fs::path(FACESPACE_BINARY_DIR) / "tests/networks" / (name + ".pt");
}

inline NetworkHostOptions hostOptions() {
    NetworkHostOptions options;
    options.program = builtHost();
    options.threads = 2;
    options.useGpu = false;
    options.consent = Consent::kOnce;  // The tests made these networks themselves.
    return options;
}

/// Of a network in make_networks.cpp: 3 × 112 × 112, pixel / 255.
inline NetworkDescriptor descriptorOf(const std::string& name, int dimension) {
    NetworkDescriptor d;
    d.name = name;
    d.weightsFile = builtNetwork(name);
    d.inputWidth = d.inputHeight = 112;
    d.std = {255.F, 255.F, 255.F};
    d.dimension = dimension;
    return d;
}

inline Image plain(int width, int height, std::uint8_t r, std::uint8_t g, std::uint8_t b) {
    Image image{width, height, {}};
    for (int i = 0; i < width * height; ++i) image.pixels.insert(image.pixels.end(), {r, g, b});
    return image;
}

/// A picture that differs from others everywhere.
inline Image noise(int width, int height, unsigned seed) {
    Image image{width, height, {}};
    image.pixels.resize(image.rowBytes() * static_cast<std::size_t>(height));
    unsigned state = seed * 2654435761U + 12345U;
    for (auto& p : image.pixels) p = static_cast<std::uint8_t>((state = state * 1664525U + 1013904223U) >> 24U);
    return image;
}

/// The folder of real faces and networks, empty if there is none.
inline fs::path realData() {
    const char* named = std::getenv("FACESPACE_TEST_DATA");
    const fs::path folder = named != nullptr ? fs::path(named) : fs::path(FACESPACE_SOURCE_DIR) / "../shared/data";
    std::error_code error;
    return fs::is_directory(folder / "models", error) ? folder : fs::path();
}

}  // namespace facespace::test
