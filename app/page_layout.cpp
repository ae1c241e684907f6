#include "app/page_layout.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QSplitter>

#include "app/settings.h"

namespace facespace {
namespace {

constexpr int kSaveAfterMs = 2000;
constexpr int kIdentitiesWidth = 280;
constexpr int kInspectorWidth = 340;
constexpr int kIdentitiesHeight = 260, kFilterHeight = 340;
constexpr int kPagesHeight = 376;
/// Beside a page that fills the window.
constexpr int kSmallMapWidth = 340;
constexpr double kSmallMapHeight = 0.45;  // of the window's; the Inspector has the rest

}  // namespace

PageLayout::PageLayout(QMainWindow* window, QAction* fill, QSplitter* maps, Settings* settings)
    : QObject(window), window_(window), fill_(fill), maps_(maps), settings_(settings) {
    connect(fill, &QAction::toggled, this, &PageLayout::setPageFills);
    saveSoon_.setSingleShot(true);
    saveSoon_.setInterval(kSaveAfterMs);
    connect(&saveSoon_, &QTimer::timeout, this, &PageLayout::save);
    arrangeMap();
    for (auto* dock : window_->findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly))
        dock->installEventFilter(this);
}

bool PageLayout::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (type == QEvent::Resize || type == QEvent::Move || type == QEvent::Show || type == QEvent::Hide) saveSoon_.start();
    return QObject::eventFilter(watched, event);
}

QDockWidget* PageLayout::dock(const char* name) const {
    return window_->findChild<QDockWidget*>(QString::fromLatin1(name), Qt::FindDirectChildrenOnly);
}

void PageLayout::arrangeMap() {
    window_->resizeDocks({dock("identities"), dock("inspector")}, {kIdentitiesWidth, kInspectorWidth}, Qt::Horizontal);
    window_->resizeDocks({dock("identities"), dock("filter")}, {kIdentitiesHeight, kFilterHeight}, Qt::Vertical);
    window_->resizeDocks({dock("pages")}, {kPagesHeight}, Qt::Vertical);
}

void PageLayout::arrangePage() {
    QDockWidget *pages = dock("pages"), *inspector = dock("inspector");
    dock("identities")->hide();
    dock("filter")->hide();
    pages->setFloating(false);
    window_->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window_->addDockWidget(Qt::LeftDockWidgetArea, pages);
    pages->show();
    if (!inspector->isHidden() && !inspector->isFloating()) window_->addDockWidget(Qt::BottomDockWidgetArea, inspector);
    window_->resizeDocks({pages}, {window_->width() - kSmallMapWidth}, Qt::Horizontal);
    window_->resizeDocks({inspector}, {static_cast<int>((1 - kSmallMapHeight) * window_->height())}, Qt::Vertical);
}

void PageLayout::setPageFills(bool fills) {
    if (fills == fills_) return;
    fills_ = fills;
    (fills ? mapLarge_ : pageLarge_) = window_->saveState();
    const QByteArray& wanted = fills ? pageLarge_ : mapLarge_;
    if (wanted.isEmpty() || !window_->restoreState(wanted)) arrangePage();  // the map has been large from the start
    maps_->setOrientation(fills ? Qt::Vertical : Qt::Horizontal);
}

void PageLayout::restore() {
    window_->resize(1440, 900);
    if (const QByteArray geometry = settings_->geometry(); !geometry.isEmpty()) window_->restoreGeometry(geometry);
    if (const QByteArray layout = settings_->layout(); !layout.isEmpty()) window_->restoreState(layout);
    pageLarge_ = settings_->pageLayout();
}

void PageLayout::docksShown() {
    // Docks that were hidden come back in equal parts.
    if (settings_->layout().isEmpty()) {
        arrangeMap();
    } else if (settings_->pageFills() && !fills_) {
        fill_->setChecked(true);
        mapLarge_ = settings_->layout();
    }
}

void PageLayout::save() {
    saveSoon_.stop();
    // The welcome page's bare layout is not what to come back to.
    if (dock("pages")->property("hiddenByWelcome").toBool()) return;
    const QByteArray now = window_->saveState();
    settings_->setWindow(window_->saveGeometry(), fills_ ? mapLarge_ : now);
    settings_->setPageLayout(fills_ ? now : pageLarge_, fills_);
}

}  // namespace facespace
