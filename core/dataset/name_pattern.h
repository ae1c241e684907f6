#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/common/result.h"
#include "core/dataset/image_set.h"

namespace facespace {

/// What the names of images say, by a pattern such as “{identity}_{frame}.jpg” or “{race}/{identity}/*”.
///
/// {name} stands for some text, {name:3} for so many characters, * for anything; none of them goes beyond a folder. A
/// pattern with folders is held against the end of the path, one without against the file's name; without an end such as
/// .jpg all ends fit. {yaw}, {pitch} and {roll} are numbers in degrees, with or without a sign, and {-yaw} turns one round;
/// {identity}, {video} and {media} are what they are in a manifest; all other names become columns. Of several ways to fit,
/// the first text takes as much as it can ("Anna_Maria_0001": {identity}_{frame} is “Anna_Maria” and “0001”). {series} and
/// {n} beside another field are one and two digits wide (Pointing'04: {identity}{series}{n}{pitch}{yaw}).
class NamePattern {
  public:
    /// Errors: kInvalid, in one sentence (a brace too many, two texts side by side, a name twice, nothing to read).
    static Result<NamePattern> parse(const std::string& text);

    /// Names that are not fields of an image, in order.
    const std::vector<std::string>& columns() const { return columns_; }
    bool namesIdentity() const;
    /// Fills the record from its path: identity (unless the pattern has none), angles, video, medium, and a value for each
    /// of columns(). False if the path does not fit; the record is then as it was.
    bool apply(ImageRecord& record) const;
    /// The values by name, for a preview; nothing if the path does not fit.
    std::optional<std::map<std::string, std::string>> match(std::string_view path) const;
    const std::string& text() const { return text_; }

  private:
    enum class Kind { kLiteral, kText, kNumber, kAny };
    struct Part {
        Kind kind = Kind::kLiteral;
        std::string text;       ///< The literal, or the field's name.
        std::size_t width = 0;  ///< 0: any.
        bool negate = false;
    };
    struct Match;
    Result<void> addField(std::string_view field);
    Result<void> check() const;
    bool fits(Match& match, std::size_t part, std::size_t at) const;
    bool fitsField(Match& match, std::size_t part, std::size_t at) const;
    std::optional<std::vector<std::string>> values(std::string_view path) const;

    std::string text_;
    std::vector<Part> parts_;
    std::vector<std::string> columns_;
    std::size_t folders_ = 0;
    bool anyEnd_ = true;
};

}  // namespace facespace
