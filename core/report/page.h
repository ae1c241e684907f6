#pragma once
#include <string>
#include <vector>

#include "core/compute/table.h"

/// A self-contained HTML page: its style, figures and pictures are inside, nothing is loaded.
namespace facespace::report {

/// Collects the body in order; every text but `raw` is escaped.
class Page {
  public:
    void heading(int level, const std::string& text, const std::string& id = {});
    void paragraph(const std::string& text);
    void note(const std::string& text);  ///< What is missing.
    /// An SVG document as a figure with its caption, numbered. @param wide  across both columns of a printed page
    void figure(const std::string& svg, const std::string& caption, bool wide = true);
    /// Chosen columns of a table with headings for people; numbers are rounded to four digits of the
    /// column's largest. It takes one column of a printed page or both, in letters so small that it fits.
    struct Shown {
        std::string column, heading;
    };
    void table(const Table& table, const std::vector<Shown>& columns, std::size_t mostRows = 40);
    void raw(const std::string& html) { body_ += html; }
    std::string html(const std::string& title) const;

  private:
    std::string body_;
    int figures_ = 0;
};

}  // namespace facespace::report
