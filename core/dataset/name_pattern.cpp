#include "core/dataset/name_pattern.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/dataset/text.h"

namespace facespace {
namespace {

constexpr std::size_t kMostParts = 64;
constexpr std::string_view kFigures = "0123456789";

bool isImageField(std::string_view name) {
    static constexpr std::array<std::string_view, 6> kNames{"identity", "yaw", "pitch", "roll", "video", "media"};
    return std::ranges::find(kNames, name) != kNames.end();
}
bool isAngleName(std::string_view name) { return name == "yaw" || name == "pitch" || name == "roll"; }

}  // namespace

/// What is matched, what each part took, and what is known not to fit.
struct NamePattern::Match {
    std::string_view text;
    std::vector<std::string_view> taken;
    std::set<std::pair<std::size_t, std::size_t>> failed;
};

Result<NamePattern> NamePattern::parse(const std::string& text) {
    NamePattern pattern;
    pattern.text_ = text;
    const auto literal = [&](char c) {
        if (pattern.parts_.empty() || pattern.parts_.back().kind != Kind::kLiteral) pattern.parts_.push_back({});
        pattern.parts_.back().text += c;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{') {
            const std::size_t end = text.find('}', i);
            if (end == std::string::npos)
                return fail(ErrorCode::kInvalid, say("The pattern “{}” opens a brace that is never closed.", text));
            if (const auto added = pattern.addField(std::string_view(text).substr(i + 1, end - i - 1)); !added)
                return forward(added);
            i = end;
        } else if (text[i] == '*') {
            pattern.parts_.push_back({Kind::kAny, {}, 0, false});
        } else {
            if (text[i] == '/') ++pattern.folders_;
            literal(text[i]);
        }
        if (pattern.parts_.size() > kMostParts)
            return fail(ErrorCode::kInvalid, say("The pattern “{}” has too many parts.", text));
    }
    const std::string name = text.substr(text.rfind('/') == std::string::npos ? 0 : text.rfind('/') + 1);
    pattern.anyEnd_ = !endsAsImages(name) && !name.ends_with(".*");
    if (const auto fine = pattern.check(); !fine) return forward(fine);
    return pattern;
}

Result<void> NamePattern::addField(std::string_view field) {
    Part part{Kind::kText, {}, 0, field.starts_with('-')};
    if (part.negate) field.remove_prefix(1);
    const std::size_t colon = field.rfind(':');
    part.text = std::string(trimmed(field.substr(0, colon)));
    if (colon != std::string_view::npos) {
        const auto width = parseNumber(field.substr(colon + 1));
        if (!width || *width < 1 || *width > 255 || *width != static_cast<double>(static_cast<int>(*width)))
            return fail(
                ErrorCode::kInvalid,
                say("“{{{}}}” in the pattern “{}” should end in a width of 1 to 255, as in {{identity:3}}.", field, text_));
        part.width = static_cast<std::size_t>(*width);
    }
    if (isAngleName(part.text)) part.kind = Kind::kNumber;
    if (part.negate && part.kind != Kind::kNumber)
        return fail(ErrorCode::kInvalid,
                    say("Only yaw, pitch and roll can be turned round, not “{}” in the pattern “{}”.", part.text, text_));
    if (part.text.empty())
        return fail(ErrorCode::kInvalid,
                    say("A field in the pattern “{}” has no name; write * for what means nothing.", text_));
    if (!isImageField(part.text)) columns_.push_back(part.text);
    parts_.push_back(std::move(part));
    return {};
}

Result<void> NamePattern::check() const {
    std::set<std::string> names;
    for (const Part& part : parts_)
        if (part.kind == Kind::kText || part.kind == Kind::kNumber)
            if (!names.insert(part.text).second)
                return fail(ErrorCode::kInvalid, say("The pattern “{}” names “{}” twice.", text_, part.text));
    if (names.empty())
        return fail(
            ErrorCode::kInvalid,
            say("The pattern “{}” reads nothing; name what is in a file's name, as in {{identity}}_{{frame}}.jpg.", text_));
    for (std::size_t i = 0; i + 1 < parts_.size(); ++i) {
        const auto open = [&](const Part& part) {
            return (part.kind == Kind::kText || part.kind == Kind::kAny) && part.width == 0 && part.text != "series" &&
                   part.text != "n";
        };
        if (open(parts_[i]) && open(parts_[i + 1]))
            return fail(ErrorCode::kInvalid,
                        say("Nothing in the pattern “{}” tells where “{}” ends and “{}” begins; give one a "
                            "width, as in {{identity:3}}.",
                            text_, parts_[i].text.empty() ? "*" : parts_[i].text,
                            parts_[i + 1].text.empty() ? "*" : parts_[i + 1].text));
    }
    return {};
}

bool NamePattern::namesIdentity() const {
    return std::ranges::any_of(parts_, [](const Part& part) { return part.kind == Kind::kText && part.text == "identity"; });
}

bool NamePattern::fitsField(Match& match, std::size_t index, std::size_t at) const {
    const Part& part = parts_[index];
    const std::size_t slash = std::min(match.text.find('/', at), match.text.size());
    const bool beside = (index > 0 && parts_[index - 1].kind != Kind::kLiteral) ||
                        (index + 1 < parts_.size() && parts_[index + 1].kind != Kind::kLiteral);
    std::size_t width = part.width;
    if (width == 0 && part.kind == Kind::kText && beside) width = part.text == "series" ? 1 : part.text == "n" ? 2 : 0;
    const auto take = [&](std::size_t length) {
        match.taken[index] = match.text.substr(at, length);
        return fits(match, index + 1, at + length);
    };
    if (part.kind == Kind::kNumber) {
        std::size_t end = at;
        if (end < slash && (match.text[end] == '+' || match.text[end] == '-')) ++end;
        const std::size_t first = end;
        while (end < slash && kFigures.find(match.text[end]) != std::string_view::npos) ++end;
        if (end == first) return false;
        if (width > 0) return at + width <= end && at + width > first && take(width);
        if (end + 1 < slash && match.text[end] == '.' && kFigures.find(match.text[end + 1]) != std::string_view::npos) {
            std::size_t decimals = end + 1;
            while (decimals < slash && kFigures.find(match.text[decimals]) != std::string_view::npos) ++decimals;
            if (take(decimals - at)) return true;
        }
        return take(end - at);
    }
    if (width > 0) {
        // What has its width by custom alone is a number.
        const bool figures = part.width > 0 || at + width > slash ||
                             match.text.substr(at, width).find_first_not_of(kFigures) == std::string_view::npos;
        return at + width <= slash && figures && take(width);
    }
    const std::size_t least = part.kind == Kind::kAny ? 0 : 1;
    for (std::size_t end = slash; end + 1 > at + least; --end)
        if (take(end - at)) return true;
    return false;
}

bool NamePattern::fits(Match& match, std::size_t index, std::size_t at) const {
    if (index == parts_.size()) return at == match.text.size();
    if (match.failed.contains({index, at})) return false;
    const Part& part = parts_[index];
    bool good = false;
    if (part.kind == Kind::kLiteral) {
        const std::string_view there = match.text.substr(at, part.text.size());
        // .JPG is .jpg.
        const bool same = there == part.text || (index + 1 == parts_.size() && lowerCase(there) == lowerCase(part.text));
        good = same && fits(match, index + 1, at + part.text.size());
    } else {
        good = fitsField(match, index, at);
    }
    if (!good) match.failed.insert({index, at});
    return good;
}

std::optional<std::vector<std::string>> NamePattern::values(std::string_view path) const {
    constexpr std::size_t kLongestName = 4096;
    std::size_t begin = path.size();
    for (std::size_t i = 0; i <= folders_; ++i) {
        const std::size_t slash = begin == 0 ? std::string_view::npos : path.rfind('/', begin - 1);
        if (slash == std::string_view::npos) {
            if (i < folders_) return {};
            begin = 0;
        } else {
            begin = slash;
        }
    }
    if (begin > 0 || path.starts_with('/')) ++begin;
    std::string_view part = path.substr(std::min(begin, path.size()));
    if (anyEnd_) part = withoutImageEnd(part);
    if (part.size() > kLongestName) return {};
    Match match{part, std::vector<std::string_view>(parts_.size()), {}};
    if (!fits(match, 0, 0)) return {};
    std::vector<std::string> taken;
    for (const std::string_view text : match.taken) taken.push_back(composed(readableText(text)));
    return taken;
}

std::optional<std::map<std::string, std::string>> NamePattern::match(std::string_view path) const {
    const auto taken = values(path);
    if (!taken) return {};
    std::map<std::string, std::string> result;
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (parts_[i].kind == Kind::kText || parts_[i].kind == Kind::kNumber) result.emplace(parts_[i].text, (*taken)[i]);
    return result;
}

bool NamePattern::apply(ImageRecord& record) const {
    const auto taken = values(record.path);
    if (!taken) return false;
    ImageRecord filled = record;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const Part& part = parts_[i];
        const std::string& value = (*taken)[i];
        if (part.kind == Kind::kNumber) {
            const auto number = parseNumber(value);
            if (!number || *number < -360 || *number > 360) return false;
            const double degrees = part.negate && *number != 0 ? -*number : *number;
            (part.text == "yaw" ? filled.yawDeg : part.text == "pitch" ? filled.pitchDeg : filled.rollDeg) = degrees;
        } else if (part.kind != Kind::kText) {
            continue;
        } else if (part.text == "identity") {
            filled.identity = std::string(trimmed(value));
            if (filled.identity.empty()) return false;
        } else if (part.text == "video") {
            filled.video = value;
            if (filled.media == Media::kUnknown) filled.media = Media::kVideo;
        } else if (part.text == "media") {
            const std::string medium = lowerCase(value);
            if (medium == "still" || medium == "image" || medium == "photo")
                filled.media = Media::kStill;
            else if (medium == "video" || medium == "frame")
                filled.media = Media::kVideo;
        } else {
            filled.metadata.push_back(isMissing(value) ? std::string() : value);
        }
    }
    record = std::move(filled);
    return true;
}

}  // namespace facespace
