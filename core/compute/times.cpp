#include "core/compute/times.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/common/numbers.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

constexpr double kDaysOfYear = 365.2425;
/// Of the cells with a value, the least share that must be of a kind.
constexpr double kLeastRead = 0.9;

std::optional<int> wholeOf(const std::string& text, std::size_t from, std::size_t digits) {
    if (text.size() < from + digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = from; i < from + digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = 10 * value + (text[i] - '0');
    }
    return value;
}

double yearIn(const std::string& text) {
    const auto number = parseNumber(text);
    return number && *number >= 1800 && *number <= 2200 ? *number : kNoValue;
}
double ageIn(const std::string& text) {
    const auto number = parseNumber(text);
    return number && *number >= 0 && *number <= 130 ? *number : kNoValue;
}

Times readAs(const Snapshot& snapshot, std::size_t column, TimeKind kind) {
    Times times{snapshot.images.metadataColumns[column], kind, {}};
    for (const ImageRecord& image : snapshot.images.images) {
        const std::string cell(column < image.metadata.size() ? trimmed(image.metadata[column]) : std::string_view());
        const bool missing = isMissing(cell);
        times.years.push_back(missing                    ? kNoValue
                              : kind == TimeKind::kDates ? yearsOf(cell)
                              : kind == TimeKind::kYears ? yearIn(cell)
                                                         : ageIn(cell));
        times.unread += !missing && std::isnan(times.years.back()) ? 1 : 0;
    }
    return times;
}

/// None if the column is of no kind.
std::optional<Times> read(const Snapshot& snapshot, std::size_t column) {
    for (const TimeKind kind : {TimeKind::kDates, TimeKind::kYears, TimeKind::kAges}) {
        Times times = readAs(snapshot, column, kind);
        const auto known = std::ranges::count_if(times.years, [](double v) { return std::isfinite(v); });
        const auto cells = static_cast<double>(known + times.unread);
        if (known > 0 && static_cast<double>(known) >= kLeastRead * cells) return times;
    }
    return std::nullopt;
}

/// "capture_date", "Age", "taken": by the words in it; when someone was born says nothing of an image.
bool namesATime(const std::string& column) {
    std::set<std::string> words;
    std::string word;
    for (const char c : lowerCase(column) + " ")
        if (std::isalpha(static_cast<unsigned char>(c)) != 0)
            word += c;
        else
            words.insert(std::exchange(word, {}));
    constexpr std::array kNo{"birth", "born", "birthday", "birthdate", "birthyear", "dob"};
    constexpr std::array kYes{"date", "datetime", "timestamp", "taken", "captured", "acquired", "year", "age", "fecha"};
    const auto has = [&](const char* one) { return words.contains(one); };
    return std::ranges::any_of(kYes, has) && std::ranges::none_of(kNo, has);
}

}  // namespace

Text textOf(TimeKind kind) {
    return kind == TimeKind::kDates ? say("dates") : kind == TimeKind::kYears ? say("years") : say("ages");
}

double yearsOf(const std::string& date) {
    const auto year = wholeOf(date, 0, 4), month = wholeOf(date, 5, 2);
    if (!year || !month || date[4] != '-') return kNoValue;
    const bool hasDay = date.size() > 7;
    const auto day = hasDay && date[7] == '-' ? wholeOf(date, 8, 2) : hasDay ? std::nullopt : std::optional(15);
    const bool ends = !hasDay || date.size() == 10 || (date.size() > 10 && (date[10] == 'T' || date[10] == ' '));
    if (!day || !ends) return kNoValue;
    const std::chrono::year_month_day at{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
    if (!at.ok()) return kNoValue;
    return 1970 + static_cast<double>(std::chrono::sys_days(at).time_since_epoch().count()) / kDaysOfYear;
}

Result<Times> timesOf(const Snapshot& snapshot, const std::string& column) {
    const auto& columns = snapshot.images.metadataColumns;
    if (!column.empty()) {
        const auto at = std::ranges::find(columns, column);
        if (at == columns.end())
            return fail(ErrorCode::kNotFound,
                        say("There is no column “{}” of the images; there are {}.", column,
                            columns.empty() ? say("none") : Text(fmt::format("{}", fmt::join(columns, ", ")))));
        if (auto times = read(snapshot, static_cast<std::size_t>(at - columns.begin()))) return std::move(*times);
        return fail(ErrorCode::kInvalid,
                    say("Column “{}” holds neither dates (2014-05-17), nor years (2014), nor ages (0 to 130).", column));
    }
    for (std::size_t c = 0; c < columns.size(); ++c)
        if (namesATime(columns[c]))
            if (auto times = read(snapshot, c)) return std::move(*times);
    return fail(ErrorCode::kNotFound,
                say("No column says when images were taken or how old people are: name it (--time), or join one with dates, "
                    "years or ages to the images (facespace-cli join)."));
}

}  // namespace facespace
