#pragma once
#include <span>
#include <vector>

namespace facespace::figure {

/// The images (rows of the image set) that stand behind the marks of a layer, mark by mark. None for any mark: the marks are
/// no images.
class MarkRows {
  public:
    /// Behind the next mark.
    template <class Rows>
    void add(const Rows& rows) {
        for (const auto row : rows) rows_.push_back(static_cast<int>(row));
        ends_.push_back(rows_.size());
    }
    void add(int row) { add(std::span<const int>(&row, 1)); }
    bool empty() const { return rows_.empty(); }
    std::size_t marks() const { return ends_.size(); }
    std::span<const int> of(std::size_t mark) const {
        if (mark >= ends_.size()) return {};
        const std::size_t from = mark == 0 ? 0 : ends_[mark - 1];
        return std::span<const int>(rows_).subspan(from, ends_[mark] - from);
    }

  private:
    std::vector<int> rows_;
    std::vector<std::size_t> ends_;  ///< Of each mark in `rows_`.
};

}  // namespace facespace::figure
