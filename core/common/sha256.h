#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "core/common/result.h"

namespace facespace {

/// The SHA-256 of bytes that come in parts. One thread at a time.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void add(std::span<const std::byte> bytes);
    /// 64 lower-case hex digits; nothing is added afterwards.
    std::string hex();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// SHA-256 of a file's bytes as 64 lower-case hex digits. Errors: kIo.
Result<std::string> sha256OfFile(const std::filesystem::path& file);

}  // namespace facespace
