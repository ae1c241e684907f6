#pragma once
#include <tl/expected.hpp>
#include <utility>

#include "core/common/text.h"

namespace facespace {

/// What kind of expected failure happened; programs map it to an exit code, the window to an icon.
enum class ErrorCode {
    kCancelled,  ///< The user asked to stop; never shown as an error.
    kIo,         ///< A file cannot be read or written.
    kFormat,     ///< A file was read but its content is not what it should be.
    kModel,      ///< A network does not load, does not fit its descriptor, or died.
    kNotFound,   ///< Something named by the user does not exist.
    kInvalid,    ///< A request that cannot be fulfilled with this data (too few images, bad option value).
    kExists,     ///< Something would be overwritten.
    kResource,   ///< Out of memory or disk.
};

/// One clear sentence for the user: what failed, on which file or item, and what to do.
struct Error {
    ErrorCode code = ErrorCode::kInvalid;
    Text message;
    friend bool operator==(const Error&, const Error&) = default;
};

/// Result of everything that can fail for reasons outside the program.
template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::kIo, say("“{}” cannot be opened.", file.string()));`
inline tl::unexpected<Error> fail(ErrorCode code, Text message) {
    return tl::make_unexpected(Error{code, std::move(message)});
}
/// Passes on the error of another result: `if (!r) return forward(r);`
template <class T>
tl::unexpected<Error> forward(const Result<T>& r) {
    return tl::make_unexpected(r.error());
}

inline tl::unexpected<Error> cancelled() { return fail(ErrorCode::kCancelled, say("Cancelled.")); }

}  // namespace facespace
