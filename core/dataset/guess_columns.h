#pragma once
#include <set>
#include <string>
#include <vector>

#include "core/dataset/fields.h"
#include "core/dataset/table_file.h"

namespace facespace {

/// What the columns of a list without header are taken for.
struct GuessedColumns {
    std::vector<std::string> columns;  ///< The table's, or names that a known list goes by.
    ColumnMapping mapping;             ///< Path and identity, as far as they are plain.
    std::set<std::size_t> left;        ///< Row numbers, and flags that are the same in all rows: not kept.
    bool identityIsFolder = false;     ///< There is nothing but paths, with folders in them.
    bool identityIsWhole = false;      ///< Identities are numbers that a program wrote with decimals: 5.000000 (.lst).
    bool guessed = false;

    bool leaves(std::size_t column) const { return left.contains(column); }
    /// What was taken for what; empty if there was a header.
    Text note(const FieldColumns& fields, const std::string& table) const;
};

/// The image's column is the one whose cells end as images do; of the others the identity is the only one left without row
/// numbers (.lst) and columns that do not change (InsightFace's flag). With a header nothing is guessed.
GuessedColumns guessColumns(const TableFile& table);

/// Fields that `mapping` leaves empty, with columns whose names or families look like them: head pose ("pan", "pose_Ry"),
/// landmarks ("lefteye_x" …, "P1X" …) and face boxes ("x_1" …, "bbox_x" …).
ColumnMapping offeredColumns(const std::vector<std::string>& columns, const ColumnMapping& mapping);
/// One sentence for each group of fields that could be filled so, with the --map that does it.
std::vector<Text> offerSentences(const std::vector<std::string>& columns, const FieldColumns& fields);

}  // namespace facespace
