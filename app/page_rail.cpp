#include "app/page_rail.h"

#include <algorithm>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTabBar>

#include "widgets/look/theme.h"
#include "widgets/panels/triage_panel.h"

namespace facespace {
namespace {

constexpr int kIcon = 16, kBefore = 11, kBeforeClose = 8, kBetween = 9, kAfter = 14, kAfterClose = 6;
constexpr int kMark = 3;    // at the edge of the page in view
constexpr int kAir = 5;     // above and below a name, where there is room
constexpr int kSpare = 2;   // the list view begins a new column before the last pixel
constexpr int kLeast = 80;  // pixels of height, below which nothing is promised
constexpr float kTint = 0.16F, kHover = 0.07F;

QColor tinted(QColor colour, float alpha) {
    colour.setAlphaF(alpha);
    return colour;
}

int lowestRow(const QFontMetrics& metrics) { return std::max(kIcon, metrics.height()); }

/// Two columns take as much width as they must: without icons.
int nameFrom(bool icons) { return icons ? kBefore + kIcon + kBetween : kBeforeClose; }

QRect nameIn(const QRect& place, bool icons) { return place.adjusted(nameFrom(icons), 0, -1, 0); }

class NameDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QRect& place = option.rect;
        const QPalette& palette = option.palette;
        const bool shown = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        if (shown) {
            painter->fillRect(place, tinted(palette.color(QPalette::Highlight), kTint));
            painter->fillRect(QRect(place.topLeft(), QSize(kMark, place.height())), palette.color(QPalette::Highlight));
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(place, tinted(palette.color(QPalette::Text), kHover));
        }
        const bool icons = static_cast<const PageRail*>(parent())->columns() == 1;
        if (icons)
            index.data(Qt::DecorationRole)
                .value<QIcon>()
                .paint(painter, QRect(place.left() + kBefore, place.center().y() - kIcon / 2 + 1, kIcon, kIcon));
        painter->setPen(shown ? palette.color(QPalette::Text) : secondaryTextColour(palette));
        painter->drawText(nameIn(place, icons), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          index.data().toString());
        if (shown && option.state.testFlag(QStyle::State_HasFocus)) {
            QStyleOptionFocusRect focus;
            focus.QStyleOption::operator=(option);
            focus.rect = place.adjusted(kMark + 1, 1, -2, -1);
            option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return qobject_cast<const QListView*>(parent())->gridSize();
    }
};

}  // namespace

Pages::Pages(QWidget* parent) : QTabWidget(parent) {
    setDocumentMode(true);
    tabBar()->hide();
    // The bar would have the keyboard in its place, and what is hidden cannot take it.
    setFocusProxy(nullptr);
    setFocusPolicy(Qt::NoFocus);
}

void Pages::tabInserted(int index) {
    QTabWidget::tabInserted(index);
    Q_EMIT namesChanged();
}

void Pages::tabRemoved(int index) {
    QTabWidget::tabRemoved(index);
    Q_EMIT namesChanged();
}

PageRail::PageRail(Pages* pages, QWidget* parent) : QListWidget(parent), pages_(pages) {
    setAccessibleName(tr("Names of the pages"));
    setFrameShape(QFrame::NoFrame);
    setFlow(QListView::TopToBottom);
    setWrapping(true);
    setUniformItemSizes(true);
    setMovement(QListView::Static);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setFocusPolicy(Qt::TabFocus);  // a click leaves the keyboard to the page
    setProperty(kNamesPages, true);
    setItemDelegate(new NameDelegate(this));
    connect(this, &QListWidget::currentRowChanged, pages_, &QTabWidget::setCurrentIndex);
    connect(pages_, &QTabWidget::currentChanged, this, [this](int index) { setCurrentRow(index); });
    connect(pages_, &Pages::namesChanged, this, &PageRail::takeNames);
    takeNames();
}

void PageRail::takeNames() {
    const QSignalBlocker quiet(this);
    clear();
    for (int i = 0; i < pages_->count(); ++i) addItem(new QListWidgetItem(pages_->tabIcon(i), pages_->tabText(i)));
    setCurrentRow(pages_->currentIndex());
    arrange();
}

int PageRail::columnWidth() const {
    int widest = 0;
    for (int i = 0; i < count(); ++i) widest = std::max(widest, fontMetrics().horizontalAdvance(item(i)->text()));
    return nameFrom(columns_ == 1) + widest + (columns_ == 1 ? kAfter : kAfterClose);
}

/// As few columns as hold all names in the height there is, and as much air as that leaves.
void PageRail::arrange() {
    if (count() == 0) return;
    const int least = lowestRow(fontMetrics()), height = std::max(kLeast, viewport()->height() - kSpare);
    const int fit = std::max(1, height / least);
    columns_ = (count() + fit - 1) / fit;
    const int rows = (count() + columns_ - 1) / columns_;
    setGridSize({columnWidth(), std::clamp(height / rows, least, least + 2 * kAir)});
    setFixedWidth(columns_ * columnWidth() + 1);
}

void PageRail::resizeEvent(QResizeEvent* event) {
    QListWidget::resizeEvent(event);
    arrange();
}

void PageRail::changeEvent(QEvent* event) {
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) arrange();
}

void PageRail::paintEvent(QPaintEvent* event) {
    QListWidget::paintEvent(event);
    QPainter(viewport()).fillRect(QRect(viewport()->width() - 1, 0, 1, viewport()->height()), borderColour(palette()));
}

QSize PageRail::sizeHint() const { return {columns_ * columnWidth() + 1, kLeast}; }

QSize PageRail::minimumSizeHint() const { return sizeHint(); }

QRect PageRail::placeOf(int index) const { return visualItemRect(item(index)); }

QRect PageRail::nameRect(int index) const { return nameIn(placeOf(index), columns_ == 1).intersected(viewport()->rect()); }

}  // namespace facespace
