#pragma once
#include <string>
#include <utility>
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
    /// An SVG document as a figure with its caption, numbered. @param wide  across the page; else half of it
    void figure(const std::string& svg, const std::string& caption, bool wide = true);
    /// Chosen columns of a table with headings for people; numbers are rounded to four digits of the
    /// column's largest. It takes half of the page or all of it, in letters so small that it fits.
    struct Shown {
        std::string column, heading;
    };
    void table(const Table& table, const std::vector<Shown>& columns, std::size_t mostRows = 40);
    void raw(const std::string& html) { add({Kind::kWide, html, 0}); }
    /// From here on what is narrow stands side by side, and text in two columns where nothing stands beside it.
    void beginColumns();
    void endColumns();
    std::string html(const std::string& title) const;

  private:
    enum class Kind { kText, kNarrow, kWide };
    struct Item {
        Kind kind;
        std::string html;
        std::size_t letters;  ///< Of a text.
    };
    void add(Item item);
    void addText(const char* open, const std::string& text);
    /// Everything that waits to be set beside something.
    void set();
    void setText(std::size_t& next);
    void setNarrow(std::size_t& next);
    /// How many of a kind follow each other, and how many letters they have.
    std::pair<std::size_t, std::size_t> run(std::size_t from, Kind kind) const;
    std::string joined(std::size_t from, std::size_t to) const;

    std::string body_;
    std::vector<Item> waiting_;
    bool columns_ = false;
    int figures_ = 0;
};

}  // namespace facespace::report
