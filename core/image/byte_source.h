#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <vector>

namespace facespace {

/// Random access to the bytes of a file or of memory, so that a header can be read without the rest. Not thread-safe.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    virtual std::uint64_t size() const = 0;
    /// Copies bytes from `offset` on into `to`; returns how many there were.
    virtual std::size_t read(std::uint64_t offset, std::span<std::uint8_t> to) = 0;
};

class MemorySource final : public ByteSource {
  public:
    explicit MemorySource(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
    std::uint64_t size() const override { return bytes_.size(); }
    std::size_t read(std::uint64_t offset, std::span<std::uint8_t> to) override {
        if (offset >= bytes_.size()) return 0;
        const auto part = bytes_.subspan(static_cast<std::size_t>(offset),
                                         std::min(to.size(), bytes_.size() - static_cast<std::size_t>(offset)));
        std::copy(part.begin(), part.end(), to.begin());
        return part.size();
    }

  private:
    std::span<const std::uint8_t> bytes_;
};

class FileSource final : public ByteSource {
  public:
    explicit FileSource(const std::filesystem::path& file) : in_(file, std::ios::binary) {
        if (in_ && in_.seekg(0, std::ios::end)) size_ = static_cast<std::uint64_t>(std::max<std::streamoff>(0, in_.tellg()));
    }
    bool isOpen() const { return in_.is_open() && in_.good(); }
    std::uint64_t size() const override { return size_; }
    std::size_t read(std::uint64_t offset, std::span<std::uint8_t> to) override {
        if (offset >= size_) return 0;
        in_.clear();
        in_.seekg(static_cast<std::streamoff>(offset));
        in_.read(reinterpret_cast<char*>(to.data()), static_cast<std::streamsize>(to.size()));
        return static_cast<std::size_t>(std::max<std::streamsize>(0, in_.gcount()));
    }

  private:
    std::ifstream in_;
    std::uint64_t size_ = 0;
};

/// Reads whole numbers of either byte order; a read past the end gives nothing.
class ByteFields {
  public:
    ByteFields(ByteSource& source, bool bigEndian) : source_(source), bigEndian_(bigEndian) {}
    std::optional<std::uint64_t> number(std::uint64_t offset, int bytes) {
        std::array<std::uint8_t, 8> raw{};
        if (source_.read(offset, std::span(raw).first(static_cast<std::size_t>(bytes))) != static_cast<std::size_t>(bytes))
            return {};
        std::uint64_t value = 0;
        for (int i = 0; i < bytes; ++i) value = value << 8 | raw[static_cast<std::size_t>(bigEndian_ ? i : bytes - 1 - i)];
        return value;
    }

  private:
    ByteSource& source_;
    bool bigEndian_;
};

}  // namespace facespace
