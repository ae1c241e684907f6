#pragma once
#include <cstddef>
#include <span>

#include "core/common/result.h"

namespace facespace::host {

/// The weights that the other side handed over as protocol::kWeightsDescriptor, as long as this object lives.
class WeightsMemory {
  public:
    /// Maps them and closes the descriptor. Errors: kModel, as part of a sentence.
    static Result<WeightsMemory> take();
    ~WeightsMemory();
    WeightsMemory(WeightsMemory&& other) noexcept;
    WeightsMemory& operator=(WeightsMemory&&) = delete;

    std::span<const std::byte> bytes() const { return {static_cast<const std::byte*>(begin_), size_}; }

  private:
    WeightsMemory(void* begin, std::size_t size) : begin_(begin), size_(size) {}
    void* begin_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace facespace::host
