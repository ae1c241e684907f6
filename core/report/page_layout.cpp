// How what is narrow stands side by side on a page, so that no half of it is white.
#include <fmt/format.h>

#include "core/report/page.h"

namespace facespace::report {
namespace {

/// Texts up to so long fit beside a figure; longer ones than the other are in two columns.
constexpr std::size_t kLettersBeside = 1300, kLettersOfColumns = 260;

}  // namespace

void Page::add(Item item) {
    if (columns_)
        waiting_.push_back(std::move(item));
    else
        body_ += item.html;
}

void Page::beginColumns() { columns_ = true; }

void Page::endColumns() {
    set();
    columns_ = false;
}

std::pair<std::size_t, std::size_t> Page::run(std::size_t from, Kind kind) const {
    std::size_t count = 0, letters = 0;
    for (; from + count < waiting_.size() && waiting_[from + count].kind == kind; ++count)
        letters += waiting_[from + count].letters;
    return {count, letters};
}

std::string Page::joined(std::size_t from, std::size_t to) const {
    std::string html;
    for (; from < to; ++from) html += waiting_[from].html;
    return html;
}

/// Beside a narrow figure if there is one that has no other beside it, else in columns.
void Page::setText(std::size_t& next) {
    const auto [count, letters] = run(next, Kind::kText);
    const std::size_t end = next + count;
    if (run(end, Kind::kNarrow).first % 2 == 1 && letters <= kLettersBeside) {
        body_ += fmt::format("<div class=\"row pair\"><div>{}</div>{}</div>\n", joined(next, end), waiting_[end].html);
        next = end + 1;
        return;
    }
    body_ += fmt::format("<div class=\"{}\">{}</div>\n", letters > kLettersOfColumns ? "text" : "line", joined(next, end));
    next = end;
}

void Page::setNarrow(std::size_t& next) {
    if (run(next, Kind::kNarrow).first > 1) {
        body_ += fmt::format("<div class=\"row pair\">{}{}</div>\n", waiting_[next].html, waiting_[next + 1].html);
        next += 2;
        return;
    }
    const auto [count, letters] = run(next + 1, Kind::kText);
    const bool beside = count > 0 && letters <= kLettersBeside && run(next + 1 + count, Kind::kNarrow).first % 2 == 0;
    const std::size_t end = next + 1 + (beside ? count : 0);
    body_ += fmt::format("<div class=\"row pair\">{}<div>{}</div></div>\n", waiting_[next].html, joined(next + 1, end));
    next = end;
}

void Page::set() {
    for (std::size_t next = 0; next < waiting_.size();) {
        if (waiting_[next].kind == Kind::kText)
            setText(next);
        else if (waiting_[next].kind == Kind::kNarrow)
            setNarrow(next);
        else
            body_ += waiting_[next++].html;
    }
    waiting_.clear();
}

}  // namespace facespace::report
