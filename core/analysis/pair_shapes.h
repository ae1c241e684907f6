#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/pair_images.h"

/// The shapes of lists of pairs, for image_pairs.cpp.
namespace facespace::pairs {

/// A line that is not empty, cut into its cells; blank ones at the end are left out.
struct Line {
    std::int64_t number = 0;
    std::vector<std::string> cells;
};
using Lines = std::vector<Line>;

/// Reads all lines: by tabs where there is one, else by commas, semicolons or bars, else by blanks.
/// Errors: kIo, kFormat (not text, too large), kResource.
Result<Lines> readLines(const std::filesystem::path& file);

/// 1/0, true/false, same/different …; nothing if it is no such word.
std::optional<bool> sameness(std::string_view word);

/// Whether most lines below the first are “name n1 n2” or “name1 n1 name2 n2”.
bool areLfw(const Lines& lines);
Result<void> readLfw(const Lines& lines, const std::string& file, const PairImages& images, PairCollector& to);

/// Whether the lines are “image n”, two by two with the same n.
bool areCoupled(const Lines& lines);
Result<void> readCoupled(const Lines& lines, const std::string& file, PairCollector& to);

/// @param scores  Name of the column of scores, or empty.
Result<void> readTable(const Lines& lines, const std::string& file, const PairImages& images, const std::string& scores,
                       PairCollector& to);

/// CFP's folder of folds.
bool isCfp(const std::filesystem::path& folder);
Result<void> readCfp(const std::filesystem::path& folder, PairCollector& to);

}  // namespace facespace::pairs
