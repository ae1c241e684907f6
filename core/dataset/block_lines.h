#pragma once
#include <algorithm>
#include <cstdint>
#include <istream>
#include <optional>
#include <string_view>
#include <vector>

namespace facespace {

/// Lines of a stream without a copy of each, for lists of millions of lines. Not thread-safe.
class BlockLines {
  public:
    explicit BlockLines(std::istream& in) : in_(in), block_(kBlock) {}
    /// Without its end; nothing at the end of the stream. A line of more than 64 KiB comes in pieces. Valid until the next
    /// call.
    std::optional<std::string_view> next() {
        for (;;) {
            const std::string_view rest(block_.data() + at_, end_ - at_);
            const std::size_t stop = rest.find('\n');
            if (stop != std::string_view::npos || (done_ && !rest.empty()) || rest.size() >= kLongest) {
                const std::size_t size = std::min({stop, rest.size(), kLongest});
                at_ += size + (size == stop ? 1 : 0);
                ++number_;
                return rest.substr(0, size);
            }
            if (done_) return {};
            std::copy(rest.begin(), rest.end(), block_.begin());
            end_ = rest.size();
            at_ = 0;
            in_.read(block_.data() + end_, static_cast<std::streamsize>(block_.size() - end_));
            end_ += static_cast<std::size_t>(in_.gcount());
            done_ = in_.gcount() == 0;
        }
    }
    /// Of the last line, from 1.
    std::int64_t number() const { return number_; }

  private:
    static constexpr std::size_t kBlock = 1 << 20, kLongest = 1 << 16;
    std::istream& in_;
    std::vector<char> block_;
    std::size_t at_ = 0, end_ = 0;
    std::int64_t number_ = 0;
    bool done_ = false;
};

/// The first fields of a line, separated by blanks, commas or semicolons; how many there are of so many.
template <std::size_t N>
std::size_t firstFields(std::string_view line, std::string_view (&fields)[N]) {
    constexpr std::string_view kSeparators = ",;\t \r\"";
    std::size_t count = 0;
    for (std::size_t at = 0; count < N;) {
        while (at < line.size() && kSeparators.find(line[at]) != std::string_view::npos) ++at;
        if (at == line.size()) break;
        const std::size_t begin = at;
        while (at < line.size() && kSeparators.find(line[at]) == std::string_view::npos) ++at;
        fields[count++] = line.substr(begin, at - begin);
    }
    return count;
}

}  // namespace facespace
