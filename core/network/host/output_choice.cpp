#include "core/network/host/output_choice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace facespace::host {
namespace {

using protocol::complaint;
using protocol::Complaint;

constexpr std::size_t kMostListed = 12;

std::int64_t numbers(const OutputInfo& output) {
    std::int64_t total = 1;
    for (const std::int64_t d : output.shape)
        if (__builtin_mul_overflow(total, d, &total)) return -1;
    return total;
}

std::string sides(const OutputInfo& output) {
    return output.shape.empty() ? "1" : fmt::format("{}", fmt::join(output.shape, " × "));
}

/// "“0” (16 × 512), “1” (16 × 1)": no words, so the same in every language.
std::string listed(const std::vector<OutputInfo>& outputs) {
    std::string text;
    for (std::size_t i = 0; i < std::min(outputs.size(), kMostListed); ++i)
        text += fmt::format("{}“{}” ({})", i == 0 ? "" : ", ", outputs[i].name, sides(outputs[i]));
    if (outputs.size() > kMostListed) text += ", …";
    return text.empty() ? "–" : text;
}

Result<std::size_t> named(const std::vector<OutputInfo>& outputs, const std::string& name) {
    const auto found = std::ranges::find(outputs, name, &OutputInfo::name);
    if (found != outputs.end()) return static_cast<std::size_t>(found - outputs.begin());
    for (std::size_t i = 0; i < outputs.size(); ++i)
        if (std::to_string(i) == name) return i;
    return fail(ErrorCode::kInvalid, complaint(Complaint::kNoSuchOutput, name, listed(outputs)));
}

Result<std::size_t> onlyOneThatFits(const std::vector<OutputInfo>& outputs, const protocol::LoadRequest& request,
                                    int batch) {
    if (outputs.size() == 1) return std::size_t{0};
    const auto fits = [&](const OutputInfo& o) {
        return o.shape.size() >= 2 && o.shape[0] == batch &&
               numbers(o) == static_cast<std::int64_t>(batch) * request.dimension;
    };
    const auto count = std::ranges::count_if(outputs, fits);
    const auto first = std::ranges::find_if(outputs, fits);
    if (count == 1) return static_cast<std::size_t>(first - outputs.begin());
    if (count == 0)
        return fail(ErrorCode::kInvalid, complaint(Complaint::kNoOutputFits, listed(outputs), request.dimension));
    return fail(ErrorCode::kInvalid, complaint(Complaint::kSeveralOutputs, request.dimension, listed(outputs),
                                               fmt::format("\"output\": {{…, \"feature\": \"{}\"}}", first->name)));
}

}  // namespace

Result<OutputChoice> chooseOutputs(const std::vector<OutputInfo>& outputs, const protocol::LoadRequest& request, int batch) {
    OutputChoice choice;
    const auto feature =
        request.feature.empty() ? onlyOneThatFits(outputs, request, batch) : named(outputs, request.feature);
    if (!feature) return forward(feature);
    choice.feature = *feature;
    if (request.norm.empty()) return choice;
    const auto norm = named(outputs, request.norm);
    if (!norm) return forward(norm);
    if (numbers(outputs[*norm]) != batch)
        return fail(ErrorCode::kInvalid, complaint(Complaint::kNotNorms, request.norm, sides(outputs[*norm])));
    choice.norm = *norm;
    return choice;
}

}  // namespace facespace::host
