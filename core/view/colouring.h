#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/common/text.h"
#include "core/figure/chart.h"
#include "core/project/data_table.h"
#include "core/project/records.h"

namespace facespace {

struct ColouringOptions {
    std::string key{};                       ///< Of a column; empty: all points in one colour.
    std::vector<std::string> highlighted{};  ///< Levels of a many-level column that are coloured, at most 8; none: the 8
                                             ///< most frequent.
    bool wholeRange = false;                 ///< The colour bar covers all values, not the 1st to 99th percentile.
    bool darkGround = false;                 ///< The low end of viridis, which a dark ground swallows, is left out.
    Rgb missing = kMissingColour;            ///< Of missing values and of levels that are not coloured.
};

/// Which point has which colour, and what a legend says of it. Numbers: viridis; signed angles: a diverging map centred on
/// 0; categories of at most 8 levels: Okabe–Ito; more levels (identity): the highlighted ones coloured, the rest grey.
struct Colouring {
    enum class Kind { kPlain, kNumbers, kClasses };
    struct Level {
        std::string name;
        Rgb colour;
        int count = 0;
        bool others = false;  ///< The last: all levels that are not coloured.
        int number = 0;       ///< Among all levels in alphabetical order, from 1: stands for the name (privacy).
    };

    Kind kind = Kind::kPlain;
    std::string key;
    Text title;                 ///< With unit, for the legend.
    figure::ColourScale scale;  ///< For kNumbers.
    std::vector<Level> levels;  ///< For kClasses, at most 9.
    bool canHighlight = false;  ///< More levels than colours.
    int missing = 0;            ///< Rows without a value.
    Rgb missingColour;
    std::vector<Rgb> colours;  ///< Per row.
};

/// A key that is not in the table, or names free text, colours nothing.
Colouring colouringOf(const DataTable& table, const ColouringOptions& options);
/// "Yaw (°)"; the title alone without a unit.
Text withUnit(const Text& title, const std::string& unit);
/// Title of a column with its unit.
Text titleWithUnit(const Column& column);
/// The legend of a figure; `numbered` gives the names' place to numbers (privacy).
figure::Legend legendOf(const Colouring& colouring, bool numbered = false);

/// Columns whose values say who somebody is: numbers stand for them where privacy is asked for.
bool isPersonal(const std::string& key);
/// A filter as a figure's file keeps it: it may name people.
std::string filterForFile(const std::string& filter, bool privacy);
/// SHA-256 of a network's weights; “imported features” where there are none.
std::string weightsForFile(const NetworkRecord& network);

/// What is missing or “other” on white paper: it recedes.
inline constexpr Rgb kPaperMissing{203, 203, 204};

/// Most levels that are coloured.
inline constexpr std::size_t kMostClasses = 8;

}  // namespace facespace
