// Descriptors, what a network host says, ONNX files before a library sees them, networks of several files.
#include <array>
#include <cstring>

#include "core/network/complaints.h"
#include "core/network/descriptor.h"
#include "core/network/descriptor_check.h"
#include "core/network/onnx_check.h"
#include "core/network/protocol.h"
#include "core/network/scrfd_file.h"
#include "core/network/weight_parts.h"
#include "tests/fuzz/reader.h"

namespace facespace::fuzz {
namespace {

void readNetworkDescriptor(Bytes bytes) {
    if (const auto descriptor = readDescriptor(inputFile("network.json", bytes))) (void)checkScales(*descriptor);
}

/// All messages that the bytes hold, as the program reads them from its host and the host from the program.
void readProtocol(Bytes bytes) {
    std::size_t at = 0;
    const auto read = [&](std::byte* to, std::size_t size) -> Result<void> {
        if (bytes.size() - at < size) return fail(ErrorCode::kIo, "end");
        if (size > 0) std::memcpy(to, bytes.data() + at, size);
        at += size;
        return {};
    };
    while (at < bytes.size()) {
        const auto message = protocol::readMessage(read);
        if (!message) return;
        const std::string text = message->text();
        (void)protocol::loadRequestFromJson(text);
        (void)protocol::readyReplyFromJson(text);
        (void)protocol::complaintFromJson(text).english();
    }
}

void readOnnx(Bytes bytes) {
    const auto file = std::as_bytes(bytes);
    (void)onnxFilesBeside(file);
    if (const auto summary = summariseOnnx(file)) (void)asScrfd(*summary);
    const auto parts = weightParts(file);
    if (!parts) return;
    (void)checkOnnx(parts->front().bytes, std::span(*parts).subspan(1));
}

constexpr std::array kNetworkReaders{Reader{"descriptor", readNetworkDescriptor}, Reader{"protocol", readProtocol},
                                     Reader{"onnx", readOnnx}};

}  // namespace

std::span<const Reader> networkReaders() { return kNetworkReaders; }

}  // namespace facespace::fuzz
