#include "core/common/shard.h"

#include <algorithm>
#include <charconv>

namespace facespace {
namespace {

constexpr int kMostShards = 100'000;

/// 0: no number.
int wholeNumber(const char* begin, const char* end) {
    int value = 0;
    const auto read = std::from_chars(begin, end, value);
    return read.ec == std::errc() && read.ptr == end ? value : 0;
}

}  // namespace

std::pair<std::size_t, std::size_t> Shard::of(std::size_t size) const {
    const auto n = static_cast<std::size_t>(number), all = static_cast<std::size_t>(count);
    return {size * (n - 1) / all, size * n / all};
}

std::string Shard::text() const { return fmt::format("{}/{}", number, count); }

Result<Shard> shardFromString(const std::string& text) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const char* const end = text.data() + text.size();
    const Shard shard{wholeNumber(text.data(), text.data() + slash),
                      slash < text.size() ? wholeNumber(text.data() + slash + 1, end) : 0};
    if (shard.number < 1 || shard.count < shard.number || shard.count > kMostShards)
        return fail(ErrorCode::kInvalid,
                    say("“{}” is no shard; write which of how many, from 1/N to N/N, as in 2/8.", text));
    return shard;
}

Result<void> checkShard(const Shard& shard, std::size_t size) {
    if (size >= static_cast<std::size_t>(shard.count)) return {};
    return fail(ErrorCode::kInvalid, say("“{}” cuts too finely: choose at most {} shards.", shard.text(), size));
}

}  // namespace facespace
