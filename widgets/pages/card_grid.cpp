#include "widgets/pages/card_grid.h"

#include <algorithm>
#include <QEvent>
#include <QScrollBar>

#include "widgets/look/theme.h"
#include "widgets/pages/card.h"

namespace facespace {
namespace {

constexpr int kLeastWidth = 300;
constexpr int kLeastHeight = 236;
constexpr int kLine = 1;  // between cards, in the border's colour

}  // namespace

CardGrid::CardGrid(QWidget* parent) : QScrollArea(parent), area_(new QWidget) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->setBackgroundRole(QPalette::Mid);
    area_->setAutoFillBackground(true);
    setWidget(area_);
    setMinimumSize(kLeastWidth, 160);
}

void CardGrid::add(Card* card) {
    if (!card->hasAbout()) card->setAbout(about_, manual_);
    card->setBasis(basis_);
    card->setParent(area_);
    card->show();
    card->installEventFilter(this);
    cards_.push_back(card);
    place();
}

void CardGrid::remove(Card* card) {
    std::erase(cards_, card);
    card->hide();
    card->deleteLater();
}

void CardGrid::setShown(Card* card, bool shown) {
    if (card->isHidden() == !shown) return;
    card->setVisible(shown);
    place();
}

std::vector<std::vector<Card*>> CardGrid::rowsFor(int columns) const {
    std::vector<std::vector<Card*>> rows;
    int used = columns;
    for (Card* card : cards_) {
        if (card->isHidden()) continue;
        const int span = std::min(columns, card->columns());
        if (used + span > columns) {
            rows.emplace_back();
            used = 0;
        }
        rows.back().push_back(card);
        used += span;
    }
    return rows;
}

void CardGrid::place() {
    const int height = viewport()->height();
    const int most = std::max(1, (viewport()->width() + kLine) / (kLeastWidth + kLine));
    // As many rows as the height has room for, as even as they get; more only where the width forces them.
    std::vector<std::vector<Card*>> rows = rowsFor(most);
    const int room = std::max(1, (height + kLine) / (kLeastHeight + kLine + 60));
    for (int columns = 1; columns < most; ++columns) {
        auto fewer = rowsFor(columns);
        if (static_cast<int>(fewer.size()) > std::max<int>(room, static_cast<int>(rows.size()))) continue;
        rows = std::move(fewer);
        break;
    }
    if (rows.empty()) return;
    const int width = viewport()->width() + kLine;
    std::vector<QRect> places;
    std::vector<Card*> shown;
    std::vector<int> heights;
    int total = -kLine;
    for (const auto& row : rows) {
        int spans = 0, before = 0, least = kLeastHeight;
        for (const Card* card : row) spans += std::min(most, card->columns());
        for (Card* card : row) {
            const int left = width * before / spans;
            before += std::min(most, card->columns());
            places.emplace_back(left, 0, width * before / spans - left - kLine, 0);
            shown.push_back(card);
            least = std::max(least, card->leastHeight(places.back().width()));
        }
        heights.push_back(least);
        total += least + kLine;
    }
    // What height is left goes to all rows alike; the last takes the remainder.
    const int spare = std::max(0, height - total), each = spare / static_cast<int>(rows.size());
    for (int& h : heights) h += each;
    heights.back() += spare - each * static_cast<int>(rows.size());
    area_->resize(viewport()->width(), std::max(height, total));
    std::size_t next = 0;
    int top = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t i = 0; i < rows[r].size(); ++i, ++next)
            shown[next]->setGeometry(places[next].left(), top, places[next].width(), heights[r]);
        top += heights[r] + kLine;
    }
}

bool CardGrid::eventFilter(QObject* watched, QEvent* event) {
    // A caption or legend of another height.
    if (event->type() == QEvent::LayoutRequest) QMetaObject::invokeMethod(this, &CardGrid::place, Qt::QueuedConnection);
    return QScrollArea::eventFilter(watched, event);
}

void CardGrid::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    place();
}

void CardGrid::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) place();
}

void CardGrid::setBasis(const QString& basis) {
    basis_ = basis;
    for (Card* card : cards_) card->setBasis(basis);
}

void CardGrid::setAbout(const QString& sentence, const QString& manual) {
    about_ = sentence;
    manual_ = manual;
    for (Card* card : cards_)
        if (!card->hasAbout()) card->setAbout(sentence, manual);
}

}  // namespace facespace
