#include "core/network/host/weights_memory.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "core/network/protocol.h"

namespace facespace::host {

Result<WeightsMemory> WeightsMemory::take() {
    struct stat status {};
    if (::fstat(protocol::kWeightsDescriptor, &status) != 0 || status.st_size < 0)
        return fail(ErrorCode::kModel, protocol::complaint(protocol::Complaint::kNotHandedOver));
    if (status.st_size == 0) return fail(ErrorCode::kModel, protocol::complaint(protocol::Complaint::kEmpty));
    const auto size = static_cast<std::size_t>(status.st_size);
    void* begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, protocol::kWeightsDescriptor, 0);
    ::close(protocol::kWeightsDescriptor);
    if (begin == MAP_FAILED) return fail(ErrorCode::kModel, protocol::complaint(protocol::Complaint::kNoMemory));
    return WeightsMemory(begin, size);
}

WeightsMemory::~WeightsMemory() {
    if (begin_ != nullptr) ::munmap(begin_, size_);
}

WeightsMemory::WeightsMemory(WeightsMemory&& other) noexcept
    : begin_(std::exchange(other.begin_, nullptr)), size_(other.size_) {}

}  // namespace facespace::host
