#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/common/result.h"
#include "core/network/host/backend.h"
#include "core/network/protocol.h"

namespace facespace::host {

/// A loaded network that was tried out. Its features depend on the crop alone, to the last bit: every forward pass has the
/// same number of images (the last one is filled up), and where the library's kernels give an image another result in
/// another place of the batch, images go one by one.
class CheckedNetwork {
  public:
    /// Errors: kModel, a part of a sentence that goes on after "The network “name” …".
    static Result<CheckedNetwork> load(const protocol::LoadRequest& request, std::span<const std::byte> weights);

    const protocol::ReadyReply& ready() const { return ready_; }
    /// @param pixels  N crops as in protocol::Kind::kForward.
    /// @return N × D floats. Errors: as load.
    Result<std::vector<float>> features(std::span<const std::uint8_t> pixels);

  private:
    CheckedNetwork(std::unique_ptr<Backend> backend, const protocol::LoadRequest& request)
        : backend_(std::move(backend)), request_(request) {}
    std::size_t cropBytes() const;
    /// Numbers per image of runChecked.
    std::size_t width() const;
    Result<std::vector<float>> runOnce(std::span<const std::uint8_t> pixels, int batch);
    Result<std::vector<float>> runChecked(std::span<const std::uint8_t> pixels, int batch);
    Result<bool> tryOut(int batch);
    Result<void> chooseBatch();
    Result<void> lookAtProbes();

    std::unique_ptr<Backend> backend_;
    protocol::LoadRequest request_;
    protocol::ReadyReply ready_;
    std::vector<float> probes_;  ///< 2 × width(): what two different probe crops gave.
};

}  // namespace facespace::host
