#pragma once
#include <fmt/format.h>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// Read by lupdate only: the context of everything that `say`, `sayCount` and `Phrase` name.
#define FACESPACE_TEXTS(context)

namespace facespace {
FACESPACE_TEXTS(facespace)

/// Words without values, for tables of constants: `{"blur", Phrase("Blur")}`. Takes a literal.
struct Phrase {
    const char* words;
    constexpr Phrase() : words("") {}
    explicit consteval Phrase(const char* literal) : words(literal) {}
    friend bool operator==(Phrase a, Phrase b) { return std::string_view(a.words) == b.words; }
};

/// What the core says to people: a template with the values in it, written out in English for the command line, logs and
/// files; the window translates the template (widgets/words). A value that is itself a Text is translated too, others never.
///
///     fail(ErrorCode::kIo, say("“{}” cannot be opened.", file.string()))
///     sayCount("One image of “{1}” has no face.", "{} images of “{}” have no face.", count, groupedNumber(count), file)
///
/// Templates are written as for fmt::format, which checks them when compiled; in a translation `{}` or `{1}` stand for the
/// values as they were written out, in their order or by their number from 0.
class Text {
  public:
    Text() = default;
    /// A name, or a text from elsewhere: it stays as it is in every language.
    Text(std::string finished) : english_(std::move(finished)) {}
    Text(const char* finished) : english_(finished) {}
    Text(Phrase phrase) : words_(*phrase.words == '\0' ? nullptr : phrase.words), english_(phrase.words) {}

    const std::string& english() const { return english_; }
    operator const std::string&() const { return english_; }
    bool empty() const { return english_.empty(); }
    std::size_t find(std::string_view part, std::size_t from = 0) const { return english_.find(part, from); }

    /// With another name in the values' place of one, as a file's that was moved. @param before not empty
    Text withName(const std::string& before, const std::string& after) const;

    /// The template, by which it is translated; null if this is finished, or several texts in a row.
    const char* words() const { return words_; }
    /// The template for any count but 1, where there is a count.
    const char* manyWords() const { return many_; }
    const std::optional<std::int64_t>& count() const { return count_; }
    /// What the template's places are for; without a template, the texts that stand in a row.
    const std::vector<Text>& values() const { return values_; }
    /// Between texts in a row.
    std::string_view separator() const { return separator_; }

    /// As one string for a file: the English, and behind it the template with its values. `fromStored` gives the text back;
    /// what was stored as English alone comes back finished.
    std::string stored() const;
    static Text fromStored(const std::string& stored);
    /// A template of a table with its values; places that have none stay empty.
    static Text filled(Phrase words, std::vector<Text> values);
    /// Words that only this program writes into the file they came from, as a Phrase.
    static Text phraseFromFile(const std::string& words);

    /// The same English; how it came about does not matter.
    friend bool operator==(const Text& a, const Text& b) { return a.english_ == b.english_; }
    friend bool operator<(const Text& a, const Text& b) { return a.english_ < b.english_; }
    friend std::ostream& operator<<(std::ostream& out, const Text& text);

  private:
    friend struct TextWriter;
    friend struct StoredText;
    friend Text inARow(std::vector<Text> texts, const char* separator);

    const char* words_ = nullptr;
    const char* many_ = nullptr;
    std::string_view separator_;
    std::optional<std::int64_t> count_;
    std::vector<Text> values_;
    std::string english_;
};

/// Texts one after the other, without empty ones: sentences, or the items of a list.
Text inARow(std::vector<Text> texts, const char* separator = " ");

/// Fills templates; use `say` and `sayCount`.
struct TextWriter {
    const char* words;
    const char* many;  ///< Null without a count.
    std::int64_t count;
    Text operator()(fmt::format_args values, const Text* const* texts) const;
};

namespace detail {

template <class Value>
const Text* asText(const Value& value) {
    if constexpr (std::is_same_v<Value, Text>)
        return &value;
    else
        return nullptr;
}

/// A literal as a value would be English that nobody translates, and lupdate takes it for a comment.
template <class... Values>
constexpr bool kNoLiterals = (!std::is_array_v<std::remove_reference_t<Values>> && ...);

}  // namespace detail

/// @param words  As for fmt::format, with a literal.
template <class... Values>
Text say(fmt::format_string<Values...> words, Values&&... values) {
    static_assert(detail::kNoLiterals<Values...>, "give English words as a Text: say(\"{} …\", say(\"…\"))");
    const Text* const texts[] = {detail::asText(values)..., nullptr};
    const fmt::string_view view(words);
    return TextWriter{view.data(), nullptr, 0}(fmt::make_format_args(values...), texts);
}

/// One and many: a language chooses among its own forms by the count, which is written like any other value.
template <class... Values>
Text sayCount(fmt::format_string<Values...> one, fmt::format_string<Values...> many, std::int64_t count,
              Values&&... values) {
    static_assert(detail::kNoLiterals<Values...>, "give English words as a Text: say(\"{} …\", say(\"…\"))");
    const Text* const texts[] = {detail::asText(values)..., nullptr};
    const fmt::string_view single(one), several(many);
    return TextWriter{single.data(), several.data(), count}(fmt::make_format_args(values...), texts);
}

}  // namespace facespace

namespace fmt {
template <>
struct formatter<facespace::Text> : formatter<string_view> {
    template <class Context>
    auto format(const facespace::Text& text, Context& context) const {
        return formatter<string_view>::format(text.english(), context);
    }
};
}  // namespace fmt
