#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/common/result.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"

namespace facespace {

/// 1 per row that the filter lets pass; empty for the empty filter.
/// @param network  what names without brackets mean; empty: the newest map's, or the first
/// Errors: kInvalid (says where the filter is not understood).
Result<std::vector<std::uint8_t>> passesOf(const std::string& filter, const DataTable& table, const Snapshot& snapshot,
                                           const std::string& network = {});
/// The rows of a mask that are 1.
std::vector<std::int64_t> rowsOf(const std::vector<std::uint8_t>& passes);
/// `asked`, or the network of the newest map, or the first; empty without features.
std::string networkInView(const std::string& asked, const Snapshot& snapshot);

}  // namespace facespace
