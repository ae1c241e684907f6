#include "core/common/text.h"

#include <fmt/format.h>
#include <algorithm>
#include <cassert>
#include <ostream>

namespace facespace {
namespace {

/// A place in a template: which value, and how it is written.
struct Place {
    int value = -1;
    std::string_view how;  ///< "{:.2f}" has ".2f".
};

/// Calls `place(Place)` and `letters(string_view)` in order. Only what fmt has checked comes here.
template <class OnPlace, class OnLetters>
void walk(std::string_view words, const OnPlace& place, const OnLetters& letters) {
    int next = 0;
    for (std::size_t at = 0; at < words.size();) {
        const char c = words[at];
        if ((c == '{' || c == '}') && at + 1 < words.size() && words[at + 1] == c) {
            letters(words.substr(at, 1));
            at += 2;
        } else if (c == '{') {
            const std::size_t end = words.find('}', at);
            assert(end != std::string_view::npos);
            const std::string_view inside = words.substr(at + 1, end - at - 1);
            const std::size_t colon = std::min(inside.find(':'), inside.size());
            const int number = colon == 0 ? next++ : inside.front() - '0';
            place(Place{number, inside.substr(std::min(colon + 1, inside.size()))});
            at = end + 1;
        } else {
            const std::size_t end = std::min(words.find_first_of("{}", at + 1), words.size());
            letters(words.substr(at, end - at));
            at = end;
        }
    }
}

}  // namespace

Text TextWriter::operator()(fmt::format_args values, const Text* const* texts) const {
    Text said;
    said.words_ = words;
    said.many_ = many;
    if (many != nullptr) said.count_ = count;
    // A translation may need a value that only the other number of the English has.
    const auto fill = [&](const Place& place) {
        const auto i = static_cast<std::size_t>(place.value);
        if (said.values_.size() <= i) said.values_.resize(i + 1);
        if (const Text* text = texts[i])
            said.values_[i] = *text;
        else
            said.values_[i] = fmt::vformat(fmt::format("{{{}:{}}}", i, place.how), values);
    };
    const auto nothing = [](std::string_view) {};
    if (many != nullptr) walk(many, fill, nothing);
    walk(words, fill, nothing);
    walk(
        many == nullptr || count == 1 ? words : many,
        [&](const Place& place) { said.english_ += said.values_[static_cast<std::size_t>(place.value)].english_; },
        [&](std::string_view letters) { said.english_ += letters; });
    return said;
}

Text Text::withName(const std::string& before, const std::string& after) const {
    Text renamed = *this;
    for (Text& value : renamed.values_) value = value.withName(before, after);
    for (std::size_t at = 0; (at = renamed.english_.find(before, at)) != std::string::npos; at += after.size())
        renamed.english_.replace(at, before.size(), after);
    return renamed;
}

Text inARow(std::vector<Text> texts, const char* separator) {
    Text all;
    all.separator_ = separator;
    for (const Text& text : texts) {
        if (!all.english_.empty()) all.english_ += separator;
        all.english_ += text.english_;
    }
    all.values_ = std::move(texts);
    return all;
}

std::ostream& operator<<(std::ostream& out, const Text& text) { return out << text.english_; }

}  // namespace facespace
