#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/common/result.h"

namespace facespace {

/// A file that holds images, which are read where they lie. An image in it has the path FILE/ENTRY, as if the file were a
/// folder: “train.rec/000123”. So a project keeps such an image as any other, what guards paths looks at the file itself
/// (links followed), and whoever reads images need not know.
class Container {
  public:
    Container() = default;
    Container(const Container&) = delete;
    Container& operator=(const Container&) = delete;
    virtual ~Container() = default;

    /// Whether there is such an entry; nothing of it is read. Thread-safe.
    virtual bool has(const std::string& entry) const = 0;
    /// The bytes of an image file. Errors: kNotFound, kIo, kFormat (damaged, more than `most` bytes), kResource: a sentence
    /// that names container and entry. Thread-safe.
    virtual Result<std::vector<std::uint8_t>> read(const std::string& entry, std::uint64_t most) const = 0;
};

enum class ContainerKind { kRecords, kPairs, kTar, kZip };

/// What kind of container a file of this name is: .rec, .bin, .tar, .zip. Nothing of it is looked at.
std::optional<ContainerKind> containerKind(const std::filesystem::path& file);

/// The container that lies there. It stays known for later calls, which get the same one until the file changes; of many,
/// those used last. Errors: kInvalid (not a container by its name), kIo, kFormat, kResource. Thread-safe.
Result<std::shared_ptr<const Container>> openContainer(const std::filesystem::path& file);

/// Where an image is.
struct ImagePlace {
    std::filesystem::path file;  ///< The image's own file, or its container.
    std::string entry;           ///< Empty if the file is the image.
};
/// Tells FILE/ENTRY by the file system: the first part of the path that is a file with a container's name is the container.
/// What is neither a file nor in a container is taken for a file. Thread-safe.
ImagePlace imagePlace(const std::filesystem::path& path);

/// Whether a file is at this path, or the container that it should be in: that is not opened. Thread-safe.
bool imageExists(const std::filesystem::path& path);

}  // namespace facespace
