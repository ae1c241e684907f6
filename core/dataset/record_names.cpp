#include <algorithm>
#include <charconv>
#include <fstream>

#include "core/common/number_text.h"
#include "core/dataset/record_set.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

constexpr std::size_t kMostLine = 1U << 16;
constexpr std::int64_t kLinesPerReport = 100'000;

/// Key and path of a line as im2rec writes it; nothing for other lines.
struct Line {
    std::uint64_t key = 0;
    std::string_view path;
};
std::optional<Line> readLine(std::string_view text) {
    if (text.ends_with('\r')) text.remove_suffix(1);
    const auto first = text.find('\t'), last = text.rfind('\t');
    if (first == std::string_view::npos || first == last) return {};
    Line line;
    line.path = text.substr(last + 1);
    const auto [at, error] = std::from_chars(text.data(), text.data() + first, line.key);
    const std::string_view labels = text.substr(first + 1, last - first - 1);
    const bool labelled = parseNumber(labels.substr(0, labels.find('\t'))).has_value();
    if (error != std::errc() || at != text.data() + first || !labelled || line.path.empty()) return {};
    return line;
}

}  // namespace

Result<std::vector<std::string>> readRecordNames(const std::filesystem::path& list, const std::vector<std::uint64_t>& keys,
                                                 std::vector<Text>& warnings, const JobContext& job) {
    std::ifstream in(list, std::ios::binary);
    if (!in) return fail(ErrorCode::kIo, say("Cannot read “{}”; check that it may be read.", list.string()));
    std::vector<std::string> sources(keys.size());
    std::int64_t found = 0, others = 0, number = 0;
    for (std::string text; std::getline(in, text);) {
        if (++number % kLinesPerReport == 0) {
            if (job.cancelled()) return cancelled();
            job.progress(say("reading the list"), number, 0);
        }
        if (trimmed(text).empty()) continue;
        const auto line = text.size() <= kMostLine ? readLine(text) : std::nullopt;
        const auto at = line ? std::ranges::lower_bound(keys, line->key) : keys.end();
        if (at == keys.end() || *at != line->key) {
            ++others;
            continue;
        }
        std::string& source = sources[static_cast<std::size_t>(at - keys.begin())];
        found += source.empty() ? 1 : 0;
        source = readableText(line->path);
    }
    if (found == 0) {
        warnings.push_back(say(
            "“{}” is not the list of these images as im2rec writes it (key, label, path) and was not used.", list.string()));
        return std::vector<std::string>();
    }
    const auto total = static_cast<std::int64_t>(keys.size());
    if (others > 0 || found < total)
        warnings.push_back(say("“{}” names {} of the {} images, and {} others.", list.string(), groupedNumber(found),
                               groupedNumber(total), groupedNumber(others)));
    return sources;
}

}  // namespace facespace
