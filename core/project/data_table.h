#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/common/text.h"
#include "core/project/snapshot.h"

namespace facespace {

/// One value per image. The table view, colouring, filters and the exported CSV all read the same columns.
struct Column {
    enum class Kind {
        kNumber,    ///< `numbers`, NaN is missing.
        kCategory,  ///< `codes` into `levels`, -1 is missing.
        kText,      ///< `texts`, "" is missing (paths).
    };
    std::string
        key;     ///< Unique, for CSV headers and filters: "yaw", "distance[A]", "predicted_yaw[A]", "map_x[tsne 2-D A]".
    Text title;  ///< For people: "Distance from origin (A)"; what a user named stays as it is in every language.
    std::string unit;  ///< "deg" or "".
    Kind kind = Kind::kText;
    bool isSigned = false;  ///< A signed angle or difference: drawn with a diverging colour map centred on 0.
    bool isPlace = false;   ///< Of a point in the image, pixels: neither colours nor orders are offered by it.
    std::vector<double> numbers;
    std::vector<std::int32_t> codes;
    std::vector<std::string> levels;  ///< Sorted.
    std::vector<std::string> texts;

    bool missing(std::size_t row) const;
    /// For people and CSV; "" if missing. Numbers in the shortest form that reads back to the same float32.
    std::string text(std::size_t row) const;
};

struct DataTable {
    std::size_t rows = 0;
    std::vector<Column> columns;
    const Column* find(const std::string& key) const;
};

/// What a prediction reads, within a title: a column of metadata keeps its name.
Text targetText(const std::string& target);

/// All columns of a project in this order: path, identity, media, video, yaw, pitch, roll (those with any value), every
/// metadata column (numeric if all its values are), measures of the pixels, decision, tags, note, then per network distance,
/// predictions (yaw and pitch first) with their errors, of two-class predictions what is said and the probability of class
/// 1, then map coordinates with, where it was measured, the share of each image's neighbours that the map keeps. Last the
/// face: box, score of the detector, yaw and roll as the landmarks tell, landmarks (box_x … lm_y5, as a manifest has them).
DataTable buildDataTable(const Snapshot& snapshot);

/// Writes RFC 4180 CSV with a header row. Errors: kIo.
/// @param keep  One flag per row: which rows; empty: all.
Result<void> writeCsv(const DataTable& table, const std::filesystem::path& file, const std::vector<std::uint8_t>& keep = {});

}  // namespace facespace
