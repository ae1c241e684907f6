#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

/// Every reader of something that comes from elsewhere, as a function of bytes. They return, whatever the bytes are; that
/// nothing else happens is what a fuzzer (fuzz_main.cpp) and the sanitizers hold them to.
namespace facespace::fuzz {

using Bytes = std::span<const std::uint8_t>;

struct Reader {
    const char* name;  ///< Also of its folder in corpus/.
    void (*read)(Bytes);
};

/// All that need no LibTorch.
std::span<const Reader> readers();
/// The readers of one file each; readers() gathers them.
std::span<const Reader> labelReaders();
std::span<const Reader> featureReaders();
std::span<const Reader> imageReaders();
std::span<const Reader> containerReaders();
std::span<const Reader> networkReaders();
std::span<const Reader> projectReaders();
/// The network host's reader of ONNX graphs: in a program of its own, as LibTorch is.
std::span<const Reader> graphReaders();

inline std::string textOf(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// A folder of this process, in memory where the system has such a place; gone at its end.
const std::filesystem::path& workFolder();
/// The bytes as a file of that name in workFolder(), for readers that take a path.
std::filesystem::path inputFile(const std::string& name, Bytes bytes);

/// Numbers taken from the front of the bytes; 0 when they are used up.
class Take {
  public:
    explicit Take(Bytes bytes) : rest_(bytes) {}
    bool any() const { return !rest_.empty(); }
    std::uint8_t byte();
    std::uint64_t number(int bytes);
    Bytes bytes(std::size_t most);

  private:
    Bytes rest_;
};

}  // namespace facespace::fuzz
