#pragma once
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/project/snapshot.h"

namespace facespace {

/// What a column says of when an image was taken.
enum class TimeKind {
    kDates,  ///< ISO 8601: "2014-05-17", with a time of day or without; "2014-05".
    kYears,  ///< "2014": numbers from 1800 to 2200.
    kAges,   ///< Of the person, in years: numbers from 0 to 130.
};
Text textOf(TimeKind kind);

struct Times {
    std::string column;
    TimeKind kind = TimeKind::kDates;
    std::vector<double> years;  ///< N; from anywhere, the same for one person; NaN: not known.
    std::int64_t unread = 0;    ///< Cells with words that are none of these.
};

/// Years since the beginning of the common era that a date is at; NaN if it is no ISO date.
double yearsOf(const std::string& date);

/// @param column  of the metadata; empty: the first with a date, a year or an age by its name, whose values are such
/// Errors: kNotFound (no such column, or none; says how to bring one), kInvalid (its values are none of these).
Result<Times> timesOf(const Snapshot& snapshot, const std::string& column);

}  // namespace facespace
