#pragma once
#include <fmt/format.h>
#include <memory>

#include "core/compute/times.h"

namespace facespace::test {

/// A snapshot of planted images with a column that says when each was taken: three images of each person a year.
inline std::shared_ptr<Snapshot> withTimes(const Snapshot& planted, const char* column = "age",
                                           TimeKind kind = TimeKind::kAges, std::size_t perIdentity = 40) {
    auto snapshot = std::make_shared<Snapshot>(planted);
    snapshot->images.metadataColumns.emplace_back(column);
    for (std::size_t i = 0; i < snapshot->images.images.size(); ++i) {
        const std::size_t n = i % perIdentity, years = n / 3;
        snapshot->images.images[i].metadata.push_back(kind == TimeKind::kDates
                                                          ? fmt::format("{}-{:02}-17", 2001 + years, 1 + n % 3)
                                                      : kind == TimeKind::kYears ? fmt::format("{}", 2001 + years)
                                                                                 : fmt::format("{}", 20 + years));
    }
    return snapshot;
}

}  // namespace facespace::test
