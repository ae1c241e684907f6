#include "core/network/host/torch_reason.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <filesystem>

namespace facespace::host {
namespace {

using protocol::complaint;
using protocol::Complaint;

constexpr std::size_t kLongest = 300;

/// The word after the mark, without what ends a sentence.
std::string wordAfter(std::string_view text, std::string_view mark) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + mark.size());
    text = text.substr(0, text.find_first_of(" \n"));
    while (!text.empty() && (text.back() == '.' || text.back() == ',')) text.remove_suffix(1);
    return std::string(text.substr(0, kLongest));
}

std::string_view trimmedLine(std::string_view line) {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

/// Of a script's traceback the last "…Error: what is wrong", else the first line that says something.
Text lineOf(std::string_view message) {
    for (const std::string_view mark : {"RuntimeError: ", "Error: "}) {
        if (const auto at = message.rfind(mark); at != std::string_view::npos) {
            message.remove_prefix(at + mark.size());
            break;
        }
    }
    while (!message.empty()) {
        const auto end = message.find('\n');
        const std::string_view line = trimmedLine(message.substr(0, end));
        if (line.size() > 1) return std::string(line.substr(0, kLongest));
        if (end == std::string_view::npos) break;
        message.remove_prefix(end + 1);
    }
    return complaint(Complaint::kNoReason);
}

}  // namespace

Text torchReason(std::string_view message, std::string_view version) {
    const std::string ours(version);
    if (const std::string name = wordAfter(message, "Unknown builtin op: "); !name.empty())
        return complaint(Complaint::kUnknownOperator, name, ours, ours);
    if (message.find("maximum supported version") != std::string_view::npos)
        return complaint(Complaint::kNewerFile, ours, ours);
    if (message.find("Arguments for call are not valid") != std::string_view::npos) {
        const std::string name = wordAfter(message, "\n  aten::");
        return complaint(Complaint::kOtherArguments, "aten::" + name.substr(0, name.find_first_of("(.")), ours, ours);
    }
    return lineOf(message);
}

Text checkpointReason(const protocol::LoadRequest& request) {
    std::string name = std::filesystem::path(request.weights).filename().string();
    std::ranges::replace(name, '"', '_');
    return complaint(Complaint::kCheckpoint,
                     fmt::format("net = Net(); net.load_state_dict(torch.load(\"{}\", map_location=\"cpu\"));", name),
                     fmt::format("torch.jit.trace(net.eval(), torch.rand(1, {}, {}, {})).save(\"network.pt\")",
                                 request.channels, request.height, request.width));
}

bool isOldCheckpoint(std::span<const std::byte> weights) {
    // A pickle of protocol 2 that begins with torch.save's magic number.
    constexpr std::array<unsigned char, 14> kMagic{0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c,
                                                   0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19};
    return weights.size() > kMagic.size() && std::ranges::equal(weights.first(kMagic.size()), kMagic, {}, [](std::byte b) {
               return std::to_integer<unsigned char>(b);
           });
}

}  // namespace facespace::host
