#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/image/image.h"

namespace facespace::test {

using Bytes = std::vector<std::uint8_t>;

/// A folder of its own for one test, removed at its end.
class TempFolder {
  public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name, const Bytes& bytes) const;
    std::filesystem::path write(const std::string& name, const std::string& text) const;

  private:
    std::filesystem::path path_;
};

/// A smooth colour picture that lossy formats keep nearly.
Image gradient(int width, int height);
/// The picture encoded by OpenCV; `suffix` names the format (".jpg", ".tiff", …).
Bytes encoded(const Image& image, const std::string& suffix);
/// The largest difference of two images' samples; 255 if their sizes differ.
int largestDifference(const Image& a, const Image& b);

/// Number in either byte order, for building headers by hand.
void put(Bytes& bytes, std::uint64_t value, int count, bool bigEndian);
void put(Bytes& bytes, const std::string& text);
/// Files of a few dozen bytes whose header promises width × height pixels, one of each format and header kind.
std::vector<std::pair<std::string, Bytes>> bareHeaders(std::uint32_t width, std::uint32_t height);

}  // namespace facespace::test
