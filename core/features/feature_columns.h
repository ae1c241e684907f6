#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace facespace {

/// A cell of features: NaN for a missing value, infinite beyond what a double holds; nothing if it is not a number.
std::optional<float> featureValue(std::string_view field);

/// What the columns of a table of features are, told from its first two lines.
struct FeatureColumns {
    enum class Use { kValue, kName, kPassedOver };
    bool header = false;              ///< The first line names columns.
    std::vector<Use> uses;            ///< By column.
    std::optional<std::size_t> odd;   ///< A column of text that is none of these: the file may hold features only.
    std::vector<std::string> passed;  ///< Names of columns that are passed over.
    std::size_t values() const;
    bool named() const;
};
/// @param second  Null if the file has one line.
FeatureColumns featureColumns(const std::vector<std::string>& first, const std::vector<std::string>* second);

/// Watches a first column for numbers that count the rows from 0 or 1, as programs write them.
class RowNumbers {
  public:
    void see(std::string_view cell);
    /// After all rows; of fewer than three nothing can be told.
    bool are() const { return counting_ && seen_ >= 3; }

  private:
    bool counting_ = true;
    std::size_t seen_ = 0, from_ = 0;
};

}  // namespace facespace
