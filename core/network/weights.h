#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/common/result.h"

namespace facespace {

/// A network's weights as they will be run. The file is opened and read once, into memory that nobody can change any more:
/// the bytes that were hashed are the bytes that the network host gets, whatever becomes of the file meanwhile. Files beside
/// an ONNX file in which its arrays lie are read with it, from its own folder and no other, and are part of what is hashed
/// (weight_parts.h).
class Weights {
  public:
    /// Errors: kIo (not there, not a regular file, cannot be read), kResource (no memory for it).
    static Result<Weights> read(const std::filesystem::path& file);
    ~Weights();
    Weights(Weights&& other) noexcept;
    Weights& operator=(Weights&& other) noexcept;
    Weights(const Weights&) = delete;
    Weights& operator=(const Weights&) = delete;

    const std::filesystem::path& file() const { return file_; }
    std::uint64_t bytes() const { return bytes_; }
    const std::string& sha256() const { return sha256_; }
    /// The file descriptor of the sealed memory; it stays open as long as this object.
    int memory() const { return memory_; }

  private:
    class Copy;
    static Result<void> addAll(Copy& copy, std::span<const std::byte> own, const std::filesystem::path& file,
                               const std::vector<std::string>& names);
    static Result<Weights> finished(Copy& copy, const std::filesystem::path& file);
    explicit Weights(std::filesystem::path file) : file_(std::move(file)) {}

    std::filesystem::path file_;
    std::uint64_t bytes_ = 0;
    std::string sha256_;
    int memory_ = -1;
};

}  // namespace facespace
