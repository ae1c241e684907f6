#include "tests/fuzz/mutate.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace facespace::fuzz {
namespace {

constexpr std::size_t kMost = 1 << 16;

class Mutation {
  public:
    Mutation(Input bytes, std::span<const Input> all, std::mt19937_64& random)
        : bytes_(std::move(bytes)), all_(all), random_(random) {}

    void once() {
        switch (below(8)) {
            case 0:
                flip();
                break;
            case 1:
                at() = static_cast<std::uint8_t>(random_());
                break;
            case 2:
                number();
                break;
            case 3:
                remove();
                break;
            case 4:
                insert(part(bytes_));
                break;
            case 5:
                insert(part(all_[below(all_.size())]));
                break;
            case 6:
                overwrite(part(all_[below(all_.size())]));
                break;
            default:
                word();
                break;
        }
    }
    Input take() { return std::move(bytes_); }

  private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random_() % n); }
    std::uint8_t& at() {
        if (bytes_.empty()) bytes_.push_back(0);
        return bytes_[below(bytes_.size())];
    }
    void flip() {
        std::uint8_t& byte = at();
        byte = static_cast<std::uint8_t>(byte ^ (1U << below(8)));
    }
    /// One of the numbers at which sizes and counts go wrong, of 1 to 8 bytes, in either order.
    void number() {
        constexpr std::array<std::uint64_t, 12> kNumbers{0,
                                                         1,
                                                         0x7F,
                                                         0x80,
                                                         0xFF,
                                                         0x7FFF,
                                                         0x10000,
                                                         0x7FFFFFFF,
                                                         0x80000000,
                                                         0xFFFFFFFF,
                                                         0x7FFFFFFFFFFFFFFF,
                                                         ~std::uint64_t{0}};
        const std::size_t width = std::size_t{1} << below(4);
        if (bytes_.size() < width) return;
        const std::uint64_t value = kNumbers[below(kNumbers.size())];
        const std::size_t start = below(bytes_.size() - width + 1);
        const bool bigEndian = below(2) == 0;
        for (std::size_t i = 0; i < width; ++i)
            bytes_[start + i] = static_cast<std::uint8_t>(value >> (8 * (bigEndian ? width - 1 - i : i)));
    }
    void remove() {
        const std::size_t start = below(bytes_.size()), count = std::min(length(), bytes_.size() - start);
        const auto from = bytes_.begin() + static_cast<std::ptrdiff_t>(start);
        bytes_.erase(from, from + static_cast<std::ptrdiff_t>(count));
    }
    /// Short ones more often than long ones.
    std::size_t length() { return below(std::size_t{1} << (1 + below(9))); }
    Input part(const Input& of) {
        const std::size_t start = below(of.size()), count = std::min(length(), of.size() - start);
        const auto from = of.begin() + static_cast<std::ptrdiff_t>(start);
        return {from, from + static_cast<std::ptrdiff_t>(count)};
    }
    void insert(const Input& what) {
        if (bytes_.size() + what.size() > kMost) return;
        bytes_.insert(bytes_.begin() + static_cast<std::ptrdiff_t>(below(bytes_.size() + 1)), what.begin(), what.end());
    }
    void overwrite(const Input& what) {
        const std::size_t start = below(bytes_.size());
        std::copy_n(what.begin(), std::min(what.size(), bytes_.size() - start),
                    bytes_.begin() + static_cast<std::ptrdiff_t>(start));
    }
    /// Words that readers of text take in special ways.
    void word() {
        constexpr std::array<std::string_view, 18> kWords{
            "nan", "-inf",     "1e400", "-1",  "99999999999999999999", "\"",       "\n",   "\r\n", ",",
            "{",   "[[[[[[[[", "null",  "../", "\xEF\xBB\xBF",         "((((((((", "not ", "0x10", "\xC0\x80"};
        const std::string_view word = kWords[below(kWords.size())];
        insert({word.begin(), word.end()});
    }

    Input bytes_;
    std::span<const Input> all_;
    std::mt19937_64& random_;
};

}  // namespace

Input mutated(const Input& one, std::span<const Input> all, std::mt19937_64& random) {
    Mutation mutation(one, all, random);
    for (auto times = 1 + random() % 6; times > 0; --times) mutation.once();
    return mutation.take();
}

}  // namespace facespace::fuzz
