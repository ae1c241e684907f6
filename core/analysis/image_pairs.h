#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/analysis/verification.h"

namespace facespace {

/// Pairs of images in any of the shapes that protocols have, told from the file itself:
/// - LFW's pairs.txt: “name n1 n2” (genuine) and “name1 n1 name2 n2” (impostor), with a line “folds pairs”, “pairs” or none
///   above, separated by tabs, blanks or commas (also its tables with a header); RFW's are these;
/// - two images a line, by path, and whether they are one person before or behind them (1/0, same/different …), with or
///   without a header; of a table also the fold and the score of another system. Without such a label the identities tell;
/// - CALFW's and CPLFW's: an image a line, two lines a pair, with the fold or 0 for different people;
/// - CFP's: a folder of numbered folders with same.txt and diff.txt (Protocol/Split/FP).
/// Folds are those of the file, or in the order of an LFW list.
/// @param scores  A column of the table with a score for each pair, or a file with one number a line in the list's order;
///   larger is more alike unless it is called a distance. Empty: none.
/// Errors: kIo, kFormat (names the line), kNotFound (none of the images is in the set; no such column), kInvalid.
Result<PairList> readImagePairs(const std::filesystem::path& file, const std::vector<std::string>& paths,
                                const std::vector<std::string>& identity, const std::string& scores = {});

}  // namespace facespace
